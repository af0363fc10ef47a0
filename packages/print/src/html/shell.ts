// What every page has: no resource from anywhere, and a policy that forbids all that isn't ours.
import { Html, html } from '../shown/index.ts';
import type { Assets } from './generated/assets.ts';

/** Only this style sheet and this script, by their digests; no address at all. */
function policyOf({ styleHash, scriptHash }: Assets): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `script-src 'sha256-${scriptHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A whole page as text, ending in a line break. */
export function shellHtml(title: string, body: Html, assets: Assets): string {
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policyOf(assets))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(assets.style)}</style>
</head>
<body>
${body}
<script>${new Html(assets.script)}</script>
</body>
</html>`.source
  }\n`;
}
