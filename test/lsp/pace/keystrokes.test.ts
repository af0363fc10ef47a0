// What a keystroke costs: of spaces and comments between statements, no analysis; and never is anything stale.
import { describe, expect, it } from 'vitest';
import { EditorView } from '../../kit/editor-view.ts';

const uri = 'file:///pod.fabric';
const hot = `import "std/xpo"

module type Hot is Xpo { power 420 W }
switch type Box { height 1 OU  ports p[1..2] : XPO }
switch a : Box
network n : scale-out {
    switch b : Box
    plug Hot into b.p // two
}
let many = 2
switch c : Box
for i in 1..many {
    plug Hot into c.p[i]
}
plug Hot into a.p
`;

/** An editor with the design, and a way to ask whether an edit of it made another analysis. */
async function typing() {
  const view = await EditorView.of({});
  await view.type(uri, hot);
  // What is kept of statements is kept from here on.
  await view.all(uri, []);
  const analysis = () => view.analysis(uri);
  let last = await analysis();
  return {
    view,
    /** Whether the design is analyzed again for a text. */
    async isJudgedAgain(text: string): Promise<boolean> {
      await view.type(uri, text);
      const now = await analysis();
      const isAnother = now.fabric !== last.fabric;
      last = now;
      return isAnother;
    },
  };
}

describe('an edit', () => {
  it.each([
    ['a comment before a statement', ['module', '// the hot one\nmodule']],
    ['a comment at the end of a line', ['W }\n', 'W } // the hot one\n']],
    ['a comment in a body', ['// two', '// two of them']],
    ['an empty line', ['switch a', '\nswitch a']],
    ['an indent', ['switch a', '  switch a']],
    ['the end of the file', ['into a.p\n', 'into a.p\n\n// end']],
    ['the start of the file', ['import', '// start\nimport']],
  ] as const)('of %s costs no analysis', async (_, [from, to]) => {
    const { view, isJudgedAgain } = await typing();
    const text = hot.replace(from, to);
    expect(await isJudgedAgain(text)).toBe(false);
    const fresh = await EditorView.of({});
    await fresh.type(uri, text);
    const offsets = [text.indexOf('Hot'), text.indexOf('switch b'), text.indexOf('into')];
    expect(await view.all(uri, offsets)).toEqual(await fresh.all(uri, offsets));
    expect(view.problems(uri).length).toBeGreaterThan(0);
    // Back again, in a second place, and back again.
    expect(await isJudgedAgain(text.replace('network', '// here\nnetwork'))).toBe(false);
    expect(await isJudgedAgain(hot)).toBe(false);
  });

  it.each([
    ['a number', ['420', '430']],
    ['a name', ['switch a', 'switch aa']],
    ['a comment within a statement', ['is Xpo {', 'is Xpo { /* hot */']],
    ['a comment that hides a statement', ['switch a', '// switch a']],
    ['a comment that describes', ['module', '/** The hot one. */ module']],
    ['a line break where none was', ['W }', 'W\n}']],
    ['a comment that swallows the end of a body', ['p // two\n}', 'p // two }']],
  ] as const)('of %s is judged', async (_, [from, to]) => {
    const { view, isJudgedAgain } = await typing();
    const text = hot.replace(from, to);
    expect(await isJudgedAgain(text)).toBe(true);
    const fresh = await EditorView.of({});
    await fresh.type(uri, text);
    expect(await view.all(uri, [text.indexOf('Hot')])).toEqual(await fresh.all(uri, [text.indexOf('Hot')]));
  });
});

describe('a number of a shared file', () => {
  it('is judged again in the designs whose value it is, and in no other', async () => {
    const shared = 'let many = 3\nlet other = 4\nrack type R { height 40 OU  power 1 kW }\n';
    const [parts, few, none] = ['shared', 'few', 'none'].map((each) => `file:///${each}.fabric`) as [
      string,
      string,
      string,
    ];
    const view = await EditorView.of({});
    await view.type(parts, shared);
    await view.type(few, 'import "./shared"\nrack r[1..many] : R\n');
    await view.type(none, 'import "./shared"\nrack r[1..2] : R\n');
    const fabrics = async () => [(await view.analysis(few)).fabric, (await view.analysis(none)).fabric] as const;
    const before = await fabrics();
    await view.type(parts, `${shared.replace('3', '12')}`);
    const after = await fabrics();
    expect([after[0] !== before[0], after[1] === before[1]]).toEqual([true, true]);
    expect(after[0].racks.count).toBe(12);
    for (const text of ['let many = 12\nlet other = 5', '// two values\nlet many = 12\nlet other = 5'])
      await view.type(parts, shared.replace('let many = 3\nlet other = 4', text));
    const last = await fabrics();
    expect([last[0] === after[0], last[1] === after[1]]).toEqual([true, true]);
  });
});
