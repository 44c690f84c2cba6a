"""Everything that can be done has words."""

from transloc.states import Action
from transloc.store.events import Happened
from transloc.web.done import DONE


def test_each_action_and_each_happening_is_told_in_words():
    assert set(DONE) == {*map(str, Action), *map(str, Happened)}
