#!/usr/bin/env bash
# Tests the packed extension in a real VS Code. Does all the set-up by itself; needs Node 20 or newer, npm and apt.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -x node_modules/.bin/node ] || npm ci
bash test/e2e/setup.sh
exec node_modules/.bin/node test/e2e/run.mjs "$@"
