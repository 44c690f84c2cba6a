"""One open database: Django brought up, its tables made, reads on one snapshot, writes one after another.

What Django's database layer raises leaves here as one sentence.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import ENVIRONMENT_VARIABLE
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from transloc.errors import InputError
from transloc.store import place
from transloc.wording import say

#: Writers of one process queue here, in the order they came; SQLite's own waiting is by chance (32 writers: the slowest
#: took 5 to 6 s without this lock, 1 s with it).
_WRITE = threading.RLock()

_PERMISSIONS = say("Check the permissions of the project's folder")
_RESTORE = say("Restore a backup, or move the file away: it is rebuilt from articles/ and locales/")

_SAID = {
    "database is locked": (
        say("the database has been busy for too long"),
        say("Another program is writing to it: try again when it has ended"),
    ),
    "disk is full": (say("the disk is full, and nothing was written"), say("Make room and try again")),
    "readonly database": (say("the database cannot be written"), _PERMISSIONS),
    "unable to open": (say("the database cannot be opened"), _PERMISSIONS),
    "disk I/O error": (say("the disk reports an error"), say("Check the disk, then run: transloc doctor")),
    "malformed": (say("the database is damaged"), _RESTORE),
    "not a database": (say("this is not a database"), _RESTORE),
    "no such module: fts5": (
        say("the SQLite of this Python has no full-text search (FTS5), which the memory needs"),
        say("Use another Python, such as that of python.org"),
    ),
}


class Database:
    """The database of one project as this process sees it; the latest one connected is the one that Django works on."""

    def __init__(self, root: Path) -> None:
        self._settings = connections.configure_settings({DEFAULT_DB_ALIAS: place.settings(root)})
        self.path = Path(self._settings[DEFAULT_DB_ALIAS]["NAME"])
        connections.close_all()
        connections.settings = self._settings

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the process's one write lock and a transaction."""
        with _WRITE, self._told():
            self._connection()
            with transaction.atomic(durable=True):
                yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one snapshot: a plain transaction, since Django's own would take the write lock."""
        with self._told():
            connection = self._connection()
            begin = "BEGIN" if connection.vendor == "sqlite" else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            with connection.cursor() as cursor:
                cursor.execute(begin)
                try:
                    yield
                finally:
                    cursor.execute("ROLLBACK")

    def close(self) -> None:
        """Close the calling thread's connection, and use the database no more."""
        self.release()
        if self._current():
            connections.settings = connections.configure_settings({})

    def release(self) -> None:
        """Close the calling thread's connection."""
        connections.close_all()

    def _current(self) -> bool:
        return connections.settings is self._settings

    def _connection(self) -> BaseDatabaseWrapper:
        if not self._current():
            raise RuntimeError(f"the store of {self.path} is closed")
        connection = connections[DEFAULT_DB_ALIAS]
        if connection.settings_dict is not self._settings[DEFAULT_DB_ALIAS]:  # this thread last worked on another project
            connection.close()
            del connections[DEFAULT_DB_ALIAS]
        return connections[DEFAULT_DB_ALIAS]

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            for sign, (sentence, hint) in _SAID.items():
                if sign in str(error):
                    raise InputError(sentence, path=self.path, hint=hint) from error
            raise


def connect(root: Path) -> Database:
    """Return the database of the project in ``root``, with the tables that this version needs."""
    if not os.environ.get(ENVIRONMENT_VARIABLE, "").startswith("transloc."):  # it may speak of another project of the user's
        os.environ[ENVIRONMENT_VARIABLE] = "transloc.store.settings"
    django.setup()  # does nothing the second time
    database = Database(root)
    try:
        with database._told():
            from transloc.store import tables

            tables.prepare(database._connection(), database.path)
    except BaseException:
        database.close()
        raise
    return database
