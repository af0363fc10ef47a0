// What all of elaboration shares: the fabric under construction, the problems found, and places in the text.
import {
  type DeclarationKey,
  declarationKey,
  FabricBuilder,
  type Finding,
  fabricLayers,
  findingKey,
  type Gaps,
  type Origin,
  printCount,
  printNumber,
} from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { addressOf, extentOf, nameExtentOf, rootOf, wordExtentOf } from '../../parse/index.ts';
import { type ProblemDetails, problem } from '../../problems/problem.ts';
import type { ProblemId } from '../../problems/problem-kinds.ts';
import { type FactDependence, factDependence } from '../../references/fact-names.ts';
import type { Symbols } from '../../references/symbols.ts';
import { Evaluations } from './evaluations.ts';
import type { Value } from './value.ts';

export class Context {
  readonly builder: FabricBuilder;
  readonly symbols: Symbols;
  readonly evaluations = new Evaluations<Value>();
  private readonly found = new Map<string, Finding>();
  /** Whether all modules are in their cages, so that the channels of ports are known. */
  modulesIn: boolean;
  /** The iteration of a `for` that is being elaborated. */
  iteration: { readonly iteration: string } | undefined;
  /** How many iterations have each problem, and the first of them. */
  private readonly iterations = new Map<string, { readonly first: string; times: number }>();
  private readonly files: Map<AstNode, FileOfTree>;
  private lastRoot: AstNode | undefined;
  private lastFile: FileOfTree = { uri: '', number: 0 };

  /** Values set from outside, by what they replace. */
  readonly settings: ReadonlyMap<ast.Let | ast.Parameter, Value>;
  /** Whether an expression depends on a fact. */
  readonly dependsOnFact: FactDependence;

  constructor(
    uri: string,
    symbols: Symbols,
    settings: ReadonlyMap<ast.Let | ast.Parameter, Value> = new Map(),
    around?: Context,
  ) {
    this.settings = settings;
    this.dependsOnFact = around?.dependsOnFact ?? factDependence((named) => settings.has(named));
    this.builder = around?.builder ?? new FabricBuilder(uri);
    this.files = around?.files ?? new Map();
    this.modulesIn = around?.modulesIn ?? false;
    this.symbols = symbols;
  }

  /** The same fabric with problems of its own: for a question about it. */
  aside(uri: string): Context {
    return new Context(uri, this.symbols, this.settings, this);
  }

  /** How many problems have been reported so far. */
  get problemCount(): number {
    return this.found.size;
  }

  get problems(): Finding[] {
    return [...this.found].map(([key, each]) => {
      const iterations = this.iterations.get(key);
      return iterations === undefined || each.label !== undefined
        ? each
        : { ...each, label: iterationsText(iterations) };
    });
  }

  /** Reports a problem once, however many iterations and instances of a template have it: the text has it once. */
  problem(rule: ProblemId, origin: Origin, message: string, details?: ProblemDetails): void {
    const key = findingKey({ rule, origin });
    const iterations = this.iterations.get(key);
    if (iterations !== undefined) iterations.times++;
    if (this.found.has(key)) return;
    this.found.set(key, problem(rule, origin, message, details));
    if (this.iteration !== undefined) this.iterations.set(key, { first: this.iteration.iteration, times: 1 });
  }

  /** Notes what can't be read from the text: what depends on it isn't judged. */
  noteGaps(layers: readonly (keyof Gaps)[] = fabricLayers): void {
    for (const layer of layers) this.builder.noteGap(layer);
  }

  /**
   * Whether there are more than a maximum, which is reported.
   * @param noun what is counted, in the plural
   */
  exceeds(node: AstNode, count: number, max: number, noun: string): boolean {
    if (count <= max) return false;
    const text = `${printNumber(count)} ${noun} are too many; the maximum is ${printNumber(max)}.`;
    this.problem('value/too-large', this.origin(node), text);
    return true;
  }

  /** The place of a node. */
  origin(node: AstNode): Origin {
    const { start, end } = extentOf(node);
    return { uri: this.uriOf(node), start, end };
  }

  /** The place of a declaration's name. */
  nameOrigin(node: AstNode & { readonly name?: string }): Origin {
    return { uri: this.uriOf(node), ...nameExtentOf(node) };
  }

  /** The place of the name in a step of a path: `leaf` of `leaf[3]`. */
  wordOrigin(segment: ast.Segment): Origin {
    return this.wordsOrigin(segment, segment.named.$refText);
  }

  /** The place of the words that a node starts with. */
  wordsOrigin(node: AstNode, words: string): Origin {
    const { start } = extentOf(node);
    return { uri: this.uriOf(node), start, end: start + words.length };
  }

  /** From the start of one node to the end of another. */
  span(from: AstNode | { readonly start: number }, to: AstNode): Origin {
    const start = '$type' in from ? extentOf(from).start : from.start;
    return { uri: this.uriOf(to), start, end: extentOf(to).end };
  }

  /** The name of an instance with its indices and type: what comes before its body. */
  headOrigin(node: ast.Instance | ast.TemplateInstance | ast.Network | ast.Ports): Origin {
    const name = this.nameOrigin(node);
    const last =
      node.$type === 'Network' ? undefined : node.$type === 'Ports' ? node.cage : (node.type ?? node.dimensions.at(-1));
    return last === undefined ? name : { ...name, end: Math.max(name.end, extentOf(last).end) };
  }

  /** The place of a word that a node holds as a feature; undefined where it has none. */
  wordOriginOf(node: AstNode, feature: string): Origin | undefined {
    const extent = wordExtentOf(node, feature);
    return extent === undefined ? undefined : { uri: this.uriOf(node), start: extent.start, end: extent.end };
  }

  /** The key of a declaration or statement, which all that it makes has. */
  declaration(node: AstNode): DeclarationKey {
    return declarationKey(this.fileOf(node).number, extentOf(node).start);
  }

  /** The same by the address of a file and the offset at which the declaration starts. */
  declarationAt(uri: string, start: number): DeclarationKey {
    const file = [...this.files.values()].find((each) => each.uri === uri);
    return declarationKey(file?.number ?? this.files.size, start);
  }

  /** The files so far, with their numbers. */
  get numberedFiles(): readonly (readonly [AstNode, FileOfTree])[] {
    return [...this.files];
  }

  /** Gives files numbers that they had elsewhere, before any other file has one. */
  numberFiles(files: readonly (readonly [AstNode, FileOfTree])[]): void {
    for (const [root, file] of files) this.files.set(root, file);
  }

  private uriOf(node: AstNode): string {
    return this.fileOf(node).uri;
  }

  private fileOf(node: AstNode): FileOfTree {
    const root = rootOf(node);
    // Files are read one after another.
    if (root === this.lastRoot) return this.lastFile;
    let file = this.files.get(root);
    if (file === undefined) this.files.set(root, (file = { uri: addressOf(root), number: this.files.size }));
    this.lastRoot = root;
    this.lastFile = file;
    return file;
  }
}

/** A file of the fabric: its address, and its number among those that were read. */
export interface FileOfTree {
  readonly uri: string;
  readonly number: number;
}

/** `with i = 9, and in 3 more iterations` */
function iterationsText({ first, times }: { readonly first: string; readonly times: number }): string {
  const more = times === 1 ? '' : `, and in ${printCount(times - 1, 'more iteration', 'more iterations')}`;
  return `with ${first}${more}`;
}
