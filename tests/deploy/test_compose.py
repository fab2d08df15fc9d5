"""What docker-compose.yml promises: known settings, no secret, no rights that are not needed."""

import re

import pytest

from api import settings
from tests.deploy.compose import PASSWORDS, ROOT, Service, services, variables

LASTING = ["primary", "replica", "api"]
OURS = ["load", "api"]


def _known() -> set[str]:
    return {settings.variable(name, field) for name, field in settings.Settings.model_fields.items()}


@pytest.fixture(params=OURS)
def ours(request: pytest.FixtureRequest) -> Service:
    """A container of our own image."""
    return services()[request.param]


def test_each_variable_is_a_setting(ours: Service) -> None:
    """A container is given no variable that the program would refuse."""
    assert set(ours["environment"]) <= _known()


def test_the_example_names_each_variable() -> None:
    """Whoever copies .env.example is asked for each password, and told of what may be left as it is."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^(\w+)=$", text, re.MULTILINE)) == PASSWORDS.keys()
    assert set(re.findall(r"^(?:# )?(\w+)=", text, re.MULTILINE)) == variables().keys()


def test_a_missing_password_stops_the_start() -> None:
    """Each is used with the sentence that says where to set it."""
    told = variables()
    assert {told[name] for name in PASSWORDS} == {":?set it in .env"}


def test_our_containers_can_change_nothing_of_themselves(ours: Service) -> None:
    """Their files are read-only, and they have no capability and no way to gain one."""
    assert ours["read_only"] is True
    assert ours["cap_drop"] == ["ALL"]
    assert ours["security_opt"] == ["no-new-privileges:true"]


def test_the_api_is_given_the_readers_login_alone() -> None:
    """Who answers strangers holds no login that may write."""
    told = " ".join(str(value) for value in services()["api"]["environment"].values())
    assert set(re.findall(r"//(\w+):", told)) == {"detente_reader"}


def test_the_api_reads_from_the_replica_first() -> None:
    """The primary stands behind the replica."""
    addresses = services()["api"]["environment"]["DETENTE_READER_URL"].split()
    assert [re.findall(r"@(\w+):", each) for each in addresses] == [["replica"], ["primary"]]


def test_the_api_is_reached_from_this_machine_alone() -> None:
    """Whoever opens it to the world puts a proxy before it."""
    published = {name: each["ports"] for name, each in services().items() if "ports" in each}
    assert published == {"api": ["127.0.0.1:8000:8000"]}


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_is_watched_and_started_anew(name: str) -> None:
    """Each lasting container is restarted when it ends and bounded in memory."""
    service = services()[name]
    assert service["restart"] == "unless-stopped"
    assert "mem_limit" in service


@pytest.mark.parametrize("name", ["primary", "replica"])
def test_a_database_says_whether_it_answers(name: str) -> None:
    """Both have a health check over TCP."""
    assert "--host=127.0.0.1" in services()[name]["healthcheck"]["test"]


def test_the_image_runs_as_nobody_in_particular() -> None:
    """The last word of the Dockerfile on users is not root."""
    users = re.findall(r"^USER (\S+)$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert users[-1:] == ["10001:10001"]


def test_the_image_says_whether_it_answers() -> None:
    """Its health check asks /healthz."""
    assert re.search(r"HEALTHCHECK[^\n]*\\\n.*/healthz", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
