#!/bin/sh
# The Windows installer on Debian: for the proof under Wine. What is handed out is built by build.ps1 on Windows.
#   packaging/windows/build.sh [what packaging/build takes, e.g. --out DIR]
set -eu
cd "$(dirname "$0")/../.."
for tool in x86_64-w64-mingw32-gcc x86_64-w64-mingw32-windres makensis; do
  command -v "$tool" >/dev/null || {
    echo "build.sh: $tool is not here (Debian: gcc-mingw-w64-x86-64, nsis)" >&2
    exit 1
  }
done
exec python3.11 packaging/build windows "$@"
