import pytest

from transloc.errors import InputError
from transloc.glossary.inflection import morphology
from transloc.glossary.inflection.morphology import Morphology, chosen, use, versions


@pytest.fixture
def without_extra(monkeypatch):
    monkeypatch.setattr(morphology, "installed", lambda: False)


def test_auto_takes_the_extra_where_it_is_installed():
    use(Morphology.AUTO)
    assert chosen() is Morphology.PYMORPHY3


def test_auto_does_with_the_base_where_it_is_not(without_extra):
    use(Morphology.AUTO)
    assert chosen() is Morphology.BASE


def test_the_base_can_be_asked_for():
    use(Morphology.BASE)
    assert chosen() is Morphology.BASE


def test_asking_for_what_is_not_installed_tells_how_to_get_it(without_extra):
    with pytest.raises(InputError) as refused:
        use(Morphology.PYMORPHY3)
    assert "transloc[morphology]" in refused.value.hint


def test_versions_are_told():
    assert versions(Morphology.BASE).startswith("simplemma 2.")
    assert "pymorphy3-dicts-uk" in versions(Morphology.PYMORPHY3)


def test_a_package_that_overwrites_another_is_not_asked(monkeypatch):
    versions.cache_clear()
    monkeypatch.setattr(morphology, "overwritten", lambda: True)
    assert "shevchenko" not in versions(Morphology.BASE)
    versions.cache_clear()
