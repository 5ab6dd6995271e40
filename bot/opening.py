"""Opening the database of the settings."""

from bot.settings import Settings, SettingsError
from storage import migrations
from storage.database import Database
from storage.sealing import Keyring, use


def open_database(settings: Settings) -> Database:
    """The database of these settings, reachable and migrated.

    Raises SettingsError, DatabaseUnreachable, or migrations.NewerDatabase.
    """
    if not settings.secret_key:
        raise SettingsError(
            "SECRET_KEY is not set: it seals people's numbers and words. Make one with\n"
            '  python3 -c "import secrets; print(secrets.token_urlsafe(48))"\n'
            "and put it in .env. To try Alongside without any settings, run: make demo"
        )
    use(Keyring([key.get_secret_value() for key in settings.secret_key]))
    database = Database(settings.database_url)
    try:
        database.check()
        migrations.upgrade(database.engine)
    except BaseException:
        database.close()
        raise
    return database
