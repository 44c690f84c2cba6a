import pytest

from transloc.engines.pivot import legs


def ways(*pairs):
    return lambda source, target: f"{source}-{target}" if f"{source}-{target}" in pairs else None


@pytest.mark.parametrize(
    ("models", "found"),
    [
        (("uk-pl", "uk-en", "en-pl"), ("uk-pl",)),
        (("uk-en", "en-pl"), ("uk-en", "en-pl")),
        (("uk-en",), ()),
        (("en-pl",), ()),
        ((), ()),
    ],
)
def test_a_model_of_its_own_comes_before_two_by_way_of_english(models, found):
    assert legs(ways(*models), "uk", "pl") == found
