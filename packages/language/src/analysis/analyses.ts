// One analysis a file, kept as long as neither the file nor anything it imports has changed.
import {
  type Askers,
  atOnce,
  type Basis,
  type Fabric,
  type Finding,
  hardestFirst,
  type Severities,
  type Steps,
  sayingKey,
} from '@lightloom/core';
import { type LangiumDocument, type LangiumDocuments, OperationCancelled, URI } from 'langium';
import { type Configuration, type Configurations, severitiesFor } from '../configuration/index.ts';
import type * as ast from '../generated/ast.ts';
import { addressOf, changeBetween, type TextChange, wholeText } from '../parse/index.ts';
import type { PriceBook } from '../prices/index.ts';
import type { Importers } from '../workspace/imports.ts';
import {
  type Analysis,
  type AnalysisOptions,
  type AnalysisServices,
  analysisOf,
  analyzeFiles,
  type FilesAnalysis,
} from './analysis.ts';
import { movedAnalysis } from './moved.ts';
import { hasLengths, type Made, type Move, measuredAs, moveTo, type Reached, reach, unusedIn } from './moves.ts';
import { textProblemsOf } from './text-findings.ts';

/** What an analysis depends on, beside what applies to every design. */
interface Grounds {
  readonly configuration: Configuration | undefined;
  readonly book: PriceBook | undefined;
  /** What the configuration sets for the design, as text that is equal where the same is set. */
  readonly severities: string;
  /** In reading order: new objects when they change. */
  readonly files: readonly ast.FabricFile[];
}

interface Kept extends Made {
  /** The number of changes up to which it is known to be current. */
  generation: number;
  readonly on: Grounds;
  /** How long its steps took, in ms. */
  readonly took: number;
}

/** Work on what is found in some files. */
interface Begun {
  readonly on: Grounds;
  readonly work: Steps<FilesAnalysis>;
  /** How long its steps took so far, in ms. */
  took: number;
}

/** The files of a design: the same for all files that import each other, as the first of them by address reads them. */
interface Reading {
  readonly first: LangiumDocument;
  readonly files: readonly ast.FabricFile[];
}

/** Which files the loaded ones lead to. */
interface ImportGraph {
  readonly generation: number;
  readonly state: object;
  /** Of each design, the first of those with the same files, and these. */
  readonly readings: Map<
    LangiumDocument,
    { readonly first: LangiumDocument; readonly documents: readonly LangiumDocument[] }
  >;
  /** The loaded files that import each one. */
  readonly importers: Importers;
}

/** What analyses are made with. */
export interface AnalysesServices extends AnalysisServices {
  readonly documents: LangiumDocuments;
  readonly configurations: Configurations;
  /** How often what is loaded, parsed or linked has changed. */
  readonly generation: () => number;
}

export class Analyses {
  private readonly services: AnalysesServices;
  private readonly options: Omit<AnalysisOptions, 'basis'>;
  private readonly basis: () => Basis;
  private readonly kept = new WeakMap<LangiumDocument, Kept>();
  /** Those that were moved since. */
  private readonly moved = new WeakMap<LangiumDocument, Move & { readonly on: Grounds }>();
  /** What was found to ask for the lengths of links, in any design. */
  private readonly askers: Askers = new Set();
  /** Of files that import each other, kept for the first of them. */
  private readonly wholes = new WeakMap<LangiumDocument, Pick<Kept, 'on' | 'whole'>>();
  private readonly took = new WeakMap<FilesAnalysis, number>();
  /** Of them, what isn't finished. */
  private readonly begun = new WeakMap<LangiumDocument, Begun>();
  private graph: ImportGraph | undefined;

  /**
   * @param options what applies to every design, as values set from outside
   * @param basis what figures are computed from; it doesn't change once the first design is analyzed
   */
  constructor(services: AnalysesServices, options: Omit<AnalysisOptions, 'basis'>, basis: () => Basis) {
    this.services = services;
    this.options = options;
    this.basis = basis;
  }

  /** The analysis of a linked document. */
  of(document: LangiumDocument): Analysis {
    return atOnce(this.working(document));
  }

  /**
   * The same in steps. What was left before its end goes on where it was, as long as nothing that it reads has changed.
   * @throws OperationCancelled when something changes between two steps
   */
  *working(document: LangiumDocument): Steps<Analysis> {
    const generation = this.services.generation();
    const kept = this.kept.get(document);
    if (kept?.generation === generation) return kept.analysis;
    const { first, on, options } = this.groundsOf(document, generation);
    if (kept !== undefined && isSame(kept.on, on)) {
      kept.generation = generation;
      return kept.analysis;
    }
    const whole = yield* this.wholeOf(first, on, options);
    const analysis = analysisOf(document, whole, this.services, options);
    this.kept.set(document, { on, whole, analysis, files: on.files, generation, took: this.took.get(whole) ?? 0 });
    // What was moved is of the one before.
    this.moved.delete(document);
    return analysis;
  }

  /**
   * The analysis of a linked document as it is shown, in steps: where nothing but spaces and comments between statements has changed, it is
   * the last one, moved. Its findings are at their places; all else has the places of the text that was analyzed.
   * @throws OperationCancelled when something changes between two steps
   */
  *showing(document: LangiumDocument): Steps<Analysis> {
    return this.ready(document) ?? (yield* this.measuring(document)) ?? (yield* this.working(document));
  }

  /** The same where nothing has to be judged for it; undefined elsewhere. */
  ready(document: LangiumDocument): Analysis | undefined {
    const generation = this.services.generation();
    const kept = this.kept.get(document);
    if (kept === undefined || kept.generation === generation) return kept?.analysis;
    const { on, options } = this.groundsOf(document, generation);
    if (isSame(kept.on, on)) {
      kept.generation = generation;
      return kept.analysis;
    }
    const last = this.moved.get(document);
    if (last?.made === kept && isSame(last.on, on)) return last.analysis;
    const reached = this.reachedBy(document, on, options);
    if (reached === undefined || !hasLengths(kept, reached)) return undefined;
    const move = moveTo(kept, reached, this.services, options);
    this.moved.set(document, { ...move, on });
    return move.analysis;
  }

  /** How files differ from those that were analyzed last; undefined where that can't be moved. */
  private reachedBy(document: LangiumDocument, on: Grounds, options: AnalysisOptions): Reached | undefined {
    const kept = this.kept.get(document);
    if (kept === undefined || !isSame(kept.on, { ...on, files: kept.on.files })) return undefined;
    return reach({ made: kept, last: this.moved.get(document) }, on.files, options);
  }

  /** The same where lengths of links have changed, in steps: only what asks for them is judged again. Undefined where that isn't enough. */
  private *measuring(document: LangiumDocument): Steps<Analysis | undefined> {
    const generation = this.services.generation();
    const { first, on, options } = this.groundsOf(document, generation);
    const [kept, reached] = [this.kept.get(document), this.reachedBy(document, on, options)];
    if (kept === undefined || reached === undefined) return undefined;
    const work = measuredAs(kept, reached, this.askers, options);
    let took = 0;
    for (;;) {
      const start = performance.now();
      const { done, value: again } = work.next();
      took += performance.now() - start;
      if (done === true) {
        if (again === undefined) return undefined;
        const analysis = analysisOf(document, again.whole, this.services, options, unusedIn(kept.analysis));
        // What was moved goes on from there: it is about the same text.
        this.kept.set(document, { ...kept, ...again, analysis, took });
        this.wholes.delete(first);
        return this.ready(document);
      }
      yield;
      if (this.services.generation() !== generation) throw OperationCancelled;
      if (this.kept.get(document) !== kept) return this.ready(document);
    }
  }

  /** How long the steps took the last time that a document was judged, in ms; undefined where it wasn't judged yet. */
  tookLast(document: LangiumDocument): number | undefined {
    return this.kept.get(document)?.took;
  }

  /** What an analysis of a document depends on, and is made with. */
  private groundsOf(document: LangiumDocument, generation: number) {
    const { first, files } = this.readingOf(document, generation);
    const configuration = this.services.configurations.of(document.uri);
    const severities = severitiesFor(configuration, document.uri);
    const book = this.services.configurations.bookOf(document.uri);
    const on: Grounds = { configuration, book, severities: textOf(severities), files };
    return { first, on, options: { ...this.options, basis: this.basis(), configuration, severities, book } };
  }

  /** What is found in a design and what it imports: once for files that import each other, since they are the same files. */
  private *wholeOf(first: LangiumDocument, on: Grounds, options: AnalysisOptions): Steps<FilesAnalysis> {
    let begun = this.begun.get(first);
    if (begun === undefined || !isSame(begun.on, on)) {
      const known = this.wholes.get(first);
      if (known !== undefined && isSame(known.on, on)) return known.whole;
      begun = { on, work: analyzeFiles(first.uri.toString(), on.files, this.services, options), took: 0 };
      this.begun.set(first, begun);
    }
    // Whoever needs it at once does the rest of it meanwhile.
    while (this.begun.get(first) === begun) {
      const step = this.stepOf(first, begun);
      if (step.done === true) {
        this.wholes.set(first, { on, whole: step.value });
        this.took.set(step.value, begun.took);
        return step.value;
      }
      const generation = this.services.generation();
      yield;
      if (this.services.generation() !== generation) throw OperationCancelled;
    }
    const done = this.wholes.get(first);
    // It is missing where work on other files took its place: it is of a state that has passed.
    return done !== undefined && isSame(done.on, on)
      ? done.whole
      : yield* analyzeFiles(first.uri.toString(), on.files, this.services, options);
  }

  /** The next step of work that was begun, which is forgotten at its end. */
  private stepOf(first: LangiumDocument, begun: Begun): IteratorResult<undefined, FilesAnalysis> {
    let goesOn = false;
    const start = performance.now();
    try {
      const step = begun.work.next();
      begun.took += performance.now() - start;
      goesOn = step.done !== true;
      return step;
    } finally {
      if (!goesOn) this.begun.delete(first);
    }
  }

  /** What is wrong with the text of a linked document: known long before the design is judged. */
  textProblemsIn(document: LangiumDocument): readonly Finding[] {
    return textProblemsOf(document, this.services);
  }

  /** The last analysis of a document, current or not; undefined where there is none. Never works anything out. */
  last(document: LangiumDocument): Analysis | undefined {
    return this.kept.get(document)?.analysis;
  }

  /** The last analysis as it applies to the text that there is by now, whatever has changed; undefined where there is none. */
  lastMoved(document: LangiumDocument): Analysis | undefined {
    const kept = this.kept.get(document);
    if (kept === undefined) return undefined;
    const changes = new Map<string, readonly TextChange[]>();
    for (const file of kept.files) {
      const uri = addressOf(file);
      const there = this.services.documents.getDocument(URI.parse(uri));
      const [was, is] = [wholeText(file), there === undefined ? '' : wholeText(there.parseResult.value)];
      if (was !== is) changes.set(uri, [changeBetween(was, is)]);
    }
    return movedAnalysis(kept.analysis, changes);
  }

  /** The analysis of a document without any statements: what is known before the first one is finished. */
  blank(document: LangiumDocument): Analysis {
    const whole = atOnce(analyzeFiles(document.uri.toString(), [], this.services));
    return analysisOf(document, { ...whole, isUnderstood: false }, this.services);
  }

  private readingOf(document: LangiumDocument, generation: number): Reading {
    const { imports } = this.services;
    const readings = this.graphOf(generation).readings;
    let known = readings.get(document);
    if (known === undefined) {
      const documents = imports.documentsInOrder(document);
      // A value that is set is read where the design is.
      const isAlone = (this.options.settings ?? []).length > 0;
      const circle = isAlone ? [document] : [...imports.circleOf(document, imports.inOrder(document))];
      const first = circle.reduce((least, each) => (each.uri.toString() < least.uri.toString() ? each : least));
      known = { first, documents: first === document ? documents : imports.documentsInOrder(first) };
      for (const each of circle) readings.set(each, known);
    }
    const { first, documents } = known;
    return { first, files: documents.map(({ parseResult: { value } }) => value as ast.FabricFile) };
  }

  /** What is known of imports, as long as they are the same. */
  private graphOf(generation: number): ImportGraph {
    const { imports, documents } = this.services;
    if (this.graph?.generation !== generation) {
      const state = imports.state();
      this.graph =
        this.graph?.state === state
          ? { ...this.graph, generation }
          : { generation, state, readings: new Map(), importers: imports.importers(documents.all) };
    }
    return this.graph;
  }

  /** The addresses of the files that the last analysis of a file read; none where it was never analyzed. */
  filesOf(document: LangiumDocument): readonly string[] {
    return this.kept.get(document)?.analysis.uris ?? [];
  }

  /** The design that a finding in a document comes from: the document itself, or one that imports it. */
  designOf(finding: Finding, document: LangiumDocument): LangiumDocument | undefined {
    for (const root of this.rootsOf(document)) if (atOnce(this.showing(root)).findings.includes(finding)) return root;
    return undefined;
  }

  /** Analyzes in steps all that findings in a document may come from. */
  *finding(document: LangiumDocument): Steps<void> {
    for (const root of this.rootsOf(document)) {
      yield* this.showing(root);
      yield;
    }
  }

  /** The same for who asks for more than places of findings: none of it is moved then. */
  *judging(document: LangiumDocument): Steps<void> {
    for (const root of this.rootsOf(document)) {
      yield* this.working(root);
      yield;
    }
  }

  /** Findings in a document: its own, and those of files that import it. */
  findingsIn(document: LangiumDocument): Finding[] {
    return this.foundIn(document).map(({ finding }) => finding);
  }

  /** Findings in a document, each with the fabric it was found in. */
  foundIn(document: LangiumDocument): { readonly finding: Finding; readonly fabric: Fabric }[] {
    const uri = document.uri.toString();
    const found = new Map<string, { readonly finding: Finding; readonly fabric: Fabric }>();
    const seen = new Set<FilesAnalysis | undefined>();
    for (const root of this.rootsOf(document)) {
      const { findings, fabric } = atOnce(this.showing(root));
      // What is reported of one design only is about its own text: that of the document, which comes first.
      const whole = this.kept.get(root)?.whole;
      if (seen.has(whole)) continue;
      seen.add(whole);
      for (const finding of findings) {
        if (finding.origin.uri !== uri) continue;
        const key = sayingKey(finding);
        // By another configuration it may be more severe.
        const before = found.get(key)?.finding;
        if (before === undefined || hardestFirst(finding, before) < 0) found.set(key, { finding, fabric });
      }
    }
    return [...found.values()];
  }

  /** The document itself, and every loaded one that sees it. */
  private rootsOf(document: LangiumDocument): Iterable<LangiumDocument> {
    const { importers } = this.graphOf(this.services.generation());
    return new Set([document, ...this.services.imports.thoseThatSee([document.uri.toString()], importers)]);
  }
}

function textOf(severities: Severities): string {
  return [...severities].map(([name, severity]) => `${name} ${severity}`).join();
}

function isSame(a: Grounds, b: Grounds): boolean {
  return (
    a.configuration === b.configuration &&
    a.book === b.book &&
    a.severities === b.severities &&
    (a.files === b.files || (a.files.length === b.files.length && a.files.every((each, i) => each === b.files[i])))
  );
}
