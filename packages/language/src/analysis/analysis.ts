// Everything there is to say about one file: its fabric, the facts, and all findings of text and design.
import {
  allRules,
  analyze,
  type Basis,
  byPlace,
  type Fabric,
  type Facts,
  type Finding,
  factsOf,
  libraryScheme,
  type Setting,
} from '@lightloom/core';
import type { CommentProvider, LangiumDocument } from 'langium';
import { brokenImports, misplacedStatements, namesTwice, unknownNames } from '../checks/index.ts';
import type { Configuration } from '../configuration/index.ts';
import { elaborate, type SettingProblem } from '../elaborate/index.ts';
import type * as ast from '../generated/ast.ts';
import { syntaxProblemsOf } from '../parse/index.ts';
import { problem } from '../problems/problems.ts';
import type { Symbols } from '../references/symbols.ts';
import type { Imports } from '../workspace/imports.ts';
import type { LibraryNames } from '../workspace/library-names.ts';

export interface Analysis {
  readonly fabric: Fabric;
  readonly facts: Facts;
  /** Findings of the file and of the user's files it imports, by place. */
  readonly findings: readonly Finding[];
  /** Values set from outside that the design can't take. */
  readonly settings: readonly SettingProblem[];
  /** What the project sets. */
  readonly configuration: Configuration | undefined;
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

/** What is said beside the files. */
export interface AnalysisOptions {
  /** Values set from outside, for a what-if. */
  readonly settings?: readonly Setting[];
  readonly configuration?: Configuration | undefined;
  /** What requirements are judged on: worst case when not said otherwise. */
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
  const syntax = own.flatMap(syntaxFindings);
  const text = own.flatMap((each) => [
    ...brokenImports(each, imports),
    ...namesTwice(each, symbols),
    ...misplacedStatements(each),
  ]);
  if (imports.complete(document)) text.push(...own.flatMap((each) => unknownNames(each, symbols, library)));
  const broken = syntax.length + text.length > 0;
  const { fabric, problems, settings } = elaborate(
    document.uri.toString(),
    files,
    symbols,
    broken,
    services.comments,
    given,
  );
  const understood = firstOfEachLine(whatStands([...syntax, ...text, ...problems]), own);
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

/** Problems that tear a declaration away, and with it names that others need. */
const tears = /^(syntax\/|statement\/|template\/not-one|type\/missing)/;
/** Problems that such a tear explains. */
const needsWholeText = /^(name\/unknown|name\/ambiguous|type\/kind|template\/arguments|selection\/)/;

/** Problems that stand although declarations are torn. */
function whatStands(problems: readonly Finding[]): readonly Finding[] {
  const syntax = problems.some((each) => each.rule.startsWith('syntax/'));
  const torn = problems.some((each) => tears.test(each.rule));
  if (!torn) return problems;
  return problems.filter((each) => !needsWholeText.test(each.rule) && !(syntax && each.rule.startsWith('statement/')));
}

/** One mistake, one message: the first problem of each line of text, one of the syntax before all others. */
function firstOfEachLine(problems: readonly Finding[], documents: readonly LangiumDocument[]): Finding[] {
  const byUri = new Map(documents.map((each) => [each.uri.toString(), each.textDocument]));
  const kept = new Map<string, Finding>();
  const weight = (each: Finding): number => (each.rule.startsWith('syntax/') ? 0 : 1);
  for (const each of [...problems].sort((a, b) => weight(a) - weight(b) || byPlace(a, b))) {
    const line = byUri.get(each.origin.uri)?.positionAt(each.origin.start).line;
    const key = `${each.origin.uri} ${line ?? each.origin.start}`;
    if (!kept.has(key)) kept.set(key, each);
  }
  return [...kept.values()];
}

function isLibrary(document: LangiumDocument): boolean {
  return document.uri.scheme === libraryScheme;
}

/** Problems of the parser, which come with its result. */
function syntaxFindings(document: LangiumDocument): Finding[] {
  const uri = document.uri.toString();
  return syntaxProblemsOf(document).map((each) =>
    problem(each.rule, { uri, start: each.start, end: each.end }, each.message, {
      help: each.help,
      meant: each.suggestion,
      related:
        each.related === undefined
          ? []
          : [{ origin: { uri, start: each.related.start, end: each.related.end }, message: each.related.message }],
    }),
  );
}
