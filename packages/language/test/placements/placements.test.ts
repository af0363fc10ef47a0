// Positions of boxes beside a design: reading them whatever they hold, writing them, and drawing by them.
import { describe, expect, it } from 'vitest';
import { placementText, readPlacements } from '../../src/placements/index.ts';
import { graphOf, keptView, memoryFiles, openSession } from '../../src/session/index.ts';

const uri = 'file:///hall/pod.view.json';

/** What is wrong with a text: the message, and what it points at. */
const wrong = (text: string): string[] =>
  readPlacements(uri, text).problems.map(
    ({ rule, message, origin }) => `${rule} ${message} «${text.slice(origin.start, origin.end)}»`,
  );

const view = (boxes: string): string => `{ "views": { "all": { "boxes": { ${boxes} } } } }`;

describe('positions', () => {
  it.each<[string, string, string]>([
    ['no JSON', '{ "views": ', 'positions/json'],
    ['a list', '[]', 'positions/content Positions must be an object. «[]»'],
    ['a misspelt word', '{ "view": {} }', 'positions/content `view` isn\'t read in positions. «"view"»'],
    ['no object of views', '{ "views": 3 }', 'positions/content `views` must be an object. «3»'],
    ['a box without y', view('"a": { "x": 1 }'), 'positions/content The box `a` has no `y`. «{ "x": 1 }»'],
    ['a text for x', view('"a": { "x": "1", "y": 2 }'), 'positions/content `x` must be a number of pixels'],
    [
      'a place beyond the moon',
      view('"a": { "x": 1e300, "y": 2 }'),
      'positions/content `x` must be a number of pixels',
    ],
    [
      'a box twice',
      view('"a": { "x": 1, "y": 2 }, "a": { "x": 3, "y": 4 }'),
      'positions/content `a` is there twice. «"a"»',
    ],
    [
      'a lock of words',
      '{ "views": { "all": { "locked": "yes" } } }',
      'positions/content `locked` must be `true` or `false`. «"yes"»',
    ],
    [
      'links that are no names',
      view('"a": { "x": 1, "y": 2, "linked": [1] }'),
      'positions/content `linked` must be a list of names. «[1]»',
    ],
  ])('with %s are reported where that is', (_, text, message) => {
    expect(wrong(text)).toEqual([expect.stringContaining(message)]);
  });

  it('that are right count beside what is wrong', () => {
    const { views } = readPlacements(uri, view('"a": { "x": 1, "y": 2 }, "b": 3, "__proto__": { "x": 5, "y": 6 }'));
    expect([...(views.get('all')?.boxes ?? [])].map(([id, { x, y }]) => [id, x, y])).toEqual([
      ['a', 1, 2],
      ['__proto__', 5, 6],
    ]);
  });

  it('are read as they were written, and other views stay', () => {
    const first = placementText(undefined, 'b', {
      locked: true,
      boxes: new Map([['n.x["1"]', { x: 1, y: -2, like: '2 × "S"', linked: ['n.y'] }]]),
    });
    const before = readPlacements(uri, first ?? '');
    expect(before.problems).toEqual([]);
    const second = placementText(before, 'a', { locked: false, boxes: new Map([['n.y', { x: 3, y: 4 }]]) });
    const after = readPlacements(uri, second ?? '');
    expect([...after.views.keys()]).toEqual(['a', 'b']);
    expect(after.views.get('b')).toEqual(before.views.get('b'));
    expect(after.views.get('a')?.locked).toBe(false);
    expect(
      placementText({ views: new Map([['a', { locked: true, boxes: new Map() }]]) }, 'a', undefined),
    ).toBeUndefined();
  });
});

describe('a drawing of a design', () => {
  const design = 'file:///hall/pod.fabric';
  const text = `import "std/osfp"
switch type S { height 2 RU  power 1 kW  ports p[1..4] : OSFP }
network n : scale-across {
  switch a : S  switch b : S
  plug Osfp800Dr4 into a.*, b.*
  link a.p[1] to b.p[1] over OS2 { length 9 m }
}
`;
  const open = (positions: string, design_ = text) =>
    openSession({ files: memoryFiles({ [design]: design_, [uri]: positions }) }).open(design);

  it('has the positions of the file beside it, under the name of its network too', async () => {
    const positions = '{ "views": { "network:n": { "boxes": { "n.a": { "x": 7, "y": 8, "like": "S" } } } } }';
    const graph = await graphOf(await open(positions), 'network:n');
    expect(graph?.placements).toEqual({ boxes: [{ id: 'n.a', x: 7, y: 8 }], locked: true });
    const both = placementText(
      undefined,
      'network:n',
      await keptView(graph ?? expect.fail(), [
        { id: 'n.a', x: 10, y: 10 },
        { id: 'n.b', x: 300, y: 10 },
      ]),
    );
    const renamed = await graphOf(await open(both ?? '', text.replace('network n', 'network wan')), 'network:wan');
    expect(renamed?.placements?.boxes).toEqual([
      { id: 'wan.a', x: 0, y: 0 },
      { id: 'wan.b', x: 290, y: 0 },
    ]);
    expect((await graphOf(await open(positions), 'network:n', { placed: false }))?.placements).toBeUndefined();
  });
});
