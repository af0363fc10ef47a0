// A baseline: what it accepts, what is new beside it, what is stale in it, and that it is about things and not about lines.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from '../lightloom.ts';

/** A rack whose two switches draw more than its feed delivers, each with a module too hot for its cage. */
const design = `import "std/osfp"
import "std/racks"

switch type Box { height 1 RU  power 9 kW  source "data sheet"  liquid 90 % source "data sheet"  ports p[1..2] : OSFP }
module type Hot is Osfp800Dr8 { power 60 W  source "data sheet" }
feed east { capacity 10 kW }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Hot into a.p[1], b.p[1]
}
rack r : Eia42 { fed by east  power 20 kW }
place n.a, n.b in r
`;
const name = 'lightloom-baseline.json';
const check = (cwd: string, ...args: string[]) => lightloom(['check', ...args], { cwd });
const write = (cwd: string, file: string, text: string): void => writeFileSync(join(cwd, file), text);
const read = (cwd: string, file = name): string => readFileSync(join(cwd, file), 'utf8');
interface Entry {
  readonly rule: string;
  readonly kind: string;
  readonly count: number;
}
const entries = (cwd: string): Entry[] =>
  (JSON.parse(read(cwd)) as { accepted: Entry[] }).accepted.map(({ rule, kind, count }) => ({ rule, kind, count }));

describe('a baseline', () => {
  it('accepts what was found; later runs report what is new', async () => {
    const cwd = folder({ 'a.fabric': design });
    const before = await check(cwd, '-f', 'compact');
    expect(before.code).toBe(1);
    const written = await check(cwd, '--suppress-all', '-f', 'compact');
    expect([written.code, written.err]).toEqual([
      0,
      expect.stringMatching(/^note: \d+ findings are accepted by lightloom-baseline\.json\.\n$/),
    ]);
    expect(entries(cwd)).toContainEqual({ rule: 'power/module-over-cage', kind: 'cage', count: 2 });
    expect((await check(cwd, '-f', 'compact')).out).toContain('0 problems');
    write(cwd, 'a.fabric', design.replace('b.p[1]', 'b.p[*]'));
    const more = await check(cwd, '-f', 'compact');
    expect(more.code).toBe(1);
    expect(more.out).toContain('[power/module-over-cage]');
  });

  it('is written the same for the same findings, sorted, without the place of the folder', async () => {
    const cwd = folder({ 'a.fabric': design });
    await check(cwd, '--suppress-all');
    const first = read(cwd);
    await check(cwd, '--suppress-all');
    expect(read(cwd)).toBe(first);
    const other = folder({ 'a.fabric': design });
    await check(other, '--suppress-all', 'a.fabric');
    expect(read(other)).toBe(first);
    expect(first).not.toContain(cwd);
    const rules = entries(cwd).map(({ rule }) => rule);
    expect(rules).toEqual([...rules].sort());
  });

  it('has stale entries once something is corrected: errors until they are pruned', async () => {
    const cwd = folder({ 'a.fabric': design });
    await check(cwd, '--suppress-all');
    write(cwd, 'a.fabric', design.replace(', b.p[1]', ''));
    const stale = await check(cwd);
    expect(stale.code).toBe(1);
    expect(stale.err).toContain(
      `error: ${name} accepts power/module-over-cage of a cage like n.a.p[1], and it isn't found any more.\n`,
    );
    expect(stale.err).toContain('error: Remove what is stale with --prune-suppressions.\n');
    expect((await check(cwd, '--prune-suppressions')).code).toBe(0);
    expect(entries(cwd)).toContainEqual({ rule: 'power/module-over-cage', kind: 'cage', count: 1 });
    expect((await check(cwd)).code).toBe(0);
    // Pruning accepts nothing new.
    write(cwd, 'a.fabric', design);
    expect((await check(cwd, '--prune-suppressions')).code).toBe(1);
  });

  it('is the same after renaming, moving, folding into an array and splitting into files', async () => {
    const cwd = folder({ 'a.fabric': design });
    await check(cwd, '--suppress-all');
    const accepted = entries(cwd);
    const folded = design
      .replace('    switch a : Box\n    switch b : Box\n', '    switch s[1..2] : Box\n')
      .replace('a.p[1], b.p[1]', 's[*].p[1]')
      .replace('n.a, n.b', 'n.s[*]');
    const [, types = ''] = /(switch type[\s\S]*)feed/.exec(design) ?? [];
    const versions: readonly Readonly<Record<string, string>>[] = [
      { 'a.fabric': design.replaceAll('Box', 'Chassis').replaceAll('Hot', 'Warm').replaceAll('east', 'west') },
      { 'a.fabric': `// moved\n\n\n${design}` },
      { 'a.fabric': folded },
      {
        'a.fabric': `import "./types.fabric"\n${design.replace(types, '')}`,
        'types.fabric': `import "std/osfp"\n${types}`,
      },
      { 'renamed.fabric': folded },
    ];
    for (const files of versions) {
      for (const each of ['a.fabric', 'types.fabric']) rmSync(join(cwd, each), { force: true });
      for (const [file, text] of Object.entries(files)) write(cwd, file, text);
      const { code, out, err } = await check(cwd, '-f', 'compact');
      expect([code, out], Object.keys(files).join()).toEqual([0, expect.stringContaining('0 problems')]);
      expect(err).not.toContain('error');
    }
    await check(cwd, '--suppress-all');
    expect(entries(cwd)).toEqual(accepted);
  });

  it('counts what several designs have in common once, and keeps the entries of those a run leaves out', async () => {
    const cwd = folder({ 'a.fabric': design, 'b.fabric': design.replace('power 60 W', 'power 61 W') });
    await check(cwd, '--suppress-all');
    const whole = read(cwd);
    const one = await check(cwd, 'a.fabric');
    expect([one.code, one.err]).toEqual([0, expect.not.stringContaining('error')]);
    await check(cwd, '--suppress-all', 'a.fabric');
    expect(read(cwd)).toBe(whole);
    const pruned = await check(cwd, '--prune-suppressions', 'a.fabric');
    expect([pruned.code, pruned.err]).toEqual([
      2,
      `error: ${name} is of more designs than this run checks; check all of them to prune it.\n`,
    ]);
  });

  it('never holds errors of the text, and loses nothing while there are some', async () => {
    const cwd = folder({ 'a.fabric': design });
    await check(cwd, '--suppress-all');
    const before = read(cwd);
    write(cwd, 'a.fabric', design.replace('switch b : Box', 'switch b : Bxo'));
    const { code, out, err } = await check(cwd, '-f', 'compact');
    expect(code).toBe(1);
    expect(out).toContain('[name/unknown]');
    expect(err).not.toContain('stale');
    const pruned = await check(cwd, '--prune-suppressions');
    expect([pruned.code, pruned.err]).toEqual([2, expect.stringContaining('correct them first')]);
    expect((await check(cwd, '--suppress-all')).code).toBe(1);
    expect(read(cwd)).toBe(before);
  });

  it('is beside lightloom.json, or where --baseline says', async () => {
    const cwd = folder({ 'lightloom.json': '{}', 'sub/a.fabric': design });
    await lightloom(['check', '--suppress-all'], { cwd: join(cwd, 'sub') });
    expect(existsSync(join(cwd, name))).toBe(true);
    rmSync(join(cwd, name));
    mkdirSync(join(cwd, 'ci'));
    await check(cwd, '--suppress-all', '--baseline', 'ci/accepted.json');
    expect((await check(cwd, '--baseline', 'ci/accepted.json')).code).toBe(0);
    expect((await check(cwd)).code).toBe(1);
  });
});

describe('wrong use', () => {
  it.each([
    [['--prune-suppressions'], `${name} does not exist; --suppress-all writes it.`],
    [['--baseline', 'x.json'], 'x.json does not exist; --suppress-all writes it.'],
    [
      ['--suppress-all', '--prune-suppressions'],
      '--suppress-all accepts what is found and --prune-suppressions only removes; remove one of the two.',
    ],
    [
      ['--suppress-all', '--basis', 'typical'],
      'A baseline is of the design as it is written, in the worst case; remove --basis typical.',
    ],
    [['--suppress-all', '-'], '--suppress-all is for designs in files, and the standard input is none; name a file.'],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await check(folder({ 'a.fabric': design }), ...args);
    expect([code, err]).toEqual([2, `error: ${message}\n`]);
  });

  it.each([
    ['<<<<<<< HEAD', 'is not valid JSON; restore it, or write it again with --suppress-all.'],
    ['{"version":1}', 'is not a baseline; restore it, or write it again with --suppress-all.'],
    ['{"version":2}', 'has version 2; this version of Lightloom reads version 1.'],
    ['[]', 'is not a baseline; restore it, or write it again with --suppress-all.'],
  ])('a file that holds %s', async (text, message) => {
    const { code, err } = await check(folder({ 'a.fabric': design, [name]: text }));
    expect([code, err]).toEqual([2, `error: ${name} ${message}\n`]);
  });
});

it('of a design that is ignored since then is stale, and can be pruned', async () => {
  const cwd = folder({ 'a.fabric': '', 'old/b.fabric': design });
  await check(cwd, '--suppress-all');
  expect(entries(cwd).length).toBeGreaterThan(0);
  write(cwd, 'lightloom.json', '{ "ignore": ["old"] }');
  const { code, err } = await check(cwd);
  expect([code, err]).toEqual([1, expect.stringContaining("isn't found any more")]);
  expect((await check(cwd, '--prune-suppressions')).code).toBe(0);
  expect(JSON.parse(read(cwd))).toEqual({ version: 1, designs: ['a.fabric'], accepted: [] });
});
