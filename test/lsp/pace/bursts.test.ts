// Keys that come faster than a long text is read: only the last of them is worth reading all of it.
import { DefaultDocumentBuilder, DefaultLangiumDocumentFactory } from 'langium';
import { expect, it, vi } from 'vitest';
import { Editor } from '../editor.ts';

it('a burst of keys in a long text with a mistake is read a few times', async () => {
  const file = 'long.fabric';
  const text = `${'// A comment that makes the text long.\n'.repeat(3000)}let n = 3\nrequire n <= 3\n`;
  const editor = await new Editor({ [file]: text }, []).start();
  const before = await editor.open(file);
  const reads = vi.spyOn(DefaultLangiumDocumentFactory.prototype as object as { parseAsync(): unknown }, 'parseAsync');
  const end = text.length;
  for (let key = 0; key < 20; key++) await editor.type(file, end + key, end + key, '{');
  const found = await editor.settled(file);
  expect(found.map(({ code }) => code)).toContain('syntax/expected');
  expect(reads.mock.calls.length).toBeLessThan(10);
  for (let key = 20; key > 0; key--) await editor.type(file, end + key - 1, end + key, '');
  expect(await editor.settled(file)).toEqual(before);
  reads.mockRestore();
  await editor.stop();
});

it('a burst of keys is judged a few times, and what is asked behind it is of the last text', async () => {
  const file = 'feed.fabric';
  const text = 'feed A { capacity 1 kW }\n';
  const editor = await new Editor({ [file]: text }, []).start();
  await editor.open(file);
  const updates = vi.spyOn(DefaultDocumentBuilder.prototype, 'update');
  const at = text.indexOf('1');
  for (let key = 0; key < 20; key++) await editor.type(file, at, at + 1, `${key % 10}`);
  const hover = await editor.ask<{ readonly contents: unknown }>('textDocument/hover', file, editor.at(file, 'A {'));
  expect(JSON.stringify(hover.contents)).toContain('9 kW');
  await editor.settled(file);
  expect(updates.mock.calls.length).toBeLessThan(10);
  updates.mockRestore();
  await editor.stop();
});
