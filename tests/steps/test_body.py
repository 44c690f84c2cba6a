from transloc import formats
from transloc.model import Kind
from transloc.steps.assemble import Assembled
from transloc.steps.body import body

PAGE = """\
<!doctype html><html><body><article>
<h1>Міст у Львові</h1><p>Перший <b>абзац</b>.</p><p>Другий абзац.</p><ul><li>Пункт</li></ul><img src="a.png" alt="Річка">
<p>Третій абзац.</p>
"""


def test_the_text_without_what_stands_around_it():
    document = formats.named("html").parse(PAGE.encode())
    ids = {unit.source: unit.id for unit in document.units}
    made = Assembled(
        targets={ids["Перший <1>абзац</1>."]: "First <1>paragraph</1>.", ids["Пункт"]: "Item", ids["Міст у Львові"]: "Bridge"},
        omitted=frozenset({ids["Другий абзац."]}),
        added={ids["Пункт"]: ("A note.",)},
    )
    assert Kind.ATTRIBUTE in {unit.kind for unit in document.units}
    assert body(document, made) == "First paragraph.\n\nItem\n\nA note.\n\nТретій абзац."
