# Everything here works on a fresh machine that has Python 3.11 and make.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
KILLS ?= 20

IN := .venv/bin

# The tests commit ten thousand times, each flushed to the disk. Where there is a disk in memory
# they use that: `make crash` is what shows that the flushes do their work.
SWIFTLY := $(if $(wildcard /dev/shm/.),TMPDIR=/dev/shm)
READY := .venv/.ready

.PHONY: help setup demo run test lint bench learn crash

help: ## what each of these does
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup: $(READY) ## install everything into .venv; the others do so by themselves

demo: $(READY) ## try the line on a page of phones: no token or account needed
	$(IN)/alongside demo

run: $(READY) ## run the real line, with the settings in .env
	$(IN)/alongside run

test: $(READY) ## run the tests; on PostgreSQL too where TEST_DATABASE_URL is set
	$(SWIFTLY) $(IN)/python -m pytest -n auto --dist worksteal

lint: $(READY) ## check format, style, types and which package may use which
	$(IN)/ruff format --check
	$(IN)/ruff check
	$(IN)/mypy
	$(IN)/lint-imports

bench: $(READY) ## measure speed, memory and start-up
	$(IN)/python -m tests.bench

learn: $(READY) ## learn the weights again, after an example or a sign has changed
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(IN)/python -m tests.flows.safety.learn
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(IN)/python -m tests.flows.train_leanings
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(IN)/python -m tests.flows.commands.train_wishes

crash: $(READY) ## kill the line at random moments and count what is lost: KILLS=100 for more
	$(IN)/python -m tests.crash --kills $(KILLS)

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Alongside needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(IN)/pip install --quiet --require-hashes --requirement requirements.txt
	$(IN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
