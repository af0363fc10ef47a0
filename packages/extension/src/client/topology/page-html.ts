// The page of a drawing as HTML: its content security policy and its parts.
import type { PageState } from '../../messages.ts';

/** What is filled into the page. */
export interface PageParts {
  readonly nonce: string;
  /** Where style sheets come from. */
  readonly source: string;
  /** The address of a file of the extension. */
  readonly address: (file: string) => string;
  readonly state: PageState;
}

/** Scripts by nonce, styles from files alone, workers and pictures that the page itself makes, and nothing else. */
export function pageText({ nonce, source, address, state }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    'worker-src blob:',
    'img-src blob:',
    `connect-src ${source}`,
    `base-uri 'none'`,
    `form-action 'none'`,
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
<h1 id="title" class="heard">Topology</h1>
<p id="verdict" class="heard" role="status"></p>
<label for="view">View</label>
<select id="view" aria-label="View"></select>
<label for="color">Colors</label>
<select id="color" title="What the colors show" aria-label="Colors" hidden></select>
<details id="networks" hidden><summary>Networks</summary></details>
<span id="notice" role="status"></span>
<span class="space"></span>
<button id="search" title="Search (Ctrl+F)" aria-label="Search">${icon('M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9M10.3 10.3L14 14')}</button>
<button id="outline" aria-pressed="false" title="Outline: the drawing as a tree (o)" aria-label="Outline">${icon('M2 3.5h5M5 8h8M5 12.5h8M3 3.5v9h2M3 8h2')}</button>
<button id="findings" aria-pressed="false" title="Findings: errors and warnings (f)">Findings</button>
<button id="details" aria-pressed="false" title="Details of what is selected (i)" aria-label="Details">${icon('M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12M8 7.2V11M8 4.9V5')}</button>
<button id="move" aria-pressed="false" title="Move boxes by hand (m); Alt and arrow keys move the one with the focus" aria-label="Move boxes" hidden>${icon('M8 1.5v13M1.5 8h13M6 3.5L8 1.5l2 2M6 12.5l2 2l2-2M3.5 6L1.5 8l2 2M12.5 6l2 2l-2 2')}</button>
<button id="undo" title="Undo the last move (Ctrl+Z)" aria-label="Undo the last move" hidden>${icon('M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6')}</button>
<button id="save" title="Save the drawing" aria-label="Save the drawing">${icon('M8 2v8M4.5 7L8 10.5L11.5 7M2.5 13.5h11')}</button>
<button id="out" title="Zoom out (-)" aria-label="Zoom out">−</button>
<button id="fit" title="Fit to window (0)" aria-label="Fit to window">Fit</button>
<button id="in" title="Zoom in (+)" aria-label="Zoom in">+</button>
</header>
<div id="search-bar" role="search" hidden>
<input id="search-field" type="search" placeholder="Search: leaf[5], spine, loss-budget" aria-label="Search the drawing" spellcheck="false">
<span id="search-count" role="status"></span>
<button id="search-back" title="Back (Shift+Enter)" aria-label="Previous match">↑</button>
<button id="search-next" title="Next (Enter)" aria-label="Next match">↓</button>
</div>
<section id="above" aria-label="Key figures" hidden></section>
<div id="middle">
<main id="stage" tabindex="-1" aria-label="Drawing"><div id="plane"><div id="sheet"></div><svg id="labels" aria-hidden="true"></svg></div><div id="minimap" aria-hidden="true" hidden><svg></svg><div class="sight"></div></div></main>
<aside id="panel" hidden></aside>
</div>
<footer id="below" hidden></footer>
<p id="empty" role="status" hidden></p>
<div id="tooltip" role="tooltip" hidden></div>
<script nonce="${nonce}" src="${address('webview.js')}"></script>
</body>
</html>`;
}

/** A sign on a button, in lines of its text color. */
function icon(path: string): string {
  return `<svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
