import pytest

from transloc.glossary.inflection.morphology import Morphology
from transloc.glossary.inflection.ukrainian import words as known


@pytest.fixture(params=[Morphology.BASE, Morphology.PYMORPHY3])
def words(request):
    """The words of Ukrainian by each lexicon: what a test says holds with both."""
    return known(request.param)
