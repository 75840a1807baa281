"""The health page: whether this installation works, for a machine that watches it. No personal data, no login."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from rechtop.trust import queries


@login_not_required
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and knows every migration, else 503. Noting `log` elsewhere anchors the log."""
    report: dict[str, Any] = {}
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        report |= {"database": connection.vendor, "migrations_waiting": len(waiting)}
        if not waiting:
            number, line_hash = queries.log_head()
            report["log"] = f"{number}:{line_hash}"
    except DatabaseError:
        report |= {"database": "does not answer"}
    well = report.get("migrations_waiting") == 0
    return JsonResponse({"well": well, **report}, status=200 if well else 503)
