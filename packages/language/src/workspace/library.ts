// The files that ship with Lightloom: `std/xpo` is `lightloom:/std/xpo.fabric`.
import { libraryScheme } from '@lightloom/core';
import { URI } from 'langium';
import { libraryFiles } from '../../library/index.ts';

/** The text of a library file, or undefined. */
export function libraryText(uri: URI): string | undefined {
  return uri.scheme === libraryScheme
    ? libraryFiles.get(uri.path.replace(/^\/std\//, '').replace(/\.fabric$/, ''))
    : undefined;
}

const texts: ReadonlySet<string> = new Set(libraryFiles.values());

/** Whether a text is that of a library file. */
export function isLibraryText(text: string): boolean {
  return texts.has(text);
}

/** The address of `std/NAME`. */
export function libraryUri(name: string): URI {
  return URI.parse(`${libraryScheme}:/std/${name}.fabric`);
}

/** The names of all library files. */
export function libraryNames(): readonly string[] {
  return [...libraryFiles.keys()];
}
