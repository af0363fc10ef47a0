// A text as it is shown in Markdown: what people wrote is read as text, never as Markdown, HTML, a link, an image or a mention.
import { visible, visibleLines } from './visible.ts';

/** Code between two backticks, kept by a split: every second piece. */
const codeSpan = /(`[^`]+`)/;

/** Markdown, as opposed to a text that is still to be shown in it. */
export class Markdown {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/**
 * What gives a text another meaning in CommonMark, in GitHub's Markdown or on its pages. A hyphen in a name, an index such as
 * `[1..2]`, a comparison and an underscore within a word are read as they are.
 */
const meaning =
  /[\\`*~$|@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|<(?![=\s\d]|$)|&#?\w+;|!\[|\][([:]|:\/\/|www\.|#\d|^(?:[-+]|#{1,6}|\d+[.)])(?:\s|$)|^>(?!=)|^[-=]{3,}$|^\[[ xX]\]\s/i;

/** A text within a line of Markdown: as it is where Markdown reads it as such, else as code. */
export function markdownText(text: string): string {
  const flat = visible(/[\r\n]/.test(text) ? text.replace(/\s+/g, ' ') : text);
  return meaning.test(flat.trim()) ? code(flat).source : flat;
}

/** A name of several things in a sentence, `spine[*].down`, kept by a split: every second piece. Its stars would be read as emphasis. */
const starredName = /([\w.[\]-]{0,200}\w\[\*\](?:[\w.[\]*-]{0,200}[\w\]])?)/;

/**
 * A sentence of ours within a line of Markdown, with code between backticks, and names with a star as code; another text in it that means
 * something makes all of it code.
 */
export function sentence(text: string): Markdown {
  const pieces = text
    .split(codeSpan)
    .flatMap((each, place) =>
      place % 2 === 1 ? [each] : each.split(starredName).map((piece, i) => (i % 2 === 1 ? `\`${piece}\`` : piece)),
    );
  const isPlain = pieces.every((each, place) => place % 2 === 1 || markdownText(each) === each);
  return isPlain
    ? new Markdown(pieces.map((each, i) => (i % 2 === 1 ? code(each.slice(1, -1)).source : each)).join(''))
    : code(text);
}

/** Markdown in which the values are shown as texts, unless they are Markdown. */
export function markdown(strings: TemplateStringsArray, ...values: readonly (string | Markdown)[]): Markdown {
  return new Markdown(strings.reduce((text, each, i) => text + sourceOf(values[i - 1] ?? '') + each));
}

/** Pieces one after the other, with a separator between them. */
export function joined(pieces: readonly (string | Markdown)[], separator: string): Markdown {
  return new Markdown(pieces.map(sourceOf).join(separator));
}

/** The Markdown of a text, or of what is Markdown already. */
function sourceOf(piece: string | Markdown): string {
  return typeof piece === 'string' ? markdownText(piece) : piece.source;
}

/** A name or text of the design, as code. */
export function code(text: string): Markdown {
  const flat = visible(text.replace(/\s+/g, ' ').trim());
  if (flat === '') return new Markdown('');
  const fence = '`'.repeat(longestRun(flat) + 1);
  return new Markdown(fence.length === 1 ? `\`${flat}\`` : `${fence} ${flat} ${fence}`);
}

/** Lines of a design, or of figures, as a block of code. */
export function codeBlock(text: string, language: 'fabric' | 'text'): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${visibleLines(text.replace(/\r\n?/g, '\n'))}\n${fence}`;
}

/** Prose that somebody wrote, such as a comment, as paragraphs; a piece between two backticks is code. */
export function prose(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().split(codeSpan).map(ofProse).join(''))
    .join('\n');
}

function ofProse(piece: string, place: number): string {
  return place % 2 === 1 ? code(piece.slice(1, -1)).source : visible(piece).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Backticks in the longest run of them. */
function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, each) => Math.max(longest, each.length), 0);
}

/** Markdown within a cell of a table. */
export function cell(piece: string | Markdown): string {
  // A backslash before an escaped bar would end the escape in some readers and the cell in others.
  return sourceOf(piece)
    .replace(/\\(?=\|)/g, '\\ ')
    .replaceAll('|', '\\|');
}
