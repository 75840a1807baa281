"""The one way in which an action says no."""


class Refused(Exception):
    """An action that is not done. Says what, and what the worker can do, in her words."""

    def __init__(self, what: str, *, to_do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.to_do = to_do

    def __str__(self) -> str:
        return f"{self.what} {self.to_do}".strip()
