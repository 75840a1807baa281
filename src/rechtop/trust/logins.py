"""Logins in the log. Django and allauth tell of them by signal and in no other way; these lines decide nothing."""

from typing import Any

from allauth.account.signals import password_changed
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from rechtop.trust import log
from rechtop.trust.models import LogLine, Worker


@receiver(user_logged_in)
def logged_in(sender: Any, user: Worker, **kwargs: Any) -> None:
    """A worker came in."""
    log.append(LogLine.Kind.LOGIN, "trust.logged_in", who=user)


@receiver(user_logged_out)
def logged_out(sender: Any, user: Worker | None, **kwargs: Any) -> None:
    """A worker left."""
    if user is not None:
        log.append(LogLine.Kind.LOGIN, "trust.logged_out", who=user)


@receiver(user_login_failed)
def login_failed(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    """A login that failed. Of a worker if the address is one's; the address itself is not kept, nor the password."""
    typed = str(credentials.get("email") or credentials.get("username") or "")
    worker = Worker.objects.filter(email__iexact=typed).first()
    log.append(LogLine.Kind.LOGIN, "trust.login_failed", who=worker, detail={"known_worker": worker is not None})


@receiver(password_changed)
def changed_her_password(sender: Any, user: Worker, **kwargs: Any) -> None:
    """A worker changed her own password."""
    log.append(LogLine.Kind.LOGIN, "trust.password_changed", who=user)
