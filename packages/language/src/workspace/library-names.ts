// Which library file declares a name, so that a missing import can be suggested.
import { parseLibrary } from '../parse/index.ts';
import { DocComments } from './doc-comments.ts';
import { libraryNames, libraryText, libraryUri } from './library.ts';

/** Read once for all sessions, when it is first asked for: the library is part of the program. */
const kept: { index?: LibraryIndex } = {};

export class LibraryNames {
  /** The library file that declares a name, as `hosts`; undefined when none does. */
  fileOf(name: string): string | undefined {
    return this.index.files.get(name)?.file;
  }

  /** Every name of the library, with its file and its kind of part. */
  get all(): ReadonlyMap<string, LibraryEntry> {
    return this.index.files;
  }

  /** The library files that importing one of them brings: itself and what it imports, directly or not. */
  broughtBy(file: string, found = new Set<string>()): ReadonlySet<string> {
    if (found.has(file)) return found;
    found.add(file);
    for (const each of this.index.imports.get(file) ?? []) this.broughtBy(each, found);
    return found;
  }

  private get index(): LibraryIndex {
    kept.index ??= readIndex();
    return kept.index;
  }
}

/** Where a name of the library is declared. */
export interface LibraryEntry {
  readonly file: string;
  /** `switch`, `module`, …; undefined for what isn't a part. */
  readonly kind: string | undefined;
  /** Its comment in the library. */
  readonly doc: string | undefined;
}

interface LibraryIndex {
  readonly files: ReadonlyMap<string, LibraryEntry>;
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

function readIndex(): LibraryIndex {
  const comments = new DocComments();
  const files = new Map<string, LibraryEntry>();
  const imports = new Map<string, string[]>();
  for (const file of libraryNames()) {
    const { file: tree } = parseLibrary(libraryText(libraryUri(file)) ?? '');
    imports.set(
      file,
      tree.statements.flatMap((each) => (each.$type === 'Import' ? [each.path.replace(/^std\//, '')] : [])),
    );
    for (const each of tree.statements) {
      if ('name' in each && each.$type !== 'Import' && typeof each.name === 'string' && !files.has(each.name))
        files.set(each.name, {
          file,
          kind: each.$type === 'TypeDeclaration' ? each.kind : undefined,
          doc: comments.getComment(each),
        });
    }
  }
  return { files, imports };
}
