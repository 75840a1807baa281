"""What stands behind `make demo` and `make test`: what it does when something is in the way."""

import importlib.util
import socket
import sys
from pathlib import Path
from types import ModuleType

import pytest

HOUSE = Path(__file__).resolve().parents[2] / "tools" / "house.py"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool, working in an empty folder with two small locks and an environment that is this one."""
    spec = importlib.util.spec_from_file_location("house", HOUSE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(module, "LOCKS", {"demo": tmp_path / "a.lock", "test": tmp_path / "b.lock"})
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "a.lock").write_text("one==1")
    (tmp_path / "b.lock").write_text("one==1\ntwo==2")
    return module


@pytest.fixture
def made(house: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Instead of making and installing: a list of what would be done."""
    done: list[str] = []

    def make(*, anew: bool) -> None:
        done.append("anew" if anew else "as it is")
        house.VENV.mkdir(exist_ok=True)

    def install(purpose: str, *, last: bool) -> bool:
        done.append(purpose)
        return True

    monkeypatch.setattr(house, "make_environment", make)
    monkeypatch.setattr(house, "install", install)
    return done


def test_the_second_run_has_nothing_to_do(house: ModuleType, made: list[str]) -> None:
    house.prepare("demo")
    house.prepare("demo")
    assert made == ["anew", "demo"]


def test_what_the_tests_need_holds_what_the_demo_needs_but_not_the_other_way(house: ModuleType, made: list[str]) -> None:
    house.prepare("test")
    house.prepare("demo")
    assert made == ["anew", "test"]
    house.stamp("test").unlink()
    house.prepare("demo")
    house.prepare("test")
    assert made == ["anew", "test", "anew", "demo", "as it is", "test"]


def test_another_lock_brings_the_environment_up_to_date(house: ModuleType, made: list[str]) -> None:
    house.prepare("demo")
    house.LOCKS["demo"].write_text("one==2")
    house.prepare("demo")
    assert made == ["anew", "demo", "as it is", "demo"]


def test_a_run_that_was_stopped_half_way_begins_anew(house: ModuleType, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    house.prepare("demo")
    house.LOCKS["demo"].write_text("one==2")

    def stopped(purpose: str, *, last: bool) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as during:
        during.setattr(house, "install", stopped)
        with pytest.raises(KeyboardInterrupt):
            house.prepare("demo")
    made.clear()
    house.prepare("demo")
    assert made == ["anew", "demo"]


def test_an_installation_that_fails_is_tried_once_more_from_nothing(
    house: ModuleType, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    house.prepare("demo")
    house.LOCKS["demo"].write_text("one==2")
    monkeypatch.setattr(house, "install", lambda purpose, last: last)
    made.clear()
    house.prepare("demo")
    assert made == ["as it is", "anew"]


def test_a_taken_port_is_said_with_the_next_one(house: ModuleType) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(house.Stopped, match=f"Port {port}") as stopped:
            house.refuse_a_busy_port(port)
    assert f"make demo PORT={port + 1}" in stopped.value.args[1]
    house.refuse_a_busy_port(port)


def test_a_demo_never_sees_the_database_of_a_real_installation(house: ModuleType) -> None:
    real = {"DATABASE_URL": "postgresql://real", "RECHTOP_SECRET_KEY": "k", "DJANGO_SETTINGS_MODULE": "x", "PATH": "/bin"}
    assert house.clean(real) == {"PATH": "/bin"}


@pytest.mark.parametrize(
    ("said", "unreachable"),
    [
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution", True),
        ("ERROR: Could not find a version (from versions: none)\nERROR: No matching distribution found for one==1", True),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", False),
        ("ERROR: No matching distribution found for one==1 (from versions: 0.9)", False),
    ],
)
def test_no_network_is_told_from_another_failure(house: ModuleType, said: str, unreachable: bool) -> None:
    assert house.no_network(said) is unreachable


def test_an_environment_that_does_not_start_does_not_work(house: ModuleType, tmp_path: Path) -> None:
    assert house.works(Path(sys.executable))
    assert not house.works(tmp_path / "nothing")
