import io

import pytest

from transloc.errors import InputError
from transloc.glossary import Case, ConceptKind, Status
from transloc.glossary.exchange import Format, loads
from transloc.glossary.exchange.tbx_read import read

MICROSOFT = """<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en-US"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="27_1"><langSet xml:lang="en-US"><descripGrp><descrip type="definition">A list of names.</descrip></descripGrp>
<ntig><termGrp><term id="1">glossary</term><termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet>
<langSet xml:lang="uk-UA"><ntig><termGrp><term>глосарій</term></termGrp></ntig><ntig><termGrp><term>словник</term>
<termNote type="administrativeStatus">deprecated</termNote></termGrp></ntig></langSet></termEntry></body></text></martif>
"""
DCA = """<?xml version="1.0"?><tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>
<conceptEntry id="c1"><descrip type="subjectField">law</descrip><langSec xml:lang="en"><termSec><term>court <hi>of</hi> appeal</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec><termSec><term>appeal court</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
<langSec xml:lang="uk"><termSec><term>апеляційний суд</term><termNote type="grammaticalGender">masculine</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>
"""
DCT = """<?xml version="1.0"?><tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
<conceptEntry id="c1"><min:subjectField>place</min:subjectField><langSec xml:lang="en"><termSec><term>Kiev</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec><termSec><term>Kyiv</term></termSec></langSec>
<langSec xml:lang="uk"><termSec><term>Київ</term></termSec></langSec></conceptEntry></body></text></tbx>
"""


def entry(inside, identity="a"):
    opened = f'<termEntry id="{identity}">' if identity else "<termEntry>"
    return f'<martif type="TBX" xml:lang="uk"><text><body>\n{opened}{inside}</termEntry></body></text></martif>'


def pair(uk="Київ", en="Kyiv", more=""):
    return (
        f'{more}<langSet xml:lang="uk"><tig><term>{uk}</term></tig></langSet><langSet xml:lang="en"><tig><term>{en}</term></tig></langSet>'
    )


def concepts(text):
    return loads(text.encode() if isinstance(text, str) else text, Format.TBX, "x.tbx").file.glossary.concepts


def refusal(text):
    with pytest.raises(InputError) as caught:
        concepts(text)
    return caught.value


def test_the_form_of_2008_as_microsoft_writes_it():
    (concept,) = concepts(MICROSOFT)
    assert (concept.id, concept.variants("en-US"), concept.variants("uk-UA")) == ("27_1", ("glossary",), ("глосарій",))
    assert concept.forbidden("uk-UA") == ("словник",)
    assert concept.note == "definition: A list of names."


def test_the_form_of_2019_in_attributes():
    (concept,) = concepts(DCA)
    assert concept.variants("en") == ("appeal court", "court of appeal"), "the preferred one leads"
    assert (concept.gender, concept.note) == ("m", "subjectField: law")


def test_the_form_of_2019_in_names_of_its_own():
    (concept,) = concepts(DCT)
    assert (concept.kind, concept.preferred("en"), concept.forbidden("en")) == (ConceptKind.PLACE, "Kyiv", ("Kiev",))


def test_notes_of_ours_are_settings_and_other_notes_are_kept():
    (concept,) = concepts(entry(pair(more="<note>transloc:case=any</note><note>transloc: hello</note><note>seen</note>")))
    assert (concept.case, concept.note) == (Case.ANY, "transloc: hello; seen")


def test_weblates_mark_for_what_stays_as_it_is():
    (concept,) = concepts(entry(pair(more='<descrip type="Translation needed">no</descrip>')))
    assert not concept.translate


def test_a_concept_of_superseded_terms_is_deprecated_and_else_they_are_forbidden():
    old = '<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>'
    both = (
        '<langSet xml:lang="uk"><tig><term>Київ</term>{uk}</tig></langSet><langSet xml:lang="en"><tig><term>Kiev</term>{en}</tig></langSet>'
    )
    (whole,) = concepts(entry(both.format(uk=old, en=old)))
    assert (whole.status, whole.preferred("en")) == (Status.DEPRECATED, "Kiev")
    (part,) = concepts(entry(both.format(uk="", en=old)))
    assert (part.status, part.preferred("en"), part.forbidden("en")) == (Status.APPROVED, "", ("Kiev",))


def test_ids_are_made_of_the_words_and_do_not_depend_on_the_order():
    def ids(*entries):
        body = "".join(f"<termEntry>{one}</termEntry>" for one in entries)
        found = concepts(f'<martif type="TBX"><text><body>{body}</body></text></martif>')
        return {concept.preferred("en"): concept.id for concept in found}

    castle, lock, kyiv = pair("замок", "castle"), pair("замок", "lock"), pair()
    first = ids(castle, lock, kyiv)
    assert first == ids(kyiv, lock, castle)
    assert first["Kyiv"] == "kyiv"
    assert len(set(first.values())) == 3
    assert all(identity.startswith("zamok-") for identity in (first["castle"], first["lock"]))


def test_only_the_languages_that_are_wanted_are_taken():
    german = '<langSet xml:lang="de"><note>auf Deutsch</note><tig><term>Kiew</term></tig></langSet>'
    table = read(io.BytesIO(entry(pair() + german).encode()), "x.tbx", ("uk", "en-GB"))
    assert table.locales == ("uk", "en")
    assert table.rows == ({"id": "a", "uk": "Київ", "en": "Kyiv"},)


def test_an_entry_without_a_term_is_told():
    text = entry(pair()).replace("</body>", '<termEntry><langSet xml:lang="en"><tig><term> </term></tig></langSet></termEntry></body>')
    loaded = loads(text.encode(), Format.TBX, "x.tbx")
    assert loaded.notes == ("entries without a term were left out: 1",)
    assert len(loaded.file.glossary) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251"])
def test_whatever_encoding_the_file_declares(encoding):
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    (concept,) = concepts(f'<?xml version="1.0" encoding="{declared}"?>{entry(pair())}'.encode(encoding))
    assert concept.preferred("uk") == "Київ"


BOMB = '<!DOCTYPE martif [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (BOMB + entry(pair("&b;")), 1, "declares the entity “a”"),
        ('<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + entry(pair("&x;")), 1, "declares the entity “x”"),
        ('<!DOCTYPE martif [<!ENTITY % x SYSTEM "http://127.0.0.1/x">%x;]>' + entry(pair()), 1, "declares the entity “x”"),
        ('<!DOCTYPE martif SYSTEM "x.dtd">\n' + entry(pair("&nbsp;")), 3, "it uses &nbsp;"),
        (entry(pair())[:-20], 2, "the XML is broken"),
        (entry("<langSet><tig>"), 2, "is not a language tag"),
        (entry('<langSet xml:lang="ua"><tig/></langSet>'), 2, "Did you mean “uk”"),
        ("<html><body/></html>", 1, "this is XML, but no TBX: it begins with <html>"),
        ("id,uk,en\n", 1, "the XML is broken"),
        ("", 1, "the XML is broken"),
        ('<?xml version="1.0" encoding="x-nothing"?><martif/>', 1, "encoding"),
        (entry("<note>" * 200 + "</note>" * 200), 2, "nested too deep"),
    ],
)
def test_what_is_broken_or_made_to_deceive_is_one_sentence_with_its_line(text, line, says):
    error = refusal(text)
    assert says in str(error)
    assert (str(error.path), error.line) == ("x.tbx", line)


class Endless(io.RawIOBase):
    """A TBX that is made while it is read, and never whole."""

    def __init__(self, count):
        self.parts = (part.encode() for part in self._parts(count))
        self.largest = 0

    @staticmethod
    def _parts(count):
        yield '<martif type="TBX"><text><body>'
        for number in range(count):
            yield f'<termEntry id="r{number}"><note>{"x" * 2000}</note>{pair()}</termEntry>'
        yield "</body></text></martif>"

    def read(self, size=-1):
        return next(self.parts, b"")


def test_a_file_is_read_entry_by_entry():
    from transloc.glossary.exchange.tbx_read import _Reader

    reader = _Reader("x.tbx", ())
    for number, found in enumerate(reader.read(Endless(2000)), 1):
        assert found.id == f"r{number - 1}"
        assert len(reader._stack) <= 3
        assert reader.done[1:] == []
    assert number == 2000


def test_a_term_with_a_bar_stays_one_term():
    (concept,) = concepts(entry(pair("а|б")))
    assert concept.variants("uk") == ("а/б",)
