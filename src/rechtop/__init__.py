"""Rechtop: a working place for the generalist social worker of a Flemish OCMW."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("rechtop")
except PackageNotFoundError:  # run from a folder that is not installed
    __version__ = "0"
