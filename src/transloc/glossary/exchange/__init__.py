"""Glossaries of other programs, in and out: TBX, lists for DeepL, lists of OmegaT.

A reader gives a ``Table``, whose cells mean what those of ``glossary.csv`` mean, and a writer takes a glossary; so every format has
one way in and one way out, and what a format cannot hold is told by its writer.
"""

from transloc.glossary.exchange.convert import Loaded, load, loads, save
from transloc.glossary.exchange.formats import FORMATS, Format, format_of
from transloc.glossary.exchange.table import Table, Written

__all__ = ["FORMATS", "Format", "Loaded", "Table", "Written", "format_of", "load", "loads", "save"]
