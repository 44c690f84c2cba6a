from dataclasses import dataclass

import pytest

from transloc import formats
from transloc.formats.convert import KINDS, Localised, convert

ARTICLE = """\
---
title: Міст відкрили після ремонту
description: Рух відновлено в обидва боки.
author: Ірина Дорошенко
date: 2026-11-03
category: Місто
tags: [мости, ремонт]
---

# Міст відкрили після ремонту

{{< player id="7" >}}

![Міст із річки](images/bridge.jpg)

Фото: міст уранці / Clara Weiss / EPA

Міст через річку **відкрили** у вівторок, ідеться в [повідомленні міста][city].[^1]

## Скільки це коштувало

> «Ми *чекали* на це п’ять років».
>
> — Олена Гайдук

- **3 листопада** — рух відновлено
- ремонт тривав 14 місяців

| Рік | Витрати |
|-----|--------:|
| 2025 | 12 млн |
| Разом | 38 |

[city]: https://city.example/news?id=1&lang=uk
[^1]: Уточнено *4 листопада*.
"""

ENGLISH = {
    "Міст відкрили після ремонту": "Bridge reopens after repairs",
    "Рух відновлено в обидва боки.": "Traffic is moving both ways again.",
    "Ірина Дорошенко": "Iryna Doroshenko",
    "Місто": "City",
    "мости": "bridges",
    "ремонт": "repairs",
    "Міст із річки": "The bridge from the river",
    "Фото: міст уранці / <1/>": "Photo: the bridge in the morning / <1/>",
    "Міст через річку <1>відкрили</1> у вівторок, ідеться в <2>повідомленні міста</2>.<3/>": (
        "The bridge was <1>reopened</1> on Tuesday, <2>the city says</2>.<3/>"
    ),
    "Скільки це коштувало": "What it cost",
    "«Ми <1>чекали</1> на це п’ять років».": "“We have <1>waited</1> five years for this.”",
    "— Олена Гайдук": "— Olena Haiduk",
    "<1>3 листопада</1> — рух відновлено": "<1>3 November</1> – traffic resumes",
    "ремонт тривав 14 місяців": "the repairs took 14 months",
    "Рік": "Year",
    "Витрати": "Costs",
    "12 млн": "12 million",
    "Разом": "In all",
    "Уточнено <1>4 листопада</1>.": "Corrected on <1>4 November</1>.",
}


@dataclass
class Converted:
    files: dict
    left_out: tuple
    localised: Localised

    def __getitem__(self, kind):
        return self.files[kind].decode()


@pytest.fixture
def localise():
    """Translate a document as a newsroom does, then convert what came out."""

    def make(data, file="bridge.md", targets=ENGLISH, *, document=None, omitted=(), added=None, **told):
        document = document or formats.for_name(file).parse(data.encode(), file)
        by_id = {unit.id: targets[unit.source] for unit in document.units if unit.source in targets}
        gone = frozenset(unit.id for unit in document.units if unit.source in omitted)
        extra = {unit.id: added[unit.source] for unit in document.units if unit.source in (added or {})}
        out = formats.named(document.format).rebuild(document, by_id, omitted=gone, added=extra)
        fields = {"slug": "bridge", "source_locale": "uk", "locale": "en-GB", "document": document, "data": out, "targets": by_id, **told}
        localised = Localised(**fields, omitted=gone)
        done = convert(localised, KINDS)
        return Converted(dict(done.files), done.left_out, localised)

    return make


@pytest.fixture
def bridge(localise):
    return localise(ARTICLE)
