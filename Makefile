# The two commands of the README, demo and test, do everything on a fresh machine with Python 3.11 or later.
PYTHON ?= python3
BIN := .venv/bin
DEMO ?= demo
STAMP := .venv/.installed

.PHONY: demo test check lint types layers audit serve images messages bench fuzz fmt clean

$(STAMP): pyproject.toml hatch_build.py
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@

demo: $(STAMP)  ## A ready newsroom: add, translate, check, status, export
	$(BIN)/transloc demo $(DEMO)

test: $(STAMP)  ## The tests, on every core
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(PYTEST)

check: lint types layers test  ## All that must be green before a commit

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports

serve: demo  ## The desk on the demo, in the browser of this machine; Ctrl-C closes it
	cd $(DEMO) && $(abspath $(BIN))/transloc serve

images: $(STAMP)  ## The pictures of the desk in docs/images/, taken anew in Chromium
	$(BIN)/python -m docs.images.take

audit: $(STAMP)  ## Whether an installed library has a vulnerability that is known; where no advisories can be asked for, it says so
	$(BIN)/python -m ci.audit

messages: $(STAMP)  ## The words of the pages, gathered anew into src/transloc/web/locale; what is new waits there to be translated
	$(BIN)/python -m ci.messages

bench: $(STAMP)  ## The figures of docs/explanation/performance.md, beside other tools (po4a is measured where it is installed)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	$(BIN)/python -m benchmarks

fuzz: $(STAMP)  ## Documents that nobody would write, 100,000 of them: any bytes load or give one clear sentence
	$(BIN)/python -m benchmarks.fuzz --cases 100000

fmt: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv $(DEMO)
