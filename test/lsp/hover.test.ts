// Hover: what is at the cursor, with the figures that follow from it. The figures are those of the example pod.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const pod = 'xpo-pod.fabric';

/** A statement of each kind. */
const words = `import "std/xpo" as xpo
let n = 2 * 2
switch type Box { ports p[1..n] : xpo.XPO { power 350 W }  height 2 RU  supplies 2 x 1 kW, n+1  power 1 kW assumed "a guess" }
rack type Cabinet { height 42 RU }
template Block(count = 2) { for i in 1..count { if i mod 2 == 0 or i > 4 { switch s[i] : Box } else { switch t[i] : Box } } }
network net : storage { b[1..n] : Block(count = 4)  plug xpo.Xpo into b[*].s[*].p[1, 2] }
b[1].s[2] { power 2 kW }
rack r[1..2] : Cabinet at row 1..2 position 3 { fed by A }
feed A { capacity 1 MW }
place b[*].s[*] in r[*] 4 each
require power(net) <= 50 % of full when any 1 of A fail and any 1 of r fail
allow power because "not now" on Box
view all "All" { of r  color by power }
phase later "Later" adds r[2]
`;

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start();
  await editor.open(pod);
});
afterAll(() => editor.stop());

/** The hover at a text of the pod, `skip` characters behind its start, and the text it is of. */
async function hover(text: string, skip = 0): Promise<{ value: string; of: string }> {
  const found = await editor.ask<Hover | null>('textDocument/hover', pod, editor.at(pod, text, skip));
  return {
    value: (found?.contents as MarkupContent | undefined)?.value ?? '',
    of: found?.range === undefined ? '' : editor.slice(pod, found.range),
  };
}

const row = (name: string, value: string) => new RegExp(`\\| ${name} \\| \\*\\*${value}\\*\\* \\|`);

/** A place of the pod, the text that is marked there, and what the hover must say. */
const places: [string, number, string, readonly RegExp[]][] = [
  ['XpoDr is', 0, 'XpoDr', [/module type XpoDr is Xpo/, row('power', '128 W'), /source: Arista at ECOC 2026/]],
  ['is Xpo {', 3, 'Xpo', [/Base of all XPO modules/]],
  ['16 x 800GBASE-DR4', 7, '800GBASE-DR4', [row('lanes', '4'), row('reach', '500 m'), /clause 180/]],
  ['Tomahawk6', 2, 'Tomahawk6', [row('capacity', '102.4 Tbps')]],
  ['XpoLeaf  is', 0, 'XpoLeaf', [row('ports up', '4 × XPO'), /density of XpoLeaf: 102.4 Tbps\/OU/]],
  ['up[1..4]', 0, 'up', [/ports up\[1\.\.4\] : XPO/]],
  ['power      128', 0, 'power', [/power/, /a power, in mW, W, kW or MW, of a module/]],
  ['128 W', 1, '128 W', [/\*\*128 W\*\* = 0.128 kW/, /a power/]],
  ['0.35 L/min', 1, '0.35 L/min', [/= 0.021 m³\/h/]],
  ['PG25', 1, 'PG25', [/density \| \*\*1031\.0 kg\/m3 at 0 °C … 996\.6 kg\/m3 at 70 °C, 15 in all\*\*/]],
  ['1900 L/min', 1, '1900 L/min', [/= 114 m³\/h.* = 501.9 GPM/]],
  ['half-retimed', 2, 'half-retimed', [/one of `retimed`, `half-retimed`, `linear`/]],
  ['cdu[1..3]', 0, 'cdu', [/RowCdu1MW, feeds primary; 2 more like it/, row('capacity', '1 MW')]],
  [
    'primary {',
    0,
    'primary',
    [row('heat', '1.633 MW'), row('rise', '12.84 K'), row('return', '52.84 °C'), row('headroom', '14.42 %')],
  ],
  ['by primary', 4, 'primary', [row('headroom', '14.42 %')]],
  ['A { cap', 0, 'A', [/Feed A/]],
  ['net[1..2]', 0, 'net', [/2 racks, LiquidRack/, row('height used', '12 OU')]],
  ['ScalableUnit(hosts', 1, 'ScalableUnit', [/host node\[1\.\.hosts\] : Node/, /switch leaf\[1\.\.8\] : leafType/]],
  ['su[1..2]', 0, 'su', [/su\[1\.\.2\] : ScalableUnit\(64\)/, /switch leaf\[1\.\.8\]/]],
  [
    'spine[1..8]:',
    1,
    'spine',
    [/8 switches, XpoSpine/, row('power each', '2.524 kW'), row('density', '102.4 Tbps\\/OU')],
  ],
  ['backend :', 1, 'backend', [row('oversubscription', '1'), row('bisection', '409.6 Tbps')]],
  ['scale-out {', 1, 'scale-out', [/hosts of a site/]],
  ['link   node', 1, 'link', [row('loss', '1.512 dB'), row('margin', '1.488 dB'), row('fibers', '8,192')]],
  ['link su', 1, 'link', [row('loss', '1.424 dB')]],
  ['as rails', 4, 'rails', [/as rails/, /Port k of every device/]],
  ['length 30 m', 1, 'length', [/Length of the fiber/, row('length', '30 m')]],
  ['require headroom', 1, 'require', [/This requirement holds/, row('headroom\\(primary\\)', '14.42 %')]],
  ['headroom(primary)', 1, 'headroom', [/Unused share: of the heat a loop/]],
  ['require bisection', 1, 'require', [row('bisection\\(backend\\)', '204.8 Tbps')]],
  // What a selector names, as `lightloom explain` tells it.
  [
    'leaf[*].up to',
    8,
    'up',
    [/ports up\[1\.\.4\] : XPO/, row('energy per bit', '10 pJ/bit'), row('flow', '0.35 L/min')],
  ],
  ['leaf[*].up to', 0, 'leaf', [/16 switches in 2 blocks, XpoLeaf/]],
  ['primary.return', 8, 'return', [/This requirement holds/, row('temperature\\(primary.return\\)', '52.84 °C')]],
  ['power      1', 11, '128 W', [/source: Arista at ECOC 2026, 8xDR8 LRO/]],
  ['provenance/assumed', 2, 'provenance', [/provenance\/assumed/, /\(note\): A figure is assumed/, /Write `source/]],
  ['"std/xpo"', 3, '"std/xpo"', [/cage type XPO/]],
  ['"./site.fabric"', 3, '"./site.fabric"', [/cdu type RowCdu1MW/]],
  ['collapse su', 1, 'collapse', [/Instances of templates that are drawn as one/]],
  // Keywords, words within statements, indices, arguments, texts.
  [
    'plug XpoDr',
    1,
    'plug',
    [/plug MODULE into PORTS/, row('modules', '192'), /in 24 devices/, row('power each', '128 W')],
  ],
  ['into su', 1, 'into', [/The cages that the modules are plugged into/]],
  ['place su', 1, 'place', [/place DEVICES/, row('devices', '24'), row('racks', '2'), /12 in each/]],
  ['view overview', 1, 'view', [/view NAME "TITLE"/, /`lightloom render`/, /- `color`: /]],
  ['"Pod at', 3, '"Pod at a glance"', [/`collapse`: Instances of templates/]],
  ['allow prov', 1, 'allow', [/allow RULE because/, /Allows 2 findings\./]],
  ['"vendor', 3, '"vendor sheet is due with the order"', [/Allows 2 findings\./]],
  ['switch type XpoS', 1, 'switch', [/switch type NAME is BASE/, /Describes a part one can buy/]],
  ['loop primary', 1, 'loop', [/^```fabric\nloop NAME \{ … \}\n/, row('headroom', '14.42 %')]],
  ['rack net', 1, 'rack', [/rack NAME\[…\] : TYPE at row ROW/]],
  ['template Sc', 1, 'template', [/installed many times/]],
  ['is Xpo {', 0, 'is', [/The base type/]],
  ['1..hosts', 1, '..', [/\[1\.\.hosts\]/, /\*\*64 elements\*\*, 1 to 64\./]],
  ['up[1..4]', 3, '1', [/\*\*4 elements\*\*, 1 to 4\./]],
  ['Unit(64)', 5, '64', [/hosts = 64/, /A parameter of ScalableUnit/]],
];

it.each(places)('at %s', async (text, skip, of, says) => {
  const found = await hover(text, skip);
  for (const each of says) expect(found.value).toMatch(each);
  expect(found.of).toBe(of);
});

it('shows something at every word, number and text', async () => {
  await editor.open('words.fabric', words);
  const silent: string[] = [];
  for (const { 0: word, index } of words.matchAll(/"[^"]*"|\.\.|[\w.%-]+/g)) {
    const position = editor.document('words.fabric').positionAt(index);
    if ((await editor.ask('textDocument/hover', 'words.fabric', position)) === null) silent.push(word);
  }
  expect(silent).toEqual([]);
});

it('shows nothing in comments, at braces and beyond the text', async () => {
  expect(await hover('// library parts', 4)).toEqual({ value: '', of: '' });
  const beyond = await editor.ask('textDocument/hover', pod, { line: 10_000, character: 0 });
  expect(beyond).toBeNull();
});

it('derives a figure once', async () => {
  const { value } = await hover('primary {');
  expect(value.match(/liquid heat on primary: 1\.633 MW = sum/g)).toHaveLength(1);
  expect(value).toMatch(/liquid heat on primary: 1\.633 MW = see above/);
});

it('follows the text', async () => {
  await editor.replace(pod, '1900 L/min', '3800 L/min');
  // Twice the flow, half the rise: 12.84 K / 2.
  expect((await hover('primary {')).value).toMatch(row('rise', '6.42 K'));
  await editor.replace(pod, '3800 L/min', '1900 L/min');
});

it('shows a requirement that does not hold as such', async () => {
  await editor.replace(pod, 'headroom(primary) >= 10 %', 'headroom(primary) >= 20 %');
  expect((await hover('require headroom', 1)).value).toMatch(/This requirement fails/);
  await editor.replace(pod, 'headroom(primary) >= 20 %', 'headroom(primary) >= 10 %');
});

it('shows the figure that a `let` names, at its name and where it is used', async () => {
  const line = '\nlet perAccelerator = power / accelerators(backend)\nrequire perAccelerator <= 2 kW\n';
  await editor.replace(pod, '\nrequire headroom', `${line}require headroom`);
  // 1,931.936 kW for 1,024 accelerators.
  for (const [at, skip] of [
    ['perAccelerator =', 1],
    ['perAccelerator <=', 1],
  ] as const) {
    const { value } = await hover(at, skip);
    expect(value).toMatch(row('perAccelerator', '1.887 kW'));
    expect(value).toMatch(/1\.932 MW ÷ 1,024/);
  }
  expect((await hover('accelerators(backend)', 1)).value).toMatch(
    /Accelerators in running hosts.*A plain number\. Several/s,
  );
  expect((await hover('power / acc', 1)).value).toMatch(/^```fabric\npower\n```\n\nPower of the selection/);
  await editor.replace(pod, `${line}require headroom`, '\nrequire headroom');
});

it('says what is not judged of a thing', async () => {
  const { value } = await hover('XpoLeaf  is', 1);
  expect(value).toContain('*Not judged: loop flow, rack flow, because XpoLeaf has no `required-flow`.*');
});
