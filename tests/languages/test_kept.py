import json

import pytest

from transloc.languages import kept


@pytest.mark.parametrize("locale", kept.LOCALES)
def test_what_is_kept_is_what_babel_says(locale):
    asked = json.loads(json.dumps(kept.ask(locale)._asdict()))

    assert kept.of(locale)._asdict() == asked, "make it anew: python -m benchmarks.keep_cldr"


def test_babel_answers_for_other_languages():
    assert ("março", 3) in kept.of("pt").months["wide"]
    assert kept.of("de-CH").group == "’"
