// Edits of bodies: a property that is set, a statement that is added, in the manner of the text around it.
import type { Edit } from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { type Extent, extentOf, wholeText } from '../parse/index.ts';
import type { WithBody } from './statement-at.ts';

/**
 * Gives a property of a body a value. Undefined where its figure has a source: another figure isn't the one of that source.
 * @param uri of the file
 */
export function propertyEdit(uri: string, node: WithBody, name: string, value: string): Edit | undefined {
  const given = node.statements.find((each): each is ast.Property => each.$type === 'Property' && each.name === name);
  if (given === undefined) return insertion(uri, node, `${name} ${value}`);
  if (given.provenance?.kind === 'source') return undefined;
  const [first, last] = [given.items[0], given.items.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  // The `by` of `fed by` and `cooled by` isn't part of the items.
  const before = wholeText(node).slice(extentOf(given).start, extentOf(first).start);
  const word = /\bby\s+$/.test(before) ? value.replace(/^by\s+/, '') : value;
  return { origin: { uri, start: extentOf(first).start, end: extentOf(last).end }, text: word };
}

/** Adds a statement to the end of a body; gives the node a body where it has none. */
function insertion(uri: string, node: WithBody, statement: string): Edit | undefined {
  const text = wholeText(node);
  const { start, end } = extentOf(node);
  const at = (offset: number, inserted: string): Edit => ({
    origin: { uri, start: offset, end: offset },
    text: inserted,
  });
  if (!node.hasBody) return at(end, ` { ${statement} }`);
  const close = end - 1;
  if (text[close] !== '}') return undefined;
  const last = node.statements.at(-1);
  const before = last === undefined ? text.indexOf('{', start) + 1 : extentOf(last).end;
  const gap = text.slice(before, close);
  if (/^\s*$/.test(gap) && !gap.includes('\n'))
    return { origin: { uri, start: before, end: close }, text: `${last === undefined ? ' ' : '  '}${statement} ` };
  const indent = last === undefined ? `${indentAt(text, start)}    ` : indentAt(text, extentOf(last).start);
  return at(lineEnd(text, before, close), `\n${indent}${statement}`);
}

/** Adds a statement on a line of its own behind another, or before it. */
export function statementEdit(uri: string, node: ast.Statement, statement: string, isBefore: boolean): Edit {
  const text = wholeText(node);
  const { start, end } = extentOf(node);
  const indent = indentAt(text, start);
  const offset = isBefore ? start : lineEnd(text, end, text.length);
  const lines = statement.split('\n').join(`\n${indent}`);
  return {
    origin: { uri, start: offset, end: offset },
    text: isBefore ? `${lines}\n${indent}` : `\n${indent}${lines}`,
  };
}

/** The white space that the line of an offset starts with. */
function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
}

/** The end of a line, with a comment that follows on it, as long as nothing else does. */
function lineEnd(text: string, from: number, most: number): number {
  const rest = /^[ \t]*(?:\/\/[^\n]*)?/.exec(text.slice(from, most))?.[0] ?? '';
  const end = from + rest.trimEnd().length;
  return text[from + rest.length] === '\n' || from + rest.length >= most ? end : from;
}

/** Where a word is in a stretch of text, as a word of its own; undefined where it doesn't. */
export function wordIn(text: string, { start, end }: Extent, word: string): Extent | undefined {
  for (let at = text.indexOf(word, start); at >= 0 && at + word.length <= end; at = text.indexOf(word, at + 1)) {
    const isWord = !/[\w-]/.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + word.length] ?? '');
    if (isWord) return { start: at, end: at + word.length };
  }
  return undefined;
}
