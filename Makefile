VENV := .venv
PYTHON ?= python3
STAMP := $(VENV)/.installed

.PHONY: setup run test lint eval eval-language eval-read bench chaos clean

setup: $(STAMP)

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Sayso needs Python 3.11 or newer; this is " + sys.version)'
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $(STAMP)

run: setup
	$(VENV)/bin/sayso demo $(ARGS)

test: setup
	$(VENV)/bin/pytest

lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy

eval: setup
	$(VENV)/bin/python -m evals

eval-language: setup
	$(VENV)/bin/python -m evals language
	$(VENV)/bin/python -m bench.language

eval-read: setup
	$(VENV)/bin/python -m evals read
	$(VENV)/bin/python -m bench.read

bench: setup
	$(VENV)/bin/python -m bench

# Kills, failing writes and syncs (by strace), many hands on one case: minutes, and never a loss.
chaos: setup
	$(VENV)/bin/python -m tests.chaos

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
