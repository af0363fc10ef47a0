// Plug-ins on the command line: modules of the project, and packages that are installed for it. They run where --allow-plugins is given.
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from './lightloom.ts';

const example = join(import.meta.dirname, '../../../examples/plugin');

function project(): string {
  const cwd = folder();
  for (const name of readdirSync(example)) cpSync(join(example, name), join(cwd, name));
  return cwd;
}

const box = 'host type Box { height 1 OU  power 3 kW }\nhost box[1..2] : Box\n';
const rule = (check: string): string =>
  `export default { name: 'acme', rules: [{ id: 'acme/a', severity: 'warning', title: 'Boxes', why: 'W.', check: ${check} }] };`;
const named = (...names: string[]): string => JSON.stringify({ plugins: names });

describe('the example', () => {
  it('finds nothing without --allow-plugins, and says so once', async () => {
    const { code, out } = await lightloom(['check'], { cwd: project() });
    expect([code, out.match(/plugins-off/g)?.length, out.includes('acme/')]).toEqual([0, 1, false]);
  });

  it('finds what the house forbids', async () => {
    const { code, out } = await lightloom(['check', '--allow-plugins', '-f', 'compact'], { cwd: project() });
    expect(code).toBe(1);
    expect(
      out,
    ).toBe(`pod.fabric:7:11: note: 2 limits of air rise aren't judged: Frame has no \`airflow\`. Concerns 2 of 2 old. [control/not-judged]
pod.fabric:29:10: error: fabric.leaf[1] has 3 links to fabric.spine[1]; the house has an even number. Concerns 2 of 2 leaf. [acme/even-uplinks]
pod.fabric:33:6: error: old[1] in row 1 draws 62.034 kW; its tap delivers 60 kW. Concerns 2 of 2 old. [acme/row-power]
1 file checked, 2 errors, 1 note; 147 limits judged, 2 not (1 reason)
`);
  });

  it('tells SARIF what its rules are', async () => {
    const { out } = await lightloom(['check', '--allow-plugins', '-f', 'sarif'], { cwd: project() });
    const { rules } = JSON.parse(out).runs[0].tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual([
      'acme/even-uplinks',
      'acme/row-power',
      'control/not-judged',
    ]);
    expect(rules[1].fullDescription.text).toBe('The busway above row 1 has taps of 60 kW.');
  });

  it('is accepted by a baseline', async () => {
    const cwd = project();
    expect((await lightloom(['check', '--allow-plugins', '--suppress-all'], { cwd })).code).toBe(0);
    const { code, out } = await lightloom(['check', '--allow-plugins'], { cwd });
    expect([code, out.includes('acme/')]).toEqual([0, false]);
  });

  it('stays accepted by a baseline where it isn’t run, and is neither stale nor pruned', async () => {
    const cwd = project();
    await lightloom(['check', '--allow-plugins', '--suppress-all'], { cwd });
    for (const option of [[], ['--prune-suppressions'], ['--suppress-all']])
      expect(await lightloom(['check', ...option], { cwd })).toMatchObject({ code: 0 });
    expect((await lightloom(['check', '--allow-plugins'], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, 'acme.mjs'), 'export default { name: "acme" };');
    writeFileSync(join(cwd, 'lightloom.json'), named('./acme.mjs'));
    const { code, err } = await lightloom(['check', '--allow-plugins'], { cwd });
    expect([code, err]).toEqual([
      1,
      expect.stringContaining("acme/row-power of 2 of the racks like old[1], and it isn't"),
    ]);
  });

  it('has its severities printed', async () => {
    const cwd = project();
    const printed = async (...more: string[]) =>
      JSON.parse((await lightloom(['check', '--print-config', 'pod.fabric', ...more], { cwd })).out).rules;
    expect((await printed('--allow-plugins'))['acme/row-power']).toEqual({ severity: 'error', from: 'default' });
    expect((await printed())['acme/row-power']).toBeUndefined();
  });

  it('is explained', async () => {
    const cwd = project();
    const known = await lightloom(['explain', 'acme/row-power', '--allow-plugins'], { cwd });
    expect([known.code, known.err]).toEqual([0, '']);
    expect(known.out).toContain('The busway above row 1 has taps of 60 kW.');
    const all = await lightloom(['explain', '--allow-plugins'], { cwd });
    expect(all.out).toMatch(/^acme\/even-uplinks +warning/m);
    const off = await lightloom(['explain', 'acme/row-power'], { cwd });
    expect([off.code, off.out]).toEqual([2, '']);
    expect(off.err).toMatch(/^note: The plug-in `.\/acme.mjs` isn't loaded.*\nerror: Nothing is called/);
  });

  it('exports its table', async () => {
    const cwd = project();
    const { code, out } = await lightloom(['export', 'acme-racks', 'pod.fabric', '--allow-plugins', '-f', 'md'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/\| old\[1\] +\| +1 \| +2 \| +62\.034 \|/);
    const off = await lightloom(['export', 'acme-racks', 'pod.fabric'], { cwd });
    expect([off.code, off.out]).toEqual([2, '']);
    expect(off.err).toMatch(
      /isn't loaded.*\nerror: There is no table `acme-racks`\. The tables are bom, cables, growth, labels\.\n$/,
    );
  });
});

describe('a plug-in that is broken', () => {
  const check = (module: string, ...more: string[]) =>
    lightloom(['check', 'box.fabric', '--allow-plugins', ...more], {
      cwd: folder({ 'box.fabric': box, 'lightloom.json': named('./acme.mjs'), 'acme.mjs': module }),
    });

  it.each([
    ['throw new Error("oops")', "The plug-in `./acme.mjs` can't be loaded: oops."],
    [rule('() => { throw new Error("oops") }'), 'The rule `acme/a` failed: oops.'],
    [rule('() => 7'), 'The rule `acme/a` returned a number and not a list.'],
  ])('%s', async (module, message) => {
    const { code, out, err } = await check(module);
    expect([code, err]).toEqual([1, '']);
    expect(out.match(/^error\[/gm)).toHaveLength(1);
    expect(out).toContain('error[config/plugin]');
    expect(out).toContain(message);
    expect(out).toContain(' --> lightloom.json:1:13');
  });

  it('is never accepted by a baseline', async () => {
    const cwd = folder({
      'box.fabric': box,
      'lightloom.json': named('./acme.mjs'),
      'acme.mjs': rule('() => { throw new Error("oops") }'),
    });
    await lightloom(['check', '--allow-plugins', '--suppress-all'], { cwd });
    expect((await lightloom(['check', '--allow-plugins'], { cwd })).code).toBe(1);
  });

  it('ends an export with a message', async () => {
    const table = `{ name: 'acme-t', title: 'T', doc: 'D.', columns: [{ key: 'a', head: 'A' }], rows: () => [['x'], ['y', 1]] }`;
    const cwd = folder({
      'box.fabric': box,
      'lightloom.json': named('./acme.mjs'),
      'acme.mjs': `export default { name: 'acme', exports: [${table}] };`,
    });
    const run = await lightloom(['export', 'acme-t', 'box.fabric', '--allow-plugins', '-o', 't.csv'], { cwd });
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('The table `acme-t` of a plug-in failed: row 2 has 2 cells; the table has 1 columns.');
    expect(existsSync(join(cwd, 't.csv'))).toBe(false);
  });
});

it('has the severity that it is not run for some designs only', async () => {
  const overrides = [{ files: ['lab/**'], rules: { 'config/plugins-off': 'error' } }];
  const cwd = folder({
    'box.fabric': box,
    'lab/box.fabric': box,
    'lightloom.json': JSON.stringify({ plugins: ['./acme.mjs'], overrides }),
  });
  expect((await lightloom(['check', 'box.fabric'], { cwd })).code).toBe(0);
  expect((await lightloom(['check', 'lab/box.fabric'], { cwd })).code).toBe(1);
});

it('says that a file is not there', async () => {
  const cwd = folder({ 'box.fabric': box, 'lightloom.json': named('./acme.mjs') });
  const { code, out } = await lightloom(['check', '--allow-plugins'], { cwd });
  expect(code).toBe(1);
  expect(out).toContain("The plug-in `./acme.mjs` can't be loaded: it does not exist (ENOENT).");
});

it('writes a number that is unknown as unknown, in every format', async () => {
  const table = `{ name: 'acme-t', title: 'T', doc: 'D.', columns: [{ key: 'name', head: 'Name' }, { key: 'power-w', head: 'Power (W)', numeric: true }],
    *rows(design) { for (const each of design.devices()) yield [each.name, design.fact('power', each).value]; } }`;
  const cwd = folder({
    'box.fabric': 'host type Box { height 1 OU }\nhost box : Box\n',
    'lightloom.json': named('./acme.mjs'),
    'acme.mjs': `export default { name: 'acme', exports: [${table}] };`,
  });
  const rows = async (format: string): Promise<string> =>
    (await lightloom(['export', 'acme-t', 'box.fabric', '--allow-plugins', '-f', format], { cwd })).out;
  expect(await rows('csv')).toContain('box,unknown');
  expect(await rows('md')).toMatch(/\| box +\| +unknown \|/);
  expect(JSON.parse(await rows('json')).rows).toEqual([{ name: 'box', 'power-w': null }]);
});

describe('a package', () => {
  const check = (files: Readonly<Record<string, string>>) =>
    lightloom(['check', 'box.fabric', '--allow-plugins', '-f', 'compact'], {
      cwd: folder({ 'box.fabric': box, 'lightloom.json': named('lightloom-plugin-acme'), ...files }),
    });
  const installed = 'node_modules/lightloom-plugin-acme';
  const reports = rule('(design) => [{ message: "A box.", about: [...design.devices()] }]');

  it('is found as an import finds it', async () => {
    const manifest = { name: 'lightloom-plugin-acme', version: '1.0.0', exports: { import: './main.mjs' } };
    const files = { [`${installed}/package.json`]: JSON.stringify(manifest), [`${installed}/main.mjs`]: reports };
    const { out } = await check(files);
    expect(out).toContain('box.fabric:2:6: warning: A box. Concerns 2 of 2 box. [acme/a]');
  });

  it('that isn’t installed says what to do', async () => {
    const { code, out } = await check({});
    expect(code).toBe(1);
    expect(out).toContain("isn't installed here; run `npm install lightloom-plugin-acme`.");
  });
});
