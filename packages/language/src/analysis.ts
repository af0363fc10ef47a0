// Everything there is to say about one file: its fabric, the facts, and all findings of text and design.
import { allRules, analyze, byPlace, type Fabric, type Facts, type Finding, factsOf, inLibrary } from '@lightloom/core';
import type { CommentProvider, LangiumDocument } from 'langium';
import { brokenImports, misplacedStatements, namesTwice, unknownNames } from './checks/index.ts';
import { elaborate } from './elaborate/index.ts';
import type * as ast from './generated/ast.ts';
import type { SyntaxProblem } from './parse/index.ts';
import { problem } from './problems.ts';
import type { Symbols } from './references/symbols.ts';
import type { Imports } from './workspace/imports.ts';
import type { LibraryNames } from './workspace/library-names.ts';

export interface Analysis {
  readonly fabric: Fabric;
  readonly facts: Facts;
  /** Findings of the file and of the user's files it imports, by place. */
  readonly findings: readonly Finding[];
  /** Addresses of all files it is made of. */
  readonly uris: readonly string[];
}

/** What an analysis needs to know beside the files. */
export interface AnalysisServices {
  readonly imports: Imports;
  readonly symbols: Symbols;
  readonly library: LibraryNames;
  readonly comments: CommentProvider;
}

/**
 * Analyzes a linked document.
 * @param files the document and what it imports, in reading order
 */
export function analyzeFile(
  document: LangiumDocument,
  files: readonly ast.FabricFile[],
  services: AnalysisServices,
): Analysis {
  const { imports, symbols, library } = services;
  const complete = imports.complete(document);
  const text: Finding[] = [];
  for (const file of files) {
    const each = file.$document;
    if (each === undefined || inLibrary({ uri: each.uri.toString(), start: 0, end: 0 })) continue;
    text.push(
      ...syntaxFindings(each),
      ...brokenImports(each, imports),
      ...namesTwice(each, symbols),
      ...misplacedStatements(each),
    );
    if (complete) text.push(...unknownNames(each, symbols, library));
  }
  const { fabric, problems } = elaborate(document.uri.toString(), files, symbols, text.length > 0, services.comments);
  const facts = factsOf(fabric);
  const findings = [...text, ...problems, ...analyze(facts, allRules)].sort(byPlace);
  return { fabric, facts, findings, uris: files.map((file) => file.$document?.uri.toString() ?? '') };
}

/** Problems of the parser, which come with its result. */
function syntaxFindings(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  const { problems } = document.parseResult as unknown as { problems?: readonly SyntaxProblem[] };
  return (problems ?? []).map((each) =>
    problem(each.rule as never, { uri, start: each.start, end: each.end }, each.message, {
      help: each.help,
      related:
        each.related === undefined
          ? []
          : [{ origin: { uri, start: each.related.start, end: each.related.end }, message: each.related.message }],
    }),
  );
}
