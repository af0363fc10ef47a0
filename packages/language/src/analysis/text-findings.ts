// What is wrong with the text of files, before anybody asks what it means.
import { distinctOnLines, dropConsequences, type Finding, libraryScheme } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import {
  brokenImports,
  misplacedStatements,
  nameCounts,
  namesTwice,
  onePerCircle,
  unknownNames,
  withoutTwins,
} from '../checks/index.ts';
import { syntaxProblemsOf } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';
import { dependenceOf } from '../problems/problem-kinds.ts';
import type { Symbols } from '../references/symbols.ts';
import type { Imports } from '../workspace/imports.ts';
import type { LibraryNames } from '../workspace/library-names.ts';

/** What checks of the text need. */
interface TextServices {
  readonly imports: Imports;
  readonly symbols: Symbols;
  readonly library: LibraryNames;
}

/**
 * What is wrong with the text of the user's own files, before elaboration asks what it means.
 * @param read all files, in reading order
 */
export function textFindings(
  read: readonly LangiumDocument[],
  own: readonly LangiumDocument[],
  { imports, symbols, library }: TextServices,
): Finding[] {
  const circles = imports.circlesIn(read);
  const declared = nameCounts(own, symbols);
  // Names may be unknown because they would come from an import that doesn't exist.
  const isComplete = imports.areComplete(read);
  return [
    ...own.flatMap(problemsOfOwnText),
    ...own.flatMap((each) =>
      isComplete
        ? withoutTwins([...namesTwice(each, symbols, declared), ...unknownNames(each, symbols, library)], each)
        : namesTwice(each, symbols, declared),
    ),
    ...onePerCircle(
      own.flatMap((each) => brokenImports(each, imports, circles)),
      circles,
    ),
  ];
}

/** What is wrong with the text of a file, as far as that is known before the design is elaborated. */
export function textProblemsOf(document: LangiumDocument, services: TextServices): Finding[] {
  const uri = document.uri.toString();
  const read = services.imports.inOrder(document).flatMap(({ $document }) => $document ?? []);
  const own = read.filter((each) => !isLibrary(each));
  const problems = dropConsequences(textFindings(read, own, services), dependenceOf);
  return distinctOnLines(problems, dependenceOf, lineIn(own)).filter(({ origin }) => origin.uri === uri);
}

/** A key for the line of text that a problem is on. */
export function lineIn(documents: readonly LangiumDocument[]): (problem: Finding) => string {
  const byUri = new Map(documents.map((each) => [each.uri.toString(), each.textDocument]));
  return ({ origin: { uri, start } }) => `${uri} ${byUri.get(uri)?.positionAt(start).line ?? start}`;
}

/** Whether a document is one of the part library. */
export function isLibrary(document: LangiumDocument): boolean {
  return document.uri.scheme === libraryScheme;
}

/** What is wrong with a file whatever others hold, by its tree. */
const ofOwnText = new WeakMap<object, readonly Finding[]>();

function problemsOfOwnText(document: LangiumDocument): readonly Finding[] {
  const { parseResult } = document;
  let found = ofOwnText.get(parseResult);
  if (found === undefined)
    ofOwnText.set(parseResult, (found = [...syntaxProblems(document), ...misplacedStatements(document)]));
  return found;
}

/** Problems of the parser, which come with its result. */
function syntaxProblems(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  const at = ({ start, end }: { readonly start: number; readonly end: number }) => ({ uri, start, end });
  return syntaxProblemsOf(document).map(
    ({ rule, message, help, suggestion, isEvident = false, fix, related, ...place }) =>
      problem(rule, at(place), message, {
        help: suggestion === undefined ? help : `Did you mean \`${suggestion}\`?`,
        suggestion: fix === undefined ? suggestion : undefined,
        isEvident,
        fixes:
          fix === undefined
            ? []
            : [{ ...fix, edits: fix.edits.map((each) => ({ origin: at(each), text: each.text })), isSafe: isEvident }],
        related: related === undefined ? [] : [{ origin: at(related), message: related.message }],
      }),
  );
}
