// The pipeline: from linked files to a fabric, its facts, and all findings of text and design.
import {
  type AllowedJudgement,
  type AnalyzedPhase,
  allRules,
  analyzing,
  type Basis,
  brokenLayers,
  byPlace,
  type DeclarationKey,
  distinctOnLines,
  dropConsequences,
  type Fabric,
  type Facts,
  type Finding,
  factsOf,
  findingsOfStages,
  type Judged,
  type Origin,
  type Purchase,
  type Setting,
  type Severities,
  type Steps,
  stagesOf,
  usualPurchase,
} from '@lightloom/core';
import type { AstNode, CommentProvider, LangiumDocument } from 'langium';
import { deceptiveText, unusedIn } from '../checks/index.ts';
import {
  type Configuration,
  knowsRule,
  type LoadedPlugin,
  noPlugins,
  type ProjectPlugins,
} from '../configuration/index.ts';
import { type Elaborated, elaborate, type LibraryTypes, type SettingProblem } from '../elaborate/index.ts';
import type * as ast from '../generated/ast.ts';
import { addressOf, extentOf, rootOf } from '../parse/index.ts';
import type { PlacementFile } from '../placements/index.ts';
import { type PriceBook, unusedOffers } from '../prices/index.ts';
import { asConfigured } from '../problems/as-configured.ts';
import { dependenceOf } from '../problems/problem-kinds.ts';
import type { Symbols } from '../references/symbols.ts';
import { withTextFixes } from '../remedies/of-text.ts';
import { Remedies } from '../remedies/written.ts';
import type { Imports } from '../workspace/imports.ts';
import type { LibraryNames } from '../workspace/library-names.ts';
import { houseRulesOf, unknownRules } from './plugin-rules.ts';
import { type Question, readQuestion } from './question.ts';
import { isLibrary, lineIn, textFindings } from './text-findings.ts';

/** An elaborated and judged design. Readonly: a change of the text gives another one. */
export interface Analysis {
  /** Address of the design. */
  readonly uri: string;
  readonly fabric: Fabric;
  readonly facts: Facts;
  /** Findings of the file and of the user's files it imports, by place. */
  readonly findings: readonly Finding[];
  /** What allowances take out of the findings. */
  readonly allowed: readonly AllowedJudgement[];
  /** Which limits were judged, and which were not. */
  readonly judged: Judged;
  /** Values set from outside that can't be applied. */
  readonly settings: readonly SettingProblem[];
  /** What the project sets. */
  readonly configuration: Configuration | undefined;
  /** The price book of the project. */
  readonly book: PriceBook | undefined;
  /** The plug-ins whose rules it was judged by. */
  readonly plugins: readonly LoadedPlugin[];
  /** Addresses of all files it consists of. */
  readonly uris: readonly string[];
  /** The key of a declaration of its files, which every element has that the declaration makes. */
  readonly declarationOf: (node: AstNode) => DeclarationKey;
  /** The same by the place of a declaration in the text that was analyzed. */
  readonly declarationAt: (uri: string, start: number) => DeclarationKey;
  /** The place of a node of the text as it is now, in the text that was analyzed: they may differ while one types. */
  readonly placeOf: (node: AstNode) => Origin;
  /** Where something is now that was written at a place of the text that was analyzed. */
  readonly now: (there: Origin) => Origin;
  /** How often the `for` at a place of the text that was analyzed repeats its body; undefined where it isn't run. */
  readonly runsAt: Elaborated['runsAt'];
  /** Reads the positions that are kept for its drawings; undefined where there are none. Nothing else depends on them. */
  readonly placements: () => Promise<PlacementFile | undefined>;
  /** Reads a question for a fact in the scope of the design. */
  readonly question: (text: string) => Question;
  /** The design as it is there in a phase of its growth, with what is found then; undefined where it has no such phase. */
  readonly at: (phase: string) => Analysis | undefined;
}

/** The services an analysis needs beside the files. */
export interface AnalysisServices {
  readonly imports: Imports;
  readonly symbols: Symbols;
  readonly library: LibraryNames;
  readonly comments: CommentProvider;
  readonly placements: (uri: string) => Promise<PlacementFile | undefined>;
}

/** What is given beside the files. */
export interface AnalysisOptions {
  /** Values set from outside, for a what-if. */
  readonly settings?: readonly Setting[];
  readonly configuration?: Configuration | undefined;
  /** What it sets for the design. */
  readonly severities?: Severities;
  readonly book?: PriceBook | undefined;
  /** What requirements are judged on: worst case when not given. */
  readonly basis?: Basis;
  /** Which types of imported files of the part library the fabric has: all when not given. */
  readonly libraryTypes?: LibraryTypes;
  /** The plug-ins of designs without a configuration. */
  readonly plugins?: ProjectPlugins;
}

/** What is found in some files together; the same for each of them from which all of them are read. */
export interface FilesAnalysis {
  readonly files: readonly ast.FabricFile[];
  readonly elaborated: Elaborated;
  /** What is found of the text, the configuration and the price book. */
  readonly aside: readonly Finding[];
  /** That and what is found in all phases, by place. */
  readonly findings: readonly Finding[];
  /** The design at each of its phases, judged; the last is the design itself. */
  readonly stages: readonly AnalyzedPhase[];
  /** Whether nothing is wrong with the text itself. */
  readonly isUnderstood: boolean;
  /** What all that was made of. */
  readonly judged: JudgedFiles;
}

/** What was judged of some files, before it is written down for their text as it is. */
export interface JudgedFiles {
  readonly elaborated: Elaborated;
  /** The design at each of its phases, judged; remedies aren't written as fixes yet. */
  readonly stages: readonly AnalyzedPhase[];
  /** Problems of the text, of all layers. */
  readonly problems: readonly Finding[];
  /** Whether there are problems of the text before it is elaborated. */
  readonly isMisread: boolean;
  /** What is found of plug-ins, and whether any of their rules was run. */
  readonly house: readonly Finding[];
  readonly hasHouseRules: boolean;
}

/**
 * From linked files to findings: the whole of what Lightloom does, in one function and in steps.
 * @param uri the design
 * @param files the design and what it imports, in reading order
 */
export function* analyzeFiles(
  uri: string,
  files: readonly ast.FabricFile[],
  services: AnalysisServices,
  {
    settings,
    configuration,
    severities = new Map(),
    book,
    basis,
    libraryTypes,
    plugins: given = noPlugins,
  }: AnalysisOptions = {},
): Steps<FilesAnalysis> {
  const plugins = configuration?.plugins ?? given;
  const read = files.flatMap(({ $document: each }) => each ?? []);
  const own = read.filter((each) => !isLibrary(each));
  const text = textFindings(read, own, services);
  yield;
  const elaborated = yield* elaborate(uri, files, services.symbols, {
    broken: brokenLayers(text, dependenceOf),
    comments: services.comments,
    given: settings,
    purchase: purchaseOf(configuration, book),
    // A rule of a plug-in may look at any type.
    libraryTypes: plugins.loaded.length > 0 ? 'all' : libraryTypes,
    isRule: (name) => knowsRule(plugins, name),
  });
  const house = houseRulesOf(plugins, uri, read);
  const stages = yield* stagesOf(elaborated.fabric, basis, (facts) =>
    analyzing(
      facts,
      [...allRules, ...house.rules],
      severities,
      // What rules would have found that failed, or whose plug-in isn't loaded, isn't known.
      () => [...house.failed, ...unknownRules(elaborated.fabric, plugins)],
    ),
  );
  const judged = {
    elaborated,
    stages,
    problems: [...text, ...elaborated.problems],
    isMisread: text.length > 0,
    house: house.problems,
    hasHouseRules: house.rules.length > 0,
  };
  return writtenDown(judged, files, services, { configuration, book, severities });
}

/** What was judged of some files, for their text: findings at their places with fixes, and what is found of the text alone. */
export function writtenDown(
  judged: JudgedFiles,
  files: readonly ast.FabricFile[],
  services: AnalysisServices,
  { configuration, book, severities = new Map() }: AnalysisOptions,
): FilesAnalysis {
  const own = files.flatMap(({ $document: each }) => (each === undefined || isLibrary(each) ? [] : [each]));
  const problems = dropConsequences(judged.problems, dependenceOf);
  const byUri = new Map(own.map((each) => [each.uri.toString(), each]));
  const understood = distinctOnLines(problems, dependenceOf, lineIn(own)).map((each) =>
    withTextFixes(each, byUri, services.symbols),
  );
  const remedies = new Remedies(own, services);
  const stages = judged.stages.map((each) => {
    const findings = each.analyzed.findings.map((finding) => remedies.written(finding));
    return { ...each, analyzed: { ...each.analyzed, findings } };
  });
  const { facts } = wholeOf(stages);
  const aside = [
    ...understood,
    ...asConfigured([...own.flatMap(deceptiveText), ...(configuration?.problems ?? [])], severities),
    ...(book?.problems ?? []),
    ...(book === undefined || judged.isMisread ? [] : asConfigured(unusedOffers(book, facts), severities)),
    ...judged.house,
  ];
  return {
    files,
    elaborated: judged.elaborated,
    stages,
    aside,
    findings: [...aside, ...findingsOfStages(stages)].sort(byPlace),
    isUnderstood: !judged.problems.some(({ severity }) => severity === 'error'),
    judged,
  };
}

/**
 * The analysis of a design: of all its files, and what is reported of the design itself only.
 * The analysis of its files may have been made for another one of them.
 * @param known what is found of declarations that nothing uses, where that is known
 */
export function analysisOf(
  document: LangiumDocument,
  { files, elaborated, stages, aside, findings, isUnderstood }: FilesAnalysis,
  services: AnalysisServices,
  { configuration, book, severities = new Map(), plugins: given = noPlugins }: AnalysisOptions = {},
  known?: readonly Finding[],
): Analysis {
  const uri = document.uri.toString();
  // Where a part of the text isn't understood, what it would use isn't known: a name that is misspelled where it is used is one mistake.
  const unused = known ?? (isUnderstood ? asConfigured(unusedIn(document, services.imports), severities) : []);
  const at = (stage: AnalyzedPhase, found: readonly Finding[]): Analysis => ({
    uri,
    ...seenFrom(uri, stage),
    findings: found,
    allowed: stage.analyzed.allowed,
    judged: stage.analyzed.judged,
    settings: elaborated.settings,
    configuration,
    book,
    plugins: (configuration?.plugins ?? given).loaded,
    uris: files.map((file) => file.$document?.uri.toString() ?? ''),
    declarationOf: elaborated.declarationOf,
    declarationAt: elaborated.declarationAt,
    placeOf: (node) => ({ uri: addressOf(rootOf(node)), ...extentOf(node) }),
    now: (there) => there,
    runsAt: elaborated.runsAt,
    placements: () => services.placements(uri),
    question(asked) {
      const question = readQuestion(asked, document, elaborated, services);
      const { requirement } = question;
      if (requirement === undefined) return question;
      const then = stage.at.requirement(requirement);
      return { ...question, requirement: then, isLater: then === undefined };
    },
    at(phase) {
      const stage = phase === '' ? undefined : stages.find(({ name }) => name === phase);
      return stage === undefined
        ? undefined
        : at(stage, [...aside, ...unused, ...stage.analyzed.findings].sort(byPlace));
    },
  });
  return at(wholeOf(stages), unused.length === 0 ? findings : [...findings, ...unused].sort(byPlace));
}

/** The design as one of its files sees it: it may have been analyzed for another one of them. */
function seenFrom(uri: string, { at: { fabric }, facts }: AnalyzedPhase): Pick<Analysis, 'fabric' | 'facts'> {
  return fabric.uri === uri
    ? { fabric, facts }
    : { fabric: { ...fabric, uri }, facts: factsOf({ ...fabric, uri }, facts.basis) };
}

/** The design itself: its last phase. */
function wholeOf(stages: readonly AnalyzedPhase[]): AnalyzedPhase {
  return stages.at(-1) as AnalyzedPhase;
}

/** How the project buys. */
function purchaseOf(configuration: Configuration | undefined, book: PriceBook | undefined): Purchase {
  const { lengths = usualPurchase.lengths, spares = usualPurchase.spares } = configuration?.purchase ?? {};
  return { lengths, spares, offers: book?.offers ?? [] };
}
