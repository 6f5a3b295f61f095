#!/bin/sh
# Is there a municipality to work for? What is missing is an error in Dutch, red on GitHub and on GitLab. With
# «met-adres» also: where will it stand, and may it be put there?
set -eu
fail() {
    if [ -n "${GITLAB_CI:-}" ]; then printf '\033[31mFOUT %s: %s\033[0m\n' "$1" "$2"; else echo "::error title=$1::$2"; fi
    exit 1
}

folders=$(ls framework/gemeenten | tr '\n' ' ')
how="Kies Settings, Secrets and variables, Actions, Variables."
[ -z "${GITLAB_CI:-}" ] || how="Kies Settings, CI/CD, Variables."
how="$how De waarde is de naam van uw map in framework/gemeenten/."
[ -n "${GEMEENTE:-}" ] || fail "GEMEENTE ontbreekt" "De variabele GEMEENTE is er nog niet. $how Er zijn: $folders"
held="framework/gemeenten/$GEMEENTE/gemeente.yaml"
[ -f "$held" ] || fail "GEMEENTE klopt niet" "Voor «$GEMEENTE» is er geen map met een gemeente.yaml. $how Er zijn: $folders"
[ "${1:-}" = met-adres ] || exit 0

# GitLab lets a job read the project, and write only with a token of its own.
[ -z "${GITLAB_CI:-}" ] || [ -n "${LEIDRAAD_TOKEN:-}" ] || fail "LEIDRAAD_TOKEN ontbreekt" \
    "Publiceren zet de edities op de tak gh-pages en heeft daar een sleutel voor nodig. Maak er een met write_repository en de rol Maintainer: bij Settings, Access tokens, of op GitLab.com zonder abonnement bij een account dat die rol heeft (Edit profile, Personal access tokens). Zet haar als gemaskeerde variabele LEIDRAAD_TOKEN bij Settings, CI/CD, Variables."

# Without an address of its own: where this host shows the branch. It leads on to an own domain that comes later.
mkdir -p .cache
handed="${GITHUB_ENV:-.cache/omgeving}"
touch "$handed"
if ! grep -Eq "^adres: *[\"']?https?://" "$held"; then
    place="${CI_PAGES_URL:-}"
    if [ -z "$place" ] && [ "${GITHUB_SERVER_URL:-https://github.com}" = https://github.com ] && [ -z "${GITLAB_CI:-}" ]; then
        repository=$(echo "${GITHUB_REPOSITORY:-organisatie/kopie}" | tr '[:upper:]' '[:lower:]')
        host="${repository%%/*}.github.io"
        place="https://$host/${repository##*/}"
        [ "${repository##*/}" != "$host" ] || place="https://$host"
    fi
    [ -n "$place" ] || fail "adres ontbreekt" "In $held is «adres» nog leeg. Zet er het adres waar de leidraad komt te staan."
    echo "SITE_URL=$place" >> "$handed"
    said="«adres» is leeg. Links en pakketten krijgen $place"
    if [ -n "${GITLAB_CI:-}" ]; then echo "Let op: $said"; else echo "::notice title=Adres::$said"; fi
fi
