// Links: which ports a statement joins, with which pattern, over which path.
import {
  devicesOf,
  isPart,
  itemAt,
  type Laid,
  type LinkFault,
  type LinkGroup,
  maxTableRows,
  type Pattern,
  type PortSet,
  portsEachOf,
  printNumber,
  type Side,
  type Steps,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { extentOf, type FoldedLink, foldedLink, isFolded, wholeText } from '../../parse/index.ts';
import type { Parts } from '../parts/parts.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { Indices } from '../selection/port-at.ts';
import { textInIteration } from '../selection/text-in-iteration.ts';
import { allowancesIn, type Deferred, type DeferredStatements } from '../statements/deferred.ts';
import type { Repeater } from '../statements/repeater.ts';
import { cageWithoutChannels } from './cages-without-channels.ts';
import type { LinkEnds } from './link-ends.ts';
import type { LinkPaths } from './link-paths.ts';
import type { AppliedPattern, LinkPatterns } from './link-patterns.ts';
import { type LinkModel, type NewGroup, RepeatedLink } from './repeated-link.ts';

/** The links of one statement in all iterations of a `for`. */
interface Batch {
  readonly group: NewGroup;
  readonly from: number[];
  readonly to: number[];
  /** The first iteration whose links can't be laid. */
  failed: NewGroup | undefined;
  failures: number;
  /** The ports of the iterations that fail. */
  readonly unlinked: { readonly from: number[]; readonly to: number[] };
}

/** A link that later lines repeat with other indices, in a scope; no model where each has a problem of its own to report. */
interface Model {
  readonly scope: Scope;
  readonly shared: LinkModel | undefined;
}

/** How many statements make their links in one step. */
const inOneStep = 100;

const unresolved: LinkFault = { kind: 'unresolved' };
const none = new Uint32Array(0);

export class Links {
  private readonly context: Context;
  private readonly parts: Parts;
  private readonly paths: LinkPaths;
  private readonly ends: LinkEnds;
  private readonly patterns: LinkPatterns;
  private readonly repeater: Repeater;
  private count = 0;
  /** Links that later lines repeat with other indices. */
  private readonly models = new Map<ast.Link, Model>();

  constructor(
    context: Context,
    parts: Parts,
    repeater: Repeater,
    { paths, ends, patterns }: { paths: LinkPaths; ends: LinkEnds; patterns: LinkPatterns },
  ) {
    this.context = context;
    this.parts = parts;
    this.repeater = repeater;
    this.paths = paths;
    this.ends = ends;
    this.patterns = patterns;
  }

  /** Makes the links, and defers the allowances in their bodies. In steps of some statements. */
  *run({ links, allowances }: DeferredStatements): Steps<void> {
    this.repeater.startOver();
    for (let i = 0; i < links.length; i++) {
      const { node, scope } = itemAt(links, i);
      if (i % inOneStep === 0) yield;
      if (node.$type !== 'Link') this.iterations(node, scope, allowances);
      else if (!this.isRepeated(node, scope)) {
        this.link(node, scope);
        allowances.push(...allowancesIn(node, scope));
      }
    }
  }

  /** Lays a link that repeats an earlier one, and isn't read in full; false for others. */
  private isRepeated(node: ast.Link, scope: Scope): boolean {
    const folded = foldedLink(node);
    return folded !== undefined && this.repeat(folded, node, scope);
  }

  private link(node: ast.Link, scope: Scope): void {
    const { builder } = this.context;
    const one = this.one(node, scope);
    if (one !== undefined && this.hasRoom(node, 1)) {
      const sides = { from: this.ends.single(node.from), to: this.ends.single(node.to) };
      builder.addLink(this.group(node, scope, 'pairs', sides), one[0], one[1]);
      return;
    }
    const { group, laid } = this.lay(node, scope);
    builder.addLinks(group, laid?.from ?? none, laid?.to ?? none);
  }

  /** Lays a link that repeats an earlier one with other indices; false where it must be read in full. */
  private repeat(folded: FoldedLink, node: ast.Link, scope: Scope): boolean {
    const { model } = folded;
    let known = this.models.get(model);
    if (known?.scope !== scope) this.models.set(model, (known = this.modelOf(model, scope)));
    const { shared } = known;
    if (shared === undefined) return false;
    const indices: Indices = { values: folded.indices, at: folded.first };
    const from = this.ends.portLike(model.from[0] as ast.Selector, scope, indices);
    if (from < 0) return false;
    indices.at = folded.second;
    const to = this.ends.portLike(model.to[0] as ast.Selector, scope, indices);
    if (to < 0) return false;
    if (!this.hasRoom(node, 1)) return true;
    const path = this.paths.repeated(shared.group.medium, folded, shared.text);
    this.context.builder.addLink(new RepeatedLink(shared, folded, path, this.context.declaration(node)), from, to);
    return true;
  }

  /** What all repetitions of a link share in a scope. */
  private modelOf(node: ast.Link, scope: Scope): Model {
    if (this.one(node, scope) === undefined || this.paths.plain(node) === undefined)
      return { scope, shared: undefined };
    const sides = { from: this.ends.single(node.from), to: this.ends.single(node.to) };
    const group = this.group(node, scope, 'pairs', sides);
    if (group.fiber === undefined && group.cable === undefined) return { scope, shared: undefined };
    return { scope, shared: { group, text: wholeText(node), pathBehind: pathBehindMedium(node) } };
  }

  /** The links of a `for`: those of one statement are one group, whatever iteration they come from. */
  private iterations(loop: ast.For, scope: Scope, allowances: Deferred<ast.Allow>[]): void {
    const batches = new Map<ast.Link, Map<LinkGroup['medium'], Batch>>();
    this.repeater.walk([loop], scope, (node, at) => {
      if (node.$type !== 'Link') return;
      const first = !batches.has(node);
      this.inIteration(node, at, batches);
      // One for the link itself is for all iterations.
      if (isFolded(node)) return;
      allowances.push(...allowancesIn(node, at).filter((each) => first || each.node.on.length > 0));
    });
    const { builder } = this.context;
    for (const batch of [...batches.values()].flatMap((each) => [...each.values()])) {
      if (batch.from.length > 0)
        builder.addLinks(total(batch), Uint32Array.from(batch.from), Uint32Array.from(batch.to));
      if (batch.failed === undefined) continue;
      const [from, to] = [Uint32Array.from(batch.unlinked.from), Uint32Array.from(batch.unlinked.to)];
      builder.addLinks({ ...batch.failed, unlinked: { from, to }, alike: batch.failures - 1 }, none, none);
    }
  }

  private inIteration(node: ast.Link, scope: Scope, batches: Map<ast.Link, Map<LinkGroup['medium'], Batch>>): void {
    const medium = this.paths.of(node, scope);
    let ofNode = batches.get(node);
    if (ofNode === undefined) batches.set(node, (ofNode = new Map()));
    let batch = ofNode.get(medium);
    const one = this.one(node, scope);
    if (one !== undefined && this.hasRoom(node, 1)) {
      if (batch === undefined) {
        const sides = { from: this.ends.single(node.from), to: this.ends.single(node.to) };
        ofNode.set(medium, (batch = newBatch(this.group(node, scope, 'pairs', sides))));
      }
      batch.from.push(one[0]);
      batch.to.push(one[1]);
      return;
    }
    const { group, laid } = this.lay(node, scope);
    if (batch === undefined) ofNode.set(medium, (batch = newBatch(group)));
    if (laid === undefined) {
      batch.failures++;
      for (const port of group.unlinked?.from ?? none) batch.unlinked.from.push(port);
      for (const port of group.unlinked?.to ?? none) batch.unlinked.to.push(port);
      batch.failed ??= { ...group, ...this.sidesInIteration(node, group, scope) };
      return;
    }
    for (const port of laid.from) batch.from.push(port);
    for (const port of laid.to) batch.to.push(port);
  }

  /** The sides with the indices of this iteration in place of their names, for messages. */
  private sidesInIteration(node: ast.Link, group: NewGroup, scope: Scope): Pick<NewGroup, 'from' | 'to'> {
    const from: Side = { ...group.from, text: textInIteration(node.from, scope) };
    return { from, to: group.from === group.to ? from : { ...group.to, text: textInIteration(node.to, scope) } };
  }

  /** The two ports of a statement that joins a single pair, the commonest of all in files written by programs. */
  private one(node: ast.Link, scope: Scope): readonly [number, number] | undefined {
    const plain = node.pattern === undefined || node.pattern.name === 'pairs';
    if (!plain || node.from.length !== 1 || node.to.length !== 1) return undefined;
    if (node.pattern !== undefined && node.pattern.arguments.length > 0) return undefined;
    const from = this.ends.port(node.from[0] as ast.Selector, scope);
    const to = from < 0 ? -1 : this.ends.port(node.to[0] as ast.Selector, scope);
    return to < 0 ? undefined : [from, to];
  }

  private lay(node: ast.Link, scope: Scope): { readonly group: NewGroup; readonly laid: Laid | undefined } {
    const applied = this.patterns.read(node, scope);
    const order = applied === undefined || applied.pattern.name === 'pairs' ? 'as written' : 'by device';
    const from = this.ends.side(node.from, scope, order);
    // A turn that one side has no index for is one mistake, of the loop: the other side seldom has it either.
    const isOfTurn = from === undefined && this.context.iteration !== undefined;
    const isOneSided = applied?.pattern.sides === 1 || isOfTurn;
    const to = isOneSided ? from : this.ends.side(node.to, scope, order);
    const sides = this.sides(node, from, to, applied?.pattern);
    const fault: Laid | LinkFault =
      applied === undefined || from === undefined || to === undefined ? unresolved : lay(applied, from, to);
    const group = this.group(node, scope, applied?.text ?? '', sides);
    if ('kind' in fault) {
      const bare =
        from === undefined || to === undefined ? undefined : cageWithoutChannels(this.context.builder, from, to);
      // A cable has its own ends.
      const unlinked = { from: from?.ports ?? none, to: to?.ports ?? none };
      return {
        group: { ...group, fault: group.cable === undefined ? (bare ?? fault) : fault, unlinked },
        laid: undefined,
      };
    }
    if (!this.hasRoom(node, fault.from.length)) return { group: { ...group, fault: unresolved }, laid: undefined };
    return { group, laid: fault };
  }

  private sides(
    node: ast.Link,
    from: PortSet | undefined,
    to: PortSet | undefined,
    pattern: Pattern | undefined,
  ): Pick<NewGroup, 'from' | 'to'> {
    const first = this.describe(node.from, from);
    return { from: first, to: pattern?.sides === 1 ? first : this.describe(node.to, to) };
  }

  private describe(selectors: readonly ast.Selector[], ports: PortSet | undefined): Side {
    return {
      ...this.ends.named(selectors),
      devices: ports === undefined ? 0 : devicesOf(ports),
      portsEach: ports === undefined ? Number.NaN : portsEachOf(ports),
      ports: ports?.ports.length ?? 0,
    };
  }

  private group(node: ast.Link, scope: Scope, pattern: string, sides: Pick<NewGroup, 'from' | 'to'>): NewGroup {
    const over = this.parts.ofAny(node.medium, ['fiber', 'cable'], scope);
    const medium = this.paths.of(node, scope);
    const unknowns = this.paths.unknownsOf(medium);
    return {
      network: scope.network,
      group: scope.group,
      pattern,
      ...sides,
      fiber: over !== undefined && isPart(over, 'fiber') ? over : undefined,
      cable: over !== undefined && isPart(over, 'cable') ? over : undefined,
      medium,
      path: this.paths.sharedBy(medium),
      ...(unknowns === undefined ? {} : { unknowns }),
      ...(this.paths.isIncomplete(medium) || (node.medium !== undefined && over === undefined)
        ? { isIncomplete: true as const }
        : {}),
      mediumOrigin: node.medium === undefined ? undefined : this.context.origin(node.medium),
      readAt: this.paths.elsewhere(node, medium),
      fault: undefined,
      unlinked: undefined,
      alike: 0,
      declaration: this.context.declaration(node),
      origin: this.head(node),
    };
  }

  /** From the first selector to the pattern: the text before `over`. */
  private head(node: ast.Link) {
    const last = node.pattern ?? node.to.at(-1) ?? node.from.at(-1) ?? node;
    return this.context.span(node.from[0] ?? node, last);
  }

  /** Whether the fabric has room for more links; if not, reports it and ends every `for`. */
  private hasRoom(node: ast.Link, more: number): boolean {
    this.count += more;
    if (this.count <= maxTableRows) return true;
    this.context.problem(
      'value/too-large',
      this.head(node),
      `These make more than ${printNumber(maxTableRows)} links, the maximum of a fabric.`,
    );
    this.repeater.stop();
    return false;
  }
}

function pathBehindMedium({ medium, statements }: ast.Link): number {
  const [first] = statements;
  return medium === undefined || first === undefined ? 0 : extentOf(first).start - extentOf(medium).start;
}

function lay({ pattern, given }: AppliedPattern, from: PortSet, to: PortSet): Laid | LinkFault {
  return pattern.sides === 1 ? pattern.lay(from, given) : pattern.lay(from, to);
}

function newBatch(group: NewGroup): Batch {
  return {
    group: { ...group, fault: undefined, unlinked: undefined },
    from: [],
    to: [],
    failed: undefined,
    failures: 0,
    unlinked: { from: [], to: [] },
  };
}

/** The group of a batch, with the ports of all iterations. */
function total({ group, from }: Batch): NewGroup {
  const side = (each: Side): Side => ({ ...each, ports: from.length });
  const first = side(group.from);
  return { ...group, from: first, to: group.from === group.to ? first : side(group.to) };
}
