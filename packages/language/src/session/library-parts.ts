// Every part that ships with Lightloom: what `lightloom parts` and the page of parts print.
import { type Origin, type Part, type PartRow, partRow } from '@lightloom/core';
import { Cancellation, URI } from 'langium';
import { inSlices } from '../analysis/slices.ts';
import { createFabricServices } from '../services/module.ts';
import { libraryNames, libraryText } from '../workspace/library.ts';
import { memoryFiles } from './memory-files.ts';

/** All parts of the library, file by file, in the order in which they are written. */
export async function libraryParts(): Promise<readonly PartRow[]> {
  const files = libraryNames();
  const rows = (await partsOfLibrary()).map((part) => partRow(part, fileOf(part.origin), textAt));
  return files.flatMap((name) => rows.filter((row) => row.file === `std/${name}`));
}

/** The same as parts, with all their values. */
export async function partsOfLibrary(): Promise<readonly Part[]> {
  const all = libraryNames()
    .map((name) => `import "std/${name}"\n`)
    .join('');
  const { shared, workspace } = createFabricServices({ files: memoryFiles({}) });
  const document = shared.workspace.LangiumDocuments.createDocument(URI.parse('file:///parts.fabric'), all);
  await shared.workspace.DocumentBuilder.build([document], { validation: false });
  // An editor that asks for it while one types goes on meanwhile.
  const { fabric } = await inSlices(workspace.Analyses.working(document), Cancellation.CancellationToken.None);
  return fabric.parts;
}

/** `std/xpo` for what is in `lightloom:/std/xpo.fabric`. */
function fileOf({ uri }: Origin): string {
  return URI.parse(uri)
    .path.replace(/^\//, '')
    .replace(/\.fabric$/, '');
}

function textAt({ uri, start, end }: Origin): string {
  return libraryText(URI.parse(uri))?.slice(start, end) ?? '';
}
