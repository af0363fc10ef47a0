// Imports that lead nowhere, or in a circle.
import type { Finding } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { closest, extentOf } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';
import type { Imports } from '../workspace/imports.ts';
import { libraryNames } from '../workspace/library.ts';

const pathHelp = 'Write `"./…"` or `"../…"` for a file of yours, from this one on, or `"std/…"` for the library.';

export function brokenImports(document: LangiumDocument, imports: Imports): Finding[] {
  const uri = document.uri.toString();
  const found: Finding[] = [];
  for (const statement of imports.of(document.parseResult.value as ast.FabricFile)) {
    const origin = { uri, ...extentOf(statement), start: extentOf(statement).start + 'import '.length };
    if (statement.path === '') {
      // Where the quotes are missing too, the parser has told.
      if (origin.end - origin.start >= 2)
        found.push(problem('import/path', origin, 'This import names no file.', { help: pathHelp }));
      continue;
    }
    const target = imports.resolve(statement.path, document.uri);
    if (target === undefined) {
      found.push(
        problem('import/path', origin, `\`${statement.path}\` names no place.`, {
          help: /^([/\\]|[\w+.-]+:)/.test(statement.path)
            ? pathHelp
            : `Write \`"./${statement.path}"\` for a file beside this one, or \`"std/…"\` for the library.`,
        }),
      );
    } else if (imports.documentOf(statement) === undefined) {
      const library = statement.path.startsWith('std/');
      const near = library ? closest(statement.path.slice(4), libraryNames()) : undefined;
      const help =
        near !== undefined
          ? `Did you mean \`std/${near}\`?`
          : library
            ? `The library has ${libraryNames()
                .map((each) => `\`std/${each}\``)
                .join(', ')}.`
            : 'Names it would bring are not reported one by one.';
      found.push(
        problem(
          'import/not-found',
          origin,
          library ? `The library has no \`${statement.path}\`.` : `There is no file \`${statement.path}\`.`,
          { help },
        ),
      );
    } else if (reaches(imports, imports.documentOf(statement), document)) {
      found.push(problem('import/cycle', origin, `\`${statement.path}\` imports this file in turn.`));
    }
  }
  return found;
}

function reaches(imports: Imports, from: LangiumDocument | undefined, to: LangiumDocument): boolean {
  if (from === undefined) return false;
  return from === to || imports.visibleFrom(from).some((file) => file.$document === to);
}
