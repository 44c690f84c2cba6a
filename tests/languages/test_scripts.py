import pytest
from babel.core import get_global

from transloc.languages import scripts
from transloc.languages.scripts import Script, script_of

LISTED = sorted(scripts._CYRILLIC | scripts._OTHER | {"el"})
OURS = {"Latn": Script.LATIN, "Cyrl": Script.CYRILLIC, "Grek": Script.GREEK}


@pytest.mark.parametrize("language", [*LISTED, "en", "pl", "de", "fr", "cs", "ro", "lt", "hu", "tr"])
def test_cldr_says_the_same(language):
    likely = get_global("likely_subtags")[language].split("_")[1]
    assert script_of(language) is OURS.get(likely, Script.OTHER)


def test_of_an_unknown_language_it_is_latin():
    assert script_of("qaa") is Script.LATIN


def test_scripts():
    assert [script_of(language) for language in ("uk", "en", "el", "he")] == [Script.CYRILLIC, Script.LATIN, Script.GREEK, Script.OTHER]
