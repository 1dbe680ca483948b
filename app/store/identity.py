"""The random name under which this computer's plays are told to a learning record store."""

from __future__ import annotations

from uuid import uuid4

from app.store.database import Store

_SETTING = "xapi.pseudonym"


def pseudonym(store: Store) -> str:
    """The name, made when it is first asked for. Raises StoreError."""
    known = store.setting(_SETTING)
    if isinstance(known, str) and len(known) == 32 and known.isalnum():
        return known
    return renew_pseudonym(store)


def renew_pseudonym(store: Store) -> str:
    """Another name from now on; what was sent under the old one cannot be joined to it."""
    name = uuid4().hex
    store.set_setting(_SETTING, name)
    return name
