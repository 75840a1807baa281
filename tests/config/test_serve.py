"""`manage.py serve` passes on what a proxy says only if there is one."""

from typing import Any

import pytest
import waitress
from django.core.management import CommandError, call_command


@pytest.mark.parametrize(("proxies", "cleared"), [(0, True), (1, False)])
def test_what_a_proxy_says_is_cleared_unless_there_is_one(
    monkeypatch: pytest.MonkeyPatch, settings: Any, proxies: int, cleared: bool
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(waitress, "serve", lambda application, **options: asked.update(options))
    settings.PROXIES = proxies
    call_command("serve", port=8123)
    assert (asked["listen"], asked["clear_untrusted_proxy_headers"]) == ("127.0.0.1:8123", cleared)


def test_a_port_that_is_taken_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*args: Any, **options: Any) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(waitress, "serve", taken)
    with pytest.raises(CommandError, match="8000.*already in use.*--port"):
        call_command("serve")
