"""Sealing: contact details and words are encrypted at rest, and looked up by a keyed hash.

AES-256-GCM with keys derived from `SECRET_KEY` by HKDF. A sealed value is one byte of format,
four bytes that name its key, a 12-byte nonce, and the ciphertext. `SECRET_KEY` may hold several
keys: the first seals, all of them open, so that a key can be changed while the line runs.
"""

import hmac
import os
from collections.abc import Sequence
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

_FORMAT = b"\x01"
_NAMED = 5  # format byte and key name
_NONCE = 12


class SealError(Exception):
    """A sealed value can't be opened: no key given fits it, or it was changed on disk."""


class Keyring:
    """The keys of this line, newest first. Every key is a text of 32 characters or more."""

    def __init__(self, secrets: Sequence[str]) -> None:
        if not secrets:
            raise ValueError("a keyring needs a key")
        self._ciphers: dict[bytes, AESGCM] = {}
        self._lookups: list[bytes] = []
        for secret in secrets:
            self._ciphers[_derive(secret, b"name")[:4]] = AESGCM(_derive(secret, b"seal"))
            self._lookups.append(_derive(secret, b"lookup"))
        self._newest = next(iter(self._ciphers))
        self._seal = self._ciphers[self._newest].encrypt

    def seal(self, text: str) -> bytes:
        nonce = os.urandom(_NONCE)
        # Lone surrogates can't be UTF-8: a message must be kept even so.
        return (
            _FORMAT
            + self._newest
            + nonce
            + self._seal(nonce, text.encode("utf-8", "surrogatepass"), None)
        )

    def open(self, sealed: bytes) -> str:
        cipher = self._ciphers.get(bytes(sealed[1:_NAMED]))
        if cipher is None:
            raise SealError("sealed with a key that is not in SECRET_KEY")
        nonce = sealed[_NAMED : _NAMED + _NONCE]
        try:
            plain = cipher.decrypt(nonce, sealed[_NAMED + _NONCE :], None)
        except (InvalidTag, ValueError):
            raise SealError("a sealed value was changed") from None
        return plain.decode("utf-8", "surrogatepass")

    def is_newest(self, sealed: bytes) -> bool:
        return bytes(sealed[1:_NAMED]) == self._newest

    def lookups(self, text: str) -> list[str]:
        """Keyed hashes under which a text may be stored, the newest key's first."""
        return [_hashed(key, text) for key in self._lookups]

    def lookup(self, text: str) -> str:
        return _hashed(self._lookups[0], text)


def _hashed(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode("utf-8", "surrogatepass"), sha256).hex()


def _derive(secret: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=b"alongside", info=purpose).derive(secret.encode())


_ring: Keyring | None = None


def use(ring: Keyring) -> None:
    """Seal and open with these keys in this process: columns have no other way to be told."""
    global _ring
    _ring = ring


def keys() -> Keyring:
    if _ring is None:
        raise SealError("no keys in use")
    return _ring


class Sealed(TypeDecorator[str]):
    """A text column that is ciphertext on disk."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else keys().seal(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else keys().open(value)
