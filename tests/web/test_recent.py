from transloc.web.recent import Recent


def test_what_was_used_longest_ago_goes_first():
    recent = Recent[str, int](2)
    recent.put("a", 1)
    recent.put("b", 2)
    assert recent.get("a") == 1
    recent.put("c", 3)
    assert (recent.get("a"), recent.get("b"), recent.get("c")) == (1, None, 3)


def test_a_new_value_takes_the_place_of_the_old_one():
    recent = Recent[str, int](2)
    for value in range(5):
        recent.put("a", value)
    recent.put("b", 9)
    assert (recent.get("a"), recent.get("b")) == (4, 9)
