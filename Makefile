# What a newcomer, a colleague and the build machine run. `make` alone tells what there is.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help demo run test lint types contracts tests bench docs screenshots lock clean

VENV := .venv
BIN := $(VENV)/bin
FITS := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do $$p -c '$(FITS)' 2>/dev/null && { echo $$p; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ARGS ?=

help:  ## tells what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/installed  ## shows Ombud at work on sample mails in a mailbox of its own (ONCE=1: prints the summary and ends)
	@$(BIN)/ombud demo $(if $(ONCE),--once) $(ARGS)

run: $(VENV)/installed  ## runs Ombud on the mailbox named in .env
	@$(BIN)/ombud run $(ARGS)

test: $(VENV)/installed-dev  ## installs what the tests need and checks everything
	@.ci/system-packages
	@$(MAKE) --no-print-directory lint types contracts tests

lint: $(VENV)/installed-dev  ## checks style
	$(BIN)/ruff check .

types: $(VENV)/installed-dev  ## checks types
	$(BIN)/mypy

contracts: $(VENV)/installed-dev  ## checks that the folders import one another as agreed
	$(BIN)/lint-imports

tests: $(VENV)/installed-dev  ## runs the tests (ARGS=tests/gdpr: some of them)
	$(BIN)/pytest $(ARGS)

bench: $(VENV)/installed-dev  ## measures ingestion beside its peers on one Dovecot mailbox
	@PYTHONPATH=. $(BIN)/python -m bench.ingest $(ARGS)

docs: $(VENV)/installed-dev  ## checks that links resolve and that the policy map is true
	$(BIN)/pytest tests/test_house.py tests/gdpr/test_policy_map.py -k "not fresh_clone"

screenshots: $(VENV)/installed-dev  ## takes the pictures in docs/screenshots anew
	@PYTHONPATH=. $(BIN)/python -m tests.tools.screenshots

lock:  ## locks the dependencies anew, with hashes (needs uv)
	uv pip compile $(LOCK) --extra build --extra demo pyproject.toml -o requirements.txt
	uv pip compile $(LOCK) --extra build --extra demo --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links

clean:  ## removes what make has made, the demo's data included
	rm -rf $(VENV) var/demo build *.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/installed: requirements.txt pyproject.toml | $(VENV)/made
	@echo "Installing Ombud into $(VENV) (a minute the first time) ..."
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@echo "Installing what the checks need ..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Ombud needs Python 3.11 or newer: install it, or name it as in 'make demo PYTHON=/path/to/python3.11'." >&2; exit 1; }
	@$(PYTHON) -c '$(FITS)' || { echo "Ombud needs Python 3.11 or newer, and $(PYTHON) is not." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Ombud needs Python's venv module: on Debian or Ubuntu, apt install python3-venv." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@
