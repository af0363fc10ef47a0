// The title and the description of an element, for pointers and screen readers.
import type { Mark } from '../graph/index.ts';
import { escapeText } from './xml.ts';

/** What an element says of itself. */
interface Described {
  readonly id: string;
  /** Its tooltip. */
  readonly detail: string;
  readonly label?: string;
  readonly lines?: readonly string[];
  readonly marks?: readonly Mark[];
}

/** `<title>` is the tooltip; `<desc>` says in a sentence what is written on it. */
export function describe({ id, detail, label = id, lines = [], marks = [] }: Described): string {
  const signs = marks.map(({ severity, text }) => `${severity} ${text}`);
  const description = [label, ...lines, ...signs].filter((each) => each !== '').join(', ');
  return `${title(detail === '' ? label : detail)}<desc>${escapeText(description)}</desc>`;
}

/** Tooltip of an element. */
function title(text: string): string {
  return `<title>${escapeText(text)}</title>`;
}
