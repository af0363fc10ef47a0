// The pipeline: from linked files to a fabric, its facts, and all findings of text and design.
import {
  allRules,
  analyze,
  type Basis,
  byPlace,
  type DeclarationKey,
  type Fabric,
  type Facts,
  type Finding,
  factsOf,
  libraryScheme,
  type Setting,
} from '@lightloom/core';
import type { AstNode, CommentProvider, LangiumDocument } from 'langium';
import { brokenImports, misplacedStatements, namesTwice, unknownNames } from '../checks/index.ts';
import type { Configuration } from '../configuration/index.ts';
import { elaborate, type SettingProblem } from '../elaborate/index.ts';
import type * as ast from '../generated/ast.ts';
import { syntaxProblemsOf } from '../parse/index.ts';
import { type ProblemId, problem } from '../problems/problems.ts';
import type { Symbols } from '../references/symbols.ts';
import type { Imports } from '../workspace/imports.ts';
import type { LibraryNames } from '../workspace/library-names.ts';
import { type Question, readQuestion } from './question.ts';

/** An elaborated and judged design. Readonly: a change of the text gives another one. */
export interface Analysis {
  /** Address of the design. */
  readonly uri: string;
  readonly fabric: Fabric;
  readonly facts: Facts;
  /** Findings of the file and of the user's files it imports, by place. */
  readonly findings: readonly Finding[];
  /** Values set from outside that the design can't take. */
  readonly settings: readonly SettingProblem[];
  /** What the project sets. */
  readonly configuration: Configuration | undefined;
  /** Addresses of all files it consists of. */
  readonly uris: readonly string[];
  /** The key of a declaration of its files, which every element has that the declaration makes. */
  readonly declarationOf: (node: AstNode) => DeclarationKey;
  /** Reads a question for a fact in the scope of the design. */
  readonly question: (text: string) => Question;
}

/** What an analysis needs to know beside the files. */
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
  /** What requirements are judged on: worst case when not given. */
  readonly basis?: Basis;
}

/**
 * From linked files to findings: the whole of what Lightloom does, in one function.
 * @param document the design
 * @param files the design and what it imports, in reading order
 */
export function analyzeFile(
  document: LangiumDocument,
  files: readonly ast.FabricFile[],
  services: AnalysisServices,
  { settings, configuration, basis }: AnalysisOptions = {},
): Analysis {
  const uri = document.uri.toString();
  const own = files.flatMap(({ $document: each }) => (each === undefined || isLibrary(each) ? [] : [each]));
  const text = textFindings(document, own, services);
  const elaborated = elaborate(uri, files, services.symbols, text.length > 0, services.comments, settings);
  const understood = firstOfEachLine(whatStands([...text, ...elaborated.problems]), own);
  const facts = factsOf(elaborated.fabric, basis);
  const judged = analyze(facts, allRules, configuration?.severities);
  return {
    uri,
    fabric: elaborated.fabric,
    facts,
    findings: [...understood, ...judged, ...(configuration?.problems ?? [])].sort(byPlace),
    settings: elaborated.settings,
    configuration,
    uris: files.map((file) => file.$document?.uri.toString() ?? ''),
    declarationOf: elaborated.declarationOf,
    question: (asked) => readQuestion(asked, document, elaborated, services),
  };
}

/** What is wrong with the text of some files, before anybody asks what it means. */
function textFindings(
  document: LangiumDocument,
  own: readonly LangiumDocument[],
  { imports, symbols, library }: AnalysisServices,
): Finding[] {
  return [
    ...own.flatMap(syntaxFindings),
    ...own.flatMap((each) => [
      ...brokenImports(each, imports),
      ...namesTwice(each, symbols),
      ...misplacedStatements(each),
    ]),
    // Names may be unknown because they would come from an import that leads nowhere.
    ...(imports.areComplete(document) ? own.flatMap((each) => unknownNames(each, symbols, library)) : []),
  ];
}

/** Problems that tear a declaration away, and with it names that others need. */
const tears = /^(syntax\/|statement\/|template\/not-one|type\/missing)/;
/** Problems that such a tear explains. */
const needsWholeText = /^(name\/unknown|name\/ambiguous|type\/kind|template\/arguments|selection\/)/;

/** Problems that still apply although declarations are broken. */
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
    problem(each.rule as ProblemId, { uri, start: each.start, end: each.end }, each.message, {
      help: each.help,
      meant: each.meant,
      related:
        each.related === undefined
          ? []
          : [{ origin: { uri, start: each.related.start, end: each.related.end }, message: each.related.message }],
    }),
  );
}
