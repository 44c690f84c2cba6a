import pytest

from transloc.glossary import inflection
from transloc.glossary.inflection.morphology import Morphology


@pytest.fixture(autouse=True)
def as_before():
    """The choice of a lexicon is the process's: no test leaves its own behind."""
    yield
    inflection.use(Morphology.AUTO)
