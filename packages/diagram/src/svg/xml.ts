// XML text and elements.
import { round } from '../layout/index.ts';

/** Text for content and attributes; what XML can't hold becomes `\ufffd`. */
export function escapeText(text: string): string {
  return plain(text).replace(/[&<>"']/g, (each) => entities[each] as string);
}

/** Text with `\ufffd` for what no document should hold: control characters, marks of direction, halves of characters. */
export function plain(text: string): string {
  return text.replace(forbidden, '\ufffd');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, half characters, marks of direction, characters without a shape, and the two code points that XML leaves out. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must be replaced
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element. Attributes are escaped, content is not; numbers are rounded to a tenth. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value as string)}"`)
    .join('');
  return content === undefined ? `<${name}${list}/>` : `<${name}${list}>${content}</${name}>`;
}
