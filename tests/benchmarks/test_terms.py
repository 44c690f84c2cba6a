import json

from benchmarks import terms


def test_alarms_and_catches_are_counted_by_kind(tmp_path, capsys):
    segments = [
        {"uk": "у Франції", "en": "the French South"},
        {"uk": "у Франції", "en": "abroad"},
        {"uk": "сказав Макрон", "en": "he said"},
        {"uk": "Макрон у Парижі", "en": "Macron was there"},
    ]
    articles, glossary = tmp_path / "a.jsonl", tmp_path / "g.csv"
    articles.write_text(json.dumps({"segments": segments}) + "\n", encoding="utf-8")
    glossary.write_text("id,kind,uk,en\nfr,place,Франція,France\nem,person,Емманюель Макрон,Emmanuel Macron\n", encoding="utf-8")
    terms.main([str(articles), str(glossary), "uk-en", "--show"])
    told = capsys.readouterr().out
    assert "uk-en Франції | у Франції | abroad" in told
    cells = [[cell.strip() for cell in line.strip("│ ").split("│")] for line in told.splitlines() if line.startswith("│")]
    assert cells == [["uk-en", "person", "2", "0", "1", "1", "1", "0"], ["uk-en", "place", "2", "1", "0", "1", "1", "0"]]
