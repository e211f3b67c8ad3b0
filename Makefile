# Everything runs in .venv; `make demo` and `make test` need nothing but Python 3.11 or newer and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
BIN := .venv/bin

.PHONY: demo test check docs examples bench accuracy fairness clean

demo: .venv/ready
	$(BIN)/spm-fit check examples/resumes/solid-senior.pdf

test: .venv/ready
	$(BIN)/pytest --numprocesses 2 --dist loadscope

check: .venv/ready
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/spm-fit taxonomy validate
	$(BIN)/python docs/generate.py --check
	$(BIN)/python examples/make_pdfs.py --check

docs: .venv/ready
	$(BIN)/python docs/generate.py

examples: .venv/ready
	$(BIN)/python examples/make_pdfs.py

bench: .venv/ready
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/scaling.py

accuracy: .venv/ready
	$(BIN)/python benchmarks/accuracy benchmarks/labelled/resumes benchmarks/labelled/postings

fairness: .venv/ready
	$(BIN)/python benchmarks/fairness

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch .venv/ready

clean:
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
