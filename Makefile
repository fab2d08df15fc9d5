# Every target sets up what it needs; a second run skips what is done.
# `make serve` and `make test` ask for Python >= 3.11 and nothing else.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL_SELF := $(PIP) install --no-deps --no-build-isolation --editable .

# A stamp is named after the lock it installed: a changed lock is a missing stamp.
SERVE_STAMP := $(VENV)/serve-$(shell cat requirements.lock 2>/dev/null | cksum | cut -d' ' -f1)
DEV_STAMP   := $(VENV)/dev-$(shell cat requirements-dev.lock 2>/dev/null | cksum | cut -d' ' -f1)

.DEFAULT_GOAL := help
.PHONY: help serve explorer test golden oracle audit browser pictures clients fuzz lint format types check lock clean bench bench-shapes bench-faults bench-imports bench-names bench-exports bench-hostile

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

serve: $(SERVE_STAMP) ## set up, start Postgres, load the data, serve
	@$(EXPLORER) || echo "Serving without it: everything else is there." >&2
	@exec $(BIN)/detente serve

# Built once for each state of its sources; by a Node from a wheel where the machine has none.
EXPLORER := $(BIN)/python api/explorer/build.py
explorer: | $(BIN)/python ## build the explorer, check its types, run its unit tests
	@$(EXPLORER) --check

test: $(DEV_STAMP) ## run every test against a real Postgres
	@$(BIN)/python -m pytest $(ARGS)

golden: $(DEV_STAMP) ## write the golden answers, the schema, the examples of the README and of REST anew: read the difference
	@$(BIN)/detente schema > schema/schema.graphql
	@GOLDEN=write $(BIN)/python -m pytest -n0 -q tests/golden tests/test_examples.py tests/rest/test_openapi.py

oracle: $(DEV_STAMP) ## compare CASES=5000 operations from SEED=1 with a plain executor's answers
	@ORACLE_CASES=$(or $(CASES),5000) ORACLE_SEED=$(or $(SEED),1) $(BIN)/python -m pytest tests/oracle $(ARGS)

AUDIT := tests/audit/node_modules
audit: $(DEV_STAMP) $(AUDIT) ## run the public audit of GraphQL over HTTP; needs Node
	@$(BIN)/python -m pytest -n0 -q tests/audit $(ARGS)

$(AUDIT): tests/audit/package-lock.json
	@npm ci --prefix tests/audit --silent && touch $@

CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
browser: $(DEV_STAMP) ## use every page in a real browser, which must be Chromium; the tests of ARGS or all
	@test -n "$(CHROMIUM)" || { echo "There is no Chromium here." >&2; \
		echo "On Debian: apt-get install chromium fonts-dejavu-core fonts-noto-core; elsewhere: make browser CHROMIUM=/path" >&2; exit 1; }
	@$(EXPLORER)
	@CHROMIUM="$(CHROMIUM)" $(BIN)/python -m pytest -n0 -q $(or $(ARGS),tests/browser)

pictures: $(DEV_STAMP) ## photograph the reporter's session anew, into docs/guides/pictures
	@$(EXPLORER)
	@CHROMIUM="$(CHROMIUM)" $(BIN)/python -m tests.browser.pictures

clients: $(DEV_STAMP) ## try Apollo, urql, graphql-request, Relay and typed clients on a server, or the one at ADDRESS
	@$(BIN)/python -m tests.frontend.run $(ADDRESS)

# An environment of its own: the library needs PyICU, which is compiled (Debian: libicu-dev, pkg-config, g++).
FTM_VENV  := .venv-ftm
FTM_STAMP := $(FTM_VENV)/ready-$(shell cksum < tests/ftm/requirements.lock | cut -d' ' -f1)
FTM_DATA  := .detente/ftm
ftm: $(DEV_STAMP) $(FTM_STAMP) ## have the followthemoney library read what we export; needs ICU to compile with
	@rm -rf $(FTM_DATA) && mkdir -p $(FTM_DATA)
	@$(BIN)/python -m tests.ftm.sample $(FTM_DATA)/sample.ftm.json
	@export DETENTE_DATA_DIR=$(FTM_DATA)/postgres && $(BIN)/detente seed && \
		$(BIN)/detente import opensanctions --from $(FTM_DATA)/sample.ftm.json --allow-shrinking && \
		$(BIN)/detente export $(FTM_DATA)/bulk
	@$(FTM_VENV)/bin/python tests/ftm/check.py $(FTM_DATA)/bulk/r*/entities.ftm.json.gz

$(FTM_STAMP): tests/ftm/requirements.lock
	@echo "Installing followthemoney, with PyICU compiled …"
	@$(PYTHON) -m venv --clear $(FTM_VENV)
	@$(FTM_VENV)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --requirement $<
	@touch $@

fuzz: $(DEV_STAMP) ## send made-up requests for SECONDS=60 from SEED=1: none may be a fault of ours
	@$(BIN)/python -m tests.fuzz.run $(or $(SECONDS),60) $(or $(SEED),1)

lint: $(DEV_STAMP) ## style, formatting, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

format: $(DEV_STAMP) ## put the code into its one format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: $(DEV_STAMP) ## mypy --strict over all four folders
	@$(BIN)/mypy

check: $(SERVE_STAMP) ## prove the data's invariants on the database in use
	@$(BIN)/detente check

lock: $(DEV_STAMP) ## write the hash-locked requirements anew
	@$(PIP) install 'uv>=0.9'
	@$(BIN)/uv pip compile pyproject.toml --extra redis --group build --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --group build --group dev --constraints requirements.lock \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--quiet --upgrade -o requirements-dev.lock
	@$(BIN)/uv pip compile tests/ftm/requirements.in --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --upgrade -o tests/ftm/requirements.lock
	@$(BIN)/uv pip compile --group node --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements-node.lock

# A database of its own, made once: remove the folder to make it anew in other sizes.
BENCH_DIR  := .detente/bench
DETAINEES  ?= 500000
SANCTIONS  ?= 1000000
bench-shapes: $(DEV_STAMP) ## plans and pages on a lot of synthetic data, into docs/bench/shapes.md
	@test -d $(BENCH_DIR) || { export DETENTE_DATA_DIR=$(BENCH_DIR); $(BIN)/detente seed && \
		$(BIN)/detente synth --detainees $(DETAINEES) --sanctions $(SANCTIONS) || { rm -rf $(BENCH_DIR); exit 1; }; }
	@DETENTE_DATA_DIR=$(BENCH_DIR) $(BIN)/python -m tests.bench.shapes docs/bench/shapes.md

bench-faults: $(DEV_STAMP) ## break everything under load, and write how it recovers into docs/bench/faults.md
	@$(BIN)/python -m tests.bench.faults docs/bench/faults.md

bench-imports: $(DEV_STAMP) ## load a million entities, the real lists, and kill loads, into docs/bench/imports.md
	@$(BIN)/python -m tests.bench.imports docs/bench/imports.md $(ARGS)

bench-names: $(DEV_STAMP) ## how names are found, and how fast, at 15,000 and 100,000, into docs/bench/names.md
	@$(BIN)/python -m tests.bench.names docs/bench/names.md $(ARGS)

EXPORTS_DIR := .detente/bench-exports
# More than a sheet of Excel holds, so that its refusal is seen.
EXPORTED    ?= 1100000
bench-exports: $(DEV_STAMP) ## a million rows as CSV and as lines, with memory watched, into docs/bench/exports.md
	@test -d $(EXPORTS_DIR) || { export DETENTE_DATA_DIR=$(EXPORTS_DIR); $(BIN)/detente seed && \
		$(BIN)/python -m tests.bench.filling $(EXPORTED) || { rm -rf $(EXPORTS_DIR); exit 1; }; }
	@DETENTE_DATA_DIR=$(EXPORTS_DIR) $(BIN)/python -m tests.bench.exports docs/bench/exports.md

HOSTILE_DIR := .detente/bench-hostile
bench-hostile: $(DEV_STAMP) ## hostile clients and a light one beside them, into docs/bench/hostile.md
	@test -d $(HOSTILE_DIR) || { export DETENTE_DATA_DIR=$(HOSTILE_DIR); $(BIN)/detente seed && \
		$(BIN)/detente synth --detainees 5000 --sanctions 10000 || { rm -rf $(HOSTILE_DIR); exit 1; }; }
	@DETENTE_DATA_DIR=$(HOSTILE_DIR) $(BIN)/detente migrate
	@$(BIN)/python -m tests.bench.hostile.run docs/bench/hostile.md --data $(HOSTILE_DIR) $(ARGS)

# The same data twice, once twenty times as many; PostGraphile and the load generator come from npm, Node with them.
SERVERS_DIR := .detente/bench-servers
NODE_DIR    := $(SERVERS_DIR)/node
bench: $(DEV_STAMP) ## the server beside others, into docs/bench/servers.md: ten minutes on an idle machine
	@mkdir -p $(NODE_DIR) && cp tests/bench/servers/node/* tests/bench/servers/node/.npmrc $(NODE_DIR)
	@cmp -s $(NODE_DIR)/package-lock.json $(NODE_DIR)/node_modules/.installed || { npm ci --silent --prefix $(NODE_DIR) && \
		cp $(NODE_DIR)/package-lock.json $(NODE_DIR)/node_modules/.installed; }
	@for times in 1 20; do test -d $(SERVERS_DIR)/$$times || { export DETENTE_DATA_DIR=$(SERVERS_DIR)/$$times; \
		$(BIN)/detente seed && $(BIN)/detente synth --detainees $$((5000 * times)) --sanctions $$((10000 * times)) || \
		{ rm -rf $(SERVERS_DIR)/$$times; exit 1; }; }; done
	@for times in 1 20; do DETENTE_DATA_DIR=$(SERVERS_DIR)/$$times $(BIN)/detente migrate || exit 1; done
	@$(BIN)/python -m tests.bench.servers.run docs/bench/servers.md --node $(NODE_DIR) \
		--data $(SERVERS_DIR)/1 --large $(SERVERS_DIR)/20 $(ARGS)

clean: ## remove the virtual environment and caches, never the data
	rm -rf $(VENV) $(FTM_VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Détente needs Python 3.11 or later; '$(PYTHON)' is older or missing." >&2; \
		echo "Name another one: make serve PYTHON=python3.12" >&2; exit 1; }
	@echo "Making a virtual environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python's venv module is missing. On Debian: apt-get install python3-venv" >&2; exit 1; }

$(SERVE_STAMP): | $(BIN)/python
	@echo "Installing the locked requirements …"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(INSTALL_SELF)
	@rm -f $(VENV)/serve-* && touch $@

$(DEV_STAMP): | $(BIN)/python
	@echo "Installing the locked requirements for development …"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@$(INSTALL_SELF)
	@rm -f $(VENV)/serve-* $(VENV)/dev-* && touch $@ $(SERVE_STAMP)
