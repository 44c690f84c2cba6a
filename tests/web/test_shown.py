from transloc.web.shown import Piece, changes, compare, text


def test_codes_are_chips_and_words_are_escaped():
    shown = text("<1>A < B</1> & <2/>", {1: "bold"})
    assert shown == (
        '<span class="code" title="bold">1</span>A &lt; B<span class="code end" title="bold">1</span> &amp; '
        '<span class="code" title="code">2</span>'
    )


def test_a_literal_code_is_no_chip():
    assert text(r"\<1> is markup", {}) == "&lt;1&gt; is markup"


def test_a_diff_goes_by_words():
    assert compare("They cost 480 million.", "They cost 48 million.") == (
        Piece("", "They cost "),
        Piece("del", "480"),
        Piece("ins", "48"),
        Piece("", " million."),
    )


def test_a_diff_cuts_no_code_and_no_apostrophe():
    pieces = compare("<1>п’ять</1>", "<2>п’ять</2>")
    assert [piece.text for piece in pieces] == ["<1>", "<2>", "п’ять", "</1>", "</2>"]


def test_both_texts_can_be_read_back_from_a_diff():
    before, after = "Ministers met on Friday in Warsaw.", "On Friday, ministers met in Warsaw"
    pieces = compare(before, after)
    assert "".join(piece.text for piece in pieces if piece.tag != "ins") == before
    assert "".join(piece.text for piece in pieces if piece.tag != "del") == after


def test_a_diff_as_html_is_escaped():
    assert changes("<b>", "<i>", {}) == "&lt;<del>b</del><ins>i</ins>&gt;"
