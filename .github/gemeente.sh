#!/bin/sh
# Is there a municipality to work for, and with «met-adres» a public address? What is missing is an error in Dutch.
set -eu
fail() { echo "::error title=$1::$2"; exit 1; }

folders=$(ls framework/gemeenten | tr '\n' ' ')
how="Kies Settings, Secrets and variables, Actions, Variables. De waarde is de naam van uw map in framework/gemeenten/."
[ -n "${GEMEENTE:-}" ] || fail "GEMEENTE ontbreekt" "De variabele GEMEENTE is er nog niet. $how Er zijn: $folders"
held="framework/gemeenten/$GEMEENTE/gemeente.yaml"
[ -f "$held" ] || fail "GEMEENTE klopt niet" "Voor «$GEMEENTE» is er geen map met een gemeente.yaml. $how Er zijn: $folders"
[ "${1:-}" = met-adres ] || exit 0

repository=$(echo "${GITHUB_REPOSITORY:-organisatie/kopie}" | tr '[:upper:]' '[:lower:]')
place="https://${repository%%/*}.github.io/${repository##*/}"
grep -Eq "^adres: *[\"']?https?://" "$held" || fail "adres ontbreekt" \
    "In $held is «adres» nog leeg. Zet er het adres waar de leidraad komt te staan. Op GitHub Pages is dat meestal $place"
