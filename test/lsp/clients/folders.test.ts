// Folders that are added to a workspace, and taken out of it, while it is open.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { Editor } from '../editor.ts';

it('are read when they come, and forgotten when they go', async () => {
  const other = mkdtempSync(join(tmpdir(), 'lightloom-other #ü-'));
  writeFileSync(join(other, 'design.fabric'), 'import "./parts"\nswitch a : Missing\n');
  writeFileSync(join(other, 'parts.fabric'), 'switch type Box { height 2 RU }\n');
  const editor = await new Editor({ 'own.fabric': 'switch a : Absent\n' }, []).start(
    undefined,
    {},
    { workspaceFolders: true },
  );
  const folder = { uri: pathToFileURL(other).href, name: 'other' };
  const codesOf = async (added: readonly object[], removed: readonly object[], isDone: () => boolean) => {
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    while (!isDone()) await new Promise((done) => setTimeout(done, 5));
    return (editor.diagnostics.get(design) ?? []).map(({ code }) => code);
  };
  const design = `${folder.uri}/design.fabric`;
  const found = () => editor.diagnostics.get(design)?.length;
  await editor.open('own.fabric');
  expect(await codesOf([folder], [], () => (found() ?? 0) > 0)).toEqual(['name/unknown']);
  // The same folder, as another part of a client may write it.
  expect(await codesOf([], [{ ...folder, uri: `${folder.uri}/` }], () => found() === 0)).toEqual([]);
  expect(editor.diagnostics.get(editor.uri('own.fabric'))?.map(({ code }) => code)).toEqual(['name/unknown']);
  await editor.stop();
  rmSync(other, { recursive: true });
});
