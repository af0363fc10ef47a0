// Equal designs give equal bytes, in every format of a check: whenever, wherever, and in whatever order they are named. What needs
// a process of its own, the language of the system, is tested with the packed command.
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { findingsDocument, formatsOf } from '@lightloom/print';
import { describe, expect, it } from 'vitest';
import { folder, lightloom, podFolder, podWith } from '../lightloom.ts';

const formats = formatsOf(findingsDocument).map(({ name }) => name);

/** Designs with findings of every severity, one of them in a file that two designs import. */
const files = {
  'z.fabric': podWith('128 W ', '420 W '),
  'Ärger.fabric': 'import "./parts/box"\nswitch a : Box\nswitch b : Bxo\n',
  'B.fabric': 'import "./parts/box"\nswitch a[1..2] : Box\n',
  'parts/box.fabric': 'switch type Box { height 1 RU  power 1 kW assumed "no data sheet" }\n',
  'lightloom.json': '{ "overrides": [{ "files": ["B.fabric"], "rules": { "provenance": "warning" } }] }',
};
const named = ['z.fabric', 'Ärger.fabric', 'B.fabric', 'parts/box.fabric'];

/** What a check prints in every format, from one run that writes them all. */
async function printed(cwd: string, paths: readonly string[]): Promise<Record<string, string>> {
  const out = folder();
  const outputs = formats.flatMap((each) => ['-f', each, '-o', join(out, each)]);
  const { code, err } = await lightloom(['check', ...paths, ...outputs], { cwd });
  expect([code, err]).toEqual([1, expect.stringMatching(/^\d files checked, .*\n$/)]);
  return Object.fromEntries(formats.map((each) => [each, readFileSync(join(out, each), 'utf8')]));
}

describe('a check prints the same', () => {
  let known: Record<string, string> | undefined;
  /** What is printed in the folder of the designs, in the order above. */
  const usual = async (): Promise<Record<string, string>> => {
    known ??= await printed(podFolder(files), named);
    for (const each of formats) expect(known[each], each).toContain('rger.fabric');
    return known;
  };

  it('for the same designs in another folder, named in another order', async () => {
    expect(await printed(podFolder(files), [...named].reverse())).toEqual(await usual());
  });

  it('for files, for the folder they are in, and for a pattern', async () => {
    const cwd = podFolder(files);
    const whole = await printed(cwd, ['.']);
    expect(await printed(cwd, ['xpo-pod.fabric', 'site.fabric', ...named, 'parts'])).toEqual(whole);
    expect(await printed(cwd, ['**/*.fabric'])).toEqual(whole);
  });

  it('in another time zone', async () => {
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Chatham';
      expect(new Date(0).getTimezoneOffset()).not.toBe(0);
      expect(await printed(podFolder(files), named)).toEqual(await usual());
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('from the folder above and from one beside it, but for the paths', async () => {
    const first = await usual();
    const own = podFolder(files);
    const above = folder();
    renameSync(own, join(above, 'hall'));
    mkdirSync(own);
    mkdirSync(join(above, 'beside'));
    for (const [cwd, way] of [
      [above, 'hall/'],
      [join(above, 'beside'), '../hall/'],
    ] as const) {
      const there = await printed(
        cwd,
        named.map((each) => way + each),
      );
      for (const each of formats) {
        const text = (there[each] ?? '').replaceAll(way, '');
        expect(comparable(text), `${each} from ${way}`).toBe(comparable(first[each] ?? ''));
      }
    }
  });
});

/**
 * A text without what depends on the length of paths, the width of columns, and without the fingerprints of GitLab, which hold
 * the path: a report of all files takes none twice.
 */
function comparable(text: string): string {
  return text.replace(/"fingerprint": "[0-9a-f]{16}"/g, '"fingerprint": ""').replace(/ {2,}|-{3,}/g, ' ');
}
