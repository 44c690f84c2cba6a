import json
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

from transloc.cli import console


def shown(capsys, *arguments, **options):
    console.show_table(*arguments, **options)
    return capsys.readouterr().out


def test_a_table_shows_texts_as_they_are(capsys):
    said = shown(capsys, ("source", "count"), [("Ключ [/b] [red]так[/red] :fire:", "7")], numbers=("count",), title="Пам’ять")
    assert "Ключ [/b] [red]так[/red] :fire:" in said
    assert "Пам’ять" in said
    assert "\x1b" not in said


def test_a_long_text_is_folded_and_not_cut(capsys):
    words = " ".join(f"слово{n}" for n in range(60))
    assert set(words.split()) <= set(shown(capsys, ("source",), [(words,)]).split())


def test_json_keeps_letters_and_is_one_value(capsys):
    console.show_json([{"source": "Їжак", "at": None}])
    said = capsys.readouterr().out
    assert "Їжак" in said
    assert json.loads(said) == [{"source": "Їжак", "at": None}]


def test_json_tells_days_and_moments_as_iso_8601(capsys):
    console.show_json({"at": datetime(2026, 11, 24, 16, tzinfo=UTC), "on": date(2026, 11, 24), "path": PurePosixPath("a/b")})
    assert json.loads(capsys.readouterr().out) == {"at": "2026-11-24T16:00:00+00:00", "on": "2026-11-24", "path": "a/b"}


def test_a_note_stands_beside_the_answer(capsys):
    console.note("До речі")
    assert capsys.readouterr() == ("", "До речі\n")


def test_in_a_pipe_progress_is_silent(capsys):
    with console.progress("Drafting", 3) as advance:
        advance(1, "так")
    assert capsys.readouterr() == ("", "")
