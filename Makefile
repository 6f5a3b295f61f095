# Opdrachten voor wie hier werkt. `make serve` en `make test` zetten zelf alles klaar in .venv.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.klaar
export NO_MKDOCS_2_WARNING := 1
# Tests run side by side; a third worker uses the time that two wait for a browser. pytest alone works too.
WORKERS := -n 3 --dist worksteal
# What failed in the crowd (1: tests failed) has one more try, alone and in sight (besluiten/0031); the rest fails.
AGAIN = [ $$? -eq 1 ] && echo "Nog eens, één voor één: wat hierboven niet lukte." && $(BIN)/pytest -x --last-failed --last-failed-no-failures none

.PHONY: help serve test test-all verwacht fouten firefox webkit check site lock bench

help: ## Toon deze lijst
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 of nieuwer is nodig. Kies er een met: make PYTHON=python3.12 …"; exit 1; }
	@echo "Klaarzetten, in drie stappen. De eerste keer duurt dat enkele minuten; later alleen als er iets nieuws is."
	@echo "1 van 3  Een eigen Python in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@echo "2 van 3  De pakketten ophalen en uitpakken, enkele honderden MB; dit duurt het langst …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@echo "3 van 3  De opdracht leidraad …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
	@echo "Alles staat klaar."

serve: $(READY) ## Bekijk de editie van GEMEENTE (voorbeeldstad) op PORT (8000); ververst vanzelf
	@$(BIN)/leidraad serve --poort $(PORT)

test: $(READY) ## Draai de tests, ook in een echte browser
	@sh tests/browser.sh
	$(BIN)/pytest $(WORKERS) || { $(AGAIN); }

test-all: $(READY) check ## Alles op volle grootte: alle pagina's van alle edities
	@sh tests/browser.sh
	$(BIN)/pytest $(WORKERS) --alles || { $(AGAIN) --alles; }

verwacht: $(READY) ## Bewaar wat de machine nu van de miniatuur maakt; lees daarna het verschil
	$(BIN)/pytest -q tests/test_verwacht.py --vernieuw
	@git --no-pager diff --stat tests/verwacht

fouten: $(READY) ## Maak bewust kleine fouten in een kopie, en zie of de tests ze zien (voor een uitgave)
	@sh tests/browser.sh
	$(BIN)/python -m tests.bewust_fout

firefox: site ## Vul in Firefox elk formulier en elke route in, druk af, wis en zoek (vraagt een Firefox)
	$(BIN)/python -m tests.elsewhere firefox

webkit: site ## Doe dat ook in WebKit, de machine van Safari; afdrukken kan die niet (vraagt een WebKit)
	$(BIN)/python -m tests.elsewhere webkit

check: $(READY) ## Controleer stijl, typen en inhoud
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@if [ -x $(BIN)/biome ]; then set -x; $(BIN)/biome check --error-on-warnings; else \
		echo "Biome (stijl van JavaScript en CSS) is er alleen voor Linux op x86-64, en is hier overgeslagen."; fi
	$(BIN)/mypy
	$(BIN)/leidraad check

site: $(READY) ## Bouw alle gemeenten in site/
	$(BIN)/leidraad build

bench: $(READY) ## Meet snelheid en omvang, naast elkaar in één run
	$(BIN)/python -m bench

lock: $(READY) ## Vernieuw requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --upgrade --output-file requirements.lock pyproject.toml
