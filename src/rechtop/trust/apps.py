"""The trust room."""

from django.apps import AppConfig


class TrustConfig(AppConfig):
    """Loads the system checks and listens to logins."""

    name = "rechtop.trust"

    def ready(self) -> None:
        """Once, when the house opens."""
        from rechtop.trust import checks, logins  # noqa: F401  importing them registers them
