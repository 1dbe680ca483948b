#!/bin/sh
# Puts the game into your own desktop's menu, or takes it out again: add-to-menu.sh [--remove]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/@APP_ID@.desktop
icon=$data/icons/hicolor/scalable/apps/norestore.svg

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$icon"
    echo "The menu entry is gone. Your saved plays stay where they are."
    exit 0
fi
mkdir -p "$(dirname "$entry")" "$(dirname "$icon")"
cp "$here/share/icons/hicolor/scalable/apps/norestore.svg" "$icon"
# In a desktop file's quoted argument ", `, $ and \ are escaped, once more each by the key itself.
program=$(printf '%s' "$here/norestore" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
PROGRAM=$program awk '/^Exec=/ { print "Exec=\"" ENVIRON["PROGRAM"] "\""; next } { print }' \
    "$here/share/applications/@APP_ID@.desktop" > "$entry"
echo "Point of No Restore is in your menu now. Run this again when you have moved the folder."
