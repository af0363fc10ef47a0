// Completion: what is offered at each kind of place, and that every item says what it is.
import { instanceKinds, partKinds } from '@lightloom/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cursorIn, Editor } from '../editor.ts';

const before = `import "std/xpo"
import "./site.fabric"
switch type Leaf { asic Tomahawk6  ports up[1..4] : XPO  ports down[1..4] : XPO }
host type Node is Hgx8 { nic ThorUltra }
template Unit(hosts = 4, kind = Leaf) { switch leaf[1..4] : kind  host node[1..hosts] : Node }
loop primary { coolant PG25 }
feed A { capacity 1 MW }
rack row[1..2] : OpenRackV3
cdu pump[1..2] : RowCdu1MW
network back : scale-out { su[1..2] : Unit(4)  switch spine[1..2] : Leaf }
/** How many planes there are. */
let planes = 4
`;

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start();
});
afterAll(() => editor.stop());

let files = 0;

/** What is offered where the `|` stands, behind the text above. */
async function offered(marked: string): Promise<{ items: CompletionItem[]; text: string }> {
  const { text, offset } = cursorIn(before + marked);
  const name = `file${files++}.fabric`;
  await editor.open(name, text);
  const position = editor.document(name).positionAt(offset);
  const { items: listed } = await editor.ask<CompletionList>('textDocument/completion', name, position);
  // What is long is read once somebody looks at it.
  const items = await Promise.all(
    listed.map((each) =>
      each.data === undefined ? each : editor.connection.sendRequest<CompletionItem>('completionItem/resolve', each),
    ),
  );
  await editor.close(name);
  for (const each of items) {
    expect(each.detail, `${marked}: ${each.label} has a detail`).toMatch(/\S/);
    expect(JSON.stringify(each.documentation ?? ''), `${marked}: ${each.label} has documentation`).toMatch(/\w/);
  }
  return { items, text };
}

const labels = async (marked: string): Promise<string[]> => (await offered(marked)).items.map((each) => each.label);
const own = ['up', 'down', '*'];

/** Each place, what must be offered there, and what must not. */
const places: [string, readonly string[], readonly string[]][] = [
  [
    '|',
    ['import', 'switch type', 'template', 'network', 'rack', 'require', 'view', 'allow', 'design'],
    ['ports', 'power', 'else'],
  ],
  ['swi|', ['switch', 'switch type'], []],
  ['network n : |', ['scale-out', 'scale-up', 'storage'], ['Leaf']],
  [
    'network n : scale-out {\n    |\n}',
    ['switch', 'link', 'plug', 'place'],
    ['import', 'view', 'switch type', 'ports'],
  ],
  ['template T() {\n    |\n}', ['switch', 'host', 'link'], ['import', 'network']],
  ['switch type X {\n    |\n}', ['asic', 'height', 'power', 'supplies', 'ports', 'allow'], ['cooled by', 'channels']],
  ['switch type X {\n    power 1 kW\n    asic Tomahawk6\n    |\n}', ['height', 'liquid'], ['power', 'asic']],
  ['switch type X {\n    pow|\n}', ['power'], []],
  ['switch type X { power 1 kW | }', ['source', 'assumed', 'height'], ['power', '1 kW']],
  ['rack x : OpenRackV3 {\n    |\n}', ['cooled by', 'fed by', 'flow', 'power'], ['link', 'coolant']],
  ['loop x {\n    |\n}', ['coolant', 'supply', 'return', 'flow', 'from'], ['cooled by']],
  ['phase p |', ['adds'], ['su']],
  ['phase p "First" |', ['adds'], []],
  ['phase p adds |', ['su', 'spine', 'row', 'pump', 'primary', 'A'], ['Leaf', 'planes']],
  ['phase p adds spine[1], |', ['su', 'row'], ['Leaf']],
  ['phase p {\n    |\n}', ['require'], ['link', 'power']],
  ['view v { | }', ['of', 'collapse', 'expand', 'color by'], ['power']],
  ['view v { collapse | }', ['su'], ['spine', 'pump', 'primary']],
  ['view v { expand | }', ['su', 'spine'], ['pump', 'primary']],
  ['link back.spine[*].up to back.spine[*].down over OS2 { | }', ['length', 'connectors'], ['power']],
  ['switch type X { asic | }', ['Tomahawk6', 'Tomahawk5'], ['Leaf', 'XPO']],
  ['switch type X { power 1 | }', ['kW', 'W'], ['dB', 'm']],
  ['switch type X { power 1| }', ['1 kW', '1 W'], ['1 dB']],
  ['loop x { return | }', ['<= … °C'], ['… K']],
  ['loop x { from pump[*], | }', ['n+1', 'n+n'], ['pump', 'row']],
  ['loop x { from pump[1], | }', ['n+1', 'pump'], ['row']],
  ['switch type X { supplies 3 x 1.5 kW, | }', ['n+1'], ['kW']],
  ['module type M is Xpo { channels 16 | }', ['x'], ['800GBASE-DR4', 'W']],
  ['module type M is Xpo { channels 16| }', ['16 x'], ['800GBASE-DR4', 'W']],
  [
    'link back.spine[*].up to back.spine[*].down over OS2 { connectors 2 x MPO16 | }',
    ['low-loss', 'length'],
    ['MPO12'],
  ],
  ['rack x : OpenRackV3 { fed | }', ['by'], ['A']],
  ['rack x[1..2] : OpenRackV3 |', ['at'], ['row']],
  ['rack x[1..2] : OpenRackV3 at row 2 |', ['position'], ['at']],
  ['loop x { coolant | }', ['PG25', 'Water'], ['OS2']],
  ['loop x { from | }', ['pump'], ['row', 'primary']],
  ['rack x : OpenRackV3 { cooled by | }', ['primary'], ['A', 'pump']],
  ['rack x : OpenRackV3 { cooled by primary fed by | }', ['A'], ['primary']],
  ['module type M is Xpo { interface | }', ['retimed', 'half-retimed', 'linear'], ['KP4']],
  ['module type M is Xpo { channels 16 x | }', ['800GBASE-DR4', '1.6TBASE-DR8'], ['OS2', 'XPO']],
  ['module type M is |', ['Xpo', 'XpoDr8Lro'], ['M', 'Leaf', 'XPO']],
  ['switch type X { ports p[1..2] : | }', ['XPO', 'OSFP'], ['Leaf']],
  ['switch x[1..2] : |', ['Leaf'], ['Node', 'XPO', 'Unit']],
  ['host x[1..2] : |', ['Node', 'Hgx8'], ['Leaf']],
  ['network n : scale-out { x[1..2] : | }', ['Unit'], ['Leaf', 'scale-out']],
  ['network n : scale-out { x[1..2] : Unit(| }', ['hosts = ', 'kind = ', 'planes', 'Leaf'], ['back']],
  ['let x = |', ['planes'], ['x', 'back']],
  ['link |', ['back', 'su', 'spine'], ['row', 'primary', 'Leaf', 'A']],
  ['link spine[*].|', own, ['leaf']],
  ['link su[*].|', ['leaf', 'node'], ['hosts', 'kind', 'up']],
  ['link su[*].leaf[3].|', own, ['node']],
  ['link back.|', ['su', 'spine'], ['primary']],
  ['link spine[*].up |', ['to', 'as'], ['over']],
  ['link spine[*].up to |', ['spine', 'su'], ['row']],
  ['link spine[*].up to spine[*].down |', ['as', 'over'], ['to']],
  ['link spine[*].up to spine[*].down as |', ['mesh', 'rails', 'pairs'], ['torus']],
  ['link spine[*].up as |', ['ring', 'full', 'torus', 'dragonfly', 'hyperx', 'slimfly'], ['mesh']],
  ['for |', [], ['in', 'planes']],
  ['for i |', ['in'], ['planes']],
  ['for i in 1..|', ['planes'], ['Leaf', 'back']],
  ['for i in 1..4 {\n    |\n}', ['link', 'plug', 'switch', 'for', 'if'], ['import', 'switch type', 'else', 'design']],
  ['for i in 1..4 {\n    if i == 1 { let a = 1 }\n    |\n}', ['else', 'if'], []],
  ['for i in 1..4 {\n    if i == 1 { let a = 1 }\n    else { let b = 1 }\n    |\n}', ['if'], ['else']],
  [
    'for i in 1..4 {\n    link spine[|].up[1] to spine[1].up[2] over OS2 { length 3 m }\n}',
    ['i', 'planes'],
    ['Leaf', 'back'],
  ],
  ['for i in 1..4 {\n    if |\n}', ['i', 'planes'], ['back']],
  ['for i in 1..4 {\n    if i |\n}', ['==', '!=', '<'], ['and', 'i']],
  ['for i in 1..4 {\n    if i == 1 |\n}', ['and', 'or'], ['==']],
  ['link spine[*].up to spine[*].down as mesh over |', ['OS2', 'OM4'], ['MPO16']],
  ['link spine[*].up to spine[*].down over OS2 { connectors 2 x | }', ['MPO16', 'LC'], ['OS2']],
  ['link spine[*].up to spine[*].down over OS2 { length 3 | }', ['m', 'km'], ['dB']],
  ['plug |', ['XpoDr8Lro'], ['XPO', 'Leaf']],
  ['plug XpoDr8Lro into spine[*].|', own, []],
  ['place |', ['spine', 'su'], ['row']],
  ['place spine[*] |', ['in'], ['each']],
  ['place spine[*] in |', ['row'], ['spine', 'pump']],
  ['require |', ['bisection', 'margin', 'density', 'headroom'], []],
  ['require density(|', ['row', 'back'], ['primary', 'A']],
  ['require headroom(|', ['primary', 'row', 'A'], ['spine', 'back']],
  ['require power(row, |', ['row', 'back'], ['primary']],
  ['require power(row) / |', ['accelerators', 'switches'], ['row', 'when any']],
  ['require power(row) / accelerators |', ['<=', '>='], ['row']],
  ['require density(row) >= |', ['… Tbps/OU', 'density'], ['row']],
  ['require density(row) >= 3.7 * density(|', ['row'], ['primary']],
  ['require (power(row) + power(|', ['row'], ['density']],
  ['let perHost = power(back) / |', ['hosts', 'accelerators'], ['back']],
  ['let perHost = |', ['power', 'accelerators'], ['back']],
  ['require temperature(primary.|', ['supply', 'return'], []],
  ['require power(row.|', ['typical', 'worst-case', 'each'], ['supply']],
  ['require power(row.each.|', ['typical', 'worst-case'], ['each']],
  ['require heat(row.|', ['liquid', 'air', 'each'], ['typical']],
  ['require height(row.|', ['used', 'free'], ['typical']],
  ['require energy(back) <= 30 |', ['pJ/bit', 'W/Tbps'], ['W']],
  ['require free-ports(|', ['back', 'row'], ['primary', 'A', 'pump']],
  ['require margin(back) |', ['>=', '<='], ['of full']],
  ['require margin(back) >= 1 |', ['dB'], ['W']],
  ['require bisection(back) >= 50 % |', ['of full', 'when any'], ['any']],
  ['require bisection(back) >= 50 % of full when |', ['any'], []],
  ['require bisection(back) >= 50 % of full when any 1 of |', ['spine', 'pump', 'row'], ['when']],
  ['require bisection(back) >= 50 % of full when any 1 of spine |', ['fail'], ['of']],
  ['require bisection(back) >= 50 % of full when any 1 of pump.|', ['pumps'], ['supplies']],
  ['require bisection(back) >= 50 % of full when any 1 of spine.|', ['supplies', 'down'], ['pumps']],
  ['allow |', ['power/rack-budget', 'provenance/assumed'], []],
  ['allow power/|', ['rack-budget', 'feed-budget'], ['assumed']],
  ['allow power/rack-budget |', ['because'], ['on']],
  ['allow power/rack-budget because "x" on |', ['Leaf', 'row', 'back'], ['XPO']],
  ['import "|"', ['std/xpo', 'std/hosts', './site.fabric'], []],
  ['import "std/o|', ['std/optics', 'std/osfp'], []],
  ['|\nswitch a : Leaf', ['amplifier type', 'laser type', 'splice type'], []],
  ['rack row2 : OpenRackV3 |', ['at'], ['position']],
  ['link spine[*].up as dragonfly(8, |', ['planes'], ['spine']],
  ['link spine[*].up/|', ['planes'], ['to', 'Leaf']],
  ['network n : scale-out {\n    link spine[*].up to spine[*].down\n         |\n}', ['over', 'as', 'link'], ['to']],
  ['link spine[*].up to spine[*].down over OS2 { length | }', ['auto', '… m'], []],
  ['let half = planes |', ['div', 'mod'], ['switch']],
  ['view v { collapse | }', ['su', 'back'], ['pump']],
  ['ups u { fed by | }', ['A'], ['u', 'primary']],
  ['ups u { fed by A }\nrack x : OpenRackV3 { fed by | }', ['A', 'u'], ['primary']],
  ['allow |', ['provenance', 'power'], []],
  // Where nothing fits, nothing is offered.
  ['// switch |', [], ['switch', 'type']],
  ['/* | */', [], ['import']],
  ['switch type X { power 1 kW source "|" }', [], ['W', 'source']],
  ['switch x[1..|', ['planes'], ['Leaf']],
  ['switch type |', [], ['Leaf', 'is']],
];

it.each(places)('at %s', async (marked, there, absent) => {
  const found = await labels(marked);
  expect(found).toEqual(expect.arrayContaining([...there]));
  expect(found.filter((each) => absent.includes(each))).toEqual([]);
  if (there.length === 0) expect(found).toEqual([]);
  expect(new Set(found).size, 'no label twice').toBe(found.length);
});

describe('after a kind', () => {
  it.each(partKinds)('%s of part: the word that declares a type', async (kind) => {
    expect(await labels(`${kind} |`)).toEqual(['type']);
    expect(await labels(`${kind} type X |`)).toEqual(['is']);
  });

  it.each(partKinds)('%s of part, after `is`: parts of that kind', async (kind) => {
    const { items } = await offered(`${kind} type X is |`);
    expect(items.length, 'the library has parts of every kind').toBeGreaterThan(0);
    expect(items.filter((each) => !each.detail?.includes(`${kind} type`)).map((each) => each.label)).toEqual([]);
  });

  it.each(instanceKinds)('%s that is installed: its type, where it has one', async (kind) => {
    const isPart = partKinds.some((each) => each === kind);
    expect(await labels(`${kind} |`)).toEqual(isPart ? ['type'] : []);
    const types = (await offered(`${kind} x : |`)).items.map((each) => each.detail ?? '');
    expect(types.every((detail) => detail.includes(`${kind} type`))).toBe(isPart || types.length === 0);
    expect(types.length > 0).toBe(isPart);
  });

  it.each(['asic', 'nic', 'laser', 'coolant', 'connector'])(
    '%s within a body: the value of the property',
    async (kind) => {
      const bodies: Readonly<Record<string, string>> = {
        asic: 'switch type X { asic | }',
        nic: 'host type X { nic | }',
        laser: 'module type X { laser | }',
        coolant: 'loop x { coolant | }',
        connector: 'optics type X { connector | }',
      };
      const found = await labels(bodies[kind] as string);
      expect(found).not.toContain('type');
      expect(found.length).toBeGreaterThan(0);
    },
  );

  it('offers no type where none can be declared, and no source after a statement', async () => {
    expect(await labels('network n : scale-out { switch | }')).toEqual([]);
    expect(await labels('rack x : OpenRackV3 |')).toEqual(['at']);
    expect(await labels('switch x : Leaf |')).toEqual([]);
    expect(await labels('rack x : OpenRackV3 at |')).toEqual(['row']);
  });
});

/** The text after an item was taken, with the defaults of a snippet. */
async function taken(marked: string, label: string): Promise<string> {
  const { items, text } = await offered(marked);
  const item = items.find((each) => each.label === label);
  expect(item, label).toBeDefined();
  const edits = [item?.textEdit as TextEdit, ...(item?.additionalTextEdits ?? [])];
  const plain = edits.map((each) => ({ ...each, newText: each.newText.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1') }));
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'fabric', 1, text), plain);
}

it('replaces the word at the cursor, however it is written', async () => {
  expect(await taken('module type M is Xpo { channels 8 x 1.6TB|', '1.6TBASE-DR8')).toMatch(/8 x 1\.6TBASE-DR8$/);
  expect(await taken('switch type X { power 1| }', '1 kW')).toMatch(/\{ power 1 kW \}$/);
  expect(await taken('module type M is Xpo { interface half-re| }', 'half-retimed')).toMatch(
    /interface half-retimed \}$/,
  );
  expect(await taken('import "std/sw|"', 'std/switches')).toMatch(/import "std\/switches"$/);
});

it('selects all of an array, unless an index is there', async () => {
  expect(await taken('link sp|', 'spine')).toMatch(/link spine\[\*\]$/);
  expect(await taken('link sp|[2].up', 'spine')).toMatch(/link spine\[2\]\.up$/);
});

it('brings the import of a part that is not in sight', async () => {
  const text = await taken('host type R is Hg|', 'Hgx8');
  expect(text).toMatch(/import "\.\/site\.fabric"\nimport "std\/hosts"\n/);
  expect(text).toMatch(/host type R is Hgx8$/);
});

it('gives what it inserts as text that the parser takes', async () => {
  const { items } = await offered('|');
  for (const each of items.filter((item) => item.kind === 14)) {
    const text = ((each.documentation as { value: string }).value.match(/```fabric\n(.*)\n```/s) ?? [])[1] ?? '';
    const name = `snippet${files++}.fabric`;
    const found = await editor.open(name, before + text);
    await editor.close(name);
    expect(
      found
        .filter((diagnostic) => `${diagnostic.code}`.startsWith('syntax/'))
        .map((diagnostic) => `${text}: ${diagnostic.message}`),
    ).toEqual([]);
  }
});
