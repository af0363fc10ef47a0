// `--set` and `--config`: values from outside, and severities of a project.
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from './lightloom.ts';

const design = `import "std/hosts"
import "std/racks"
let hosts = 4
let limit = 60 kW
switch type Leaf { height 2 RU  power 1 kW }
switch type Spine { height 2 RU  power 2 kW }
rack type R is OpenRackV3 { power 60 kW }
template Unit(count = 2, kind : switch = Leaf) { switch sw[1..count] : kind }
unit : Unit
host type Node is Hgx8 { power 14 kW }
host node[1..hosts] : Node
rack r : R
place node[*] in r
`;
const run = (args: string[], files: Record<string, string> = {}) =>
  lightloom(args, { cwd: folder({ 'a.fabric': design, ...files }) });

describe('--set', () => {
  it('changes what follows from a `let`, and the finding points at the file', async () => {
    expect((await run(['check', 'a.fabric'])).code).toBe(0);
    // 5 × 14 kW = 70 kW in a rack of 60 kW.
    const { code, out } = await run(['check', 'a.fabric', '--set', 'hosts=5']);
    expect(code).toBe(1);
    expect(out).toContain('70 kW');
    expect(out).toContain('a.fabric:');
    expect(out).toMatch(/1 file checked with hosts = 5, 1 error/);
  });
  it('changes a default of a template, and only where no argument is given', async () => {
    const { out } = await run(['report', 'a.fabric', '--set', 'Unit.count=7', '--set', 'Unit.kind=Spine']);
    expect(out).toContain('**What-if:**');
    expect(out).toMatch(/\| Spine +\| `unit\.sw\[1\.\.7\]` +\| +7 \|/);
  });
  it('is written down in the JSON', async () => {
    const { out } = await run(['report', 'a.fabric', '-f', 'json', '--set', 'hosts=1']);
    expect(JSON.parse(out).settings).toEqual([{ name: 'hosts', value: '1' }]);
    expect(JSON.parse((await run(['report', 'a.fabric', '-f', 'json'])).out).settings).toBe(undefined);
  });
  it('draws the what-if', async () => {
    const { code, out } = await run(['render', 'a.fabric', '--view', 'racks', '--set', 'hosts=1']);
    expect(code).toBe(0);
    expect(out).toContain('<svg');
  });
  it.each([
    ['host=5', "`host` can't be set. Did you mean `hosts`?"],
    ['count=5', "`count` can't be set. Did you mean `Unit.count`?"],
    ['hosts=5 kW', '`hosts` takes a number; `5 kW` is a power.'],
    ['limit=5', '`limit` takes a power; `5` is the number 5.'],
    ['Unit.kind=R', '`Unit.kind` takes a switch type; `R` is the rack type R.'],
    ['Unit.kind=Nix', "`Nix` isn't a value for `Unit.kind`."],
    ['hosts=', 'Write NAME=VALUE'],
    ['hosts', 'Write NAME=VALUE'],
    ['hosts=1 let y = 2', "`1 let y = 2` isn't a value for `hosts`."],
  ])('%s is refused', async (text, message) => {
    const { code, out, err } = await run(['check', 'a.fabric', '--set', text]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
  it('is refused only when no design has the name', async () => {
    const { code } = await run(['check', '--set', 'hosts=3'], { 'b.fabric': 'let other = 1\n' });
    expect(code).toBe(0);
    expect((await run(['check', '--set', 'nix=3'], { 'b.fabric': 'let other = 1\n' })).code).toBe(2);
  });
});

describe('a configuration', () => {
  const assumed = { 'sub/b.fabric': 'switch type B { height 1 RU power 1 W assumed "x" }\nswitch b : B\n' };
  it('is found above the design', async () => {
    const cwd = folder({ ...assumed, 'lightloom.json': '{ "rules": { "provenance": "error" } }' });
    const { code, out } = await lightloom(['check'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('error[provenance/assumed]');
  });
  it('reports a mistake once, with its line', async () => {
    const cwd = folder({
      ...assumed,
      'c.fabric': 'let a = 1\n',
      'lightloom.json': '{\n  "rules": { "x": "off" }\n}\n',
    });
    const { code, out } = await lightloom(['check'], { cwd });
    expect(code).toBe(1);
    expect(out.match(/config\/content/g)).toHaveLength(1);
    expect(out).toContain('lightloom.json:2:14');
  });
  it('can be chosen', async () => {
    const cwd = folder({
      ...assumed,
      'lightloom.json': '{ "rules": { "provenance": "error" } }',
      'strict.json': '{ "rules": { "provenance": "off" } }',
    });
    const { code, out } = await lightloom(['check', '--config', 'strict.json'], { cwd });
    expect([code, out]).toEqual([0, '1 file checked, 0 problems; no limits to judge\n']);
    const none = await lightloom(['check', '--config', 'nowhere.json'], { cwd });
    expect(none.code).toBe(2);
    expect(none.err).toContain("nowhere.json can't be read: it does not exist (ENOENT).");
  });
});
