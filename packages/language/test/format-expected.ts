// For tests of the formatter: a text, and what becomes of it.
import { expect } from 'vitest';
import { formatFabric } from '../src/format/index.ts';

/** Formats a text; what comes of it must be in the style already. */
export function formatted(text: string): string {
  const { text: once } = formatFabric(text);
  expect(formatFabric(once).text).toBe(once);
  return once;
}

/** Text without the first line break and the indent that all its lines share, as tests write it. */
export function lines(text: string): string {
  const rows = text.replace(/^\n/, '').replace(/\n *$/, '\n').split('\n');
  const indent = Math.min(...rows.filter((row) => row.trim() !== '').map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(indent)).join('\n');
}

/** A text before and after. */
export const becomes = (before: string, after: string): void => expect(formatted(lines(before))).toBe(lines(after));
/** A text that is in the style. */
export const stays = (text: string): void => becomes(text, text);
