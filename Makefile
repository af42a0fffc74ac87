# KLS Portal. "make run" starts it, "make test" proves it; both do all the set-up.
SHELL := /bin/sh
.DEFAULT_GOAL := run
PORT ?= 8000
export PORT
PY := .venv/bin/python
MANAGE := $(PY) manage.py
STATE := var/state

# Each stamp in var/state records a finished step, so a second start does nothing twice.
$(STATE)/packages: requirements.txt
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "KLS Portal needs Python 3.11 or later."; exit 1; }
	@test -x $(PY) || python3 -m venv .venv || { echo "Python cannot make a virtual environment. On Debian: apt install python3-venv"; exit 1; }
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@mkdir -p $(STATE) && touch $@

$(STATE)/packages-dev: requirements-dev.txt $(STATE)/packages
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(STATE)/look: package-lock.json package.json $(STATE)/packages
	@sh deploy/npm-ci.sh --omit=dev --omit=optional
	@rm -f $(STATE)/look-dev && touch $@

$(STATE)/look-dev: package-lock.json package.json $(STATE)/packages
	@sh deploy/npm-ci.sh
	@mkdir -p $(STATE) && touch $(STATE)/look $@

# Our own files that reach the browser; a change here collects them again.
SERVED := $(shell find static kls_portal/staticfiles.py kls_portal/settings.py -type f 2>/dev/null)
$(STATE)/static: $(STATE)/look $(SERVED)
	$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

# Everything the database starts from; loading never overwrites what an editor changed.
LOADED := $(shell find guidance kls_portal vacancies -type f -not -name '*.pyc' \( -path '*/migrations/*' -o -path '*/data/*' \
	-o -path 'guidance/content/*' -o -path '*/management/*.toml' \) 2>/dev/null)
$(STATE)/database: $(STATE)/packages $(LOADED)
	$(MANAGE) migrate --noinput --verbosity 0
	$(MANAGE) load_reference_data
	$(MANAGE) load_guidance
	$(MANAGE) load_demo
	@touch $@

.PHONY: run
run: $(STATE)/static $(STATE)/database ## start the portal on http://127.0.0.1:8000 (PORT=… changes it)
	@chmod go= var
	@echo $(PORT) > "$${VAR_DIR:-var}/port"
	@echo "KLS Portal: http://127.0.0.1:$(PORT)  (stop with Ctrl+C)"
	@exec .venv/bin/gunicorn --config deploy/gunicorn.conf.py --bind 127.0.0.1:$(PORT) kls_portal.wsgi

.PHONY: install
install: $(STATE)/packages $(STATE)/look ## what a real site needs, and nothing else: see deploy/README.md

.PHONY: dev
dev: $(STATE)/look $(STATE)/database ## development server: reloads, DEBUG on, component gallery at /components/
	@echo $(PORT) > "$${VAR_DIR:-var}/port"
	DEBUG=1 $(MANAGE) runserver 127.0.0.1:$(PORT)

.PHONY: test-fast
test-fast: $(STATE)/packages-dev $(STATE)/look-dev ## the tests that need no browser, no Java and no PostgreSQL
	@sh deploy/test.sh fast

.PHONY: coverage
coverage: $(STATE)/packages-dev $(STATE)/look-dev ## test-fast, and whether it runs enough of our own code, branch by branch
	@sh deploy/test.sh coverage

.PHONY: test
test: $(STATE)/packages-dev $(STATE)/look-dev ## the proof of a change: also the main journeys, and on PostgreSQL what can differ
	@sh deploy/test.sh main

.PHONY: test-all
test-all: $(STATE)/packages-dev $(STATE)/look-dev ## everything: each journey in every way, all on PostgreSQL, every document
	@sh deploy/test.sh all

.PHONY: test-rest
test-rest: $(STATE)/packages-dev $(STATE)/look-dev ## what test-all adds to test
	@sh deploy/test.sh rest

.PHONY: check
check: $(STATE)/packages-dev $(STATE)/look-dev ## lint, types, templates, migrations, deployment settings
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/djlint templates --lint --quiet
	$(PY) -m tests.node node_modules/@biomejs/biome/bin/biome check --error-on-warnings
	$(MANAGE) makemigrations --check --dry-run
	@sh deploy/check-deploy.sh

.PHONY: bench
bench: $(STATE)/packages-dev $(STATE)/look-dev $(STATE)/static ## benchmarks, as ratios side by side
	$(PY) -m tests.benchmarks

.PHONY: words
words: $(STATE)/packages-dev ## the English of the guidance, page by page: length, telegrams, words not used
	@$(MANAGE) shell --no-imports -c "from tests.guidance.content.words import main; raise SystemExit(main())"

$(STATE)/packages-mutants: requirements-mutants.txt $(STATE)/packages-dev
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-mutants.txt
	@touch $@

.PHONY: mutants
mutants: $(STATE)/packages-mutants $(STATE)/look-dev ## breaks the rules that matter most in 1,000 ways, and counts what the tests find
	@$(PY) -m tests.mutants

.PHONY: requirements
requirements: ## write the pinned requirements anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-mutants.in -o requirements-mutants.txt

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/'
