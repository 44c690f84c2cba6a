"""Events are written once: the database itself refuses to change or delete one."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = "CREATE TRIGGER store_event_no_{0} BEFORE {0} ON store_event BEGIN SELECT RAISE(ABORT, 'Events are never changed'); END"
_POSTGRES = """
CREATE FUNCTION store_event_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'Events are never changed'; END $$;
CREATE TRIGGER store_event_stays BEFORE UPDATE OR DELETE ON store_event FOR EACH ROW EXECUTE FUNCTION store_event_stays();
"""


def guard(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute(_SQLITE.format("UPDATE"))
        editor.execute(_SQLITE.format("DELETE"))
    else:
        editor.execute(_POSTGRES)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(guard)]
