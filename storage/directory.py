"""Services: groups and help that people are told about."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import Moment


class Service(SQLModel, table=True):
    """A local group or service, or one for everywhere (no outcode)."""

    id: int = Field(default=None, primary_key=True)
    name: str
    summary: str
    contact: str
    outcode: str | None = Field(default=None, index=True)
    latitude: float | None = None
    longitude: float | None = None
    needs: list[str] = Field(default_factory=list, sa_type=JSON)
    is_sample: bool = False


class Signpost(SQLModel, table=True):
    """A person was told about a service."""

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    service_id: int = Field(foreign_key="service.id", index=True)
    at: datetime = Field(sa_type=Moment)


def all_services(db: Session) -> Sequence[Service]:
    return db.exec(select(Service).order_by(col(Service.id))).all()


def get(db: Session, service_id: int) -> Service | None:
    return db.get(Service, service_id)
