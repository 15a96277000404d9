# One command each; the first run sets up .venv, later ones need no network.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: report test lint lab clean

report: .venv/installed
	$(BIN)/ctnews build data/sample --out data/studies/sample
	$(BIN)/ctnews report --study data/studies/sample --out reports

test: .venv/installed-dev
	$(BIN)/python -m pytest -n auto

lint: .venv/installed-dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

lab: .venv/installed
	$(BIN)/jupyter lab notebooks/

.venv/installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev,sql,warc,cluster]'
	touch $@

clean:
	rm -rf .venv data/studies
