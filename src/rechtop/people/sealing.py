"""Sealing: what must not be readable in a stolen database or backup, and how to find it again without opening it.

A sealed text is `<name of the key>$<Fernet token>`. `FIELD_KEYS` lists the keys: the first seals, all of them open, so that a
key is replaced by putting a new one in front and running `manage.py reseal`. `INDEX_KEY` makes the fingerprint by which a
sealed text is looked up; it stays the same when field keys change.
"""

import base64
import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class CannotOpen(Exception):
    """A sealed text was sealed with a key that this installation does not have."""


def ready() -> bool:
    """Whether this installation has keys, so that something can be sealed."""
    return bool(_field_keys()) and bool(_index_key())


def seal(text: str) -> str:
    """The text, readable with our keys alone."""
    keys = _field_keys()
    if not keys:
        raise ImproperlyConfigured(
            "RECHTOP_FIELD_KEYS is not set, so nothing can be sealed.\n"
            "To do: python3 -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'\n"
            "and keep that key outside the database and outside its backup."
        )
    return f"{_name_of(keys[0])}${_box(keys).encrypt(text.encode()).decode()}"


def unseal(sealed: str) -> str:
    """What was sealed; '' stays ''."""
    if not sealed:
        return ""
    name, _, token = sealed.partition("$")
    try:
        return _box(_field_keys()).decrypt(token.encode()).decode()
    except (InvalidToken, ValueError) as error:
        raise CannotOpen(f"Sealed with the key {name}, which is not among RECHTOP_FIELD_KEYS. Put it back in the list.") from error


def sealed_with_first_key(sealed: str) -> bool:
    """Whether the newest key sealed it, so that older keys are no longer needed for it."""
    return sealed.startswith(f"{_name_of(_field_keys()[0])}$")


def fingerprint(text: str) -> str:
    """The same 64 signs for the same text, which tell nothing about it without the key."""
    key = _index_key()
    if not key:
        raise ImproperlyConfigured("RECHTOP_INDEX_KEY is not set, so nothing sealed can be found again. Set it to a long random text.")
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def _field_keys() -> tuple[str, ...]:
    keys = tuple(getattr(settings, "FIELD_KEYS", ()))
    if keys or not _at_home():
        return keys
    return (base64.urlsafe_b64encode(hashlib.sha256(f"fields {settings.SECRET_KEY}".encode()).digest()).decode(),)


def _index_key() -> str:
    key: str = getattr(settings, "INDEX_KEY", "")
    return key or (f"index {settings.SECRET_KEY}" if _at_home() else "")


def _at_home() -> bool:
    """A demo, or somebody's own machine: invented people, for whom keys from the settings will do."""
    return bool(getattr(settings, "AT_HOME", False))


@lru_cache(maxsize=8)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def _name_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:8]
