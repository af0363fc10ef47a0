// Readers of columns are inlined in what is bundled: each of them, within each other, and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlined, readers } from '../scripts/bundle/inline-readers.mjs';
import { root } from './sources.ts';

describe('readers of columns', () => {
  it('are those of the model', () => {
    const source = readFileSync(join(root, 'packages/core/src/model/at.ts'), 'utf8');
    expect([...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name)).toEqual(readers);
  });

  it.each([
    ['unsignedAt(a.b, i + 1)', '(a.b)[i + 1]'],
    ['unsignedAt(a, signedAt(b, f(1, 2)))', '(a)[(b)[f(1, 2)]]'],
    ['itemAt<Part>(parts, 0).name', '(parts)[0].name'],
    ['export function unsignedAt(column: Uint32Array, row: number) {}', undefined],
    ['import { unsignedAt } from "./at.ts"; each(unsignedAt)', undefined],
    ['my.unsignedAt(a, b); notunsignedAt(a, b)', undefined],
    ['unsignedAt(a, "x(")', undefined],
  ])('%s', (source, result) => {
    expect(inlined(source)).toBe(result ?? source);
  });
});
