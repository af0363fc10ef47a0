// What is shipped is in the style that `lightloom fmt` gives: the examples and the part library.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFabric } from '@lightloom/language';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

const files = ['examples', 'packages/language/library'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.fabric'))
    .map((name) => join(folder, name)),
);

describe('the style', () => {
  it.each(files)('of %s', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(formatFabric(text).text === text, `run lightloom fmt ${file}`).toBe(true);
  });

  // The design that shows the language was written by hand, before there was a formatter.
  it('is that of the example, to the last space', () => {
    const text = readFileSync(join(root, 'examples/xpo-pod.fabric'), 'utf8');
    expect(text).toContain('switch spine[1..8]: XpoSpine\n');
    expect(formatFabric(text.replaceAll(/(?<=\S) {2,}(?=\/\/)/g, '  ')).problems).toEqual([]);
    expect(formatFabric(text).text).toBe(text);
  });
});
