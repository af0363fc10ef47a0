// The page in the panel: its content security policy and its parts.
import { Uri, type Webview } from 'vscode';
import type { PageState } from '../../messages.ts';
import { nonce } from '../pages/nonce.ts';

/** The folder the page may read from. */
export function pageRoot(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

/** The page as text. Nothing in it comes from a design, so only the state needs escaping. */
export function pageHtml(webview: Webview, extension: Uri, state: PageState): string {
  const once = nonce();
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(pageRoot(extension), file)).toString();
  const policy = [
    `default-src 'none'`,
    `script-src ${webview.cspSource} 'nonce-${once}'`,
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    'worker-src blob:',
    `connect-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>Topology</title>
<link rel="stylesheet" href="${address('webview.css')}">
</head>
<body data-state="${attribute(JSON.stringify(state))}" data-layout="${address('layout-worker.js')}" data-elk="${address('elk-worker.min.js')}">
<header>
<label for="view">View</label>
<select id="view" aria-label="View"></select>
<span id="notice" role="status"></span>
<span class="space"></span>
<button id="out" title="Zoom out (-)" aria-label="Zoom out">−</button>
<button id="fit" title="Fit to window (0)" aria-label="Fit to window">Fit</button>
<button id="in" title="Zoom in (+)" aria-label="Zoom in">+</button>
</header>
<main id="stage" aria-label="Drawing"></main>
<p id="empty" role="status" hidden></p>
<div id="tooltip" role="tooltip" hidden></div>
<script nonce="${once}" src="${address('webview.js')}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
