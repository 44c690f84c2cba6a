"""The memory's index by words, which ``store.memory.index`` keeps."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from transloc.memory import words

# Words have only letters and digits: the tokenizer that takes all beyond ASCII for a letter cuts them at spaces alone.
_TABLE = """
CREATE VIRTUAL TABLE store_memorywords
USING fts5(words, content='store_memoryentry', content_rowid='id', detail='none', columnsize=0, tokenize='ascii')
"""
_SQLITE = (_TABLE, "INSERT INTO store_memorywords(store_memorywords) VALUES ('rebuild')")
_POSTGRES = ("CREATE INDEX store_memory_words ON store_memoryentry USING gin (array_to_tsvector(string_to_array(words, ' ')))",)


def reword(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    entries = apps.get_model("store", "MemoryEntry").objects
    for entry in entries.only("source", "target").iterator():
        entries.filter(pk=entry.pk).update(words=" ".join((*words(entry.source), *words(entry.target))))


def index(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRES:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("store", "0005_signed_glossary")]
    operations = [migrations.RunPython(reword), migrations.RunPython(index)]
