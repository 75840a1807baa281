"""The triggers that make the log append-only, for SQLite and PostgreSQL."""

from django.db.backends.base.base import BaseDatabaseWrapper

SAYS = "the log only grows: a line is never changed or removed"

_SQLITE = {
    act: f"CREATE TRIGGER trust_log_no_{act.lower()} BEFORE {act} ON trust_logline BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
    for act in ("UPDATE", "DELETE")
}
# A line that takes a number already there would replace it (INSERT OR REPLACE fires no DELETE trigger in SQLite).
_SQLITE["INSERT"] = (
    "CREATE TRIGGER trust_log_no_insert BEFORE INSERT ON trust_logline"
    " WHEN EXISTS (SELECT 1 FROM trust_logline WHERE number = NEW.number OR hash = NEW.hash)"
    f" BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
)

_POSTGRESQL = f"""
CREATE FUNCTION trust_log_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{SAYS}'; END $$;
CREATE TRIGGER trust_log_no_change BEFORE UPDATE OR DELETE ON trust_logline
    FOR EACH ROW EXECUTE FUNCTION trust_log_refuse();
CREATE TRIGGER trust_log_no_truncate BEFORE TRUNCATE ON trust_logline
    FOR EACH STATEMENT EXECUTE FUNCTION trust_log_refuse();
"""


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Make the log append-only."""
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
            cursor.execute("DROP TRIGGER trust_log_no_change ON trust_logline")
            cursor.execute("DROP TRIGGER trust_log_no_truncate ON trust_logline")
            cursor.execute("DROP FUNCTION trust_log_refuse()")
        else:
            for act in _SQLITE:
                cursor.execute(f"DROP TRIGGER trust_log_no_{act.lower()}")
