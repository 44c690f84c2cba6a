from transloc.cli import session


def test_an_empty_database_is_rebuilt_once_and_it_is_told(desk, capsys):
    (desk.root / ".transloc" / "transloc.db").unlink()
    with session.opened() as newsroom:
        assert [listed.slug for listed in newsroom.store.listing()] == ["library", "tram"]
    assert "2 articles were read from articles/ and locales/" in capsys.readouterr().err
    with session.opened():
        pass
    assert capsys.readouterr().err == ""


def test_a_project_without_articles_is_quiet(empty, capsys):
    with session.opened() as newsroom:
        assert newsroom.store.listing() == ()
    assert capsys.readouterr() == ("", "")


def test_files_that_somebody_has_changed_are_named_and_the_others_written(desk, capsys):
    desk.edit({"Решта — до кінця року.": "The rest follow."})
    desk.po("library").unlink()
    with session.opened() as newsroom:
        session.mirrored(newsroom, [("tram", "en"), ("library", "en")])
    said = capsys.readouterr().err
    assert said.startswith("locales/en/tram.po: somebody has changed this file")
    assert "library" not in said
    assert desk.po("library").exists()
