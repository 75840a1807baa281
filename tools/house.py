#!/usr/bin/env python3
"""Behind `make demo` and `make test`. Only the standard library: it runs before anything is installed.

demo    a working Rechtop with invented people on this machine
test    every check there is, and a summary of what ran
lock    write both lock files anew from pyproject.toml
"""

import argparse
import ctypes.util
import fcntl
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"demo": ROOT / "requirements.lock", "test": ROOT / "requirements-dev.lock"}
SETTINGS = {"DJANGO_SETTINGS_MODULE": "rechtop.config.settings"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Stopped(Exception):
    """Something that a person must do first. Says what is wrong and what to do."""


def main() -> int:
    """Read the command line and do it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["demo", "test", "lock"])
    parser.add_argument("--port", type=int, default=8000)
    asked = parser.parse_args()
    try:
        if sys.version_info < (3, 11):
            raise Stopped(
                f"Rechtop needs Python 3.11 or later, and this is {sys.version.split()[0]}.",
                "Install it (Debian 12 and later have it), or say which one to use: make demo PYTHON=python3.12",
            )
        return {"demo": lambda: demo(asked.port), "test": test, "lock": lock}[asked.what]()
    except Stopped as stopped:
        print("\n" + "\n".join(stopped.args), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# -- the two things one does -------------------------------------------------------------------------------------------


def demo(port: int) -> int:
    """Prepare, fill an embedded database with invented people, and serve until Ctrl-C."""
    refuse_a_busy_port(port)
    prepare("demo")
    install_from_debian({"libpango-1.0-0": has_library("pango-1.0"), "libpangoft2-1.0-0": has_library("pangoft2-1.0")}, "PDF")
    environment = clean(os.environ) | SETTINGS | {"RECHTOP_DEMO": "1", "RECHTOP_DATA": str(ROOT / "var" / "demo"), "PYTHONUNBUFFERED": "1"}
    logins = fill(environment)
    address = f"http://127.0.0.1:{port}/"
    server = subprocess.Popen(
        [PYTHON, "-m", "django", "serve", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=(ROOT / "var" / "demo" / "journal").open("ab"),
        stderr=subprocess.STDOUT,
    )
    try:
        wait_until_it_answers(server, f"{address}gezond/")
        print(f"\nRechtop is open at {address} , only on this machine. All people in it are invented.\n")
        print(logins.strip())
        print("\nStop with Ctrl-C. What you typed stays in var/demo; remove that folder to begin anew.", flush=True)
        return server.wait()
    except KeyboardInterrupt:
        print("\nStopped.")
        return 0
    finally:
        server.terminate()
        server.wait()


def test() -> int:
    """Run every check, also after one failed, and say plainly what ran."""
    began = time.monotonic()
    prepare("test")
    install_from_debian(
        {
            "libpango-1.0-0": has_library("pango-1.0"),
            "libpangoft2-1.0-0": has_library("pangoft2-1.0"),
            "chromium": any(map(shutil.which, BROWSERS)),
            "poppler-utils": shutil.which("pdftotext") is not None,
        },
        "a test",
    )
    plain = clean(os.environ)
    production = plain | {
        "RECHTOP_SECRET_KEY": hashlib.sha512(b"a key for this check alone").hexdigest(),
        "RECHTOP_HOSTS": "rechtop.example",
        "RECHTOP_DATA": str(ROOT / "var" / "check"),
    }
    results: list[tuple[str, str]] = []

    def step(name: str, *command: str, environment: Mapping[str, str] = plain) -> None:
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        code = subprocess.run([PYTHON, "-m", *command], cwd=ROOT, env=environment, check=False).returncode
        results.append((name, f"{'ok' if code == 0 else 'FAILED'} ({time.monotonic() - start:.0f} s)"))

    step("style (ruff)", "ruff", "check", ".")
    step("types (mypy)", "mypy")
    step("arrows between rooms (import-linter)", "importlinter.cli", "lint")
    step("production settings", "django", "check", "--deploy", "--fail-level", "WARNING", environment=production | SETTINGS)
    step("every model has its migration", "django", "makemigrations", "--check", "--dry-run", environment=production | SETTINGS)
    browser = any(map(shutil.which, BROWSERS))
    step("tests on SQLite", "pytest", "-q", *([] if browser else ["-m", "not browser"]))
    postgresql = find_postgresql(plain)
    if postgresql:
        with_it = plain | {"DATABASE_URL": postgresql}
        step("tests on PostgreSQL", "pytest", "-q", "-m", "not browser", "--ignore=tests/rights", "--ignore=tests/cli", environment=with_it)
    else:
        results.append(("tests on PostgreSQL", "NOT RUN: no server found; set DATABASE_URL to one where databases may be made"))
    if not browser:
        results.append(("tests in a browser", "NOT RUN: no Chromium found; install the package chromium"))

    print(f"\n== summary, {time.monotonic() - began:.0f} s in all")
    for name, result in results:
        print(f"{name}: {result}")
    failed = [name for name, result in results if result.startswith("FAILED")]
    print("Everything that ran is ok." if not failed else f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def lock() -> int:
    """Resolve pyproject.toml anew; hashes of every file, and no address of where they came from."""
    prepare("test")
    for name, extra in (("demo", []), ("test", ["--extra", "dev"])):
        subprocess.run(
            [
                PYTHON, "-m", "piptools", "compile", "--quiet", "--generate-hashes", "--allow-unsafe", "--strip-extras", "--no-header",
                "--no-emit-index-url", "--no-emit-find-links", "--build-deps-for", "editable", *extra,
                *([] if name == "demo" else ["--constraint", str(LOCKS["demo"].name)]),
                "--no-annotate", "-o", LOCKS[name].name, "pyproject.toml",
            ],
            cwd=ROOT,
            check=True,
        )  # fmt: skip
    return 0


# -- the libraries -----------------------------------------------------------------------------------------------------


def prepare(purpose: str) -> None:
    """Make .venv hold what the lock says. Done before: nothing to do. Another lock: bring it up to date. Half done: anew."""
    with only_one_at_a_time():
        if is_ready(purpose):
            return
        finished_before = any(stamp(one).exists() for one in LOCKS)
        for one in LOCKS:
            stamp(one).unlink(missing_ok=True)  # a run that is stopped from here on leaves no stamp, and so is seen as half done
        for anew in (not finished_before, True):
            make_environment(anew=anew)
            if install(purpose, last=anew):
                break
        stamp(purpose).write_text(key(purpose))


def is_ready(purpose: str) -> bool:
    """Whether an earlier run finished with this very lock; what `make test` installs holds what `make demo` needs."""
    enough = ["test"] if purpose == "test" else ["demo", "test"]
    return any(stamp(one).is_file() and stamp(one).read_text() == key(one) for one in enough) and works(PYTHON)


def key(purpose: str) -> str:
    """What an installation depends on: the lock, what we are, which Python, and where."""
    said = LOCKS[purpose].read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(said + f"{sys.version}{ROOT}".encode()).hexdigest()


def stamp(purpose: str) -> Path:
    """The file that says: finished."""
    return VENV / f"rechtop-{purpose}.stamp"


def works(python: Path) -> bool:
    """Whether this Python starts at all; a folder that was moved or half written has one that does not."""
    try:
        return subprocess.run([python, "-c", "import sys"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_environment(*, anew: bool) -> None:
    """A virtual environment. Without pip if ours can reach into it, for Debian keeps the rest of venv in a package."""
    if VENV.exists() and (anew or not works(PYTHON) or not same_python()):
        shutil.rmtree(VENV)
    if works(PYTHON):
        return
    print("Making .venv …", flush=True)
    bare = ["--without-pip"] if pip_can_reach() else []
    made = subprocess.run([sys.executable, "-m", "venv", *bare, VENV], capture_output=True, text=True, check=False)
    if made.returncode != 0 or not works(PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
        raise Stopped(
            "Python cannot make a virtual environment here, and there is no pip either.",
            "To do: apt-get install python3-venv   (or python3-pip), as root; then try again.",
            made.stderr.strip(),
        )


def same_python() -> bool:
    """Whether .venv was made by the Python that runs this."""
    asked = subprocess.run([PYTHON, "-c", "import sys; print(sys.version)"], capture_output=True, text=True, check=False)
    return asked.stdout.strip() == sys.version


def pip_can_reach() -> bool:
    """Whether our own pip can install into another environment (`--python`, since 22.3)."""
    asked = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    if asked.returncode != 0:
        return False
    major, minor = asked.stdout.split()[1].split(".")[:2]
    return (int(major), int(minor)) >= (22, 3)


def install(purpose: str, *, last: bool) -> bool:
    """Install the lock and then Rechtop itself. False: try again from nothing."""
    pip = [sys.executable, "-m", "pip", "--python", str(PYTHON)] if pip_can_reach() else [str(PYTHON), "-m", "pip"]
    quiet = ["install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-deps"]
    print("Installing the libraries; the first time this takes a minute or two …", flush=True)
    for command in (["--require-hashes", "-r", str(LOCKS[purpose])], ["--no-build-isolation", "--no-index", "-e", str(ROOT)]):
        ran = subprocess.run([*pip, *quiet, *command], cwd=ROOT, capture_output=True, text=True, check=False)
        if ran.returncode == 0:
            continue
        if not last and not no_network(ran.stderr):
            return False
        if no_network(ran.stderr):
            raise Stopped(
                "Rechtop's libraries are not on this machine yet, and the place where pip gets them does not answer.",
                "To do: connect to the network once and run this again. Behind a proxy, set HTTPS_PROXY first.",
                f"Without any network: on another machine `pip download -d libraries -r {LOCKS[purpose].name}`, bring the folder, and run",
                "    PIP_NO_INDEX=1 PIP_FIND_LINKS=libraries make demo",
            )
        raise Stopped("pip could not install the libraries. It says:", ran.stderr.strip()[-3000:])
    return True


def no_network(said: str) -> bool:
    """Whether pip failed because it reached nobody."""
    signs = ("NewConnectionError", "ConnectTimeout", "Temporary failure in name resolution", "Max retries exceeded", "ProxyError")
    return any(sign in said for sign in signs) or "No matching distribution" in said and "from versions: none" in said


@contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """A second run waits until the first has finished with .venv."""
    (ROOT / "var").mkdir(exist_ok=True)
    with (ROOT / "var" / "preparing").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


# -- the machine -------------------------------------------------------------------------------------------------------


def has_library(name: str) -> bool:
    """Whether the system has a shared library."""
    return ctypes.util.find_library(name) is not None


def install_from_debian(packages: Mapping[str, bool], needed_for: str) -> None:
    """Install what is missing, if we may; else say what it is for. Nothing stops because of it."""
    missing = [name for name, there in packages.items() if not there]
    if not missing:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(missing)} …", flush=True)
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        for first in ([], ["apt-get", "update", "-qq"]):
            if first:
                subprocess.run(first, env=quietly, capture_output=True, check=False)
            if subprocess.run(command, env=quietly, capture_output=True, check=False).returncode == 0:
                return
    print(f"Missing on this machine, and needed for {needed_for}: {', '.join(missing)}. To do, as root:")
    print(f"    apt-get install {' '.join(missing)}")
    print("Everything else works without." + (" A page can be printed from the browser." if needed_for == "PDF" else ""), flush=True)


def refuse_a_busy_port(port: int) -> None:
    """Say it now rather than after a minute."""
    with socket.socket() as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind(("127.0.0.1", port))
        except OSError:
            raise Stopped(
                f"Port {port} of this machine is taken, perhaps by a Rechtop that still runs.",
                f"To do: stop that one, or take another port: make demo PORT={port + 1}",
            ) from None


def wait_until_it_answers(server: "subprocess.Popen[bytes]", address: str) -> None:
    """Until the health page says that all is well."""
    for _ in range(300):
        if server.poll() is not None:
            raise Stopped("The server stopped at once. It wrote why in var/demo/journal.")
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  our own address
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise Stopped("The server does not answer within a minute. It wrote why in var/demo/journal.")


def clean(environment: Mapping[str, str]) -> dict[str, str]:
    """Without what would point a demo or a test at somebody's real installation. `make test` looks DATABASE_URL up itself."""
    ours = ("RECHTOP_", "DJANGO_", "DATABASE_URL", "PYTHONPATH", "VIRTUAL_ENV")
    return {name: value for name, value in environment.items() if not name.startswith(ours)}


def find_postgresql(environment: Mapping[str, str]) -> str:
    """A server where a throwaway database may be made: DATABASE_URL, or one on this machine; an empty text if none."""
    told = os.environ.get("DATABASE_URL", "")
    local = ["postgresql://postgres@127.0.0.1:5432/postgres", "postgresql:///postgres?host=/var/run/postgresql"]
    for url in [told] if told.startswith("postgres") else local:
        ask = "import psycopg, sys; psycopg.connect(sys.argv[1], connect_timeout=3).execute('select 1')"
        if subprocess.run([PYTHON, "-c", ask, url], env=environment, capture_output=True, check=False).returncode == 0:
            return url
    return ""


FILL = """
import django
from django.core.management import call_command
django.setup()
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
call_command("demo")
"""


def fill(environment: Mapping[str, str]) -> str:
    """Bring the embedded database up to date and put the invented people in it, in one go; who can log in."""
    ran = subprocess.run([PYTHON, "-c", FILL], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise Stopped(
            "The invented people could not be put in the database. It says:",
            (ran.stdout + ran.stderr).strip()[-3000:],
            "To do: if var/demo is from an older Rechtop, remove that folder and try again.",
        )
    return ran.stdout


if __name__ == "__main__":
    sys.exit(main())
