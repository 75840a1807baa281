"""What Rechtop changes in allauth's behaviour: nobody signs up, and a login that fails tells nothing."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

NOT_KNOWN = _("Dit e-mailadres en dit wachtwoord horen niet samen. Kijk ze na en probeer opnieuw.")
TOO_OFTEN = _("Er is te vaak geprobeerd. Wacht vijf minuten en probeer opnieuw.")


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Named in the setting ACCOUNT_ADAPTER."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": NOT_KNOWN,
        "username_password_mismatch": NOT_KNOWN,
        "invalid_login": NOT_KNOWN,
        "invalid_password": NOT_KNOWN,
        "too_many_login_attempts": TOO_OFTEN,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Workers are added by the administrator."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """A worker who may no longer log in gets the same answer as a wrong password."""
        worker = super().authenticate(request, **credentials)
        return worker if worker is not None and worker.is_active else None

    def is_safe_url(self, url: str | None) -> bool:
        """After a login one goes on to a page of ours. Django's own test, which an address that is none does not upset."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """No "you are logged in as …": the page shows it."""
