"""The addresses of the three roles are derived from the owner's."""

import pytest

from api.database import urls


def test_a_role_gets_the_owners_address_with_its_own_login() -> None:
    """User and password change, host, database and options stay."""
    derived = urls.as_role("postgresql://own:pw@db1:5433,db2/d?sslmode=require", urls.READER)
    login, _, rest = derived.partition("@")
    assert rest == "db1:5433,db2/d?sslmode=require"
    assert (
        login == f"postgresql://detente_reader:{urls.role_password('postgresql://own:pw@h/d', urls.READER)}"
    )


@pytest.mark.parametrize(
    "same",
    [
        "postgresql://o:p%40w@h/d",
        "postgresql://other:p%40w@elsewhere/e",
        "postgresql://h/d?user=o&password=p%40w",
    ],
)
def test_a_password_depends_on_owners_password_and_role_alone(same: str) -> None:
    """Every process derives the same password, however the owner's is written."""
    expected = urls.role_password("postgresql://o:p%40w@h/d", urls.READER)
    assert urls.role_password(same, urls.READER) == expected
    assert urls.role_password(same, urls.WRITER) != expected


def test_an_owner_without_password_derives_none() -> None:
    """Where the owner needs no password, the roles are given none."""
    assert urls.as_role("postgresql://own@/d?host=/run/pg", urls.WRITER) == (
        "postgresql://detente_writer@/d?host=/run/pg"
    )


def test_addresses_that_are_given_are_taken() -> None:
    """A reader's address of its own, such as a replica's, is left as it is."""
    found = urls.external("postgresql://o:p@h/d", reader="postgresql://r@replica/d")
    assert found.reader == "postgresql://r@replica/d"
    assert found.writer.startswith("postgresql://detente_writer:")
