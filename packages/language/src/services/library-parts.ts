// Every part that ships with the tool: what `lightloom parts` and the page of parts print.
import { type Origin, type PartRow, partRow } from '@lightloom/core';
import { EmptyFileSystem, URI } from 'langium';
import { libraryNames, libraryText } from '../workspace/library.ts';
import { createFabricServices } from './module.ts';

/** All parts of the library, file by file, in the order in which they are written. */
export async function libraryParts(): Promise<readonly PartRow[]> {
  const services = createFabricServices(EmptyFileSystem.fileSystemProvider());
  const { LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const files = libraryNames();
  const all = files.map((name) => `import "std/${name}"\n`).join('');
  const document = LangiumDocuments.createDocument(URI.parse('file:///parts.fabric'), all);
  await DocumentBuilder.build([document], { validation: false });
  const { parts } = services.workspace.Analyses.of(document).fabric;
  const rows = parts.map((part) => partRow(part, fileOf(part.origin), textAt));
  return files.flatMap((name) => rows.filter((row) => row.file === `std/${name}`));
}

/** `std/xpo` for what stands in `lightloom:/std/xpo.fabric`. */
function fileOf({ uri }: Origin): string {
  return URI.parse(uri)
    .path.replace(/^\//, '')
    .replace(/\.fabric$/, '');
}

function textAt({ uri, start, end }: Origin): string {
  return libraryText(URI.parse(uri))?.slice(start, end) ?? '';
}
