// Texts with emphasis as HTML, and how long they may be.
import type { Rich } from '../blocks/rich.ts';
import { Html, html, htmlOf } from '../shown/index.ts';

/** Code between two backticks, kept by a split: every second piece. */
const codeSpan = /`([^`]+)`/;

/** Characters of a text that are shown: a list of a million names is cut. */
const longest = 2_000;

/** A text of a stranger or of ours, at most 2,000 characters of it. */
export function richHtml(rich: Rich): Html {
  return shownUpTo(rich, { left: longest });
}

function shownUpTo(rich: Rich, room: { left: number }): Html {
  if (typeof rich === 'string') return html`${cut(rich, room)}`;
  if (isMany(rich)) return htmlOf(rich.map((each) => shownUpTo(each, room)));
  switch (rich.kind) {
    case 'code': {
      const text = cut(rich.text.replace(/\s+/g, ' ').trim(), room);
      return text === '' ? new Html('') : html`<code>${text}</code>`;
    }
    case 'strong':
      return html`<strong>${cut(rich.text, room)}</strong>`;
    case 'sentence':
      return htmlOf(
        cut(rich.text, room)
          .split(codeSpan)
          .map((each, i) => (i % 2 === 1 ? html`<code>${each}</code>` : html`${each}`)),
      );
    case 'lines':
      return htmlOf(rich.lines.map((each) => html`<span class="line">${shownUpTo(each, room)}</span>`));
  }
}

/** As much of a text as there is room for. */
function cut(text: string, room: { left: number }): string {
  if (room.left <= 0) return '';
  const kept = text.length <= room.left ? text : `${text.slice(0, room.left)}…`;
  room.left -= text.length;
  return kept;
}

function isMany(rich: Rich): rich is readonly Rich[] {
  return Array.isArray(rich);
}
