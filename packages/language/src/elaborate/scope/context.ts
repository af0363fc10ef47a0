// What the whole elaboration shares: the fabric under construction, the problems found, the places in the text.
import {
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
import { extentOf, nameExtentOf } from '../../parse/index.ts';
import { type ProblemDetails, problem } from '../../problems/problem.ts';
import type { ProblemId } from '../../problems/problem-kinds.ts';
import type { Symbols } from '../../references/symbols.ts';
import type { Value } from './value.ts';

export class Context {
  readonly builder: FabricBuilder;
  readonly symbols: Symbols;
  /** Definitions being evaluated, so that one that needs itself is noticed. */
  readonly evaluating = new Set<ast.Let>();
  private readonly found = new Map<string, Finding>();
  /** Whether all modules are in their cages, so that ports have channels. */
  modulesIn = false;
  /** The turn of a loop that is being elaborated, and how often it and others have told each problem. */
  turn: { readonly turn: string } | undefined;
  private readonly turns = new Map<string, { readonly first: string; times: number }>();
  private readonly uris = new WeakMap<AstNode, string>();
  private lastRoot: AstNode | undefined;
  private lastUri = '';

  /** Values set from outside, by what they take the place of. */
  readonly settings: ReadonlyMap<ast.Let | ast.Parameter, Value>;

  constructor(uri: string, symbols: Symbols, settings: ReadonlyMap<ast.Let | ast.Parameter, Value> = new Map()) {
    this.settings = settings;
    this.builder = new FabricBuilder(uri);
    this.symbols = symbols;
  }

  /** How many problems are known so far. */
  get problemCount(): number {
    return this.found.size;
  }

  get problems(): Finding[] {
    return [...this.found].map(([key, each]) => {
      const turn = this.turns.get(key);
      return turn === undefined || each.label !== undefined ? each : { ...each, label: turnText(turn) };
    });
  }

  /** Tells a problem once, however often its text is elaborated. */
  problem(rule: ProblemId, origin: Origin, message: string, details?: ProblemDetails): void {
    const key = findingKey({ rule, origin });
    const turn = this.turns.get(key);
    if (turn !== undefined) turn.times++;
    if (this.found.has(key)) return;
    this.found.set(key, problem(rule, origin, message, details));
    if (this.turn !== undefined) this.turns.set(key, { first: this.turn.turn, times: 1 });
  }

  /** Notes what can't be read from the text: what depends on it isn't judged. */
  noteGaps(layers: readonly (keyof Gaps)[] = fabricLayers): void {
    for (const layer of layers) this.builder.noteGap(layer);
  }

  /** Tells of a count beyond what is looked at one by one. */
  isTooMany(node: AstNode, count: number, most: number): boolean {
    if (count <= most) return false;
    const text = `These are ${printNumber(count)}; there may be at most ${printNumber(most)}.`;
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

  /** The place of what a node starts with. */
  wordsOrigin(node: AstNode, words: string): Origin {
    const { start } = extentOf(node);
    return { uri: this.uriOf(node), start, end: start + words.length };
  }

  /** From the start of one node to the end of another. */
  span(from: AstNode | { readonly start: number }, to: AstNode): Origin {
    const start = '$type' in from ? extentOf(from).start : from.start;
    return { uri: this.uriOf(to), start, end: extentOf(to).end };
  }

  /** The name of an instance with its indices and type: what stands before its body. */
  headOrigin(node: ast.Instance | ast.TemplateInstance | ast.Network | ast.Ports): Origin {
    const name = this.nameOrigin(node);
    const last =
      node.$type === 'Network' ? undefined : node.$type === 'Ports' ? node.cage : (node.type ?? node.dimensions.at(-1));
    return last === undefined ? name : { ...name, end: Math.max(name.end, extentOf(last).end) };
  }

  private uriOf(node: AstNode): string {
    let root = node;
    while (root.$container !== undefined) root = root.$container;
    // One file after the other is read.
    if (root === this.lastRoot) return this.lastUri;
    let uri = this.uris.get(root);
    if (uri === undefined) this.uris.set(root, (uri = root.$document?.uri.toString() ?? ''));
    this.lastRoot = root;
    this.lastUri = uri;
    return uri;
  }
}

/** `with i = 9, and in 3 more turns` */
function turnText({ first, times }: { readonly first: string; readonly times: number }): string {
  const more = times === 1 ? '' : `, and in ${printCount(times - 1, 'more turn', 'more turns')}`;
  return `with ${first}${more}`;
}
