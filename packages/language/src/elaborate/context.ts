// What the whole elaboration shares: the fabric under construction, the problems found, the places in the text.
import { FabricBuilder, type Finding, type Origin, originKey } from '@lightloom/core';
import { type AstNode, AstUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf, nameExtentOf } from '../parse/index.ts';
import { type ProblemDetails, type ProblemId, problem } from '../problems.ts';
import type { Symbols } from '../references/symbols.ts';

export class Context {
  readonly builder: FabricBuilder;
  readonly symbols: Symbols;
  /** Definitions being evaluated, so that one that needs itself is noticed. */
  readonly evaluating = new Set<ast.Let>();
  private readonly found = new Map<string, Finding>();
  private readonly uris = new WeakMap<AstNode, string>();

  constructor(uri: string, symbols: Symbols) {
    this.builder = new FabricBuilder(uri);
    this.symbols = symbols;
  }

  get problems(): Finding[] {
    return [...this.found.values()];
  }

  /** Tells a problem once, however often its text is elaborated. */
  problem(rule: ProblemId, origin: Origin, message: string, details?: ProblemDetails): void {
    const key = `${rule} ${originKey(origin)}`;
    if (!this.found.has(key)) this.found.set(key, problem(rule, origin, message, details));
  }

  /** The place of a node. */
  origin(node: AstNode): Origin {
    return { uri: this.uriOf(node), ...extentOf(node) };
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
    const root = AstUtils.findRootNode(node);
    let uri = this.uris.get(root);
    if (uri === undefined) this.uris.set(root, (uri = root.$document?.uri.toString() ?? ''));
    return uri;
  }
}
