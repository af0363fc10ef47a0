// Everything known about one file: its fabric, the facts, and all findings of text and design.
import {
  allRules,
  analyze,
  type Basis,
  brokenLayers,
  byPlace,
  dropConsequences,
  type Fabric,
  type Facts,
  type Finding,
  factsOf,
  firstOfEachLine,
  libraryScheme,
  type Setting,
} from '@lightloom/core';
import type { CommentProvider, LangiumDocument, ParseResult } from 'langium';
import { brokenImports, misplacedStatements, namesTwice, unknownNames } from '../checks/index.ts';
import type { Configuration } from '../configuration/index.ts';
import { elaborate, type SettingProblem } from '../elaborate/index.ts';
import type * as ast from '../generated/ast.ts';
import type { SyntaxProblem } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';
import { dependenceOf, type ProblemId } from '../problems/problem-kinds.ts';
import type { Symbols } from '../references/symbols.ts';
import type { Imports } from '../workspace/imports.ts';
import type { LibraryNames } from '../workspace/library-names.ts';

export interface Analysis {
  readonly fabric: Fabric;
  readonly facts: Facts;
  /** Findings of the file and of the user's files it imports, by place. */
  readonly findings: readonly Finding[];
  /** Values set from outside that can't be applied. */
  readonly settings: readonly SettingProblem[];
  /** What the project sets. */
  readonly configuration: Configuration | undefined;
  /** Addresses of all files it consists of. */
  readonly uris: readonly string[];
}

/** The services an analysis needs beside the files. */
export interface AnalysisServices {
  readonly imports: Imports;
  readonly symbols: Symbols;
  readonly library: LibraryNames;
  readonly comments: CommentProvider;
}

/** What is given beside the files. */
export interface AnalysisOptions {
  /** Values set from outside, for a what-if. */
  readonly settings?: readonly Setting[];
  readonly configuration?: Configuration | undefined;
  /** What requirements are judged on: the worst case unless given. */
  readonly basis?: Basis;
}

/**
 * Analyzes a linked document.
 * @param files the document and what it imports, in reading order
 * @param options what is set from outside, and by the project
 */
export function analyzeFile(
  document: LangiumDocument,
  files: readonly ast.FabricFile[],
  services: AnalysisServices,
  { settings: given, configuration, basis }: AnalysisOptions = {},
): Analysis {
  const { imports, symbols, library } = services;
  const own = files.flatMap((file) =>
    file.$document === undefined || isLibrary(file.$document) ? [] : [file.$document],
  );
  const text = own.flatMap((each) => [
    ...syntaxProblems(each),
    ...brokenImports(each, imports),
    ...namesTwice(each, symbols),
    ...misplacedStatements(each),
  ]);
  // Where an import leads to no file, unknown names may come from there.
  if (imports.complete(document)) text.push(...own.flatMap((each) => unknownNames(each, symbols, library)));
  const { fabric, problems, settings } = elaborate(document.uri.toString(), files, symbols, {
    broken: brokenLayers(text, dependenceOf),
    comments: services.comments,
    given,
  });
  const understood = firstOfEachLine(dropConsequences([...text, ...problems], dependenceOf), dependenceOf, lineIn(own));
  const facts = factsOf(fabric, basis);
  const judged = analyze(facts, allRules, configuration?.severities);
  const findings = [...understood, ...judged, ...(configuration?.problems ?? [])].sort(byPlace);
  return {
    fabric,
    facts,
    findings,
    settings,
    configuration,
    uris: files.map((file) => file.$document?.uri.toString() ?? ''),
  };
}

/** A key for the line of text that a problem is on. */
function lineIn(documents: readonly LangiumDocument[]): (problem: Finding) => string {
  const byUri = new Map(documents.map((each) => [each.uri.toString(), each.textDocument]));
  return ({ origin: { uri, start } }) => `${uri} ${byUri.get(uri)?.positionAt(start).line ?? start}`;
}

function isLibrary(document: LangiumDocument): boolean {
  return document.uri.scheme === libraryScheme;
}

/** Problems of the parser, which come with its result. */
function syntaxProblems(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  const { problems } = document.parseResult as ParseResult & { readonly problems?: readonly SyntaxProblem[] };
  return (problems ?? []).map(({ rule, message, help, meant, related, ...place }) =>
    problem(rule as ProblemId, { uri, start: place.start, end: place.end }, message, {
      help,
      suggestion: meant,
      related:
        related === undefined
          ? []
          : [{ origin: { uri, start: related.start, end: related.end }, message: related.message }],
    }),
  );
}
