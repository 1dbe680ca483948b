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

# Debian's names of packages that are missing: without the first ones nothing works, without the
# others some tests are skipped.
required=()
optional=()

# Notes the packages whose programs are missing: require PROGRAM PACKAGE ...
require() {
    while [[ $# -gt 0 ]]; do
        command -v "$1" >/dev/null || required+=("$2")
        shift 2
    done
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

has_venv() { "$venv/bin/python" -c '' 2>/dev/null; }

# Debian keeps the venv's pip in a package of its own.
check_python() {
    local python
    if has_venv; then return; fi
    if ! python=$(find_python); then
        required+=(python3 python3-venv)
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        required+=(python3-venv)
    fi
}

# Qt's wheels bring all of Qt, but not the system's own libraries below it.
check_system_libraries() {
    local have lib package
    have=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    while read -r lib package; do
        [[ $have == *"$lib "* ]] || required+=("$package")
    done < assets/qt-libraries.txt
}

# The tests look at the PDFs that the game writes and at its desktop files.
check_test_tools() {
    require pdftotext poppler-utils \
        desktop-file-validate desktop-file-utils appstreamcli appstream
}

# A test reads the window as a screen reader does.
check_screen_reader() {
    local atspi="import gi; gi.require_version('Atspi', '2.0')"
    command -v Xvfb >/dev/null && command -v dbus-run-session >/dev/null \
        && /usr/bin/python3 -c "$atspi" 2>/dev/null && return
    optional+=(xvfb dbus at-spi2-core python3-gi gir1.2-atspi-2.0)
}

# The tests open the phone page of a workshop in a real browser.
check_browser() {
    command -v chromedriver >/dev/null || optional+=(chromium chromium-driver)
}

# PyInstaller takes programs apart, and the finished program is played on a screen of its own.
check_package_tools() {
    require objdump binutils xz xz-utils Xvfb xvfb xdotool xdotool
}

# PyInstaller needs Python as a library, which Debian keeps in a package of its own.
check_python_library() {
    "$venv/bin/python" - <<'PYTHON' || required+=("lib$("$venv/bin/python" -c \
        'import sys; print("python%d.%d" % sys.version_info[:2])')")
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

# Installs all that is missing in one go if we may without asking for a password; otherwise says
# what to run. Fails where something required stays missing.
install_packages() {
    local wanted="${required[*]-} ${optional[*]-}" package
    [[ -n ${wanted// /} ]] || return 0
    if ! command -v apt-get >/dev/null; then
        say "missing: $wanted (Debian names); please install them with your package manager" >&2
        [[ ${#required[@]} -eq 0 ]]
        return
    fi
    local as_root=(env DEBIAN_FRONTEND=noninteractive)
    if [[ $EUID -ne 0 ]]; then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            say "please run: sudo apt-get install -y $wanted" >&2
            [[ ${#required[@]} -eq 0 ]]
            return
        fi
        as_root=(sudo -n "${as_root[@]}")
    fi
    local install=(apt-get install -y -qq --no-install-recommends -o DPkg::Use-Pty=0)
    if [[ ${#required[@]} -gt 0 ]] || ! compgen -G "/var/lib/apt/lists/*Packages*" >/dev/null; then
        # A half-failed update is fine as long as the packages are found.
        "${as_root[@]}" apt-get update -qq || true
    fi
    local found=()
    for package in ${optional[@]+"${optional[@]}"}; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            found+=("$package")
        else
            say "no package $package: some tests will be skipped"
        fi
    done
    [[ $((${#required[@]} + ${#found[@]})) -gt 0 ]] || return 0
    say "installing system packages: ${required[*]-} ${found[*]-}"
    if "${as_root[@]}" "${install[@]}" \
        ${required[@]+"${required[@]}"} ${found[@]+"${found[@]}"} >/dev/null; then
        return
    fi
    say "some packages cannot be installed; going on with what is needed most" >&2
    [[ ${#required[@]} -eq 0 ]] || "${as_root[@]}" "${install[@]}" "${required[@]}" >/dev/null
}

make_venv() {
    local python
    python=$(find_python) || { say "Python 3.11 or newer is needed" >&2; return 1; }
    say "making $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
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

check_python
if [[ $(uname -s) == Linux ]]; then
    check_system_libraries
    case $1 in
        test) check_test_tools; check_screen_reader; check_browser ;;
        package) check_package_tools ;;
    esac
fi
install_packages
has_venv || make_venv
if [[ $1 == package && $(uname -s) == Linux ]]; then
    required=() optional=()
    check_python_library
    install_packages
fi
install_pins
[[ $1 == play ]] || install_lrs
