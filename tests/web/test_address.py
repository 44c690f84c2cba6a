"""Where others reach the desk, as the server has written it down."""

import pytest

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
    (tmp_path / ".transloc").mkdir()
    (tmp_path / ".transloc/serving.txt").write_text(kept, encoding="utf-8")
    assert public(tmp_path) == found


def test_a_desk_that_is_closed_has_none(tmp_path):
    assert public(tmp_path) == ""
