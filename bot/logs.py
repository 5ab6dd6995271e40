"""Logs: what happened, to which row, and what kind of error; never what anyone wrote.

Our own events carry ids and names of fixed sets. Libraries and errors put what they were given
into their messages (an address with its token, a row, a body that could not be read), so of those
only the kind, the level and the place in the code are written down.
"""

import logging
import sys
import threading
import traceback
from types import TracebackType

import structlog

log = structlog.get_logger()


def log_plainly() -> None:
    """One JSON object a line on standard error, for this process."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(handlers=[_OfLibraries(logging.WARNING)], force=True)
    logging.captureWarnings(True)
    sys.excepthook = _ended
    threading.excepthook = _thread_ended
    sys.unraisablehook = _ignored


class _OfLibraries(logging.Handler):
    """What libraries log: which of them, where in it, and the kind of error."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        log.log(
            record.levelno, "library", library=record.name, at=f"{record.module}:{record.lineno}",
            **(_told(error) if error is not None else {}),
        )  # fmt: skip


def _told(error: BaseException) -> dict[str, object]:
    """An error without its text: its kind, and the places it came through."""
    places = traceback.extract_tb(error.__traceback__)
    return {
        "error": type(error).__name__,
        "through": [f"{place.filename}:{place.lineno}" for place in places[-8:]],
    }


def _ended(
    kind: type[BaseException], error: BaseException, came_from: TracebackType | None
) -> None:
    if not isinstance(error, KeyboardInterrupt):
        log.critical("ended", **_told(error))


def _thread_ended(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None:
        log.critical("thread_ended", **_told(ended.exc_value))


def _ignored(ignored: "sys.UnraisableHookArgs") -> None:
    if ignored.exc_value is not None:
        log.error("ignored", **_told(ignored.exc_value))
