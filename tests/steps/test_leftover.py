import pytest

from transloc.model import Catalog
from transloc.steps.leftover import leftover

DATA = 'a\n{"translationOfWork": {"headline": "Дім"}}\n{"translationOfWork": {"headline": "Дім"}, "x": "є"}\nй\n'.encode()


@pytest.mark.parametrize(
    ("encoding", "target", "places"),
    [
        ("utf-8", "en", ("line 3, “є”", "line 4, “й”")),
        ("utf-8", "bg", ()),  # shares the script
        ("", "en", ()),
    ],
)
def test_what_is_left_over_is_told_but_not_what_json_ld_says_of_the_source(encoding, target, places):
    catalog = Catalog(article="house", source_locale="uk", target_locale=target)
    assert leftover(encoding, DATA, catalog) == places
