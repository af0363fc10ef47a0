// A text as it is shown in HTML: what people wrote is text, never a tag, an attribute or an address.
import { visible } from './visible.ts';

/** HTML, as opposed to a text that is still to be shown in it. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text within an element, or within an attribute between quotes. */
function htmlText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (each) => entities[each] as string);
}

/** HTML in which the values are shown as texts, unless they are HTML. Attributes are written between double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  return new Html(strings.reduce((text, each, i) => text + sourceOf(values[i - 1] ?? '') + each));
}

/** Pieces of HTML one after the other, with a separator between them. */
export function htmlOf(pieces: readonly Html[], separator = ''): Html {
  return new Html(pieces.map(({ source }) => source).join(separator));
}

function sourceOf(value: string | number | Html): string {
  return value instanceof Html ? value.source : htmlText(String(value));
}
