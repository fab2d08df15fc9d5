"""Settings come from the environment once, and a bad one says how to mend it."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from api import settings
from api.errors import SettingsError

README = Path(__file__).parents[1] / "README.md"


def test_defaults_need_no_environment() -> None:
    """Without any variable the server is local and embedded."""
    found = settings.load()
    assert (found.host, found.port, found.database_url) == ("127.0.0.1", 8000, None)


def test_every_variable_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """DATABASE_URL keeps its common name, all others start with DETENTE_."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://o@h/d")
    monkeypatch.setenv("DETENTE_PORT", "0")
    found = settings.load()
    assert (found.database_url, found.port) == ("postgresql://o@h/d", 0)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("DETENTE_PORT", "eighty", 'DETENTE_PORT="eighty" cannot be used'),
        ("DETENTE_PORT", "70000", "Fix: give a number from 0 to 65535."),
        ("DETENTE_LOG_LEVEL", "loud", "Fix: choose debug, info, warning or error."),
        ("DATABASE_URL", "mysql://h/d", "it does not start with postgresql://"),
        ("DATABASE_URL", "postgresql://h", "it names no database"),
        ("DETENTE_TRUSTED_PROXIES", "10.0.0.0/8, nginx", "Fix: name networks, such as 10.0.0.0/8"),
        ("DETENTE_TRUSTED_PROXIES", "10.0.0.1/8", "has host bits set"),
        ("DETENTE_LIMITS_URL", "http://:s3cret@h", "it does not start with redis://HOST"),
        ("DETENTE_PROT", "1", "did you mean DETENTE_PORT?"),
        ("DETENTE_ZZZ", "1", "the settings are DATABASE_URL,"),
    ],
)
def test_a_bad_value_names_variable_value_and_remedy(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    """A message is enough to mend the setting."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert message in str(refused.value)


def test_a_message_never_shows_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """A URL is shown without its password."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://owner:s3cret@host")
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert "s3cret" not in str(refused.value)
    assert "owner:***@host" in str(refused.value)


def test_networks_are_named_with_spaces_or_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is brought to its one form."""
    monkeypatch.setenv("DETENTE_TRUSTED_PROXIES", " 10.0.0.0/8,fd00:0::/8 192.0.2.1 ")
    assert settings.load().trusted_proxies == "10.0.0.0/8 fd00::/8 192.0.2.1/32"


def test_settings_hide_urls_and_never_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings are frozen, and their repr is fit for a log."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://owner:s3cret@host/d")
    found = settings.load()
    assert "s3cret" not in repr(found)
    with pytest.raises(ValidationError, match="frozen"):
        found.port = 1  # type: ignore[misc]


def test_the_readme_has_the_table_of_settings() -> None:
    """Every setting is documented as the code describes it."""
    assert settings.table() in README.read_text(encoding="utf-8")
