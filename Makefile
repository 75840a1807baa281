# The two commands of the README are `make demo` and `make test`; tools/house.py does the work.
PYTHON ?= python3
PORT ?= 8000

.PHONY: demo test lock

demo:
	@$(PYTHON) tools/house.py demo --port $(PORT)

test:
	@$(PYTHON) tools/house.py test

# after a change of the dependencies in pyproject.toml
lock:
	@$(PYTHON) tools/house.py lock
