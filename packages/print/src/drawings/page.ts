// All drawings of a design on one page, to be looked at in a browser: each on its own stage, with its findings.
import { viewerAssets } from '../html/generated/assets.ts';
import { shellHtml } from '../html/shell.ts';
import { Html, html, htmlOf } from '../shown/index.ts';

/** A finding in a drawing. */
interface DrawnFinding {
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly message: string;
  /** Ids of the things in the drawing that it is about; none where it is about what isn't drawn. */
  readonly ids: readonly string[];
}

/** What a double click on a thing does. */
export interface PageFold {
  /** The same for all things that are folded or unfolded together. */
  readonly key: string;
  /** Whether it is drawn as one so far. */
  readonly folded: boolean;
  /** The picture that it leads to: 0 is the first of the drawing. */
  readonly to: number;
}

/** A drawing with some of its things folded or unfolded. */
export interface PagePicture {
  /** SVG without scripts, style sheets or anything to load, with the colors of the page it is on. */
  readonly svg: string;
  /** How the figures of things come about, line by line, by their ids in the drawing. */
  readonly about: ReadonlyMap<string, readonly string[]>;
  /** By the ids of things. */
  readonly folds: ReadonlyMap<string, PageFold>;
}

/** A drawing of the page. */
export interface PageDrawing extends PagePicture {
  /** The name by which it is rendered alone, as `network:backend`. */
  readonly id: string;
  readonly title: string;
  readonly findings: readonly DrawnFinding[];
  /** What it is when things are folded or unfolded. */
  readonly others: readonly PagePicture[];
}

export interface DrawingsPage {
  /** Name of the file of the design. */
  readonly file: string;
  readonly verdict?: { readonly severity: 'error' | 'warning' | 'unknown' | 'none'; readonly text: string } | undefined;
  /** Further fields of the title block: revision, author, date, tool. */
  readonly fields: readonly string[];
  /** At least one; the first is shown first. */
  readonly drawings: readonly PageDrawing[];
}

/** Keys, and what they do. */
const keys = [
  ['/', 'search'],
  ['n p', 'next, previous finding'],
  ['[ ]', 'previous, next drawing'],
  ['+ − 0', 'zoom, whole drawing'],
  ['. ,', 'next, previous thing'],
  ['Enter', 'unfold it, fold it'],
] as const;

/** The page as text. Names and messages are shown and do nothing; the same bytes for the same drawings. */
export function drawingsPage({ file, verdict, fields, drawings }: DrawingsPage): string {
  const ids = drawings.map((_, i) => `drawing-${i + 1}`);
  const links = drawings.map(({ title }, i) => html`<li><a href="#${ids[i] ?? ''}">${title}</a></li>`);
  const lists = drawings.flatMap(({ title, findings }, i) =>
    findings.length === 0
      ? []
      : [
          html`<h3>${title}</h3>\n<ol class="findings">${htmlOf(findings.map((each) => findingHtml(each, ids[i] ?? '')))}</ol>`,
        ],
  );
  const sections = drawings.map(
    (
      { id, title, svg, about, folds, others },
      i,
    ) => html`<section id="${ids[i] ?? ''}" data-view="${id}" data-about="${jsonOf(about)}" data-folds="${jsonOf(folds)}">
<h2>${title}</h2>
<div class="stage" role="region" aria-label="${title}" tabindex="0">${new Html(svg.trim())}</div>
${htmlOf(others.map(otherHtml), '\n')}
</section>`,
  );
  return shellHtml(
    `Drawings: ${file}`,
    html`<div class="side">
<header>
<p class="kind">Drawings</p>
<h1>${file}</h1>
${htmlOf(fields.map((each) => html`<p class="meta">${each}</p>`))}
${verdict === undefined ? '' : html`<p class="verdict ${verdict.severity}">${verdict.text}</p>`}
<div class="tools"></div>
</header>
<nav aria-label="Drawings">
<h3>Drawings</h3>
<ul>${htmlOf(links)}</ul>
</nav>
<div class="search"><h3>Search</h3></div>
${lists.length === 0 ? '' : html`<h3>Findings</h3>`}
${htmlOf(lists, '\n')}
<div class="keys"><h3>Keys</h3><ul>${htmlOf(keys.map(([key, does]) => html`<li><kbd>${key}</kbd> ${does}</li>`))}</ul></div>
</div>
<main>
${htmlOf(sections, '\n')}
</main>`,
    viewerAssets,
  );
}

/** A picture that is shown in place of the first; a template does nothing by itself. */
function otherHtml({ svg, about, folds }: PagePicture): Html {
  return html`<template data-about="${jsonOf(about)}" data-folds="${jsonOf(folds)}">${new Html(svg.trim())}</template>`;
}

function jsonOf(map: ReadonlyMap<string, unknown>): string {
  return JSON.stringify(Object.fromEntries(map));
}

/** A link to the drawing; the script leads on to the things. */
function findingHtml({ severity, rule, message, ids }: DrawnFinding, drawing: string): Html {
  return html`<li class="${severity}"><a href="#${drawing}" data-ids="${JSON.stringify(ids)}"><b>${severity} ${rule}</b> ${message}</a></li>`;
}
