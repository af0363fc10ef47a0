// Sections as HTML.
import type { Block, NamedFigure, Section } from '../blocks/block.ts';
import { fullCell } from '../blocks/block.ts';
import { Html, html, htmlOf } from '../shown/index.ts';
import { firstOf } from './bounds.ts';
import { richHtml } from './rich.ts';
import { tableHtml } from './table.ts';

/** The id of a section, from its title, which is ours. */
export function sectionId(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** A heading and what is below it. */
export function sectionHtml({ title, blocks }: Section): Html {
  return html`<section id="${sectionId(title)}">
<h2>${title}</h2>
${htmlOf(
  blocks.map((each) => blockHtml(each, title)),
  '\n',
)}
</section>`;
}

/** A block of a section with a title. */
export function blockHtml(block: Block, title: string): Html {
  switch (block.kind) {
    case 'table':
      return tableHtml(block, title);
    case 'text':
      return html`<p>${richHtml(block.text)}</p>`;
    case 'note':
      return html`<p class="note"><strong>${block.title}:</strong> ${richHtml(block.text)}</p>`;
    case 'list': {
      const items = firstOf(block.items, (each) => html`<li>${richHtml(each)}</li>`);
      const left = block.items.length - items.length;
      return html`<ul>${htmlOf(items)}</ul>${left > 0 ? html`<p class="more">${left} more are left out.</p>` : ''}`;
    }
    case 'figures':
      return html`<dl class="figures">${htmlOf(block.figures.map(figureHtml))}</dl>`;
  }
}

function figureHtml({ name, value, parts = [] }: NamedFigure): Html {
  const more = parts.map((each) => html`<dd class="part">${each.name} ${richHtml(fullCell(each.value).text)}</dd>`);
  const { text, state } = fullCell(value);
  const open = state === undefined ? new Html('') : html` class="${state}"`;
  return html`<div><dt>${name}</dt><dd${open}>${richHtml(text)}</dd>${htmlOf(more)}</div>`;
}
