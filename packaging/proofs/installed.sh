#!/bin/sh
# Uses an installed program as a person would: self-test, sample, one real window. Linux (under a screen) and macOS.
#
#   packaging/proofs/installed.sh PROGRAM FOLDER
#
# FOLDER takes the sample project and a picture of the screen.
set -eu
program=$1
out=$2
mkdir -p "$out"
"$program" selftest
"$program" demo --no-window "$out/sample"

here=$(cd "$(dirname "$0")/.." && pwd)
shown() {
  if [ "$(uname)" = Darwin ]; then
    swift "$here/macos/window.swift" verify-app >/dev/null 2>&1
  else
    xdotool search --name 'sample – verify-app' >/dev/null 2>&1
  fi
}

"$program" "$out/sample" >"$out/window.log" 2>&1 &
window=$!
tries=0
until shown; do
  tries=$((tries + 1))
  if [ "$tries" -gt 120 ] || ! kill -0 "$window" 2>/dev/null; then
    cat "$out/window.log"
    echo "no window came" >&2
    exit 1
  fi
  sleep 0.5
done
sleep 3
if [ "$(uname)" = Darwin ]; then
  screencapture -x "$out/window.png"
else
  import -window root "$out/window.png"
fi
kill -0 "$window"   # it is still there
kill "$window"
wait "$window" || true
"$program" check "$out/sample"
