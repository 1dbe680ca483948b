#!/usr/bin/env bash
# Make .venv and put the pinned packages into it: tools/setup.sh play|test|package
# Takes a moment the first time and milliseconds after; `make` calls it every time.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
    play) pins=requirements.txt ;;
    test | package) pins=requirements-dev.txt ;;
    *) echo "usage: tools/setup.sh play|test|package" >&2; exit 2 ;;
esac

venv=.venv
say() { echo "setup: $*"; }

# Runs apt-get if we may without asking for a password; otherwise says what to run.
apt_install() {
    if ! command -v apt-get >/dev/null; then
        say "missing: $* (Debian names); please install them with your system's package manager" >&2
        return 1
    fi
    local as_root=()
    if [[ $EUID -ne 0 ]]; then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            say "please run: sudo apt-get install -y $*" >&2
            return 1
        fi
        as_root=(sudo -n)
    fi
    say "installing system packages: $*"
    # A half-failed update is fine as long as the packages are found.
    "${as_root[@]}" apt-get update -qq || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends -o DPkg::Use-Pty=0 "$@" >/dev/null
}

# Prints the first Python that is new enough.
find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

make_venv() {
    local python
    if ! python=$(find_python); then
        apt_install python3 python3-venv
        python=$(find_python) || { say "Python 3.11 or newer is needed" >&2; return 1; }
    fi
    # Debian keeps the venv's pip in a package of its own.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv
    say "making $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
}

# Qt's wheels bring all of Qt, but not the system's own libraries below it.
check_system_libraries() {
    [[ $(uname -s) == Linux ]] || return 0
    local have lib package missing=()
    have=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    while read -r lib package; do
        [[ $have == *"$lib "* ]] || missing+=("$package")
    done < assets/qt-libraries.txt
    if [[ ${#missing[@]} -gt 0 ]]; then
        apt_install "${missing[@]}"
    fi
}

# A copy of the pins in the venv says what was installed last. Dates would not do: a checkout
# changes them, but not always the pins.
install_pins() {
    cmp -s "$pins" "$venv/$pins" && return
    say "installing $pins (the first time takes a few minutes)"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes --requirement "$pins"
    cp "$pins" "$venv/$pins"
}

# Installs the packages whose programs are missing: check_tools PROGRAM PACKAGE ...
check_tools() {
    local missing=()
    while [[ $# -gt 0 ]]; do
        command -v "$1" >/dev/null || missing+=("$2")
        shift 2
    done
    if [[ ${#missing[@]} -gt 0 ]]; then
        apt_install "${missing[@]}"
    fi
}

# The tests look at the PDFs that the game writes and at its desktop files.
check_test_tools() {
    check_tools pdftotext poppler-utils pdftoppm poppler-utils \
        desktop-file-validate desktop-file-utils appstreamcli appstream
}

# PyInstaller takes programs apart and needs Python as a library, which Debian keeps in a package
# of its own; the finished program is played on a screen of its own.
check_package_tools() {
    [[ $(uname -s) == Linux ]] || return 0
    check_tools objdump binutils xz xz-utils Xvfb xvfb xdotool xdotool
    "$venv/bin/python" - <<'PYTHON' || apt_install "lib$("$venv/bin/python" -c \
        'import sys; print("python%d.%d" % sys.version_info[:2])')"
import ctypes, sys, sysconfig
name = "libpython%d.%d.so.1.0" % sys.version_info[:2]
for place in (name, f"{sysconfig.get_config_var('LIBDIR')}/{name}"):
    try:
        ctypes.CDLL(place)
    except OSError:
        continue
    sys.exit()
sys.exit(1)
PYTHON
}

# The learning record store that the tests send to, in an environment of its own: it wants an
# older Starlette than we do.
install_lrs() {
    local folder=$venv/lrs pins=tests/reports/lrs/requirements.txt
    cmp -s "$pins" "$folder/requirements.txt" && return
    say "installing $pins"
    "$venv/bin/python" -m venv --clear "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes --requirement "$pins"
    cp "$pins" "$folder/requirements.txt"
}

# A test reads the window as a screen reader does. Without a desktop to do that on it is skipped.
check_screen_reader() {
    [[ $(uname -s) == Linux ]] || return 0
    local atspi="import gi; gi.require_version('Atspi', '2.0')"
    command -v Xvfb >/dev/null && command -v dbus-run-session >/dev/null \
        && /usr/bin/python3 -c "$atspi" 2>/dev/null && return
    apt_install xvfb dbus at-spi2-core python3-gi gir1.2-atspi-2.0 \
        || say "the test with a screen reader will be skipped"
}

# The tests open the phone page of a workshop in a real browser; without one they skip that.
check_browser() {
    command -v chromium >/dev/null && command -v chromedriver >/dev/null && return
    if command -v apt-get >/dev/null && apt-cache show chromium-driver >/dev/null 2>&1; then
        apt_install chromium chromium-driver || true
    else
        say "no chromium and chromedriver: the tests of the phone page in a browser are skipped"
    fi
}

"$venv/bin/python" -c '' 2>/dev/null || make_venv
check_system_libraries
if [[ $1 == test ]]; then
    check_test_tools
    check_screen_reader
fi
install_pins
[[ $1 == play ]] || install_lrs
[[ $1 != package ]] || check_package_tools
