from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.checks.names import proper
from transloc.checks.pair import Side

PARTS = ["Гренобль", "Олена", "Гайдук,", "прибула", "Маркович.", " ", "  ", "\n", "\u00a0", " \u00a0", "\t", "(", "—"]
PARTS += ["🔴", "1️⃣", "1)", "а)", "[", "]", "«", "»", "/", "%", "*", "5", ".»", ",»", "й́"]


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_whatever_parts_the_words_the_last_one_of_each_name_is_told(text):
    side = Side(text, "uk")
    names = {name.last.text for name in proper.find(side) if proper.judged(name, "uk")}
    assert names <= set(proper.telling(side))
