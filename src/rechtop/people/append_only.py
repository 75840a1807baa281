"""The triggers that make told facts append-only, for SQLite and PostgreSQL."""

from django.db.backends.base.base import BaseDatabaseWrapper

SAYS = "told facts only grow: an entry is never changed or removed"

_SQLITE = {
    act: f"CREATE TRIGGER people_facts_no_{act.lower()} BEFORE {act} ON people_factentry BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
    for act in ("UPDATE", "DELETE")
}
# An entry that takes an id already there would replace it (INSERT OR REPLACE fires no DELETE trigger in SQLite).
_SQLITE["INSERT"] = (
    "CREATE TRIGGER people_facts_no_insert BEFORE INSERT ON people_factentry"  # noqa: S608  our own words
    " WHEN EXISTS (SELECT 1 FROM people_factentry WHERE id = NEW.id)"
    f" BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
)

_POSTGRESQL = f"""
CREATE FUNCTION people_facts_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER people_facts_no_change BEFORE UPDATE OR DELETE ON people_factentry
    FOR EACH ROW EXECUTE FUNCTION people_facts_refuse();
CREATE TRIGGER people_facts_no_truncate BEFORE TRUNCATE ON people_factentry
    FOR EACH STATEMENT EXECUTE FUNCTION people_facts_refuse();
"""


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Make told facts append-only. A later migration that rebuilds the table in SQLite loses the triggers: call this again."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL)
        else:
            for statement in _SQLITE.values():
                cursor.execute(statement)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """The way back of the migration; nothing else in Rechtop calls it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP TRIGGER people_facts_no_change ON people_factentry")
            cursor.execute("DROP TRIGGER people_facts_no_truncate ON people_factentry")
            cursor.execute("DROP FUNCTION people_facts_refuse()")
        else:
            for act in _SQLITE:
                cursor.execute(f"DROP TRIGGER people_facts_no_{act.lower()}")
