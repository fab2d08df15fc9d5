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


def test_a_reader_may_have_servers_of_its_own() -> None:
    """Replicas are asked beside the primary, which is reached with the login that is given."""
    found = urls.external("postgresql://o:p@h:5433/d?sslmode=require", None, "postgresql://r:x@replica/d")
    assert found.replicas == ("postgresql://r:x@replica/d",)
    assert found.reader == "postgresql://r:x@h:5433/d?sslmode=require"
    assert found.readers == (*found.replicas, found.reader)
    assert found.writer.startswith("postgresql://detente_writer:")


@pytest.mark.parametrize(
    "named",
    [
        "postgresql://r@h/d postgresql://r@replica/d",
        "postgresql://r@replica,h/d?target_session_attrs=any",
        "postgresql://r@replica/d",
    ],
)
def test_the_primary_is_one_of_the_servers_once(named: str) -> None:
    """Whether the reader's addresses name it or not."""
    found = urls.external("postgresql://o@h/d", None, named)
    assert sorted(found.readers) == ["postgresql://r@h/d", "postgresql://r@replica/d"]


@pytest.mark.parametrize(
    ("named", "servers"),
    [
        ("postgresql://r:x@a:1,b:2/d", ["postgresql://r:x@a:1/d", "postgresql://r:x@b:2/d"]),
        (
            "postgresql://r@/d?host=/run/a,/run/b&port=1,2",
            ["postgresql://r@/d?host=/run/a&port=1", "postgresql://r@/d?host=/run/b&port=2"],
        ),
        (
            "postgresql://r@/d?host=/run/a,/run/b",
            ["postgresql://r@/d?host=/run/a", "postgresql://r@/d?host=/run/b"],
        ),
        ("postgresql://r@/d?host=/run/a&port=1", ["postgresql://r@/d?host=/run/a&port=1"]),
    ],
)
def test_several_servers_stand_in_one_address_as_libpq_has_it(named: str, servers: list[str]) -> None:
    """Each host becomes a server of its own: the driver would only ever use the first."""
    assert list(urls.each_server(named)) == servers


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("postgresql://r:x@db1:5433/d?sslmode=require", "db1:5433/d"),
        ("postgresql://r@/d?host=/run/pg&port=5", "/run/pg:5/d"),
    ],
)
def test_a_place_names_the_server_and_no_secret(url: str, named: str) -> None:
    """It is fit for logs."""
    assert urls.place(url) == named
