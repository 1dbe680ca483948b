# Point of No Restore. Each target does its own set-up, also from a fresh clone.

PYTHON_VENV := .venv/bin/python
PLAY_ARGS ?=
PYTEST_ARGS ?= -n auto
BENCH_ARGS ?=
PACKAGE_ARGS ?=
HOSTILE_ARGS ?=

# PyPI only, whatever this machine is set to: a mirror's own builds have other hashes.
PIN := PIP_CONFIG_FILE=/dev/null PIP_EXTRA_INDEX_URL= PIP_FIND_LINKS= \
	$(PYTHON_VENV) -m piptools compile --quiet --generate-hashes --allow-unsafe \
	--no-strip-extras --annotation-style=line --no-header --no-emit-index-url \
	--no-emit-find-links --no-emit-trusted-host

.PHONY: help play test test-package lint format package bench hostile screenshots translations \
	coverage pins clean
.DEFAULT_GOAL := help

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

play: ## Play the game (PLAY_ARGS="play SCENARIO --text" and the like)
	@tools/setup.sh play
	@$(PYTHON_VENV) -m app $(PLAY_ARGS)

test: lint ## Check everything (PYTEST_ARGS="tests/engine -k ledger" for less)
	$(PYTHON_VENV) -m pytest $(PYTEST_ARGS)

package: ## Make the download for this system in dist/
	@tools/setup.sh package
	$(PYTHON_VENV) -m tools.bundle $(PACKAGE_ARGS)

test-package: ## Make the download and check it: unpacked, read-only, in a window of its own
	@tools/setup.sh package
	$(PYTHON_VENV) -m pytest -m frozen tests/packaging

lint: ## Check style, types and import rules only
	@tools/setup.sh test
	$(PYTHON_VENV) -m ruff check .
	$(PYTHON_VENV) -m ruff format --check .
	$(PYTHON_VENV) -m mypy --strict app
	.venv/bin/lint-imports --no-logo

format: ## Put the code into its usual form
	@tools/setup.sh test
	$(PYTHON_VENV) -m ruff check --fix .
	$(PYTHON_VENV) -m ruff format .

bench: ## Measure speed
	@tools/setup.sh test
	$(PYTHON_VENV) -m benchmarks $(BENCH_ARGS)

hostile: ## Open 100,000 hostile files (HOSTILE_ARGS="--inputs 1000 --seed 2" for others)
	@tools/setup.sh test
	$(PYTHON_VENV) -m benchmarks.hostile $(HOSTILE_ARGS)

translations: ## Collect what is to be translated, and say what is missing
	@tools/setup.sh test
	@$(PYTHON_VENV) tools/translations.py

screenshots: ## Render every screen to build/screenshots
	@tools/setup.sh play
	@$(PYTHON_VENV) tools/screenshots.py

coverage: ## Run the tests and show the lines they miss
	@tools/setup.sh test
	$(PYTHON_VENV) -m pytest --cov --cov-report=term $(PYTEST_ARGS)

pins: ## Write requirements*.txt anew from pyproject.toml (PIP_ARGS=--upgrade for the newest)
	@tools/setup.sh test
	@$(PIN) $(PIP_ARGS) --output-file requirements.txt pyproject.toml
	@$(PIN) $(PIP_ARGS) --extra dev --constraint requirements.txt \
		--output-file requirements-dev.txt pyproject.toml
	@$(PIN) $(PIP_ARGS) --output-file tests/reports/lrs/requirements.txt \
		tests/reports/lrs/requirements.in

clean: ## Remove everything that was made
	rm -rf .venv build dist htmlcov .coverage .coverage.* .*_cache .hypothesis
