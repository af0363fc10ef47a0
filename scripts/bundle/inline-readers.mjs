// Inlines the readers of columns (`packages/core/src/model/at.ts`) in what is bundled: `unsignedAt(column, row)` becomes
// `(column)[row]`. A command runs for less than a second, mostly before the engine has inlined anything itself, and the
// calls cost it a tenth of the time on large designs.
import { readFileSync } from 'node:fs';

/** Their names. */
export const readers = ['unsignedAt', 'signedAt', 'realAt', 'byteAt', 'numberAt', 'itemAt'];
const call = new RegExp(`(?<![\\w.$]|function )(?:${readers.join('|')})(?:<[^<>()]*>)?\\(`, 'g');

/** An esbuild plugin that does so in the TypeScript of the packages. */
export const inlineReaders = {
  name: 'inline readers',
  setup: (build) =>
    build.onLoad({ filter: /\/packages\/(core|diagram|language)\/src\/.*\.ts$/ }, ({ path }) => ({
      contents: inlined(readFileSync(path, 'utf8')),
      loader: 'ts',
    })),
};

/** A source with the calls of readers replaced. What is not a call with two arguments is left as it is. */
export function inlined(source) {
  let text = source;
  // From the last call to the first, so that a call within another one is replaced before it.
  for (const { index, 0: head } of [...source.matchAll(call)].reverse()) {
    const found = argumentsAt(text, index + head.length);
    if (found?.args.length !== 2) continue;
    const [column, row] = found.args.map((each) => each.trim());
    text = `${text.slice(0, index)}(${column})[${row}]${text.slice(found.end)}`;
  }
  return text;
}

/** The arguments of a call from behind its parenthesis on, and where it ends; undefined where it has no end. */
function argumentsAt(text, start) {
  const args = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < text.length; i++) {
    const char = text[i];
    if ('\'"`'.includes(char)) return undefined;
    if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char) && depth-- === 0) {
      const last = text.slice(from, i);
      return { args: last.trim() === '' ? args : [...args, last], end: i + 1 };
    }
    if (char === ',' && depth === 0) {
      args.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return undefined;
}
