// Kinds of view: each `view` statement is drawn by exactly one of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, type ElementFamily } from '@lightloom/core';
import { viewsOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../test/kit/design.ts';
import { allViews } from '../src/views/all-views.ts';
import type { Color } from '../src/views/sketch/color.ts';
import { drawing, factsOf } from './drawn.ts';

const families: readonly ElementFamily[] = [
  'device',
  'rack',
  'cdu',
  'loop',
  'branch',
  'feed',
  'network',
  'group',
  'cage',
  'port',
  'part',
];
const colors = ['utilization', 'temperature', 'power', 'network', 'rail'] as const satisfies readonly Color[];

describe('a view statement', () => {
  it('is claimed by one kind at most, whatever it selects and colors by', () => {
    for (const of of [undefined, ...families])
      for (const color of [undefined, ...colors]) {
        const claims = allViews.filter((each) => each.claims?.(of, color)).map((each) => each.kind);
        expect(claims.length, `${of} by ${color}: ${claims.join(' and ')}`).toBeLessThanOrEqual(1);
      }
  });

  it('that no kind claims has one that draws the rest', () => {
    expect(allViews.filter((each) => each.claims === undefined).map((each) => each.kind)).toEqual(['network']);
  });

  it('knows all colors of the language', () => {
    expect(catalogue.view.properties.color.value).toMatchObject({ words: colors });
  });

  it.each([
    ['of r', 'racks'],
    ['of A', 'power'],
    ['of A  color by temperature', 'cooling'],
    ['of n.s[1].p[1]', 'optics'],
    ['of r  color by temperature', 'cooling'],
    ['of primary', 'cooling'],
    ['of n', 'network'],
    ['of n.s  color by temperature', 'network'],
    ['color by temperature', 'cooling'],
    ['', 'network'],
  ])('“%s” is drawn as %s', async (text, kind) => {
    const facts = await factsOf(`import "std/osfp"  import "std/racks"  import "std/cooling"
switch type B { height 2 RU  ports p[1..4] : OSFP }
network n : scale-out { switch s[1..2] : B }
loop primary { coolant PG25  supply 40 °C }
feed A { capacity 10 kW }
rack r[1..2] : OpenRackV3 { cooled by primary }
view v { ${text} }`);
    expect(viewsOf(facts)[0]).toMatchObject({ id: 'v', declared: true, kind });
  });
});

describe('what a view is asked to show', () => {
  const design = (text: string): string => `import "std/osfp"  import "std/racks"  import "std/cooling"
switch type B { height 2 RU  ports p[1..4] : OSFP }
network n : scale-out {
  switch s[1..2] : B
  plug Osfp800Dr4 into s.*
  link s[1].p[1] to s[2].p[1] over OS2 { length 9 m }
}
loop primary { coolant PG25  supply 40 °C }
feed A { capacity 10 kW }
rack r[1..2] : OpenRackV3 at row 1 { cooled by primary  fed by A }
place n.s in r[1]
view v { ${text} }`;

  it('is every kind of drawing, by its name', () => {
    expect(catalogue.view.properties.show.value.words.toSorted()).toEqual(allViews.map(({ kind }) => kind).toSorted());
  });

  it.each(catalogue.view.properties.show.value.words)(
    'as %s is drawn so, with what it has and without',
    async (kind) => {
      const facts = await factsOf(design(`show ${kind}`));
      expect(viewsOf(facts)[0]).toMatchObject({ id: 'v', kind });
      expect(drawing(facts, 'v').nodes).not.toEqual([]);
      const empty = drawing(await factsOf(`view v { show ${kind} }`), 'v');
      expect([empty.nodes, empty.notes.length > 0]).toEqual([[], true]);
    },
  );

  it('and what it selects in vain is said', async () => {
    const notes = async (text: string) => drawing(await factsOf(design(text)), 'v').notes.join(' ');
    expect(await notes('show floor  of r[1]')).toContain('its drawing (floor) is always of the whole design');
    expect(await notes('show power  of n.s')).toContain("what its drawing (power) can't be of");
    expect(await notes('show racks  of r[1]')).not.toContain('selects');
  });

  it('once for each word, or its lists are to be joined', async () => {
    const found = await findingsOf(design('expand n.s[1]  expand n.s[2]'));
    expect(found.find(({ rule }) => rule === 'property/twice')?.help).toBe(
      'Write both after one word: `expand n.s[1], n.s[2]`.',
    );
  });
});

describe('the name of a view', () => {
  it('may be that of a network, and not that of another view', async () => {
    const text = 'network a : scale-up { }  view a { of a }';
    const twice = async (each: string) => (await findingsOf(each)).filter(({ rule }) => rule === 'name/twice');
    expect(await twice(text)).toHaveLength(0);
    expect(await twice(`${text}  view a { }`)).toHaveLength(1);
    expect(viewsOf(await factsOf(text)).map(({ id }) => id)).toEqual(expect.arrayContaining(['a', 'network:a']));
  });
});

describe('the list of views', () => {
  it('has the declared ones first, then one per network, racks, cooling', async () => {
    const facts = await factsOf('network a : scale-up { }  network b : scale-out { }  view v { of b }');
    const order = ['v', 'network:a', 'network:b', 'racks', 'cooling'];
    const ids = viewsOf(facts).map((each) => each.id);
    expect(ids[0]).toBe('v');
    expect(ids.filter((each) => order.includes(each))).toEqual(order);
  });

  it('has a title for each, and docs/views.md a row for those of every design', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/views.md'), 'utf8');
    for (const { id, title } of viewsOf(await factsOf(''))) {
      expect(title, `title of the view ${id}`).toMatch(/^[A-Z]/);
      expect(page, 'the table of the kinds of views').toContain(`\n| \`${id}\` | `);
    }
  });

  it('have none of cooling where every device is cooled by air', async () => {
    const design = (liquid: string): string => `import "std/osfp"
switch type Box { height 2 RU  power 1 kW  liquid ${liquid}  ports p[1..2] : OSFP }
switch a : Box
`;
    const ids = async (liquid: string) => viewsOf(await factsOf(design(liquid))).map(({ id }) => id);
    expect(await ids('0 %')).not.toContain('cooling');
    expect(await ids('85 %')).toContain('cooling');
    expect(await ids('unknown')).toContain('cooling');
  });
});
