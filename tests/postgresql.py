"""A PostgreSQL database of one's own, on the server that the tests are given."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url


@contextmanager
def own_database(server: str) -> Iterator[str]:
    """The URL of a new, empty database, dropped at the end with whatever still uses it.

    Raises OperationalError when there is no server.
    """
    name = f"alongside_test_{uuid.uuid4().hex}"
    administering = create_engine(server, isolation_level="AUTOCOMMIT")
    try:
        with administering.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        try:
            yield make_url(server).set(database=name).render_as_string(hide_password=False)
        finally:
            with administering.connect() as connection:
                connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        administering.dispose()
