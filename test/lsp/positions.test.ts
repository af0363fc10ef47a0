// Positions of boxes in an editor: moved by a request, read by the next drawing, reported where they are wrong.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphResult, methods, type PlaceResult } from '@lightloom/language/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Editor } from './editor.ts';

const text = `import "std/osfp"
switch type S { height 2 RU  power 1 kW  ports p[1..4] : OSFP }
network n : scale-across {
  switch a : S  switch b : S
  plug Osfp800Dr4 into a.*, b.*
  link a.p[1] to b.p[1] over OS2 { length 9 m }
}
`;

let editor: Editor;
beforeAll(async () => {
  editor = await new Editor({ 'two.fabric': text }).start();
  await editor.open('two.fabric');
});
afterAll(() => editor.stop());

const view = 'network:n';
const graph = async (): Promise<GraphResult['graph']> =>
  (await editor.connection.sendRequest<GraphResult>(methods.graph, { uri: editor.uri('two.fabric'), view })).graph;

/** Writes the file of positions and says so as an editor does. */
async function write(positions: string): Promise<void> {
  writeFileSync(join(editor.folder, 'two.view.json'), positions);
  const changes = [{ uri: editor.uri('two.view.json'), type: 2 }];
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await editor.settled('two.fabric');
}

it('a box that was moved is where it was moved to, until nothing is kept', async () => {
  const boxes = [
    { id: 'n.a', x: 40, y: 500 },
    { id: 'n.b', x: 40, y: 100 },
  ];
  const ask = (params: object): Promise<PlaceResult> =>
    editor.connection.sendRequest(methods.place, { uri: editor.uri('two.fabric'), view, ...params });
  const kept = await ask({ boxes });
  expect([kept.uri, kept.problem]).toEqual([editor.uri('two.view.json'), undefined]);
  await write(kept.text ?? '');
  expect((await graph()).placements?.boxes).toEqual([
    { id: 'n.a', x: 0, y: 400 },
    { id: 'n.b', x: 0, y: 0 },
  ]);
  expect(await ask({ boxes: null })).toEqual({ uri: editor.uri('two.view.json'), text: null });
});

it('what is wrong with positions is reported at its line, and nothing is written over it', async () => {
  await write('{\n  "views": { "network:n": { "boxes": { "n.a": { "x": 1 } } } }\n}\n');
  await graph();
  const found = editor.diagnostics.get(editor.uri('two.view.json')) ?? [];
  expect(found.map(({ message, range }) => [String(message).split('\n')[0], range.start.line])).toEqual([
    ['The box `n.a` has no `y`.', 1],
  ]);
  const refused = await editor.connection.sendRequest<PlaceResult>(methods.place, {
    ...{ uri: editor.uri('two.fabric'), view },
    boxes: [{ id: 'n.a', x: 0, y: 0 }],
  });
  expect([refused.text, refused.problem]).toEqual([null, 'The box `n.a` has no `y`.']);
  await write('{ "views": {} }');
  await graph();
  expect(editor.diagnostics.get(editor.uri('two.view.json'))).toEqual([]);
});
