"""Tables that only grow: triggers by which SQLite and PostgreSQL themselves refuse to change or remove a row."""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class OnlyGrows:
    """One such table. `says`: what who tries is told. `keys`: the columns of which no two rows may be the same.

    A later migration that rebuilds the table in SQLite loses its triggers: put them up again there.
    """

    table: str
    says: str
    keys: tuple[str, ...] = ("id",)

    def put_up(self, connection: BaseDatabaseWrapper) -> None:
        """From here on rows are only added."""
        self._run(connection, self._postgresql_up() if connection.vendor == "postgresql" else self._sqlite_up())

    def take_down(self, connection: BaseDatabaseWrapper) -> None:
        """The way back of a migration, and of tests that empty the database; nothing else in Rechtop calls it."""
        table = self.table
        if connection.vendor == "postgresql":
            statements = [f"DROP TRIGGER {table}_{name} ON {table}" for name in ("no_change", "no_truncate")]
            statements.append(f"DROP FUNCTION {table}_refuse()")
        else:
            statements = [f"DROP TRIGGER {table}_{name}" for name in ("no_update", "no_delete", "no_replace")]
        self._run(connection, statements)

    def _sqlite_up(self) -> list[str]:
        table, refuse = self.table, f"BEGIN SELECT RAISE(ABORT, '{self.says}'); END"
        taken = " OR ".join(f"{key} = NEW.{key}" for key in self.keys)
        return [
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
            # INSERT OR REPLACE removes a row without firing the trigger above.
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken}) {refuse}",
        ]

    def _postgresql_up(self) -> list[str]:
        table = self.table
        return [
            f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$"
            f" BEGIN RAISE EXCEPTION '{self.says}' USING ERRCODE = 'restrict_violation'; END $$",
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
        ]

    @staticmethod
    def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


LOG = OnlyGrows("trust_logline", "the log only grows: a line is never changed or removed", keys=("number", "hash"))
