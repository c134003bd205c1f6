# Two commands do everything: `make review` and `make test`. Both set up .venv from the lock first.
PYTHON ?= python3
BIN := .venv/bin
# Where `make test` takes some and WORKBENCH_WHOLE_WALK=1 takes all
WALKS := tests/looks tests/review/cycle/test_everybody.py tests/review/cycle/drive \
	tests/review/test_open_figure.py tests/batch/test_preload.py \
	tests/browser/test_documents_in_a_browser.py tests/batch/test_every_format.py
REVIEW_DEPS := .venv/.review-deps
TEST_DEPS := .venv/.test-deps
LOCK := --quiet --universal --no-emit-index-url --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help review test test-all test-rest proofs lint notebooks lock bench mutate docs lab clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /: /'

review: $(REVIEW_DEPS) ## make the review documents of the example company
	@$(BIN)/workbench batch --workspace data/demo

test: lint notebooks ## lint, types, floors, unit tests, traps, every notebook
# In order of folders: by number of tests, the longest few would start last, beside an idle worker
	$(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder -m "not browser and not faults and not office and not live" tests
	@echo "Not run here: browser, faults, office programs (make test-all)."

test-all: test test-rest ## the above, then browser, faults and office programs

test-rest: $(TEST_DEPS) ## only what make test leaves out; fails when Chromium is missing
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "browser or office" tests
# Faults alone: they say what must happen within seconds
	$(BIN)/python -m pytest -m faults tests

proofs: $(TEST_DEPS) ## what is too heavy for every change; docs/proofs.md has the last report
	$(BIN)/python -m benchmarks.comparing 2000
	$(BIN)/python -m benchmarks.ten_million
	$(BIN)/python -m benchmarks.freezing
	$(BIN)/python -m benchmarks.freezing_large
	$(BIN)/python -m benchmarks.redraw 1000000
	WORKBENCH_WHOLE_WALK=1 $(BIN)/python -m pytest $(WALKS)
	WORKBENCH_KILLS=20 $(BIN)/python -m pytest -o log_cli=true -o log_cli_level=INFO tests/killed
	WORKBENCH_FUZZ_SECONDS=120 WORKBENCH_ORACLE_EXAMPLES=400 $(BIN)/python -m pytest tests/reader
	$(BIN)/python -m benchmarks.from_wheel
	$(BIN)/python -m benchmarks.behind_nginx
	$(BIN)/python -m benchmarks.disclosure 1

lint: $(TEST_DEPS) ## ruff, mypy, import-linter, codespell, notebooks without outputs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell workbench tests benchmarks docs notebooks *.md
	$(BIN)/nbstripout --keep-id --verify notebooks/*.ipynb

notebooks: $(TEST_DEPS) ## run every notebook under nbval
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest -n 2 --dist loadfile --nbval-lax --nbval-cell-timeout=120 notebooks

lock: $(TEST_DEPS) ## write the locks and constraints again from pyproject.toml
	$(BIN)/uv pip compile $(LOCK) --generate-hashes --extra dev -o requirements-dev.lock pyproject.toml
	$(BIN)/uv pip compile $(LOCK) --generate-hashes --extra formats -c requirements-dev.lock -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile $(LOCK) --no-annotate --extra dev -c requirements-dev.lock -o constraints.txt pyproject.toml

docs: $(TEST_DEPS) ## write the generated pages of docs/ again
	$(BIN)/python -m workbench.metrics.document
	$(BIN)/python -m workbench.review.mapping.document

bench: $(TEST_DEPS) ## what is measured, as ratios
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.batch 400 2000

mutate: $(TEST_DEPS) ## break the rules a line at a time: does a test fail? ROOMS="rules model"; docs/testing.md
	$(BIN)/python -m benchmarks.mutate $(ROOMS)

lab: $(REVIEW_DEPS) ## JupyterLab on the notebooks
	$(BIN)/workbench lab --workspace data/demo

clean: ## remove the environment and what was computed
	rm -rf .venv data/*/snapshots data/*/facts

$(REVIEW_DEPS): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit(f"This needs Python 3.11 or newer; $(PYTHON) is {sys.version.split()[0]}. Run: make PYTHON=python3.12 review")'
	@echo "Setting up .venv from requirements.lock (a minute or two, once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(TEST_DEPS): requirements-dev.lock $(REVIEW_DEPS)
	@echo "Adding the test tools from requirements-dev.lock ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
