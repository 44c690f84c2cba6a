"""The index by words: SQLite's FTS5, or PostgreSQL's tsvector. Both hold the words that ``transloc.memory.words`` tells.

PostgreSQL keeps its index itself. That of SQLite is written in the transaction that writes the entries; not by triggers, since FTS5
then writes to the disk for every row, which makes an import four times as long.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

#: Entries with a word that are counted: more is common, and how common does not matter.
_COMMON = 10_000
#: Entries with a word that are looked at, the latest first.
_READ = 4_000

#: So short a word is no beginning of others: a tenth of all words begin with some letter, and to list them takes seconds.
_SHORT = 2

#: By vendor: what stands for an index, and the condition that an entry holds a word.
_HOLDS = {
    "sqlite": ("store_memorywords", "rowid", "store_memorywords MATCH %s"),
    "postgresql": ("store_memoryentry", "id", "array_to_tsvector(string_to_array(words, ' ')) @@ CAST(%s AS tsquery)"),
}


def _word(word: str, *, prefix: bool = False) -> str:
    """Return a word as the index is asked for it; words have letters and digits alone, so nothing is to be escaped."""
    if connection.vendor == "sqlite":
        return f'"{word}"*' if prefix else f'"{word}"'
    return f"'{word}':*" if prefix else f"'{word}'"


def latest() -> int:
    """Return the id of the latest entry; those that are written from now on have higher ones."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM store_memoryentry")
        (found,) = cursor.fetchone()
    return int(found)


def enter(after: int) -> None:
    """Take in the entries with an id above ``after``."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO store_memorywords(rowid, words) SELECT id, words FROM store_memoryentry WHERE id > %s", [after])


def leave(ids: Sequence[int]) -> None:
    """Take entries out, which are about to be deleted."""
    if connection.vendor == "sqlite" and ids:
        some = ", ".join(["%s"] * len(ids))
        sql = "INSERT INTO store_memorywords(store_memorywords, rowid, words) SELECT 'delete', id, words FROM store_memoryentry"
        with connection.cursor() as cursor:
            cursor.execute(f"{sql} WHERE id IN ({some})", list(ids))


def counts(words: Iterable[str]) -> dict[str, int]:
    """Return how many entries hold each word, up to what makes a word common."""
    table, _, holds = _HOLDS[connection.vendor]
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {holds} LIMIT {_COMMON}) AS held"
    found = {}
    with connection.cursor() as cursor:
        for word in words:
            cursor.execute(sql, [_word(word)])
            (found[word],) = cursor.fetchone()
    return found


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the table of entries, ``e``, with its parameters."""

    sql: str
    given: tuple[str | int, ...] = ()


def holding_some(weights: Mapping[str, float], condition: Condition, most: int) -> list[tuple[int, str]]:
    """Return ids and sources of the entries with the most of the weighed words, the latest of equals first."""
    table, key, holds = _HOLDS[connection.vendor]
    one = f"SELECT {key} AS id, CAST(%s AS real) AS weight FROM {table} WHERE {holds} ORDER BY {key} DESC LIMIT {_READ}"
    every = " UNION ALL ".join([f"SELECT * FROM ({one}) AS held"] * len(weights))
    ranked = f"SELECT id, sum(weight) AS weight FROM ({every}) AS h GROUP BY id ORDER BY 2 DESC, 1 DESC"
    sql = f"SELECT e.id, e.source FROM ({ranked}) AS r CROSS JOIN store_memoryentry AS e WHERE e.id = r.id AND {condition.sql}"
    if connection.vendor == "postgresql":  # it keeps no order of a subquery; SQLite does, and reads no further than it must
        sql += " ORDER BY r.weight DESC, r.id DESC"
    parameters = [value for word, weight in weights.items() for value in (weight, _word(word))]
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT {most}", [*parameters, *condition.given])
        return [(key, source) for key, source in cursor.fetchall()]


def holding_all(words: Iterable[str], condition: Condition, most: int) -> list[int]:
    """Return the ids of the entries that hold a word with each of these beginnings, the latest first; short words are looked for whole."""
    table, key, holds = _HOLDS[connection.vendor]
    joint = " AND " if connection.vendor == "sqlite" else " & "
    wanted = joint.join(_word(word, prefix=len(word) > _SHORT) for word in words)
    held = f"SELECT {key} AS id FROM {table} WHERE {holds} ORDER BY {key} DESC"
    sql = f"SELECT e.id FROM ({held}) AS h CROSS JOIN store_memoryentry AS e WHERE e.id = h.id AND {condition.sql}"
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY h.id DESC LIMIT {most}", [wanted, *condition.given])
        return [found for (found,) in cursor.fetchall()]
