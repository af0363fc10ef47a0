// Ignored files in an editor: the workspace is read without them, and is at any time what a fresh start would find.
import { describe, expect, it } from 'vitest';
import { Desk } from '../kit/desk.ts';

const assumed = 'rack type Rack { height 40 OU assumed "no data sheet" }\nrack own : Rack\n';
const hall = 'import "./old/parts"\nrack r[1..4] : Rack\n';
const ignoring = (...patterns: readonly string[]): string => JSON.stringify({ ignore: patterns });

/** A desk with a folder, and a check that it shows what a fresh one does. */
async function deskWith(saved: Readonly<Record<string, string>>) {
  const desk = await Desk.with(Object.entries(saved));
  const shown = async (): Promise<string[]> => {
    const now = await desk.shown();
    expect(now).toEqual(await (await desk.fresh()).shown());
    return Object.keys(now);
  };
  return { desk, shown };
}

describe('an ignored file', () => {
  it('is not read by the search of the workspace', async () => {
    const { shown } = await deskWith({
      'lightloom.json': ignoring('old'),
      'a.fabric': assumed,
      'old/b.fabric': assumed,
      'old/x/c.fabric': 'swich',
    });
    expect(await shown()).toEqual(['a.fabric']);
  });

  it('is checked while it is open', async () => {
    const { desk, shown } = await deskWith({ 'lightloom.json': ignoring('old'), 'old/b.fabric': assumed });
    expect(await shown()).toEqual([]);
    desk.type('old/b.fabric', assumed);
    expect(await shown()).toEqual(['old/b.fabric']);
    desk.close('old/b.fabric');
    expect(await shown()).toEqual([]);
  });

  it('is read where a file imports it that is not ignored', async () => {
    const { desk, shown } = await deskWith({
      'lightloom.json': ignoring('old'),
      'hall.fabric': hall,
      'old/parts.fabric': assumed,
      'old/other.fabric': assumed,
    });
    expect(await shown()).toEqual(['old/parts.fabric']);
    desk.delete('hall.fabric');
    expect(await shown()).toEqual([]);
  });

  it('is one as long as the configuration says so', async () => {
    const { desk, shown } = await deskWith({ 'a.fabric': assumed, 'old/b.fabric': assumed, 'old/x/c.fabric': assumed });
    expect(await shown()).toEqual(['a.fabric', 'old/b.fabric', 'old/x/c.fabric']);
    desk.save('lightloom.json', ignoring('old'));
    expect(await shown()).toEqual(['a.fabric']);
    desk.save('lightloom.json', ignoring('old/*'));
    expect(await shown()).toEqual(['a.fabric', 'old/x/c.fabric']);
    desk.save('old/x/lightloom.json', ignoring('c.fabric'));
    expect(await shown()).toEqual(['a.fabric']);
    desk.delete('lightloom.json');
    expect(await shown()).toEqual(['a.fabric', 'old/b.fabric']);
    desk.delete('old/x/lightloom.json');
    expect(await shown()).toEqual(['a.fabric', 'old/b.fabric', 'old/x/c.fabric']);
  });

  it('stays one when it is written, renamed and moved', async () => {
    const { desk, shown } = await deskWith({ 'lightloom.json': ignoring('**/*-draft.fabric'), 'a.fabric': assumed });
    desk.save('b-draft.fabric', assumed);
    expect(await shown()).toEqual(['a.fabric']);
    desk.rename('b-draft.fabric', 'b.fabric');
    expect(await shown()).toEqual(['a.fabric', 'b.fabric']);
    desk.rename('a.fabric', 'x/a-draft.fabric');
    expect(await shown()).toEqual(['b.fabric']);
  });
});
