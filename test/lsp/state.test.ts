// What the server shows after any sequence of edits, closes, deletions and renames is what a fresh start shows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Desk } from '../kit/desk.ts';

const rack = 'rack type Rack { height 40 OU  power 10 kW }\n';
const hall = 'import "./parts"\nrack r[1..4] : Rack\n';

/** A desk with a folder, and a check that it shows what a fresh one does. */
async function deskWith(saved: Readonly<Record<string, string>>): Promise<{ desk: Desk; same: () => Promise<void> }> {
  const desk = await Desk.with(Object.entries(saved));
  const same = async () => expect(await desk.shown()).toEqual(await (await desk.fresh()).shown());
  return { desk, same };
}

/** The codes of what is shown of a file. */
const codes = async (desk: Desk, name: string): Promise<string[]> =>
  ((await desk.shown())[name] ?? []).map((each) => each.split(' ')[2]?.replace(/:$/, '') ?? '');

describe('the state of the server', () => {
  it('forgets what was typed and not saved when a file is closed', async () => {
    const { desk, same } = await deskWith({ 'parts.fabric': rack, 'hall.fabric': hall });
    desk.type('parts.fabric', rack.replace('Rack', 'Ghost'));
    expect(await codes(desk, 'hall.fabric')).toEqual(['name/unknown']);
    desk.close('parts.fabric');
    expect(await desk.shown()).toEqual({});
    await same();
  });

  it('keeps an open text whose file or folder is deleted, until it is closed', async () => {
    const { desk, same } = await deskWith({ 'a/parts.fabric': rack, 'hall.fabric': hall.replace('./', './a/') });
    desk.type('a/parts.fabric', rack);
    desk.delete('a');
    expect(await desk.shown()).toEqual({});
    await same();
    desk.close('a/parts.fabric');
    expect(await codes(desk, 'hall.fabric')).toEqual(['import/not-found']);
    await same();
  });

  it('follows files and folders that are renamed', async () => {
    const { desk, same } = await deskWith({ 'a/parts.fabric': rack, 'hall.fabric': hall });
    expect(await codes(desk, 'hall.fabric')).toEqual(['import/not-found']);
    desk.rename('a/parts.fabric', 'parts.fabric');
    expect(await desk.shown()).toEqual({});
    desk.rename('parts.fabric', 'b/c/parts.fabric');
    desk.rename('b', 'd');
    expect(await codes(desk, 'hall.fabric')).toEqual(['import/not-found']);
    await same();
    desk.type('hall.fabric', hall.replace('./', './d/c/'));
    expect(await desk.shown()).toEqual({});
    await same();
  });

  it('takes back what a file found in another that it no longer sees', async () => {
    const assumed = 'rack type Rack { height 40 OU assumed "no data sheet" }\n';
    const { desk, same } = await deskWith({ 'parts.fabric': assumed, 'hall.fabric': hall, 'other.fabric': hall });
    const note = ['provenance/assumed'];
    expect(await codes(desk, 'parts.fabric')).toEqual(note);
    desk.delete('other.fabric');
    expect(await codes(desk, 'parts.fabric')).toEqual(note);
    desk.type('hall.fabric', 'import "./parts"\n');
    expect(await desk.shown()).toEqual({});
    desk.type('hall.fabric', hall);
    expect(await codes(desk, 'parts.fabric')).toEqual(note);
    desk.type('hall.fabric', 'let a = 1\n');
    expect(await desk.shown()).toEqual({});
    await same();
    desk.close('hall.fabric');
    expect(await codes(desk, 'parts.fabric')).toEqual(note);
    desk.delete('hall.fabric');
    expect(await desk.shown()).toEqual({});
    await same();
  });

  it('has nothing of a file that is only read for another, once that no longer imports it', async () => {
    const { desk, same } = await deskWith({ 'out/parts.fabric': 'rack r : Nothing\n', 'hall.fabric': 'let a = 1\n' });
    expect(await desk.shown()).toEqual({});
    desk.type('hall.fabric', 'import "./out/parts"\n');
    expect(await codes(desk, 'out/parts.fabric')).toEqual(['name/unknown']);
    await same();
    desk.type('hall.fabric', 'let a = 1\n');
    expect(await desk.shown()).toEqual({});
    await same();
    desk.save('out/parts.fabric', 'rack s : Nothing\n');
    expect(await desk.shown()).toEqual({});
    desk.type('out/parts.fabric', 'rack t : Nothing\n');
    expect(await codes(desk, 'out/parts.fabric')).toEqual(['name/unknown']);
    desk.close('out/parts.fabric');
    expect(await desk.shown()).toEqual({});
    await same();
  });

  it('follows a configuration that comes, changes and goes with its folder', async () => {
    const strict = '{ "rules": { "control/unused-allow": "error" } }';
    const allowing = `${rack}rack r : Rack\nallow power/rack-budget because "x"\n`;
    const { desk, same } = await deskWith({ 'a/hall.fabric': allowing, 'b/lightloom.json': strict });
    const before = await desk.shown();
    desk.save('a/lightloom.json', strict);
    const during = await desk.shown();
    await same();
    desk.delete('a/lightloom.json');
    expect(await desk.shown()).toEqual(before);
    expect(during).not.toEqual(before);
    await same();
    desk.rename('b/lightloom.json', 'a/lightloom.json');
    expect(await desk.shown()).toEqual(during);
    desk.rename('a', 'c');
    desk.rename('c/hall.fabric', 'a/hall.fabric');
    expect(await desk.shown()).toEqual(before);
    await same();
  });

  it('is known of every file that is opened in one burst', async () => {
    const files = Array.from({ length: 50 }, (_, i) => [`f${i}.fabric`, `rack r : Unheard${i}\n`] as const);
    const { desk } = await deskWith({});
    for (const [name, text] of files) {
      desk.type(name, text);
      // Some come while others are analyzed.
      for (let tick = 0; tick < name.length % 4; tick++) await new Promise((done) => setImmediate(done));
    }
    const shown = await desk.shown();
    for (const [name, text] of files) expect(shown[name]?.join(), name).toContain(text.slice(9, -1));
  });

  it('is that of the last edit, however fast they come', async () => {
    const { desk, same } = await deskWith({ 'parts.fabric': rack, 'hall.fabric': hall });
    for (let i = 0; i < 60; i++) {
      desk.type('hall.fabric', `${hall}rack s : Unheard${i}\n`);
      desk.type('parts.fabric', i % 2 === 0 ? rack : rack.replace('Rack', 'Other'));
      for (let tick = 0; tick < i % 5; tick++) await new Promise((done) => setImmediate(done));
    }
    expect((await desk.shown())['hall.fabric']?.join()).toContain('Unheard59');
    await same();
  });
});

describe('a random session', () => {
  const names = ['a.fabric', 'b.fabric', 'sub/c.fabric', 'sub/d.fabric', 'out/e.fabric'];
  const paths = ['./a', './b', './sub/c', './c', '../b', './d', './out/e', '../out/e', './none'];
  const text = fc
    .record({
      imports: fc.uniqueArray(fc.constantFrom(...paths), { maxLength: 2 }),
      declares: fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { maxLength: 2 }),
      uses: fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { maxLength: 2 }),
    })
    .map(({ imports, declares, uses }) =>
      [
        ...imports.map((each) => `import "${each}"`),
        ...declares.map((each) => `rack type ${each} { height 4 OU assumed "x" }`),
        ...uses.map((each, i) => `rack r${i} : ${each}`),
        '',
      ].join('\n'),
    );
  const name = fc.constantFrom(...names);
  const step = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), name, text }),
    fc.record({ kind: fc.constant('save' as const), name, text }),
    fc.record({ kind: fc.constant('close' as const), name }),
    fc.record({ kind: fc.constant('delete' as const), name: fc.constantFrom(...names, 'sub') }),
    fc.record({ kind: fc.constant('rename' as const), name, to: name }),
    fc.record({ kind: fc.constant('wait' as const), ticks: fc.nat(6) }),
  );

  it('ends where a fresh start begins', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const { desk, same } = await deskWith({ 'a.fabric': rack, 'b.fabric': 'import "./a"\nrack r : Rack\n' });
        for (const each of steps) {
          if (each.kind === 'type') desk.type(each.name, each.text);
          else if (each.kind === 'save') desk.save(each.name, each.text);
          else if (each.kind === 'close') desk.close(each.name);
          else if (each.kind === 'delete') desk.delete(each.name);
          else if (each.kind === 'rename') {
            if (each.name !== each.to && desk.saved.has(each.name)) desk.rename(each.name, each.to);
          } else for (let i = 0; i < each.ticks; i++) await new Promise((done) => setImmediate(done));
        }
        await same();
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
