"""The command line: `rechtop scan`, `rights`, `facts`, `check`, `demo`, `serve`."""

from rechtop.cli.main import main

__all__ = ["main"]
