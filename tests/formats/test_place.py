from hypothesis import given
from hypothesis import strategies as st

from transloc.formats import place
from transloc.formats.place import Insertion, Place
from transloc.formats.runs import Spot
from transloc.model import Kind, Unit

texts = st.text(max_size=5)
places = st.builds(
    Place,
    context=st.sampled_from(["line", "cell", "yaml"]),
    wrap=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
    entities=st.dictionaries(texts, texts, max_size=2),
    quote=texts,
    key=texts,
    spot=st.none() | st.builds(Spot, st.integers(1, 9), st.sampled_from(["open", "close"]), st.integers(0, 99)),
    within=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=2).map(tuple),
    after=st.none() | st.builds(Insertion, st.integers(0, 9), texts, texts),
)


@given(places)
def test_what_is_stored_reads_back(one):
    assert place.read(place.written(one)) == one


def test_a_plain_place_is_short():
    assert place.written(Place(context="line")) == '{"as":"line"}'


def test_offsets_may_be_told_from_the_unit():
    spot = Place(context="line", within=((90, 130),), after=Insertion(120, "\n\n- "))
    unit = Unit(id="u1", kind=Kind.ITEM, source="а", span=(100, 118), syntax=place.written(spot, (100, 118)))
    assert place.of(unit) == spot
    assert unit.syntax == place.written(Place(context="line", within=((190, 230),), after=Insertion(220, "\n\n- ")), (200, 218))


def test_offsets_that_an_older_version_wrote_are_those_of_the_document():
    spot = Place(context="line", within=((90, 130),), after=Insertion(120, "\n\n"))
    assert place.of(Unit(id="u1", kind=Kind.ITEM, source="а", span=(100, 118), syntax=place.written(spot))) == spot
