// A text in which everything is visible: what people wrote can't control a terminal, and can't look like something else.

const beyondAscii = /[^\x20-\x7e]/;

/**
 * Control characters, lone surrogates, bidirectional marks and characters without any shape, among them tags and the variation
 * selectors beyond those of emoji. The joiners that scripts and emoji need aren't here.
 */
const unprintable =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

/** Whether a text has nothing beyond the printable characters of ASCII. */
export function isPlainAscii(text: string): boolean {
  return !beyondAscii.test(text);
}

/** A text on one line in which everything is visible and nothing can control the terminal. */
export function visible(text: string): string {
  return isPlainAscii(text) ? text : text.replace(unprintable, placeholder);
}

/** The same for a text of several lines: line breaks and tabs remain. */
export function visibleLines(text: string): string {
  return text.replace(unprintable, (each) => (each === '\n' || each === '\t' ? each : placeholder(each)));
}

function placeholder(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 32) return String.fromCharCode(0x2400 + code);
  return code === 127 ? '␡' : '�';
}

/** A text of JSON in which such characters are escapes: JSON has them in texts only. */
export function visibleJson(json: string): string {
  return json.replace(unprintable, (each) => (each === '\n' ? each : Array.from(units(each), escaped).join('')));
}

function* units(character: string): Iterable<number> {
  for (let i = 0; i < character.length; i++) yield character.charCodeAt(i);
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
