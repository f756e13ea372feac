# Two commands do all the set-up: `make run` and `make test`. They need python3.11, pip and make.
PYTHON ?= python3.11
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: run test test-slow bench faults hostile lint types lock clean

run: $(STAMP)
	$(BIN)/attest run

# Three processes, as tests often wait for a browser or another process, and a file of tests each at a time: what a file
# sets up is set up once. A process that crashes ends the run and names its test: pytest-xdist would wait for ever for
# the rest of its file.
test: $(STAMP) lint types
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --max-worker-restart 0

test-slow: $(STAMP)
	$(BIN)/python -m pytest -m slow

# Speed and memory, as ratios of one run; see docs/scaling.md.
bench: $(STAMP)
	$(BIN)/python -m tests.benchmarks speed

# Runs killed at random points, compared with one that was left alone.
faults: $(STAMP)
	$(BIN)/python -m tests.faults --points 12 --seed 3

# A thousand bad items: each is a document or a reject, and nothing stalls.
hostile: $(STAMP)
	$(BIN)/python -m tests.hostile

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

# The lock file pins every dependency with its hashes; the project itself is installed from this folder. The lock is given
# as constraints too, because pip 23 takes "sqlalchemy[asyncio]" for a package of its own and looks for its newest release.
$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	    -r requirements.lock -c requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

# Needs uv (pip install uv). The lock names no index and no address.
lock:
	uv pip compile --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
	    --extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv warehouse/data warehouse/attest.duckdb warehouse/report
