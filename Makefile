# `make run` and `make test` need Python 3.11 or later and nothing else: the first thing either
# does is to make .venv ready, which takes the network once and speaks on standard error.

MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test lint types contracts yamllint unit coverage bench measure fuzz soak lowest format clean ready

ARGS ?= data/positions.yaml
PYTHON ?=
PYTEST_ARGS ?=
BENCH_ARGS ?=
WORKERS ?= 2
# Tests of one file stay together as long as they can, so that they share what they have made.
PARALLEL = -n $(WORKERS) --dist worksteal
export PYTHON

BIN := .venv/bin
# Every branch of these is to be tested: 99.8 in 100 are since the rules of record, status and
# change were written anew. Of the rest, 95 in 100.
EXACT := positions/values/*,positions/record/*,positions/comparison/*,positions/sequence/*,positions/changes/*,positions/merge/*,positions/analysis/*

# Tests that draw their own dossiers or edits, many more of them under the long profile.
DRAWN := tests/analysis/single_text/test_random.py tests/merge/test_three_way.py tests/reports/single_text/test_hand_edits.py \
	tests/reports/single_text/test_single_text_docs.py

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

run: ## open the shipped dossier; ARGS="compare --topic Ceasefire" runs any other command
	@sh tools/setup.sh run
	@$(BIN)/positions $(ARGS) || [ $$? -eq 141 ] # a closed pipe is no fault

test: lint types contracts yamllint coverage measure ## everything that has to pass

lint: ready ## style, and layout of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: ready ## static types
	$(BIN)/mypy

contracts: ready ## who may import whom
	$(BIN)/lint-imports --no-logo

yamllint: ready ## the shipped dossier, and the one of `init`, as YAML
	$(BIN)/yamllint --strict data positions/authoring

unit: ready ## the tests alone; PYTEST_ARGS="-k duration" chooses
	$(BIN)/pytest $(PARALLEL) $(PYTEST_ARGS)

coverage: ready ## the tests, and how much of the code they reach
	$(BIN)/pytest $(PARALLEL) --cov --cov-report= $(PYTEST_ARGS)
	$(BIN)/coverage report --include='$(EXACT)' --fail-under=99.8
	$(BIN)/coverage report --omit='$(EXACT)' --fail-under=95

bench: ready ## measure side by side, in one run
	$(BIN)/python -m bench $(BENCH_ARGS)

measure: ready ## the same, shortly: that everything still runs, and nothing is twice too slow
	$(BIN)/python -m bench --short

fuzz: ready ## the property tests, with many more examples
	$(BIN)/pytest $(PARALLEL) -m hypothesis --hypothesis-profile=long $(PYTEST_ARGS)
	HYPOTHESIS_PROFILE=long $(BIN)/pytest $(PARALLEL) $(DRAWN) $(PYTEST_ARGS)

soak: ready ## random keys in bunches, for some minutes
	SOAK_BUNCHES=3000 $(BIN)/pytest -n 0 tests/tui/test_soak.py $(PYTEST_ARGS)

lowest: ready ## some of the tests on the oldest packages that are allowed; takes the network
	$(BIN)/python tools/lowest.py $(PYTEST_ARGS)

format: ready ## mend layout and style where that can be done without thought
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove what set-up and the tests have made
	rm -rf tests/editor/node_modules .venv .venv.lock build dist .coverage .coverage.* .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

ready:
	@sh tools/setup.sh dev
