// From things to their types and back, along the path of a signal, and what a selection grows to.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  LinkedEditingRanges,
  LocationLink,
  SelectionRange,
  TypeHierarchyItem,
} from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const name = 'boxes.fabric';
const text = `import "std/osfp"
import "std/fiber"
switch type Leaf { height 2 RU  power 1 kW  ports up[1..4] : OSFP  ports down[1..4] : OSFP }
switch type Spine is Leaf { power 2 kW }
switch type Wide is Spine { power 3 kW }
template Pod(count = 2, kind = Leaf) { switch leaf[1..count] : kind }
network n : scale-out {
    pod[1..2] : Pod(2)
    switch spine[1..4] : Spine
    plug Osfp800Dr8 into pod[*].leaf[*].*, spine[*].*
    link pod[*].leaf[*].up to spine[*].down as mesh over OS2 {
        length 30 m
        connectors 2 x MPO16
        panels 1 x CassettePanel
    }
}
panel type CassettePanel { loss 0.5 dB }
allow topology/unconnected-ports because "for growth"
`;

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start();
  await editor.open(name, text);
});
afterAll(() => editor.stop());

const lines = (found: LocationLink[] | null) =>
  (found ?? []).map((each) => `${each.targetUri.split('/').at(-1)}:${each.targetSelectionRange.start.line + 1}`);

describe('go to', () => {
  const go = async (what: 'typeDefinition' | 'implementation', at: string, skip = 1) =>
    lines(await editor.ask<LocationLink[] | null>(`textDocument/${what}`, name, editor.at(name, at, skip)));

  it.each([
    ['an array', 'spine[1..4]', [`${name}:4`]],
    ['its use', 'spine[*].down', [`${name}:4`]],
    ['a group of ports', 'up[1..4]', ['cages.fabric:']],
    ['an instance of a template', 'pod[1..2]', [`${name}:6`]],
    ['a parameter', 'kind }', [`${name}:3`]],
  ])('type definition leads from %s to its type', async (_, at, places) => {
    const found = await go('typeDefinition', at);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(places[0]);
  });

  it('implementation leads from a type to what is derived from it and installed of it', async () => {
    expect(await go('implementation', 'Leaf {')).toEqual([`${name}:4`]);
    expect(await go('implementation', 'Spine is')).toEqual([`${name}:5`, `${name}:9`]);
    expect(await go('implementation', 'Pod(count')).toEqual([`${name}:8`]);
  });
});

describe('the hierarchy of types', () => {
  const related = async (item: TypeHierarchyItem, which: 'supertypes' | 'subtypes') =>
    (await editor.connection.sendRequest<TypeHierarchyItem[] | null>(`typeHierarchy/${which}`, { item })) ?? [];

  it('follows `is` both ways', async () => {
    const [item] = await editor.ask<TypeHierarchyItem[]>(
      'textDocument/prepareTypeHierarchy',
      name,
      editor.at(name, 'spine[1..4] : Spine', 16),
    );
    expect(item).toMatchObject({ name: 'Spine', detail: 'switch type' });
    expect((await related(item as TypeHierarchyItem, 'supertypes')).map((each) => each.name)).toEqual(['Leaf']);
    const [sub] = await related(item as TypeHierarchyItem, 'subtypes');
    expect(sub?.name).toBe('Wide');
    expect(await related(sub as TypeHierarchyItem, 'subtypes')).toEqual([]);
    const [leaf] = await related(item as TypeHierarchyItem, 'supertypes');
    expect(await related(leaf as TypeHierarchyItem, 'supertypes')).toEqual([]);
  });
});

describe('the path of a signal', () => {
  const prepare = async (at: string, skip: number) =>
    (await editor.ask<CallHierarchyItem[] | null>(
      'textDocument/prepareCallHierarchy',
      name,
      editor.at(name, at, skip),
    )) ?? [];
  const next = async (item: CallHierarchyItem, which: 'outgoing' | 'incoming' = 'outgoing') => {
    const found = await editor.connection.sendRequest<CallHierarchyOutgoingCall[] | null>(
      `callHierarchy/${which}Calls`,
      { item },
    );
    return (found ?? []).map((each) =>
      which === 'outgoing' ? each.to : (each as unknown as { from: CallHierarchyItem }).from,
    );
  };

  it('leads from the module over fiber and panel to the far module', async () => {
    const ends = await prepare('spine[1..4]', 1);
    expect(ends.map((each) => each.name)).toEqual(['n.spine.up', 'n.spine.down']);
    const down = ends[1] as CallHierarchyItem;
    expect(down.detail).toBe('Osfp800Dr8 · 1 × 800GBASE-DR8 · 16 cages');
    const [links] = await next(down);
    expect(links).toMatchObject({
      name: 'pod[*].leaf[*].up to spine[*].down',
      detail: expect.stringMatching(/^\d+ links · OS2 · 30 m · 1 × CassettePanel$/),
    });
    const far = await next(links as CallHierarchyItem);
    expect(far.map((each) => each.name)).toEqual(['n.pod[1].leaf.up', 'n.pod[2].leaf.up']);
    // Light goes both ways.
    expect((await next(links as CallHierarchyItem, 'incoming')).map((each) => each.name)).toEqual(
      far.map((each) => each.name),
    );
    const [back] = await next(far[0] as CallHierarchyItem);
    expect((await next(back as CallHierarchyItem)).map((each) => each.name)).toEqual(['n.spine.down']);
    expect(await next(ends[0] as CallHierarchyItem)).toEqual([]);
  });

  it('starts at a group of ports too, on every array that has it', async () => {
    expect((await prepare('up[1..4]', 0)).map((each) => each.name)).toEqual([
      'n.pod[1].leaf.up',
      'n.pod[2].leaf.up',
      'n.spine.up',
    ]);
    expect(await prepare('30 m', 0)).toEqual([]);
  });

  it('starts at the ports that a selector names, of its device alone', async () => {
    const ends = await prepare('leaf[*].up to', 'leaf[*].'.length);
    expect(ends.map((each) => each.name)).toEqual(['n.pod[1].leaf.up', 'n.pod[2].leaf.up']);
  });
});

it('a selection grows from the word to the file', async () => {
  const [found] = await editor.askAll<SelectionRange[]>('textDocument/selectionRange', name, {
    positions: [editor.at(name, 'MPO16', 1)],
  });
  const grown: string[] = [];
  for (let each = found; each !== undefined; each = each.parent) grown.push(editor.slice(name, each.range));
  expect(grown.slice(0, 4)).toEqual([
    'MPO16',
    '2 x MPO16',
    'connectors 2 x MPO16',
    expect.stringMatching(/^length[^{}]*CassettePanel$/),
  ]);
  expect(grown[4]).toMatch(/^link pod.*\}$/s);
  expect(grown.at(-2)).toMatch(/^network n .*\}$/s);
  expect(grown.at(-1)).toBe(text);
});

it('a name and its uses in the file are edited together', async () => {
  const linked = async (at: string, skip = 0) => {
    const found = await editor.ask<LinkedEditingRanges | null>(
      'textDocument/linkedEditingRange',
      name,
      editor.at(name, at, skip),
    );
    return found?.ranges.map((each) => `${each.start.line + 1}:${editor.slice(name, each)}`);
  };
  expect(await linked('kind = Leaf', 2)).toEqual(['6:kind', '6:kind']);
  expect(await linked('spine[*].down', 1)).toEqual(['9:spine', '10:spine', '11:spine']);
  expect(await linked('OSFP', 1)).toBeUndefined();
  expect(await linked('length 30', 1)).toBeUndefined();
});

it('the rule of an allowance is a link to its page', async () => {
  const found = await editor.askAll<{ range: SelectionRange['range']; target: string }[]>(
    'textDocument/documentLink',
    name,
  );
  expect(found.map((each) => `${editor.slice(name, each.range)} ${each.target}`)).toContain(
    'topology/unconnected-ports lightloom:/docs/rules/topology/unconnected-ports.md',
  );
});
