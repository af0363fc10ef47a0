// Every part that ships with Lightloom: what `lightloom parts` and the page of parts print.
import { type Origin, type Part, type PartRow, partRow } from '@lightloom/core';
import { URI } from 'langium';
import { libraryNames, libraryText } from '../workspace/library.ts';
import { memoryFiles } from './memory-files.ts';
import { openSession } from './session.ts';

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
  const { fabric } = await openSession({ files: memoryFiles({}) }).open('file:///parts.fabric', all);
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
