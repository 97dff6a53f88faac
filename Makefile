# make app     open the app on an example report        make test    all tests
# make lint    ruff, mypy, import floors                 make quality what it gets right, measured
# make wheel   build the wheel                           make lock    renew the locked dependencies
# Python 3.11 or newer is found by itself; name another with PYTHON=/path/to/python3.12.

VENV ?= .venv
PYTHON ?=
PORT ?= 8501
TESTS ?= -n 2
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

# A virtual environment whose Python has gone, or that was moved, is made anew.
ifneq ($(wildcard $(VENV)/.run),)
ifneq ($(shell $(BIN)/python -c 'print("fine")' 2>/dev/null),fine)
$(shell rm -f $(VENV)/.run $(VENV)/.dev)
endif
endif

.PHONY: app test lint quality speed wheel lock clean
.DEFAULT_GOAL := app

app: $(VENV)/.run
	@$(BIN)/python -m mapapp app --port $(PORT)

test: $(VENV)/.dev
	$(BIN)/python -m pytest $(TESTS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: $(VENV)/.dev
	$(BIN)/python -m benchmarks.quality

speed: $(VENV)/.dev
	$(BIN)/python -m benchmarks.speed

wheel: $(VENV)/.dev
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# Each file is made when the lock, or what says how to install, is newer; a second run does nothing.
$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml .ci/make-venv
	@sh .ci/make-venv $(VENV) $(PYTHON)
	@echo "mapapp: installing what it stands on into $(VENV) (once; a minute or two)"
	@$(PIP) install -qq --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo "mapapp: installing the tools for tests and checks into $(VENV)"
	@$(PIP) install -qq --require-hashes -r requirements/dev.txt
	@touch $@

# Universal (one lock for all systems and Pythons), with the digests of every file on offer. Needs the network; review the diff.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header $(LOCKFLAGS)
lock: $(VENV)/.dev
	@$(PIP) install -qq "uv>=0.9"
	$(LOCK) pyproject.toml --output-file requirements/run.txt
	$(LOCK) --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
	$(LOCK) --group build --constraint requirements/dev.txt --output-file requirements/build.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
