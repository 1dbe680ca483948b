"""The address of a store and its key: checked, kept for the user alone, never shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.store import lrs_settings
from app.store.database import Store
from app.store.identity import pseudonym, renew_pseudonym
from app.store.lrs_settings import Endpoint, LrsSettingsError


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NORESTORE_HOME", str(tmp_path))
    return tmp_path


def test_what_is_saved_comes_back_and_is_only_the_users() -> None:
    assert lrs_settings.load() is None
    endpoint = Endpoint("https://lrs.example.com/xapi", "key", "secret", version="2.0.0")
    lrs_settings.save(endpoint)
    assert lrs_settings.load() == endpoint
    if os.name == "posix":
        assert lrs_settings.settings_file().stat().st_mode & 0o777 == 0o600
    lrs_settings.save(Endpoint("https://other.example.com", token="abc"))
    assert lrs_settings.load() == Endpoint("https://other.example.com", token="abc")
    lrs_settings.forget()
    lrs_settings.forget()
    assert lrs_settings.load() is None


def test_secrets_are_not_in_the_repr() -> None:
    endpoint = Endpoint("https://lrs.example.com", "key", "hush")
    assert "hush" not in repr(endpoint)
    assert "hush" not in repr(Endpoint("https://lrs.example.com", token="hush"))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://lrs.example.com/xapi/", "https://lrs.example.com/xapi"),
        (" https://lrs.example.com/xapi/statements/ ", "https://lrs.example.com/xapi"),
        ("http://localhost:8100/xAPI", "http://localhost:8100/xAPI"),
        ("http://[::1]:8100", "http://[::1]:8100"),
        ("http://127.3.2.1/", "http://127.3.2.1"),
    ],
)
def test_addresses_as_people_copy_them(given: str, kept: str) -> None:
    assert Endpoint(given).url == kept


@pytest.mark.parametrize(
    "url",
    ["", "lrs.example.com", "ftp://lrs.example.com", "http://lrs.example.com", "https://",
     "https://me:pw@lrs.example.com", "https://lrs.example.com/?key=1", "https://a b.example",
     "https://lrs.example.com:99999", "https://[", "https://lrs.example.com/\r\nX: y",
     "https://lrs.example.com/#x", "http://127.0.0.1.evil.example", "https://x/" + "y" * 20_000,
     "https://löschen.example"],
)  # fmt: skip
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(LrsSettingsError):
        Endpoint(url)


def test_plain_text_must_be_agreed_to() -> None:
    with pytest.raises(LrsSettingsError, match="--plain"):
        Endpoint("http://lrs.example.com")
    assert Endpoint("http://lrs.example.com", plain=True).url == "http://lrs.example.com"


@pytest.mark.parametrize(
    "fields",
    [{"key": "k"}, {"secret": "s"}, {"key": "k", "secret": "s", "token": "t"},
     {"token": "a\r\nX: y"}, {"key": "a:b", "secret": "s"}, {"version": "0.95"}],
)  # fmt: skip
def test_half_a_key_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(LrsSettingsError):
        Endpoint("https://lrs.example.com", **fields)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"url": 7}', '{"url": "x"}', "[" * 100_000, '{"plain": true}']
)
def test_a_damaged_file_is_named(content: str) -> None:
    path = lrs_settings.settings_file()
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LrsSettingsError, match=r"lrs\.json|address"):
        lrs_settings.load()
    assert path.exists()


def test_a_name_is_made_once_and_anew_on_request(tmp_path: Path) -> None:
    with Store(tmp_path / "db") as store:
        first = pseudonym(store)
        assert pseudonym(store) == first
        assert len(first) == 32
        assert renew_pseudonym(store) != first
        assert pseudonym(store) != first
        store.set_setting("xapi.pseudonym", "Erika Beispiel")
        assert pseudonym(store) != "Erika Beispiel"
