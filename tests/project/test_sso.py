"""The provider of a project: what may stand in [sso], and what is told of what may not."""

import pytest

from fakes.settings import written
from transloc import project
from transloc.errors import InputError
from transloc.project import SECRET, Sso

PROVIDER = '[sso]\nissuer = "https://login.example.org"\nclient_id = "desk"\n'


def test_a_provider_is_called_by_its_name_or_its_host(tmp_path):
    found = project.load(written(tmp_path, PROVIDER)).sso
    assert found == Sso(issuer="https://login.example.org", client_id="desk", name="login.example.org")
    assert project.load(written(tmp_path, f'{PROVIDER}name = "Newsroom account"\n')).sso.name == "Newsroom account"


def test_without_a_table_there_is_none(tmp_path):
    assert project.load(written(tmp_path, "")).sso is None


def test_codes_need_no_provider(tmp_path, monkeypatch):
    monkeypatch.delenv(SECRET, raising=False)
    found = project.load(written(tmp_path, "[sso]\nsecond_factor = true\n")).sso
    assert (found.issuer, found.second_factor, found.secret()) == ("", True, "")


@pytest.mark.parametrize(
    "issuer",
    [
        "https://login.example.org/",
        "https://login.example.org:8443/realms/newsroom",
        "http://localhost:9400",
        "http://127.0.0.1:9400",
        "http://[::1]:9400/a",
    ],
)
def test_an_issuer_is_an_address_of_https_or_of_this_machine(tmp_path, issuer):
    assert project.load(written(tmp_path, PROVIDER.replace("https://login.example.org", issuer))).sso.issuer == issuer


@pytest.mark.parametrize(
    "issuer",
    [
        "http://login.example.org",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://127.0.0.1@evil.example",
        "https://user:password@login.example.org",
        "login.example.org",
        "https://login.example.org?x=1",
        "https://login.example.org#x",
        "https://login.example.org/ x",
        "javascript:alert(1)",
        f"https://login.example.org/{'x' * 200}",
    ],
)
def test_and_nothing_else(tmp_path, issuer):
    with pytest.raises(InputError, match="is not the address of a provider") as told:
        project.load(written(tmp_path, PROVIDER.replace("https://login.example.org", issuer)))
    assert told.value.line == 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[sso]\n", 1, r"\[sso\] says nothing"),
        ('[sso]\nname = "Newsroom account"\n', 1, r"\[sso\] says nothing"),
        ('[sso]\nissuer = "https://login.example.org"\n', 2, "“issuer” needs “client_id”"),
        ('[sso]\nclient_id = "desk"\n', 2, "“client_id” needs “issuer”"),
        (f'{PROVIDER}client_secret = "x"\n', 4, "unknown key “client_secret”"),
        (f'{PROVIDER}second_factor = "yes"\n', 4, "must be true or false"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, line, words):
    with pytest.raises(InputError, match=words) as told:
        project.load(written(tmp_path, text))
    assert told.value.line == line
