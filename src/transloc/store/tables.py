"""The tables of the database: made and migrated when a project is opened, and left alone when they are up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from transloc.errors import InputError
from transloc.store.alone import alone

Migration = tuple[str, str]


def prepare(connection: BaseDatabaseWrapper, path: Path) -> None:
    """Bring the tables up to date; raises InputError where a newer version of transloc made them."""
    if _missing(connection, path):
        with _alone(connection, path):
            if _missing(connection, path):  # another process may have been first
                _migrate()


def _missing(connection: BaseDatabaseWrapper, path: Path) -> set[Migration]:
    """Return the migrations that were not applied; told by names alone, since loading them takes ten times as long."""
    wanted = _wanted()
    applied = _applied(connection)
    newer = {name for app, name in applied if app == "store"} - {name for app, name in wanted if app == "store"}
    if newer:
        raise InputError("a newer version of transloc has written this database", path=path, hint="Update transloc here as well")
    return wanted - applied


def _wanted() -> set[Migration]:
    return {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        for file in (Path(app.path) / "migrations").glob("[0-9]*.py")  # not pkgutil: it would import the package
    }


def _applied(connection: BaseDatabaseWrapper) -> set[Migration]:
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT app, name FROM django_migrations")
        return {(app, name) for app, name in cursor.fetchall()}


@contextmanager
def _alone(connection: BaseDatabaseWrapper, path: Path) -> Iterator[None]:
    """Keep other processes from migrating meanwhile."""
    if connection.vendor != "sqlite":
        yield
        return
    with alone(path.with_name("migrating.lock"), seconds=120) as ours:
        if not ours:
            raise InputError("another process has been changing its tables for two minutes", path=path, hint="Wait, or end it")
        yield


def verify() -> str:
    """Return what SQLite's own check of the file says, empty where all is well or another database is in use."""
    if connections[DEFAULT_DB_ALIAS].vendor != "sqlite":
        return ""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        (told,) = cursor.fetchone()
    return "" if told == "ok" else str(told)


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
