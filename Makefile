# From a clean clone, `make site` and `make test` set up everything they need: Python 3.11 or newer,
# make and a network connection are enough. PYTHON=… chooses another Python.

CANDIDATES := python3 python python3.14 python3.13 python3.12 python3.11
ifndef PYTHON
PYTHON := $(shell for name in $(CANDIDATES); do \
  $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$name && break; done)
PYTHON := $(or $(PYTHON),python3)
endif

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

# Material prints its end-of-life notice unless it is asked not to. Readers of a build log need not meet it.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

SITE ?= site
BENCH_ITEMS ?= 100 1000 5000 20000
BENCH_ROUNDS ?= 3
PYTEST_ARGS ?= -n auto --maxprocesses 4 --dist loadfile
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
  --no-config --quiet --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint format docs reliability sbom bench lock upgrade clean python-found \
  site-environment test-environment bench-environment

help:
	@echo "make site    build the website into site/"
	@echo "make serve   show it on this computer, and again after every change"
	@echo "make check   read content/ and tell every problem at once"
	@echo "make test    run all tests, in a real browser too"
	@echo "make lint    the quick tests of style only"
	@echo "make format  order imports and mend what can be mended by machine"
	@echo "make docs    write the page on rules anew after a change of a rule or of the plans"
	@echo "make reliability  try to break everything, in full, and write the figures (about an hour)"
	@echo "make bench   measure building beside other generators and write the figures (an hour or two)"
	@echo "make sbom    write the bill of materials anew after a change of dependencies"
	@echo "make lock    write requirements/ anew after a change of dependencies (upgrade: newest versions)"
	@echo "make clean   remove everything that was made"

site: site-environment
	$(BIN)/ragsite build --site-dir $(SITE)

serve: site-environment
	$(BIN)/ragsite serve

check: site-environment
	$(BIN)/ragsite check

test: test-environment
	$(BIN)/python tools/browser.py
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: test-environment
	$(BIN)/python -m pytest tests/style

format: test-environment
	$(BIN)/ruff check --fix-only --quiet ragsite tools benchmarks tests

docs: test-environment
	$(BIN)/python tools/reference.py

reliability: test-environment
	$(BIN)/python tools/browser.py
	$(BIN)/python tools/reliability.py

bench: bench-environment
	-npm install --silent --no-save --no-package-lock --prefix build/bench/npm @11ty/eleventy@3.1.2
	$(BIN)/python -m benchmarks compare $(BENCH_ITEMS) --rounds $(BENCH_ROUNDS)
	$(BIN)/python -m benchmarks changed 1000 5000
	$(BIN)/python -m benchmarks reading 1000 4000 10000
	$(BIN)/python -m benchmarks weight 100 1000 5000
	$(BIN)/python -m benchmarks page

sbom: test-environment
	$(BIN)/python tools/sbom.py

lock: test-environment
	$(LOCK) --all-extras --group dev --group build -o requirements/test.lock
	$(LOCK) --group build --constraint requirements/test.lock -o requirements/site.lock
	$(LOCK) --all-extras --group dev --group build --group bench --constraint requirements/test.lock -o requirements/bench.lock

upgrade: test-environment
	$(LOCK) --all-extras --group dev --group build --upgrade -o requirements/test.lock
	$(LOCK) --group build --constraint requirements/test.lock --upgrade -o requirements/site.lock

clean:
	rm -rf .venv $(SITE) .ragsite-cache build ragsite.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

site-environment: python-found
	@$(PYTHON) tools/environment.py site

test-environment: python-found
	@$(PYTHON) tools/environment.py test

bench-environment: python-found
	@$(PYTHON) tools/environment.py bench

python-found:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "Python was not found. Install Python 3.11 or newer from your system's packages or from" >&2; \
	  echo "python.org, then run make again. If it is there under another name: make PYTHON=name" >&2; exit 1; }
