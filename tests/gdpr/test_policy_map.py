"""docs/policy-map.md is true: what it names exists, and no clause of the policy is forgotten."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLAUSES = {"H0", *map(str, [*range(1, 11), 12, 14, 15, *range(18, 23), *range(24, 42)])}  # the numbers between are headings


def tables() -> list[list[list[str]]]:
    """Each table of the page as rows of cells, its head left out."""
    sections = (ROOT / "docs/policy-map.md").read_text().split("\n## ")[1:]
    return [[re.split(r" \| ", line.strip("| ")) for line in part.splitlines() if line.startswith("| ")][1:] for part in sections]


KEPT, NOT_YET, RULES = tables()


@cache
def names_in(file: str) -> frozenset[str]:
    """Every function, class and method that a module defines."""
    names = set()
    for node in ast.parse((ROOT / file).read_text()).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}.{part.name}" for part in node.body if isinstance(part, ast.FunctionDef)}
    return frozenset(names)


@pytest.mark.parametrize("row", [*KEPT, *RULES], ids=lambda row: row[0])
def test_what_keeps_a_clause_exists_and_so_does_its_test(row: list[str]) -> None:
    _, _, kept_by, proven_by = row
    for reference in (kept_by, proven_by):
        file, name = reference.strip("`").split(": ")
        assert name in names_in(file), f"{file} has no {name}"
    assert proven_by.startswith("`tests/")
    assert ": test_" in proven_by


def test_every_clause_stands_on_the_page_once() -> None:
    listed = [row[0] for row in (*KEPT, *NOT_YET)]
    assert sorted(listed) == sorted(CLAUSES)


def test_each_quoted_clause_stands_in_the_published_policy() -> None:
    published = re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", " ".join((ROOT / "docs/policy.sv.md").read_text().split()))
    quotes = [row[1] for row in (*KEPT, *NOT_YET) if row[0] != "H0"]
    parts = [part.strip() for quote in quotes for part in quote.split("…") if part.strip()]
    assert [part for part in parts if part not in published] == []
