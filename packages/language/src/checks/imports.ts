// Imports of files that don't exist, and imports in a circle.
import type { Finding, Origin } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { closest, extentOf } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';
import { codeList } from '../problems/wording.ts';
import type { Imports, Refusal } from '../workspace/imports.ts';
import { libraryNames } from '../workspace/library.ts';

const pathHelp =
  'Write `"./…"` or `"../…"` for one of your files, relative to this one, or `"std/…"` for the part library.';

function refused(path: string, origin: Origin, refusal: Refusal): Finding {
  return 'outside' in refusal
    ? problem('import/outside', origin, `\`${path}\` leads out of the workspace, so it isn't read.`, {
        help: 'Move the file into the workspace, or allow its folder: with `--import-from` on the command line, with `lightloom.importFolders` in the editor.',
      })
    : problem('import/unreadable', origin, `\`${path}\` ${refusal.reason}`);
}

/**
 * Imports of a file that lead to no file, or back to it.
 * @param circles a number for each file, equal for those that import each other
 */
export function brokenImports(
  document: LangiumDocument,
  imports: Imports,
  circles: ReadonlyMap<LangiumDocument, number>,
): Finding[] {
  const uri = document.uri.toString();
  const found: Finding[] = [];
  for (const statement of imports.of(document.parseResult.value as ast.FabricFile)) {
    const origin = { uri, ...extentOf(statement), start: extentOf(statement).start + 'import '.length };
    if (statement.path === '') {
      // The parser reports missing quotes.
      if (origin.end - origin.start >= 2)
        found.push(problem('import/path', origin, 'This import has no path.', { help: pathHelp }));
      continue;
    }
    const target = imports.resolve(statement.path, document.uri);
    const imported = imports.documentOf(statement);
    const refusal = target === undefined ? undefined : imports.refusalOf(target, document.uri);
    if (target === undefined) {
      found.push(
        problem('import/path', origin, `\`${statement.path}\` isn't a valid import path.`, {
          suggestion: libraryNames().includes(statement.path) ? `std/${statement.path}` : undefined,
          suggestionAt: [pathPlace(origin, statement.path)],
          help: /^([/\\]|[\w+.-]+:)/.test(statement.path)
            ? pathHelp
            : `Write \`"./${statement.path}"\` for a file beside this one, or \`"std/…"\` for the part library.`,
        }),
      );
    } else if (refusal !== undefined) {
      found.push(refused(statement.path, origin, refusal));
    } else if (imported === undefined) {
      const library = statement.path.startsWith('std/');
      const near = library ? closest(statement.path.slice(4), libraryNames()) : undefined;
      const help = library
        ? `The part library has ${codeList(libraryNames().map((each) => `std/${each}`))}.`
        : "Correct the path. Names that the file would declare aren't reported one by one.";
      found.push(
        problem(
          'import/not-found',
          origin,
          library ? `The part library has no \`${statement.path}\`.` : `The file \`${statement.path}\` doesn't exist.`,
          {
            help,
            suggestion: near === undefined ? undefined : `std/${near}`,
            suggestionAt: [pathPlace(origin, statement.path)],
          },
        ),
      );
    } else if (circles.get(imported) === circles.get(document)) {
      found.push(
        problem('import/cycle', origin, `\`${statement.path}\` imports this file, directly or through others.`),
      );
    }
  }
  return found;
}

/** The place of a path between its quotes. */
function pathPlace(origin: Origin, path: string): Origin {
  return { ...origin, start: origin.start + 1, end: origin.start + 1 + path.length };
}
