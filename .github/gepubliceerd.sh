#!/bin/sh
# What stands on the branch gh-pages → .cache/publicatie; nothing there yet is fine, not being able to look is not.
set -eu
mkdir -p .cache/publicatie
found=0
git ls-remote --exit-code --heads origin gh-pages >/dev/null || found=$?
case $found in
    0)
        git fetch --quiet --depth 1 origin +gh-pages:gh-pages
        git archive gh-pages | tar -x -C .cache/publicatie
        ;;
    2) echo "Er is nog niets gepubliceerd." ;;
    *)
        said="Wat al gepubliceerd is, kan ik niet ophalen. Probeer het later opnieuw."
        if [ -n "${GITLAB_CI:-}" ]; then printf '\033[31mFOUT Niet te lezen: %s\033[0m\n' "$said"; else echo "::error title=Niet te lezen::$said"; fi
        exit 1
        ;;
esac
