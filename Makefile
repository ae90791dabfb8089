# Two commands on a fresh machine:  make run   and   make test
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed
PYTHON ?= python3
DB ?= var/demo.db
PORT ?= 8377
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup run demo test lint types layers gate bench clean

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

setup: $(STAMP) ## the virtual environment with everything in it

$(STAMP): pyproject.toml
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --upgrade "pip>=25.1"
	@$(PY) -m pip install --quiet --prefer-binary --group dev --editable ".[postgres]"
	@touch $(STAMP)

run: setup ## load the example pages, then serve the web pages and print their address
	@$(VENV)/bin/khabar demo --db $(DB) --serve --port $(PORT)

demo: setup ## load the example pages and list the stories
	@$(VENV)/bin/khabar demo --db $(DB)

lint: setup ## style
	@$(VENV)/bin/ruff check .

types: setup ## types, strictly
	@$(VENV)/bin/mypy

layers: setup ## who may import whom
	@$(VENV)/bin/lint-imports

test: lint types layers ## all tests
	@$(VENV)/bin/pytest -n 2 --dist loadfile

gate: setup ## quality may not sink below evals/floors.json
	@$(PY) evals/gate.py

bench: setup ## speed and memory, as ratios
	@$(PY) benchmarks/pipeline.py

clean: ## remove what was made
	rm -rf $(VENV) var build dist .mypy_cache .ruff_cache .pytest_cache
