#!/bin/sh
# Make sure that the tests have a Chromium and a Java (for the HTML checker), and say what to do when they cannot.
set -u

# install NAME PACKAGE: from Debian's packages, as root
install() {
    if [ "$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release; then
        echo "$1 installeren (apt-get install $2) …"
        apt-get update -qq && apt-get install -y -qq --no-install-recommends "$2" >/dev/null
    fi
}

# The headless shell is the same Chromium without a window: it halves the time of every test in a browser.
find_shell() { [ -n "${CHROMIUM:-}" ] || command -v chromium-headless-shell; }
find_chromium() { find_shell || command -v chromium || command -v chromium-browser || command -v google-chrome; }

find_shell >/dev/null || install "Chromium zonder venster" chromium-headless-shell || true
find_chromium >/dev/null || install Chromium chromium || true
find_chromium >/dev/null || .venv/bin/playwright install chromium || {
    echo "Er is geen Chromium, en installeren lukte niet."
    echo "Installeer Chromium, of zet het pad in de variabele CHROMIUM: CHROMIUM=/pad/naar/chromium make test"
    exit 1
}
command -v java >/dev/null || install Java default-jre-headless || true
command -v java >/dev/null || {
    echo "Er is geen Java, en installeren lukte niet. De controle van de HTML heeft Java nodig: installeer een JRE."
    exit 1
}
