"""What is done to glossary.csv by an open desk: the cells that are meant, and nothing else."""

import threading
from dataclasses import replace
from datetime import date

import pytest

from fakes.desk import GLOSSARY
from transloc import files
from transloc.errors import InputError, Refused
from transloc.glossary import Concept, ConceptKind, Status, Term
from transloc.jobs import terminology
from transloc.jobs.current import Current

TURKEY = '\ufeffid;kind;uk;en;en.forbidden;мій стовпець\r\nlviv;place;Львів;Lviv;Lvov;так\r\n\r\ntram;;трамвай;"tram";streetcar; \r\n'


@pytest.fixture
def newsroom(desk):
    with desk.newsroom() as opened:
        yield opened


def row(newsroom, name):
    return terminology.read(newsroom).glossary.concept(name)


def change(newsroom, name, step):
    return terminology.change(newsroom, name, step, seen=terminology.token(row(newsroom, name)))


def proposed(source="мер", target="mayor", **values):
    return Concept(id="", status=Status.DRAFT, terms=(Term(source, "uk"), Term(target, "en")), **values)


class TestAChange:
    def test_writes_its_cells_and_leaves_all_other_bytes(self, desk, newsroom):
        desk.write("glossary.csv", TURKEY)
        change(newsroom, "tram", lambda one: replace(one, kind=ConceptKind.ABBR))
        assert desk.root.joinpath("glossary.csv").read_bytes() == TURKEY.replace("tram;;", "tram;abbr;").encode()

    def test_adds_the_columns_that_it_needs(self, desk, newsroom):
        change(newsroom, "tram", lambda one: terminology.deprecated(one, "nobody says so", heir="lviv"))
        header, tram, lviv = desk.read("glossary.csv").splitlines()
        assert header == "id,kind,uk,en,pl,en.forbidden,status,reason,replaced-by"
        assert tram == "tram,term,трамвай,tram,tramwaj,streetcar,deprecated,nobody says so,lviv"
        assert lviv == "lviv,place,Львів,Lviv,Lwów,Lvov,,,"

    def test_that_changes_nothing_writes_nothing(self, desk, newsroom):
        before = (desk.root / "glossary.csv").stat()
        change(newsroom, "tram", lambda one: one)
        assert (desk.root / "glossary.csv").stat() == before

    def test_is_in_force_at_once(self, newsroom):
        current = Current(newsroom)
        change(newsroom, "tram", lambda one: replace(one, status=Status.DRAFT))
        assert current.newsroom().glossary.concept("tram").status is Status.DRAFT

    def test_is_of_the_row_that_was_seen(self, desk, newsroom):
        seen = terminology.token(row(newsroom, "tram"))
        desk.write("glossary.csv", GLOSSARY.replace("tramwaj", "bimba"))
        with pytest.raises(terminology.Changed, match="changed since you opened it") as refused:
            terminology.change(newsroom, "tram", lambda one: replace(one, note="mine"), seen=seen)
        assert refused.value.now.preferred("pl") == "bimba"
        assert desk.read("glossary.csv") == GLOSSARY.replace("tramwaj", "bimba")

    def test_goes_well_beside_that_of_another_row(self, desk, newsroom):
        seen = terminology.token(row(newsroom, "tram"))
        desk.write("glossary.csv", "\n".join(reversed(GLOSSARY.splitlines()[1:])).join((GLOSSARY.splitlines()[0] + "\n", "\n")))
        terminology.change(newsroom, "tram", lambda one: replace(one, note="mine"), seen=seen)
        assert desk.read("glossary.csv").splitlines()[2].endswith("streetcar,mine")

    def test_of_a_row_that_is_gone_is_refused(self, desk, newsroom):
        seen = terminology.token(row(newsroom, "tram"))
        left = GLOSSARY.replace("tram,term,трамвай,tram,tramwaj,streetcar\n", "")
        desk.write("glossary.csv", left)
        with pytest.raises(terminology.Changed, match="gone"):
            terminology.change(newsroom, "tram", lambda one: one, seen=seen)
        assert desk.read("glossary.csv") == left

    def test_is_refused_where_another_program_writes_at_that_moment(self, desk, newsroom):
        def meanwhile(one):
            desk.write("glossary.csv", GLOSSARY + "uah,term,гривня,hryvnia,,\n")
            return replace(one, note="mine")

        with pytest.raises(Refused, match="another program"):
            change(newsroom, "tram", meanwhile)
        assert desk.read("glossary.csv") == GLOSSARY + "uah,term,гривня,hryvnia,,\n"

    def test_into_a_file_that_cannot_be_read_is_refused(self, desk, newsroom):
        seen = terminology.token(row(newsroom, "tram"))
        broken = GLOSSARY.encode("cp1251", "replace")
        desk.write("glossary.csv", broken)
        with pytest.raises(InputError, match="UTF-8"):
            terminology.change(newsroom, "tram", lambda one: one, seen=seen)
        assert (desk.root / "glossary.csv").read_bytes() == broken

    def test_that_lint_calls_an_error_is_refused_with_its_sentence(self, desk, newsroom):
        with pytest.raises(Refused, match="nothing was written: there is no row “none”"):
            change(newsroom, "tram", lambda one: terminology.deprecated(one, "", heir="none"))
        assert desk.read("glossary.csv") == GLOSSARY

    def test_is_not_held_up_by_faults_that_were_there_before(self, desk, newsroom):
        desk.write("glossary.csv", GLOSSARY + "empty,term,,nothing,,\n")
        assert change(newsroom, "tram", lambda one: replace(one, note="mine")).concept.note == "mine"

    def test_is_refused_for_what_it_does_to_other_rows(self, desk, newsroom):
        desk.write("glossary.csv", f"{GLOSSARY}a,term,перший,first,,\nb,term,другий,second,,\n")
        with pytest.raises(Refused, match="“first” in line 4"):
            change(newsroom, "a", lambda one: replace(one, terms=(Term("другий", "uk"), Term("first", "en"))))

    def test_that_leads_back_to_where_it_began_is_refused(self, desk, newsroom):
        desk.write("glossary.csv", "id,uk,en,replaced-by\na,перший,first,b\nb,другий,second,c\nc,третій,third,\n")
        with pytest.raises(Refused, match="replaced by itself"):
            change(newsroom, "c", lambda one: terminology.deprecated(one, "", heir="a"))

    def test_tells_what_lint_warns_of(self, newsroom):
        written = change(newsroom, "tram", lambda one: replace(one, source="no link"))
        assert any("no link" in warning for warning in written.warnings)

    def test_names_the_row_whose_id_is_its_first_term(self, desk, newsroom):
        desk.write("glossary.csv", "uk,en\nтрамвай,tram\nЛьвів,Lviv\n")
        written = change(newsroom, "трамвай", lambda one: replace(one, terms=(Term("вагон", "uk"), Term("car", "en"))))
        assert written.concept.id == "вагон"
        assert desk.read("glossary.csv") == "uk,en\nвагон,car\nЛьвів,Lviv\n"

    def test_runs_as_no_formula_in_a_spreadsheet(self, desk, newsroom):
        formulas = {"note": '=HYPERLINK("http://evil.example")', "reason": "@cmd", "owner": "+1", "source": "-2"}
        change(newsroom, "tram", lambda one: replace(one, **formulas))
        line = desk.read("glossary.csv").splitlines()[1]
        assert "\"'=HYPERLINK" in line
        assert line.endswith(",'+1,'@cmd,'-2")
        assert row(newsroom, "tram").note.startswith("=HYPERLINK")

    def test_leaves_the_old_file_or_the_new_one(self, desk, newsroom, monkeypatch):
        def crash(*_):
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(files.os, "fsync", crash)
            with pytest.raises(KeyboardInterrupt):
                change(newsroom, "tram", lambda one: replace(one, note="mine"))
        assert desk.read("glossary.csv") == GLOSSARY
        assert list(desk.root.glob(".transloc-*")) == []

    def test_and_another_at_the_same_time_are_both_written(self, newsroom):
        def work(number):
            terminology.add(newsroom, proposed(f"слово{number}", f"word{number}"))

        threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {f"word{number}" for number in range(6)} <= {one.id for one in terminology.read(newsroom).glossary.concepts}

    def test_does_not_go_through_a_link_that_leads_out_of_the_project(self, desk, newsroom, tmp_path):
        outside = tmp_path / "outside.csv"
        outside.write_text(GLOSSARY, encoding="utf-8")
        (desk.root / "glossary.csv").unlink()
        (desk.root / "glossary.csv").symlink_to(outside)
        with pytest.raises(InputError, match="leads out"):
            change(newsroom, "tram", lambda one: replace(one, note="mine"))
        assert outside.read_text(encoding="utf-8") == GLOSSARY


class TestANewRow:
    def test_stands_at_the_end_under_an_id_of_its_translation(self, desk, newsroom):
        written = terminology.add(newsroom, proposed("Верховна Рада", "Supreme Council", owner="Olena"))
        assert written.concept.id == "supreme-council"
        assert desk.read("glossary.csv").splitlines()[-1].startswith("supreme-council,term,Верховна Рада,Supreme Council,,,")

    def test_of_a_person_is_called_by_the_surname(self, newsroom):
        person = proposed("Олена Гайдук", "Olena Haiduk", kind=ConceptKind.PERSON)
        assert terminology.add(newsroom, person).concept.id == "haiduk"
        other = proposed("Ірина Гайдук", "Iryna Haiduk", kind=ConceptKind.PERSON)
        assert terminology.add(newsroom, other).concept.id == "iryna-haiduk"

    def test_gets_a_number_where_its_id_is_taken(self, newsroom):
        assert terminology.add(newsroom, proposed("вагончик", "tram")).concept.id == "tram-2"

    def test_needs_a_glossary(self, desk, newsroom):
        (desk.root / "glossary.csv").unlink()
        with pytest.raises(InputError, match="there is no glossary"):
            terminology.add(newsroom, proposed())
        assert not (desk.root / "glossary.csv").exists()


class TestABeginning:
    def test_has_the_languages_of_the_project(self, desk, newsroom):
        (desk.root / "glossary.csv").unlink()
        assert terminology.read(newsroom) is None
        terminology.begin(newsroom)
        assert desk.read("glossary.csv") == "id,kind,uk,en,status,owner,reason,source,note\n"
        assert terminology.add(newsroom, proposed()).concept.id == "mayor"

    def test_is_none_where_there_is_a_file(self, desk, newsroom):
        with pytest.raises(Refused, match="already"):
            terminology.begin(newsroom)
        assert desk.read("glossary.csv") == GLOSSARY


class TestADecision:
    def test_to_accept_makes_it_hold_from_its_day(self):
        row = terminology.accepted(proposed(reason="it says so itself"), day=date(2026, 12, 1))
        assert (row.status, row.valid_from, row.reason) == (Status.APPROVED, date(2026, 12, 1), "it says so itself")

    def test_to_decline_says_who_and_why_and_keeps_why_it_was_proposed(self):
        row = terminology.declined(proposed(reason="shorter"), "not ours", by="Olena", on=date(2026, 11, 26))
        assert row.status is Status.DEPRECATED
        assert row.reason == "declined by Olena on 2026-11-26: not ours (proposed: shorter)"

    def test_to_deprecate_names_what_replaces_it(self):
        row = terminology.deprecated(proposed(reason="shorter"), "", heir="mayor")
        assert (row.status, row.replaced_by, row.reason) == (Status.DEPRECATED, "mayor", "shorter")
