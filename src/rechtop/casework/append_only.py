"""The triggers that keep every version of a story as it was, for SQLite and PostgreSQL."""

from django.db.backends.base.base import BaseDatabaseWrapper

SAYS = "versions of a story only grow: one is never changed or removed"

_SQLITE = {
    act: f"CREATE TRIGGER casework_story_no_{act.lower()} BEFORE {act} ON casework_storyversion BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
    for act in ("UPDATE", "DELETE")
}
# A version that takes an id already there would replace it (INSERT OR REPLACE fires no DELETE trigger in SQLite).
_SQLITE["INSERT"] = (
    "CREATE TRIGGER casework_story_no_insert BEFORE INSERT ON casework_storyversion"
    " WHEN EXISTS (SELECT 1 FROM casework_storyversion WHERE id = NEW.id)"
    " BEGIN SELECT RAISE(ABORT, 'versions of a story only grow: one is never changed or removed'); END"
)

_POSTGRESQL = f"""
CREATE FUNCTION casework_story_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER casework_story_no_change BEFORE UPDATE OR DELETE ON casework_storyversion
    FOR EACH ROW EXECUTE FUNCTION casework_story_refuse();
CREATE TRIGGER casework_story_no_truncate BEFORE TRUNCATE ON casework_storyversion
    FOR EACH STATEMENT EXECUTE FUNCTION casework_story_refuse();
"""


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Make versions append-only. A later migration that rebuilds the table in SQLite loses the triggers: call this again."""
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
            cursor.execute("DROP TRIGGER casework_story_no_change ON casework_storyversion")
            cursor.execute("DROP TRIGGER casework_story_no_truncate ON casework_storyversion")
            cursor.execute("DROP FUNCTION casework_story_refuse()")
        else:
            for act in _SQLITE:
                cursor.execute(f"DROP TRIGGER casework_story_no_{act.lower()}")
