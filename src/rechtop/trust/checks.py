"""System checks: every view has a door; nobody finds out in production that one has not."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from rechtop.trust.doors import is_open_to_all


def every_pattern(patterns: list[URLPattern | URLResolver] | None = None, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Each URL of the whole house, with its full name (`trust:workers`) or else its path."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from every_pattern(pattern.url_patterns, inside)
        else:
            yield f"{namespace}{pattern.name or pattern.pattern}", pattern


@register()
def every_view_has_a_door(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """An error for each view without `@needs` or `login_not_required`."""
    return [
        Error(
            f"The view of {name!r} has no door, so it answers 403 to everybody.",
            hint="Put @needs(…) on it, or Django's @login_not_required if no login is needed.",
            obj=pattern.callback,
            id="trust.E001",
        )
        for name, pattern in every_pattern()
        if not hasattr(pattern.callback, "door") and not is_open_to_all(pattern.callback)
    ]
