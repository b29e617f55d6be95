"""A rule id in the code leads to its rule in docs/rules.md."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
RULE = re.compile(r"(?<![\w.-])(?:D|I|R|E|P|S|B)\d{1,2}(?![\w.-]|:\d)")
DOCSTRING = re.compile(r'"""(.*?)"""', re.DOTALL)
FOLDERS = ("gdpr", "detectors", "storage", "config", "ingest", "desk", "jobs", "cli")


def test_every_rule_that_the_code_cites_is_told() -> None:
    told = set(re.findall(r"^\| (\w\d+) \|", (ROOT / "docs/rules.md").read_text(), re.MULTILINE))
    modules = [file.read_text() for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")]
    cited = {rule for module in modules for docstring in DOCSTRING.findall(module) for rule in RULE.findall(docstring)}
    assert cited - told == set()
    assert len(cited) > 10
