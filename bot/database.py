"""Opening the database of the settings."""

from sqlmodel import Session

from bot.settings import Settings, SettingsError
from storage import migrations, people
from storage.database import Database
from storage.sealing import Keyring, SealError, use


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
        check_key(database)
    except BaseException:
        database.close()
        raise
    return database


def check_key(database: Database) -> None:
    """Raise SettingsError when SECRET_KEY opens nothing: everyone would be taken for a stranger."""
    try:
        with Session(database.engine) as db:
            people.try_keys(db)
    except SealError as error:
        raise SettingsError(
            f"SECRET_KEY does not open what this database holds ({error}). Put back the key "
            "that it was sealed with; several may be set, separated by commas."
        ) from None
