// A session: opening designs, and asking them for findings, explanations, reports and drawings.
import { reportOf } from '@lightloom/core';
import { URI } from 'langium';
import { describe, expect, it } from 'vitest';
import {
  type Design,
  draw,
  type Explained,
  explain,
  factOf,
  memoryFiles,
  openSession,
  viewsOf,
} from '../src/session/index.ts';

const uri = 'file:///hall/design.fabric';
const files = {
  [uri]: `import "./box" as box
let hosts = 4
network net : scale-out {
  switch leaf : box.Leaf
  switch spine : box.Leaf
  link leaf.p[1..2] to spine.p[1..2] over box.OS2 { length 30 m }
}
plug box.XpoDr8 into leaf.p[1..2], spine.p[1..2]
rack r[1..hosts] : box.OpenRackV3
require power(r.each) <= 60 kW
`,
  'file:///hall/box.fabric': `import "std/xpo"
import "std/racks"
module type XpoDr8 is Xpo { channels 16 x 800GBASE-DR4  power 30 W  connector 4 x MPO16 }
switch type Leaf { height 1 OU  power 1 kW assumed "no data sheet"  ports p[1..4] : XPO }
`,
  'file:///hall/lightloom.json': '{ "rules": { "provenance": "off" } }',
  'file:///strict.json': '{ "rules": { "provenance": "error" } }',
};
const options = { files: memoryFiles(files) };
const open = async (more: object = {}): Promise<Design> => openSession({ ...options, ...more }).open(uri);
const design = await open();

/** What was explained, as `title: value` of its first row; or what is wrong, with its place in what was asked. */
function shown(explained: Explained, asked: string): string {
  if ('explanations' in explained)
    return explained.explanations.map(({ title, rows }) => `${title}: ${rows[0]?.fact.value}`).join('; ');
  return explained.problems.map(({ message, start, end }) => `${message} (${asked.slice(start, end)})`).join('; ');
}

describe('a session', () => {
  it('reads a design with what it imports, and keeps the texts', async () => {
    const session = openSession(options);
    const { uris, fabric } = await session.open(uri);
    expect(uris.slice(-2)).toEqual(['file:///hall/box.fabric', uri]);
    expect(fabric.links.count).toBe(32);
    expect(session.textOf('file:///hall/box.fabric')).toBe(files['file:///hall/box.fabric']);
    expect(session.textOf('file:///nowhere.fabric')).toBeUndefined();
    await expect(session.open('file:///nowhere.fabric')).rejects.toThrow();
  });

  it('takes a text in place of the file', async () => {
    const { fabric } = await openSession(options).open(uri, 'rack r[1..3] : Rack\n');
    expect(fabric.uri).toBe(uri);
    expect(fabric.links.count).toBe(0);
  });

  it('takes the design of another session where it is written alike, and judges any other', async () => {
    const session = openSession(options);
    const elsewhere = { design: await session.open(uri), textOf: session.textOf };
    const taken = async (changed: Readonly<Record<string, string>>): Promise<boolean> => {
      const other = openSession({ files: memoryFiles({ ...files, ...changed }) });
      const opened = await other.open(uri, undefined, elsewhere);
      expect(other.textOf(uri)).toBe({ ...files, ...changed }[uri]);
      return opened === elsewhere.design;
    };
    const box = 'file:///hall/box.fabric';
    expect(await taken({})).toBe(true);
    expect(await taken({ 'file:///hall/unused.fabric': 'rack r : Rack' })).toBe(true);
    expect(await taken({ [uri]: `${files[uri]}\n` })).toBe(false);
    expect(await taken({ [box]: files[box].replace('30 W', '31 W') })).toBe(false);
    expect(await taken({ 'file:///hall/lightloom.json': '{}' })).toBe(false);
    const prices = '{ "rules": { "provenance": "off" }, "prices": "prices.csv" }';
    expect(await taken({ 'file:///hall/lightloom.json': prices })).toBe(false);
  });

  it('is set once: values, basis, configuration', async () => {
    const notes = ({ findings }: Design) => findings.filter(({ rule }) => rule.startsWith('provenance/')).length;
    expect(design.fabric.racks.count).toBe(4);
    expect(notes(design)).toBe(0);
    const changed = await open({
      settings: [{ name: 'hosts', text: '7' }],
      basis: 'typical',
      configuration: URI.parse('file:///strict.json'),
    });
    expect(changed.fabric.racks.count).toBe(7);
    expect(changed.facts.basis).toBe('typical');
    expect(notes(changed)).toBeGreaterThan(0);
    expect(changed.configuration?.uri).toBe('file:///strict.json');
    expect(design.fabric.racks.count).toBe(4);
  });
});

describe('explain', () => {
  it.each([
    ['r[2]', 'rack r[2], OpenRackV3: 0'],
    ['power(r)', 'power(r): 0'],
    ['power(r) <= 1 kW', 'This requirement holds: 0'],
    ['require links(net) >= 33', 'This requirement fails: 32'],
    ['links(net)', 'links(net): 32'],
    ['switches(net) when any 1 of spine fail', 'switches(net), worst case: net.spine lost: 1'],
    ['xyz', '`xyz` matches nothing in design.fabric. (xyz)'],
    ['links(nte)', expect.stringMatching(/`nte`.* \(nte\)$/)],
    ['links(net', expect.stringMatching(/^Expected `\)`/)],
    ['links(net) <= 1 W', expect.stringMatching(/`links` .* \(1 W\)$/)],
    ['linsk(net)', expect.stringMatching(/^`linsk` .* \(linsk\)$/)],
    ['links(net) links', expect.stringMatching(/\(links\)$/)],
    ['power(r[9])', expect.stringMatching(/r.* \(9\)$/)],
    ['power(box.Leaf)', expect.stringMatching(/ \(box\)$/)],
  ])('%s', (asked, says) => {
    expect(shown(explain(design, asked), asked)).toEqual(says);
  });

  it('changes neither the design nor the next answer', () => {
    const before = JSON.stringify([design.fabric.requirements, design.fabric.parts.length, design.findings]);
    const first = shown(factOf(design, 'power(r) <= 1 kW'), '');
    shown(factOf(design, 'power(nothing)'), '');
    shown(factOf(design, 'margin('), '');
    expect(shown(factOf(design, 'power(r) <= 1 kW'), '')).toBe(first);
    expect(JSON.stringify([design.fabric.requirements, design.fabric.parts.length, design.findings])).toBe(before);
  });

  it('asks a broken design too, and never answers another question than was asked', async () => {
    const broken = await openSession(options).open('file:///broken.fabric', 'network n : scale-out {\n  switch a :\n');
    expect(shown(factOf(broken, 'links(n)'), 'links(n)')).toBe('links(n): NaN');
    expect(factOf(broken, 'links(')).toHaveProperty('problems');
    expect(factOf(broken, '')).toHaveProperty('problems');
  });
});

describe('a drawing', () => {
  it('is made of any view of the design', async () => {
    const views = await viewsOf(design);
    expect(views.map(({ id }) => id)).toContain('racks');
    expect(await draw(design, 'racks', { theme: 'dark' })).toMatch(/^<svg/);
    expect(await draw(design, 'nothing', { theme: 'dark' })).toBeUndefined();
  });

  it('and a report are of the same facts', () => {
    expect(reportOf(design.facts).totals).toBeDefined();
  });
});
