import pytest

from transloc import project
from transloc.errors import InputError
from transloc.project.origin import origin


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("", ""),
        (" https://Desk.Example.org/ ", "https://desk.example.org"),
        ("https://desk.example.org:443", "https://desk.example.org"),
        ("http://desk.example.org:80/", "http://desk.example.org"),
        ("http://desk.example.org:443", "http://desk.example.org:443"),
        ("https://desk.example.org:8443", "https://desk.example.org:8443"),
        ("http://[::1]:8765", "http://[::1]:8765"),
    ],
)
def test_an_address_is_what_a_browser_calls_its_origin(given, meant):
    assert origin(given) == meant


@pytest.mark.parametrize(
    "given", ["desk.example.org", "ftp://desk.example.org", "https://", "https://a b", "https://a/desk", "https://u:p@a"]
)
def test_what_is_none_is_refused(given):
    with pytest.raises(InputError, match="is not the address of a desk"):
        origin(given)


def test_the_settings_hold_it_and_how_long_a_session_lasts(tmp_path):
    path = tmp_path / "transloc.toml"
    path.write_text('[server]\nurl = "https://desk.example.org/"\nsession_hours = 12\n')
    found = project.load(tmp_path)
    assert (found.url, found.session_hours) == ("https://desk.example.org", 12)
    path.write_text("[project]\n")
    assert (project.load(tmp_path).url, project.load(tmp_path).session_hours) == ("", 336)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('url = "desk.example.org"', "is not the address of a desk"),
        ("session_hours = 0", "must be from 1 to 8760"),
        ('session_hours = "12"', "“session_hours” must be"),
        ("hours = 12", "unknown key “hours”"),
    ],
)
def test_what_is_wrong_with_them_is_told_with_its_line(tmp_path, line, why):
    (tmp_path / "transloc.toml").write_text(f"[server]\n{line}\n")
    with pytest.raises(InputError, match=why) as told:
        project.load(tmp_path)
    assert told.value.line == 2
