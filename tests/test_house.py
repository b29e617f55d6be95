"""The house as a newcomer finds it: the README is true, links resolve, nothing of a builder's machine is left in it."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("integrations/**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")

# A path of somebody's machine, or the address of a package registry: neither belongs in a project that anybody clones.
STRANGE = re.compile(
    rb"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/"
    rb"|pypi\.(?:org|python)|pythonhosted|registry\.(?:npmjs|yarnpkg)|index-url|find-links"
)
MAY_NAME_THEM = {"tests/test_house.py", "Makefile"}  # the rule itself, and the options that keep addresses out of the lock files
MADE_UP = (".eml", ".jsonl", ".tsv")  # people who write to a host speak of paths


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def readme_commands(word: str) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", (ROOT / "README.md").read_text(), re.M | re.S)
    return [line for block in blocks for line in block.splitlines() if line.startswith(word)]


@pytest.mark.timeout(600)
def test_the_readme_s_demo_runs_in_a_fresh_clone_with_an_empty_home(tmp_path: Path) -> None:
    clone, home = tmp_path / "ombud", tmp_path / "home"
    home.mkdir()
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)], check=True)
    ours = ("OMBUD_", "VIRTUAL_ENV", "PYTHON", "MAKE", "MFLAGS", "ARGS", "ONCE")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_CACHE_HOME": str(home), "PATH": without_venv()}

    command = next(line for line in readme_commands("make demo") if "ONCE" in line)
    shown = subprocess.run(command, shell=True, cwd=clone, env=environment, capture_output=True, text=True)
    assert shown.returncode == 0, shown.stdout + shown.stderr
    filed = re.search(r"(\d+) mails filed on customers", shown.stdout)
    assert filed, shown.stdout
    assert int(filed[1]) >= 25

    ask = shown.stdout.strip().splitlines()[-1].partition(": ")[2]
    answer = subprocess.run(ask, shell=True, cwd=clone, env=environment, capture_output=True, text=True)
    assert answer.returncode == 0, ask + answer.stderr
    assert "filed" in answer.stdout


def without_venv() -> str:
    """The path on which a newcomer's programs are found: not this test's own environment."""
    ours = str(Path(sys.executable).parent)
    return os.pathsep.join(folder for folder in os.environ["PATH"].split(os.pathsep) if folder != ours)


def test_the_two_commands_are_in_the_readme() -> None:
    assert {"make demo", "make demo ONCE=1"} <= set(readme_commands("make demo"))
    assert readme_commands("make test") == ["make test"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.relative_to(ROOT)))
def test_every_link_of_a_document_resolves(document: Path) -> None:
    links = [target for target in LINK.findall(document.read_text()) if "://" not in target and not target.startswith("mailto:")]
    assert [target for target in links if not (document.parent / target).exists()] == []


def test_nothing_of_a_builder_s_machine_is_in_the_project() -> None:
    written = [name for name in tracked() if name not in MAY_NAME_THEM and not name.endswith(MADE_UP)]
    assert [name for name in written if STRANGE.search((ROOT / name).read_bytes())] == []


def test_every_command_has_its_place_in_the_operator_s_guide() -> None:
    guide = (ROOT / "docs/operating.md").read_text()
    assert [name for name in COMMANDS if f"ombud {name}" not in guide] == []


def test_every_folder_of_ours_is_packaged() -> None:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    folders = {str(Path(name).parent).replace("/", ".") for name in tracked() if name.endswith("__init__.py")}
    assert set(packages) == {name for name in folders if not name.startswith(("tests", "bench"))}


def test_what_is_installed_holds_all_that_it_needs(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name in tracked():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, source / name)
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    inside = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    ours = {"cli", "config", "desk", "detectors", "gdpr", "ingest", "jobs", "storage"}
    needed = {name for name in tracked() if name.partition("/")[0] in ours}
    assert needed - inside == set()
