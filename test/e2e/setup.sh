#!/usr/bin/env bash
# Puts a real VS Code (its server and workbench, from the npm package code-server) and a browser in place.
# npm and apt only, nothing is compiled, and nothing is done twice.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v rg >/dev/null || missing+=(ripgrep)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
[ -d /usr/share/fonts/truetype/dejavu ] || missing+=(fonts-dejavu-core)
if [ ${#missing[@]} -gt 0 ]; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo"
  $sudo apt-get -o DPkg::Lock::Timeout=300 update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# What was installed is remembered by the lock file it was installed from.
if ! cmp -s package-lock.json node_modules/.installed-lock.json; then
  npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
  cp package-lock.json node_modules/.installed-lock.json
fi

# VS Code's own packages: `install`, because its shrinkwrap lacks an entry that `ci` asks for.
vscode=node_modules/code-server/lib/vscode
if [ ! -d "$vscode/node_modules/@parcel" ] || [ ! -d "$vscode/node_modules/vscode-textmate" ]; then
  npm install --prefix "$vscode" --omit=dev --ignore-scripts --no-save --no-fund --no-audit --loglevel=error
fi
mkdir -p "$vscode/node_modules/@vscode/ripgrep/bin"
ln -sf "$(command -v rg)" "$vscode/node_modules/@vscode/ripgrep/bin/rg"
