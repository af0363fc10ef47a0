// Completion: what is offered first at a place, by what fits there, with its figures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionList } from 'vscode-languageserver/node';
import { cursorIn, Editor } from '../editor.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor({}, []).start();
});
afterAll(() => editor.stop());

let files = 0;

describe('what is offered first', () => {
  const design = `import "std/osfp"
import "std/xpo"
import "std/fiber"
switch type Box { height 2 RU  ports p[1..8] : OSFP }
module type Mine is Osfp800Dr8 { power 15 W }
network n : scale-out {
    switch a[1..2] : Box
    switch b[1..2] : Box
    switch aa : Box
    plug Osfp800Dr8 into a[*].*, b[*].*
    plug Osfp2x400Dr4 into aa.*
    link a[1].p[1..3] to b[1].p[1..3] over OS2 { length 30 m }
    |
}
`;
  /** The items at the cursor of a line that is typed into the design, the first offered first. */
  async function ordered(line: string, context?: object): Promise<{ label: string; detail: string }[]> {
    const name = `ordered${files++}.fabric`;
    await editor.open(name, design.replace('|', ''));
    const at = design.indexOf('|');
    const typed = cursorIn(line);
    await editor.type(name, at, at, typed.text);
    const position = editor.document(name).positionAt(at + typed.offset);
    const { items } = await editor.ask<CompletionList>('textDocument/completion', name, position, {
      ...(context === undefined ? {} : { context }),
    });
    await editor.close(name);
    return [...items]
      .sort((x, y) => ((x.sortText ?? x.label) < (y.sortText ?? y.label) ? -1 : 1))
      .map(({ label, detail = '' }) => ({ label, detail }));
  }

  it('after `over`: the fibers that the optics at both ends run on, with their reach', async () => {
    const [first, ...others] = await ordered('link a[2].p to b[2].p as pairs over |');
    expect(first).toEqual({ label: 'OS2', detail: 'reach 500 m · single-mode · 0.4 dB/km · fiber type' });
    const multimode = others.findIndex(({ label }) => label === 'OM4');
    expect(others[multimode]?.detail).toMatch(/^not for 800GBASE-DR8 · multimode/);
    expect(multimode).toBeGreaterThan(others.findIndex(({ label }) => label === 'OS2-G657A1'));
  });

  it('after `plug`: the modules that fit the cages, own ones first, with their power', async () => {
    const found = await ordered('plug | into a[2].p');
    expect(found[0]).toEqual({
      label: 'Mine',
      detail: expect.stringMatching(/^OSFP · 1 x 800GBASE-DR8 · retimed · 15 W · module type$/),
    });
    expect(found[1]?.detail).toMatch(/^OSFP · .*module type$/);
    const xpo = found.findIndex(({ label }) => label === 'XpoDr8Lro');
    expect(found[xpo]?.detail).toMatch(/^fits XPO · /);
    expect(found.slice(xpo).filter(({ detail }) => detail.startsWith('OSFP ·'))).toEqual([]);
  });

  it('after `channels 1 x`: the PMDs of the lanes of the cage', async () => {
    const name = `channels${files++}.fabric`;
    await editor.open(name, 'import "std/osfp"\nmodule type M is Osfp800Dr8 { channels 1 x 800GBASE-DR8 }\n');
    const { items } = await editor.ask<CompletionList>('textDocument/completion', name, editor.at(name, '800GBASE'));
    const detail = (label: string) => items.find((each) => each.label === label)?.detail;
    expect(detail('800GBASE-DR8')).toMatch(/^up to 1 in OSFP · .*8 lanes/);
    expect(detail('800GBASE-DR4')).toMatch(/^100 Gbps lanes in OSFP · /);
    const rank = (label: string) => items.find((each) => each.label === label)?.sortText?.charAt(0);
    // One channel over all eight lanes, before one over four of them, before lanes of another rate.
    expect(['800GBASE-DR8', '400GBASE-DR4', '800GBASE-DR4'].map(rank)).toEqual(['0', '1', '2']);
  });

  it('of ports and indices: those without links', async () => {
    expect((await ordered('link a[1].|')).find(({ label }) => label === 'p')?.detail).toMatch(
      /^800 Gbps · 13 of 16 cages free · /,
    );
    expect((await ordered('link a[1].p[|')).slice(0, 4)).toEqual([
      { label: '4', detail: 'the first that is free' },
      { label: '4..8', detail: '5 that are free' },
      { label: '*', detail: 'all 8, 5 free' },
      { label: '1..8', detail: 'their indices' },
    ]);
    expect((await ordered('place a[|')).map(({ label }) => label).slice(0, 2)).toEqual(['*', '1..2']);
  });

  it('after `to`: ends of the rate of the other end first, with their free cages; its own device behind them', async () => {
    const found = (await ordered('link a[2].p to |')).slice(0, 3);
    expect(found.map(({ label }) => label)).toEqual(['b', 'a', 'aa']);
    expect(found.map(({ detail }) => detail.split(' · ').slice(0, 2))).toEqual([
      ['800 Gbps', '13 of 16 cages free'],
      ['800 Gbps', '13 of 16 cages free'],
      ['400 Gbps', '8 of 8 cages free'],
    ]);
  });

  it('after `connectors`: those of the optics of the link', async () => {
    const [first, ...others] = await ordered('link a[2].p to b[2].p over OS2 { length 3 m  connectors 2 x | }');
    expect(first).toEqual({ label: 'MPO16', detail: expect.stringMatching(/^as 800GBASE-DR8 · 16 fibers · /) });
    expect(others.find(({ label }) => label === 'LC-simplex')?.detail).toMatch(/^1 fiber · /);
  });

  it('in a list: what it does not have yet, before the redundancy', async () => {
    const feeds = 'feed A { capacity 1 MW }  feed B { capacity 1 MW }  feed C { capacity 1 MW }';
    const found = await ordered(`${feeds}  rack r : OpenRackV3 { fed by A, B, | }`);
    expect(found.slice(0, 2).map(({ label }) => label)).toEqual(['C', 'n+1']);
    expect(found.map(({ label }) => label)).not.toContain('A');
  });

  it('for an argument: types of the kind that its template installs, own ones first', async () => {
    const template = 'template T(of = Box) { switch s : of }';
    for (const line of ['x : T(|', 'x : T(of = |']) {
      const types = (await ordered(`${template}  ${line}`)).filter(({ detail }) => /^\w+ type /.test(detail));
      expect(types[0]?.label).toBe('Box');
      const kinds = types.map(({ detail }) => detail.split(' ')[0]);
      expect(kinds.lastIndexOf('switch')).toBeLessThan(kinds.findIndex((each) => each !== 'switch'));
    }
  });

  it('in a requirement and an allowance: the comparison that limits the fact, and the rules with findings', async () => {
    expect((await ordered('require margin(n) |'))[0]?.label).toBe('>=');
    expect((await ordered('require loss(n) |'))[0]?.label).toBe('<=');
    const line = 'link a[2].p[1] to b[2].p[1] over OS2 { length 3 km }';
    const name = `allowed${files++}.fabric`;
    await editor.open(name, design.replace('|', `${line}\nallow `));
    const position = editor.at(name, 'allow ', 6);
    const { items } = await editor.ask<CompletionList>('textDocument/completion', name, position);
    const reach = items.find(({ label }) => label === 'optics/reach');
    expect(reach?.detail).toMatch(/^1 finding here · /);
    expect(reach?.sortText).toMatch(/^0/);
    expect(items.find(({ label }) => label === 'power/rack-power')?.sortText ?? '1').toMatch(/^1/);
    await editor.close(name);
  });

  it('units as the library gives the property', async () => {
    expect((await ordered('switch type X { height 2 | }')).slice(0, 2).map(({ label }) => label)).toEqual(['RU', 'OU']);
    expect((await ordered('link a[2].p to b[2].p over OS2 { length 3 | }'))[0]?.label).toBe('m');
    expect((await ordered('module type X { power 3| }'))[0]?.label).toBe('3 W');
    expect((await ordered('cdu type X { capacity 3| }'))[0]?.label).not.toBe('3 mW');
    expect((await ordered('feed X { capacity 3| }')).map(({ label }) => label).slice(0, 2)).toEqual(['3 kW', '3 MW']);
  });
});
