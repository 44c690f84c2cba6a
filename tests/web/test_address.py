"""Where others reach the desk, as the server has written it down."""

import pytest

from fakes.open_desk import serving
from transloc.web.address import public


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        ("https://desk.example.org/", "https://desk.example.org/"),
        ("https://example.org/desk\n", "https://example.org/desk/"),
        ("http://192.168.1.7:8765/", "http://192.168.1.7:8765/"),
        ("http://127.0.0.1:8765/", ""),
        ("http://[::1]:8765/", ""),
        ("http://localhost:8765/", ""),
        ("javascript:alert(1)", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_only_an_address_that_others_reach_is_one(tmp_path, kept, found):
    with serving(tmp_path, kept):
        assert public(tmp_path) == found


def test_a_desk_that_is_closed_has_none(tmp_path):
    assert public(tmp_path) == ""


def test_nor_has_one_that_was_killed_and_has_left_its_address_behind(tmp_path):
    with serving(tmp_path, "https://desk.example.org/"):
        assert public(tmp_path)
    assert (tmp_path / ".transloc/serving.txt").exists()
    assert public(tmp_path) == ""
