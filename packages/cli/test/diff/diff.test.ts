// `lightloom diff` as a reviewer uses it: a pull request on the examples, read from its Markdown alone; and for programs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyExamples } from '../../../../test/kit/examples.ts';
import { expectGolden } from '../golden.ts';
import { folder, lightloom, podFolder, podWith } from '../lightloom.ts';
import { expectValid } from '../schema.ts';
import { repository } from './repository.ts';

/** Four changes: more leaves, a rack in another row, another PMD, another name of a template. */
const pullRequest: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'brownfield.fabric': [
    ['c[1..2] ', 'c[1..4] '],
    ['p[41..44]', 'p[41..48]'],
    ['next[1..16] ', 'next[1..32] '],
  ],
  'liquid-hall.fabric': [['net[1..3]  : NetRack at row 2', 'net[1..3]  : NetRack at row 4']],
  'multi-plane.fabric': [
    ['x 200GBASE-DR1 ', 'x 200GBASE-DR1-2 '],
    ['4 x 200GBASE-DR1\n', '4 x 200GBASE-DR1-2\n'],
  ],
  'xpo-pod.fabric': [
    ['ScalableUnit', 'ComputeUnit'],
    [' su[', ' cu['],
    [' su ', ' cu '],
  ],
};

/** A clone of the examples with the changes of the pull request, not yet committed. */
function changedExamples(): string {
  const cwd = repository({}, copyExamples);
  for (const [name, changes] of Object.entries(pullRequest)) {
    const text = readFileSync(join(cwd, name), 'utf8');
    const changed = changes.reduce((all, [from, to]) => {
      expect(all).toContain(from);
      return all.replaceAll(from, to);
    }, text);
    writeFileSync(join(cwd, name), changed);
  }
  return cwd;
}

interface Diff {
  readonly same: boolean;
  readonly designs: readonly {
    readonly before: string | null;
    readonly same: boolean;
    readonly changes: readonly { readonly kind: string; readonly of: string; readonly count: number }[];
    readonly cables: Readonly<Record<'kept' | 'pluggedAgain' | 'replaced' | 'removed' | 'new' | 'unknown', number>>;
  }[];
}

describe('a pull request on the examples', () => {
  it('is told in Markdown as it was reviewed, and checks clean', async () => {
    const cwd = changedExamples();
    expect(await lightloom(['check', '.', '--error-on-warning', '--quiet'], { cwd })).toMatchObject({ code: 0 });
    const { code, out, err } = await lightloom(['diff', 'HEAD:', '.', '-f', 'md'], { cwd });
    expect([code, err]).toEqual([0, '']);
    await expectGolden('diff/pull-request.md', out);
    // A comment on GitHub holds 65,536 characters.
    expect(out.length).toBeLessThan(65_536);
  });

  it('is the same for programs, with counts by hand', async () => {
    const cwd = changedExamples();
    const { out } = await lightloom(['diff', 'HEAD:', '.', '-f', 'json'], { cwd });
    const { same, designs } = expectValid<Diff>('diff', out);
    expect([same, designs.filter((each) => !each.same).length]).toEqual([false, 3]);
    const design = (name: string) => {
      const found = designs.find(({ before }) => before === `HEAD:${name}`);
      if (found === undefined) throw new Error(`${name} is missing`);
      return found;
    };
    const counted = (name: string) => design(name).changes.map(({ kind, of, count }) => `${kind} ${count} ${of}`);
    // Two leaves with two XPO up and four down; sixteen hosts of eight ports; four more ports on each of eight spines. 128 links to
    // the hosts that were there are spread over four leaves, of which the first and the last stay where they were.
    expect(counted('brownfield.fabric')).toEqual([
      'added 2 switch',
      'added 16 host',
      'added 32 module',
      'added 4 module',
      'added 8 module',
      'added 128 module',
      'added 32 link',
      'added 128 link',
      'moved 126 link',
    ]);
    // The racks of the switches stand between two rows. Two rows further, they are as far from one as they were from the other:
    // the 576 links to the other 8 hosts get longer by 2 × 3 m, and nothing stays plugged in.
    expect(design('liquid-hall.fabric').cables).toMatchObject({ kept: 0, pluggedAgain: 1728, replaced: 576, new: 0 });
    // 4 planes of 8 leaves and 4 spines with 8 XPO each, and 256 hosts with 8 modules.
    expect(counted('multi-plane.fabric')).toEqual(['replaced 384 module', 'replaced 2048 module']);
    expect(design('multi-plane.fabric').cables).toMatchObject({ kept: 0, pluggedAgain: 1280, replaced: 0 });
    expect(design('xpo-pod.fabric')).toMatchObject({ same: true, changes: [], cables: { kept: 1024 } });
  });

  it('gives the same bytes again, in every format and as every drawing', async () => {
    const folders = [changedExamples(), changedExamples()];
    const run = async (cwd: string): Promise<string[]> => {
      const printed: string[] = [];
      const pair = ['HEAD:brownfield.fabric', 'brownfield.fabric'];
      for (const options of [[], ['-f', 'md'], ['-f', 'json'], ['-o', 'a.svg'], ['-o', 'a.png'], ['-o', 'a.pdf']]) {
        const { code, out, err } = await lightloom(['diff', ...pair, ...options], { cwd });
        expect([code, err]).toEqual([0, '']);
        printed.push(options[0] === '-o' ? readFileSync(join(cwd, options[1] ?? ''), 'latin1') : out);
      }
      return printed;
    };
    const [first, again] = [await run(folders[0] ?? ''), await run(folders[1] ?? '')];
    expect(again).toEqual(first);
    expect(first.every((each) => each.length > 1000)).toBe(true);
  });
});

describe('JSON', () => {
  const box = (power: string): string =>
    `switch type Box { height 1 RU  power ${power}  ports p[1..2] : OSFP }\nimport "std/osfp"\nswitch a[1..2] : Box\nlink a[1].p to a[2].p over OS2 { length 30 m }\n`;

  it.each([
    ['an unknown figure', box('1 kW source "x"'), 'switch type Box { height 1 RU }\nswitch a : Box\n'],
    ['an error of the text', box('1 kW source "x"'), box('1 kW source "x"').replace('a[2].p over', 'b.p over')],
    ['nothing on one side', '', box('1 kW source "x"')],
    [
      'another requirement',
      `${box('1 kW source "x"')}require power(a) <= 3 kW\n`,
      `${box('1 kW source "x"')}require power(a) <= 1 kW\n`,
    ],
  ])('follows its schema with %s, there and back', async (_, before, after) => {
    const cwd = folder({ 'a.fabric': before, 'b.fabric': after });
    for (const names of [
      ['a.fabric', 'b.fabric'],
      ['b.fabric', 'a.fabric'],
    ])
      for (const options of [[], ['--figures'], ['--basis', 'typical']]) {
        const { code, out, err } = await lightloom(['diff', ...names, '-f', 'json', ...options], { cwd });
        expect([code, err]).toEqual([0, '']);
        expect(expectValid<Diff>('diff', out).same).toBe(false);
      }
  });

  it('has every fact with its ratio: the pod has half of the switches, and 3.7 times the density', async () => {
    const cwd = folder();
    copyExamples(cwd);
    const { out } = await lightloom(['diff', 'osfp-leaf-spine.fabric', 'xpo-pod.fabric', '--figures', '-f', 'json'], {
      cwd,
    });
    const { designs } = expectValid<{
      designs: { facts: { subject: string; name: string; ratio: number | null }[] }[];
    }>('diff', out);
    const ratio = (subject: string, name: string) =>
      designs[0]?.facts.find((each) => each.subject === subject && each.name === name)?.ratio;
    expect(ratio('design', 'switches')).toBe(0.5);
    // 102.4 Tbps on 48 mm against 51.2 Tbps on two units of 44.45 mm.
    expect(ratio('design', 'front-panel density')).toBeCloseTo(102.4 / 48 / (51.2 / 88.9), 9);
    // What is in dB has none.
    expect(ratio('backend', 'margin')).toBeNull();
  });
});

it('with --exit-code, a text that means the same ends with 0, and another with 1', async () => {
  const cwd = podFolder({ 'a.fabric': podWith('/** ', '/**  again '), 'b.fabric': podWith('60 m', '61 m') });
  const run = (name: string) => lightloom(['diff', 'xpo-pod.fabric', name, '--exit-code'], { cwd });
  expect([(await run('a.fabric')).code, (await run('b.fabric')).code]).toEqual([0, 1]);
});
