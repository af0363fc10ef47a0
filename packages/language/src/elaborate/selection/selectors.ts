// Selectors: from a path to the things it names, in one scope.
import {
  type Block,
  cagesOf,
  type ElementFamily,
  type Part,
  type PortGroup,
  type SelectableKind,
  type Selection,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest, textBetween } from '../../parse/index.ts';
import type { Context } from '../scope/context.ts';
import type { Pieces } from '../scope/pieces.ts';
import type { Member, Scope } from '../scope/scope.ts';
import { wholeNumber } from '../values/evaluate.ts';
import { countUp, distinct, joined, shifted } from '../values/ids.ts';
import { positionsOf } from '../values/indices.ts';
import { nounOf, nounsOf, wantedOf } from './families.ts';

/** Where a path has led so far: scopes (of networks and templates) or elements. */
type Reached =
  | { readonly kind: 'scopes'; readonly family: 'group' | 'network'; readonly scopes: readonly Scope[] }
  | { readonly kind: 'elements'; readonly of: ElementFamily; readonly ids: Uint32Array };

export class Selectors {
  private readonly context: Context;
  /** Whether a part may have ports that are not known. */
  private readonly isOpen: (part: Part) => boolean;

  constructor(context: Context, isOpen: (part: Part) => boolean) {
    this.context = context;
    this.isOpen = isOpen;
  }

  /**
   * What some selectors name together, each thing once.
   * @param kind the family that is wanted; `any` takes all
   * @returns undefined when a name, an index or the kind is wrong, which is told
   */
  all(selectors: readonly ast.Selector[], scope: Scope, kind: SelectableKind | ElementFamily): Selection | undefined {
    const found: Uint32Array[] = [];
    let of: ElementFamily | undefined;
    for (const selector of selectors) {
      const selection = this.one(selector, scope);
      if (selection === undefined) return undefined;
      const wanted = wantedOf(kind, of);
      if (wanted.length > 0 && !wanted.includes(selection.of)) {
        this.context.problem(
          'selection/kind',
          this.context.origin(selector),
          `\`${textOf(selector)}\` selects ${nounsOf(selection.of)}; here ${wanted.map(nounsOf).join(' or ')} are wanted.`,
        );
        return undefined;
      }
      of = selection.of;
      found.push(selection.ids);
    }
    return of === undefined ? undefined : { of, ids: distinct(joined(found)) };
  }

  /** What one selector names, in its order; undefined when something is wrong, which is told. */
  one(selector: ast.Selector, scope: Scope): Selection | undefined {
    const [head, ...rest] = selector.segments;
    if (head === undefined || head.$type !== 'Segment') return undefined;
    let reached = this.head(head, scope);
    for (const segment of rest) {
      if (reached === undefined) return undefined;
      reached =
        reached.kind === 'scopes' ? this.member(reached.scopes, segment, scope) : this.ports(reached, segment, scope);
    }
    if (reached === undefined) return undefined;
    const selection = this.finish(reached);
    if (selection.ids.length === 0) {
      this.context.problem(
        'selection/nothing',
        this.context.origin(selector),
        `\`${textOf(selector)}\` matches nothing.`,
      );
      return undefined;
    }
    return selector.channels === undefined ? selection : this.channels(selector, selection, selector.channels, scope);
  }

  private finish(reached: Reached): Selection {
    if (reached.kind === 'elements') return { of: reached.of, ids: reached.ids };
    if (reached.family === 'network')
      return { of: 'network', ids: Uint32Array.from(reached.scopes, (each) => each.network?.index ?? 0) };
    return { of: 'group', ids: Uint32Array.from(reached.scopes, (each) => each.group?.index ?? 0) };
  }

  private head(segment: ast.Segment, scope: Scope): Reached | undefined {
    const name = segment.named.$refText;
    const found = scope.find(name);
    if (found.length > 1) {
      const networks = [...scope.top.members]
        .filter(([, each]) => each.kind === 'network' && each.scope.members.has(name))
        .map(([network]) => `\`${network}.${name}\``);
      this.context.problem('name/ambiguous', this.context.origin(segment), `\`${name}\` is in several networks.`, {
        help: `Write ${networks.join(' or ')}.`,
      });
      return undefined;
    }
    const [only] = found;
    if (only !== undefined) return this.open(only, segment, name, scope);
    // A name nobody knows is told where names are checked.
    const named = segment.named.ref;
    if (named === undefined) return undefined;
    const isType = named.$type === 'TypeDeclaration' || named.$type === 'Template';
    const text = isType
      ? `\`${name}\` is a type and nothing that is installed.`
      : `\`${name}\` is nothing that is installed.`;
    this.context.problem('selection/kind', this.context.origin(segment), text);
    return undefined;
  }

  /** Goes into a member, with the indices behind its name. */
  private open(member: Member, segment: ast.Segment, name: string, scope: Scope): Reached | undefined {
    switch (member.kind) {
      case 'block': {
        const positions = positionsOf(this.context, scope, name, member.block.axes, segment.dimensions);
        if (positions === undefined) return undefined;
        return {
          kind: 'elements',
          of: familyOf(member.block),
          ids: shifted(positions, member.block.first),
        };
      }
      case 'units': {
        const positions = positionsOf(this.context, scope, name, member.axes, segment.dimensions);
        if (positions === undefined) return undefined;
        return {
          kind: 'scopes',
          family: 'group',
          scopes: Array.from(positions, (each) => member.units[each] as Scope).filter((each) => each !== undefined),
        };
      }
      case 'pieces':
        return this.pieces(member.pieces, segment, name, scope);
      case 'network':
        return positionsOf(this.context, scope, name, [], segment.dimensions) === undefined
          ? undefined
          : { kind: 'scopes', family: 'network', scopes: [member.scope] };
      case 'missing':
        return undefined;
      case 'element':
        return positionsOf(this.context, scope, name, [], segment.dimensions) === undefined
          ? undefined
          : { kind: 'elements', ...member.selection };
    }
  }

  /** Goes into an array that a loop installs: what is there of the indices behind its name. */
  private pieces(pieces: Pieces<Scope>, segment: ast.Segment, name: string, scope: Scope): Reached | undefined {
    const { grid, of } = pieces;
    if (grid === undefined) {
      this.context.problem(
        'value/too-large',
        this.context.origin(segment),
        `The indices of \`${name}\` lie too far apart to be selected from.`,
      );
      return undefined;
    }
    const positions = positionsOf(this.context, scope, name, grid.axes, segment.dimensions);
    if (positions === undefined) return undefined;
    const found = Array.from(positions, (each) => grid.at(each)).filter((each) => each !== undefined);
    if (of !== undefined)
      return { kind: 'elements', of: familyOf({ kind: of }), ids: Uint32Array.from(found, (each) => each.id) };
    return { kind: 'scopes', family: 'group', scopes: found.flatMap((each) => each.unit ?? []) };
  }

  /** A member of each of some scopes: `su[*].leaf[3]`. */
  private member(
    scopes: readonly Scope[],
    segment: ast.Selector['segments'][number],
    from: Scope,
  ): Reached | undefined {
    if (segment.$type === 'Wildcard') {
      this.context.problem(
        'selection/kind',
        this.context.origin(segment),
        '`*` stands for all port groups of a device; name the member here.',
      );
      return undefined;
    }
    const name = segment.named.$refText;
    const parts: Reached[] = [];
    for (const scope of scopes) {
      const member = scope.members.get(name);
      const reached =
        member === undefined ? this.noMember(segment, name, scope) : this.open(member, segment, name, from);
      if (reached === undefined) return undefined;
      parts.push(reached);
    }
    return join(parts);
  }

  private noMember(segment: ast.Segment, name: string, scope: Scope): undefined {
    // What the text already shows to be unknown is told where names are checked.
    if (name === '' || isClosed(this.context, segment)) return undefined;
    const names = [...scope.members.keys()];
    const near = closest(name, names);
    this.context.problem(
      'name/unknown',
      this.context.origin(segment),
      `${scope.group?.path ?? 'This'} has no \`${name}\`.`,
      {
        suggestion: near,
        suggestionAt: [this.context.wordOrigin(segment)],
        help: `It has ${names.map((each) => `\`${each}\``).join(', ')}.`,
      },
    );
    return undefined;
  }

  /** A port group of each of some devices: `leaf[3].up[1..2]`, or all of them: `leaf[3].*`. */
  private ports(
    reached: Reached & { kind: 'elements' },
    segment: ast.Selector['segments'][number],
    scope: Scope,
  ): Reached | undefined {
    if (reached.of === 'loop') return this.branch(reached, segment);
    if (reached.of !== 'device') return this.notADevice(reached.of, segment);
    const { builder } = this.context;
    const { ids } = reached;
    const chosen = new Map<Block['part'], Uint32Array | undefined>();
    const each: Uint32Array[] = [];
    let size = 0;
    for (let i = 0; i < ids.length; i++) {
      const { part } = builder.blockOf(ids[i] as number);
      if (part === undefined || (segment.$type === 'Wildcard' && this.isOpen(part))) return undefined;
      if (!chosen.has(part))
        chosen.set(part, segment.$type === 'Wildcard' ? countUp(cagesOf(part)) : this.cagesIn(part, segment, scope));
      const within = chosen.get(part);
      if (within === undefined) return undefined;
      each.push(within);
      size += within.length;
    }
    const cages = new Uint32Array(size);
    let at = 0;
    for (let i = 0; i < ids.length; i++) {
      const within = each[i] as Uint32Array;
      const first = builder.firstCageOf(ids[i] as number);
      for (let j = 0; j < within.length; j++) cages[at++] = first + (within[j] as number);
    }
    return { kind: 'elements', of: 'cage', ids: cages };
  }

  /** A branch of a loop: `primary.east`. */
  private branch(
    reached: Reached & { kind: 'elements' },
    segment: ast.Selector['segments'][number],
  ): Reached | undefined {
    const { builder } = this.context;
    const name = segment.$type === 'Segment' ? segment.named.$refText : '*';
    const loop = reached.ids[0] as number;
    const found = builder.plant.branchNamed(loop, name);
    if (found !== undefined) return { kind: 'elements', of: 'branch', ids: Uint32Array.of(found.index) };
    if (name === '') return undefined;
    const prefix = `${builder.plant.loopName(loop)}.`;
    const names = builder.plant.branchNames
      .filter((each) => each.startsWith(prefix))
      .map((each) => each.slice(prefix.length));
    this.context.problem(
      'name/unknown',
      this.context.origin(segment),
      `${builder.plant.loopName(loop)} has no branch \`${name}\`.`,
      {
        suggestion: closest(name, names),
        suggestionAt: segment.$type === 'Segment' ? [this.context.wordOrigin(segment)] : undefined,
        help: names.length === 0 ? 'It has no branches.' : `It has ${names.map((each) => `\`${each}\``).join(', ')}.`,
      },
    );
    return undefined;
  }

  private notADevice(of: ElementFamily, segment: ast.Selector['segments'][number]): undefined {
    this.context.problem(
      'selection/kind',
      this.context.origin(segment),
      of === 'cage' ? 'A port has no members.' : `A ${nounOf(of)} has no ports.`,
    );
    return undefined;
  }

  /** The cages of a port group, counted within the device. */
  private cagesIn(part: NonNullable<Block['part']>, segment: ast.Segment, scope: Scope): Uint32Array | undefined {
    const name = segment.named.$refText;
    const group: PortGroup | undefined = part.ports.find((each) => each.name === name);
    if (group === undefined) {
      if (name === '' || isClosed(this.context, segment) || this.isOpen(part)) return undefined;
      const names = part.ports.map((each) => each.name);
      const near = closest(name, names);
      this.context.problem(
        'name/unknown',
        this.context.origin(segment),
        `${part.name} has no ports called \`${name}\`.`,
        {
          suggestion: near,
          suggestionAt: [this.context.wordOrigin(segment)],
          help: names.length === 0 ? 'It has no ports.' : `It has ${names.map((each) => `\`${each}\``).join(', ')}.`,
        },
      );
      return undefined;
    }
    return positionsOf(this.context, scope, name, group.axes, segment.dimensions)?.map((each) => group.first + each);
  }

  /** `/5`: channels of the modules in some cages. */
  private channels(selector: ast.Selector, cages: Selection, item: ast.IndexItem, scope: Scope): Selection | undefined {
    if (cages.of !== 'cage' || !this.context.modulesIn) {
      const text = cages.of === 'cage' ? 'A whole port is wanted here, no channel of it.' : 'Only a port has channels.';
      this.context.problem('selection/kind', this.context.origin(item), text);
      return undefined;
    }
    const { builder } = this.context;
    const { firstPort } = builder.layPorts();
    const low = item.all ? 1 : wholeNumber(this.context, scope, item.low, 'A channel');
    const last = item.high === undefined ? low : wholeNumber(this.context, scope, item.high, 'A channel');
    if (low === undefined || last === undefined) return undefined;
    const ports: number[] = [];
    for (const cage of cages.ids) {
      const first = firstPort[cage] as number;
      const count = (firstPort[cage + 1] as number) - first;
      const high = item.all ? count : last;
      if (low < 1 || high > count || low > high) {
        // A module that could not be understood has channels nobody knows.
        if (!builder.hasGap('plugs')) this.noChannel(selector, item, low < 1 || low > high ? low : high, count);
        return undefined;
      }
      for (let channel = low; channel <= high; channel++) ports.push(first + channel - 1);
    }
    return { of: 'port', ids: Uint32Array.from(ports) };
  }

  private noChannel(selector: ast.Selector, item: ast.IndexItem, channel: number, count: number): void {
    const text = textOf(selector);
    const port = text.slice(0, text.lastIndexOf('/'));
    const has = count === 1 ? 'one channel' : `${count} channels`;
    this.context.problem(
      'selection/no-such-index',
      this.context.origin(item),
      `\`${port}\` has ${has}; there is no \`/${channel}\`.`,
      { help: 'A cage has the channels of the module that is plugged into it; without a module it is one port.' },
    );
  }
}

/** Whether the text alone shows that a member does not exist, so that the check of names tells it. */
function isClosed(context: Context, segment: ast.Segment): boolean {
  if (segment.named.ref !== undefined) return false;
  const selector = segment.$container as ast.Selector;
  const before = selector.segments[selector.segments.indexOf(segment) - 1];
  const target = before?.$type === 'Segment' ? before.named.ref : undefined;
  return target !== undefined && context.symbols.members(target) !== undefined;
}

function join(parts: readonly Reached[]): Reached | undefined {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first;
  if (first.kind === 'scopes')
    return { ...first, scopes: parts.flatMap((each) => (each.kind === 'scopes' ? each.scopes : [])) };
  return { ...first, ids: joined(parts.flatMap((each) => (each.kind === 'elements' ? [each.ids] : []))) };
}

function familyOf(block: Pick<Block, 'kind'>): ElementFamily {
  return block.kind === 'rack' ? 'rack' : block.kind === 'cdu' ? 'cdu' : 'device';
}

const spaces = /\s/;

/** A selector as written. */
export function textOf(selector: ast.Selector): string {
  const text = textBetween(selector, selector);
  return spaces.test(text) ? text.replace(/\s+/g, ' ') : text;
}
