"""An article of forty sentences, as a newsroom has it on the desk for a morning: furnished, and with a DeepL of our own for drafts."""

import shutil
from collections import namedtuple

from fakes.long_article import furnish, rows

SLUG = "bridge"
PATH = "a/bridge/en/"
Segment = namedtuple("Segment", "id source target state omitted revision alternatives")

ARTICLE = """\
---
title: Новий міст з’єднав береги Тиси
description: Рух відкрили у вівторок, раніше, ніж планували.
author: Ірина Дорошенко
---

Міст через Тису відкрили у вівторок вранці. Першими ним проїхали 40 автобусів. Будівництво тривало кілька років.

Новий міст має смуги для автомобілів і для велосипедів. Його довжина — 268 метрів. Старий міст закрили ще 2019 року.

«На цей день чекало все місто», — сказав мер Павло Романюк. За його словами, дорога до лікарні тепер коротша на 12 кілометрів.

## Хто заплатив

Будівництво коштувало 62 млн євро. Більшу частину дав Європейський Союз. Решту сплатили область і місто. Кредит повернуть до 2035 року.

«Цей міст має служити людям, а не звітам», — сказала німецькою інженерка Катрін Фосс. Вона керувала будівництвом від початку.

- Проїзд мостом безплатний.
- Вантажівки понад 20 тонн пускатимуть лише вночі.
- Пішоходам відведено окрему доріжку.

## Що було до мосту

Раніше через річку ходив пором. Він брав небагато машин. Узимку пором стояв. Люди їхали в об’їзд, і дорога тривала довго.

Поромник Іван Ткач працював тут 31 рік. Тепер він водитиме екскурсійний човен. Сезон почнеться у травні.

Екологи спершу були проти. Вони боялися за лелек, які гніздяться на березі. Опори пересунули на 90 метрів, і гнізда залишилися.

## Що далі

Восени відкриють об’їзну дорогу. Вона виведе вантажівки з центру міста. Потім відремонтують набережну.

Міст прийняла комісія з 14 інженерів. Вони перевіряли його понад тиждень. Зауважень не лишилося. Наступний огляд призначено на квітень.
"""

HEADLINE = "Новий міст з’єднав береги Тиси"
OPENED = "Міст через Тису відкрили у вівторок вранці."
BUSES = "Першими ним проїхали 40 автобусів."
LASTED = "Будівництво тривало кілька років."
LENGTH = "Його довжина — 268 метрів."
CLOSED = "Старий міст закрили ще 2019 року."
COST = "Будівництво коштувало 62 млн євро."
UNION = "Більшу частину дав Європейський Союз."
QUOTED = "«Цей міст має служити людям, а не звітам», — сказала німецькою інженерка Катрін Фосс."
DETOUR = "Люди їхали в об’їзд, і дорога тривала довго."
CHECKED = "Вони перевіряли його понад тиждень."
CLEAN = "Зауважень не лишилося."

GLOSSARY = (
    "id,kind,uk,uk.forms,en,en.forbidden\ntysa,place,Тиса,Тиси|Тису,Tysa,Tisza|Tissa\nvoss,person,Катрін Фосс,,Katrin Voss,Catherine Foss\n"
)


def build(root, tables):
    """Make the project at ``root``, the article added and nothing drafted; ``tables`` is a folder with an empty database."""
    root.mkdir()
    (root / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    return furnish(root, tables, {SLUG: [ARTICLE]}, settings='[engine]\nname = "deepl"\n')


def copy(built, root):
    """Return a copy of a project that was built before."""
    shutil.copytree(built, root)
    return root


class Kept:
    """What is committed of the article at ``root``: the database is asked from outside."""

    def __init__(self, root):
        self.root = root

    def segments(self):
        """Return every segment in reading order."""
        query = "SELECT key, source, target, state, omitted, revision, alternatives FROM store_segment ORDER BY position"
        return [Segment(*row) for row in rows(self.root, query)]

    def segment(self, source):
        return next(one for one in self.segments() if one.source == source)

    def draft(self, segment):
        """Return what is being typed into a sentence, as the server holds it; empty where nothing is."""
        found = [text for key, text in rows(self.root, "SELECT segment, text FROM store_draft") if key == segment.id]
        return found[0] if found else ""

    def events(self, action):
        """Return the ids of the segments to which this was done, in the order in which it was done."""
        return [key for key, done in rows(self.root, "SELECT segment, action FROM store_event ORDER BY id") if done == action]
