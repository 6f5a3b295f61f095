#!/bin/sh
# Is there a municipality to work for? What is missing is an error in Dutch. With «met-adres» also: where will it stand?
set -eu
fail() { echo "::error title=$1::$2"; exit 1; }

folders=$(ls framework/gemeenten | tr '\n' ' ')
how="Kies Settings, Secrets and variables, Actions, Variables. De waarde is de naam van uw map in framework/gemeenten/."
[ -n "${GEMEENTE:-}" ] || fail "GEMEENTE ontbreekt" "De variabele GEMEENTE is er nog niet. $how Er zijn: $folders"
held="framework/gemeenten/$GEMEENTE/gemeente.yaml"
[ -f "$held" ] || fail "GEMEENTE klopt niet" "Voor «$GEMEENTE» is er geen map met een gemeente.yaml. $how Er zijn: $folders"
[ "${1:-}" = met-adres ] || exit 0

# Without an address of its own: where this host shows the branch. It leads on to an own domain that comes later.
if ! grep -Eq "^adres: *[\"']?https?://" "$held"; then
    [ "${GITHUB_SERVER_URL:-https://github.com}" = https://github.com ] || fail "adres ontbreekt" \
        "In $held is «adres» nog leeg. Zet er het adres waar de leidraad komt te staan."
    repository=$(echo "${GITHUB_REPOSITORY:-organisatie/kopie}" | tr '[:upper:]' '[:lower:]')
    host="${repository%%/*}.github.io"
    place="https://$host/${repository##*/}"
    [ "${repository##*/}" = "$host" ] && place="https://$host"
    echo "SITE_URL=$place" >> "$GITHUB_ENV"
    echo "::notice title=Adres::«adres» is leeg. Links en pakketten krijgen $place"
fi
