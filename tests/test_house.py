"""The house in order: what is tracked, declared, set and said."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = ("bot", "flows", "storage")

# What is used by its name alone, and where that is.
NAMED_ONLY = {
    "import-linter": ("Makefile", "lint-imports"),
    "mypy": ("Makefile", "/mypy"),
    "psycopg": ("bot/settings.py", "postgresql+psycopg://"),
    "pytest-asyncio": ("pyproject.toml", "asyncio_mode"),
    "pytest-xdist": ("Makefile", "-n auto"),
    "python-multipart": ("bot/simulator/twilio_api.py", ".form("),  # Starlette reads forms with it
    "ruff": ("Makefile", "/ruff"),
    "scipy-stubs": ("flows/matching/plan.py", "scipy"),
    "setuptools": ("pyproject.toml", "setuptools.build_meta"),
    "types-psutil": ("pyproject.toml", '"psutil"'),
    "tzdata": ("bot/settings.py", "ZoneInfo"),  # the zones, where the machine has none
}

# Documented as its own, and pinned by the other to the patch.
PART_OF = {"pydantic-core": "pydantic"}

# The contract with those who deploy: it only ever grows.
PROMISED_SETTINGS = {
    "DATABASE_URL", "SECRET_KEY", "PUBLIC_URL", "HOST", "PORT", "TIMEZONE", "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_URL", "TELEGRAM_WEBHOOK_SECRET", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN",
    "TWILIO_NUMBER", "TWILIO_API_URL",
}  # fmt: skip


# Files


@cache
def tracked() -> tuple[Path, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    files = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return tuple(file for file in files if file.is_file())


def test_no_file_names_a_package_registry_or_a_folder_of_this_machine() -> None:
    pip = [sys.executable, "-m", "pip", "config", "list"]
    configured = subprocess.run(pip, capture_output=True, text=True, check=True).stdout
    # In pieces, or this file would name them too.
    unwanted = {".".join(parts) for parts in (("pypi", "org"), ("files", "pythonhosted", "org"))}
    unwanted |= set(re.findall(r"https?://(?:[^@/\s']*@)?([\w.-]+)", configured))
    unwanted |= {str(ROOT), str(Path.home())} - {"/"}
    found = [
        f"{file.relative_to(ROOT)}: {each}"
        for file in tracked()
        for each in unwanted
        if each.encode() in file.read_bytes()
    ]
    assert found == []


def test_every_file_that_the_program_reads_is_in_the_package() -> None:
    packed = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    missing = [
        file.relative_to(ROOT)
        for file in tracked()
        if file.relative_to(ROOT).parts[0] in PACKAGES and file.suffix != ".py"
        if not any(fnmatch(file.name, pattern) for pattern in packed)
    ]
    assert missing == []


# Dependencies


def plain(name: str) -> str:
    """A distribution's name as all its spellings have it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", name)[0]).lower()


def declared() -> set[str]:
    project = PROJECT["project"]
    return {plain(each) for each in project["dependencies"] + development()}


def development() -> list[str]:
    named: list[str] = PROJECT["project"]["optional-dependencies"]["dev"]
    return named


def imported(*folders: str) -> set[str]:
    """The top-level modules that the code in these folders imports."""
    modules = set()
    for folder in folders:
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    modules.add(node.module)
    return {module.split(".")[0] for module in modules}


def distributions(modules: set[str]) -> set[str]:
    """Which distributions these modules are from; the standard library's are from none."""
    known = packages_distributions()
    found = {plain(known[module][0]) for module in modules if module in known}
    return {PART_OF.get(name, name) for name in found} - {"alongside"}


def test_every_dependency_is_used() -> None:
    used = distributions(imported(*PACKAGES, "tests"))
    for name, (file, mention) in NAMED_ONLY.items():
        assert mention in (ROOT / file).read_text("utf-8"), f"{name} is not used in {file}"
    assert declared() == used | set(NAMED_ONLY)


def test_the_program_needs_nothing_that_is_for_development() -> None:
    used = distributions(imported(*PACKAGES))
    assert not used & set(map(plain, development()))


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w.-]+)` \| (.+) \| (.+) \|$", reasons, re.MULTILINE)
    assert sorted(plain(name) for name, _, _ in rows) == sorted(declared())


def test_requirements_are_pinned_and_hashed_and_name_no_index() -> None:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and line[0] not in " #"]
    assert all(re.fullmatch(r"[\w.-]+(\[[\w,]+\])?==[\w.+!]+ \\", pin) for pin in pins)
    hashed = "\n".join(lines).count(" \\\n    --hash=sha256:")
    assert hashed >= len(pins)
    assert not any("://" in line for line in lines)
    assert declared() <= {plain(pin) for pin in pins}


# Settings


def test_the_example_has_every_setting_and_says_what_it_is_for() -> None:
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    assert {line.split("=")[0] for line in lines if re.match("[A-Z_]+=", line)} == {
        name.upper() for name in Settings.model_fields
    }
    undescribed = [
        line
        for before, line in pairwise(lines)
        if re.match("[A-Z_]+=", line) and not re.match("#|[A-Z_]+=", before)
    ]
    assert undescribed == []


def test_promised_settings_are_kept() -> None:
    assert {name.upper() for name in Settings.model_fields} >= PROMISED_SETTINGS


def test_the_example_gives_the_defaults() -> None:
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)


# The README


def commands() -> Iterator[str]:
    for block in re.findall(r"```sh\n(.+?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL):
        yield from block.splitlines()


def test_the_make_targets_that_are_written_of_exist() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for file in ("README.md", "CONTRIBUTING.md"):
        written = re.findall(r"`make (\w+)|^make (\w+)", (ROOT / file).read_text("utf-8"), re.M)
        assert {name for pair in written for name in pair if name} <= targets
    assert "make demo" in commands()
