// The parts of library files that many designs import: they are the same in each of them, and are read once.
import type { Part } from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import type { FileOfTree } from '../scope/context.ts';

/** What elaboration knows once it has read some library files before any other file. */
export interface LibraryParts {
  readonly files: readonly ast.FabricFile[];
  /** The parts in their order, each with its declaration. */
  readonly parts: readonly (readonly [ast.TypeDeclaration, Part])[];
  /** The numbers of the files, which are in the keys of declarations. */
  readonly numbered: readonly (readonly [AstNode, FileOfTree])[];
}

/** By the last of the files. */
const known = new WeakMap<ast.FabricFile, LibraryParts>();

/** The parts of some library files, in their order; undefined where nobody has read these so far. */
export function partsOfLibrary(files: readonly ast.FabricFile[]): LibraryParts | undefined {
  const last = files.at(-1);
  const found = last === undefined ? undefined : known.get(last);
  const isSame = found?.files.length === files.length && found.files.every((each, i) => each === files[i]);
  return isSame ? found : undefined;
}

/** Keeps the parts of some library files as long as there are the files. */
export function keepPartsOfLibrary({
  parts,
  ...rest
}: Omit<LibraryParts, 'parts'> & { readonly parts: LibraryParts['parts'] | undefined }): void {
  const last = rest.files.at(-1);
  if (last !== undefined && parts !== undefined) known.set(last, { ...rest, parts });
}
