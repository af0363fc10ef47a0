// Selectors: from a path to the things it names, in one scope.
import type { ElementFamily, Part, Selection } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { replacement } from '../../problems/problem.ts';
import { alternatives, codeList } from '../../problems/wording.ts';
import type { Context } from '../scope/context.ts';
import type { Pieces } from '../scope/pieces.ts';
import type { Member, Scope } from '../scope/scope.ts';
import { distinct, joined, shifted } from '../values/ids.ts';
import { positionsOf } from '../values/indices.ts';
import { channelsOf } from './channels.ts';
import { nounsOf, type Selectable, wantedOf } from './families.ts';
import { isKnownToBeMissing, portsOf } from './ports.ts';
import { familyOf, joinReached, type Reached, selectionOf } from './reached.ts';
import { textOf } from './selector-text.ts';

export class Selectors {
  private readonly context: Context;
  /** Whether a part may have ports that aren't known. */
  private readonly isOpen: (part: Part) => boolean;

  constructor(context: Context, isOpen: (part: Part) => boolean) {
    this.context = context;
    this.isOpen = isOpen;
  }

  /**
   * What some selectors name together, each thing once.
   * @param kind the family that the place takes; `any` takes all
   * @returns undefined when a name, an index or the kind is wrong, which is reported
   */
  all(selectors: readonly ast.Selector[], scope: Scope, kind: Selectable): Selection | undefined {
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
          `\`${textOf(selector)}\` selects ${nounsOf(selection.of)}; expected ${alternatives(wanted.map(nounsOf))}.`,
        );
        return undefined;
      }
      of = selection.of;
      found.push(selection.ids);
    }
    return of === undefined ? undefined : { of, ids: distinct(joined(found)) };
  }

  /** What one selector names, in its order; undefined when something is wrong, which is reported. */
  one(selector: ast.Selector, scope: Scope): Selection | undefined {
    const [head, ...rest] = selector.segments;
    if (head === undefined || head.$type !== 'Segment') return undefined;
    let reached = this.head(head, scope);
    for (const segment of rest) {
      if (reached === undefined) return undefined;
      reached =
        reached.kind === 'scopes'
          ? this.member(reached.scopes, segment, scope)
          : portsOf(this.context, this.isOpen, reached, segment, scope);
    }
    if (reached === undefined) return undefined;
    const selection = selectionOf(reached);
    if (selection.ids.length === 0) {
      this.context.problem(
        'selection/nothing',
        this.context.origin(selector),
        `\`${textOf(selector)}\` matches nothing.`,
      );
      return undefined;
    }
    return selector.channels === undefined
      ? selection
      : channelsOf(this.context, selector, selection, selector.channels, scope);
  }

  private head(segment: ast.Segment, scope: Scope): Reached | undefined {
    const name = segment.named.$refText;
    const found = scope.find(name);
    if (found.length > 1) {
      const networks = [...scope.top.members]
        .filter(([, each]) => each.kind === 'network' && each.scope.members.has(name))
        .map(([network]) => `${network}.${name}`);
      this.context.problem('name/ambiguous', this.context.origin(segment), `\`${name}\` is in more than one network.`, {
        help: `Write ${alternatives(networks.map((each) => `\`${each}\``))}.`,
        fixes: networks.map((each) => replacement([this.context.wordOrigin(segment)], each)),
      });
      return undefined;
    }
    const [only] = found;
    if (only !== undefined) return this.open(only, segment, name, scope);
    // An undeclared name is reported where names are checked.
    const named = segment.named.ref;
    if (named === undefined) return undefined;
    const isType = named.$type === 'TypeDeclaration' || named.$type === 'Template';
    const text = isType ? `\`${name}\` is a type, not something installed.` : `\`${name}\` isn't something installed.`;
    this.context.problem('selection/kind', this.context.origin(segment), text);
    return undefined;
  }

  /** Enters a member, with the indices after its name. */
  private open(member: Member, segment: ast.Segment, name: string, scope: Scope): Reached | undefined {
    switch (member.kind) {
      case 'block': {
        const positions = positionsOf(this.context, scope, name, member.block.axes, segment.dimensions);
        if (positions === undefined) return undefined;
        return {
          kind: 'elements',
          of: familyOf(member.block.kind),
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
      case 'element': {
        const { selection, axes = [] } = member;
        const positions = positionsOf(this.context, scope, name, axes, segment.dimensions);
        if (positions === undefined) return undefined;
        return { kind: 'elements', of: selection.of, ids: positions.map((each) => selection.ids[each] ?? 0) };
      }
    }
  }

  /** Enters an array that a `for` installs: those of its elements that the indices after its name choose. */
  private pieces(pieces: Pieces<Scope>, segment: ast.Segment, name: string, scope: Scope): Reached | undefined {
    const { grid, of } = pieces;
    if (grid === undefined) {
      this.context.problem(
        'value/too-large',
        this.context.origin(segment),
        `The indices of \`${name}\` are too far apart to select from.`,
      );
      return undefined;
    }
    const positions = positionsOf(this.context, scope, name, grid.axes, segment.dimensions);
    if (positions === undefined) return undefined;
    const found = Array.from(positions, (each) => grid.at(each)).filter((each) => each !== undefined);
    if (of !== undefined)
      return { kind: 'elements', of: familyOf(of), ids: Uint32Array.from(found, (each) => each.id) };
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
        '`*` names all ports of a device; name a member here.',
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
    return joinReached(parts);
  }

  private noMember(segment: ast.Segment, name: string, scope: Scope): undefined {
    if (name === '' || isKnownToBeMissing(this.context, segment)) return undefined;
    const names = [...scope.members.keys()];
    const near = closest(name, names);
    this.context.problem(
      'name/unknown',
      this.context.origin(segment),
      `${scope.group?.path ?? 'This'} has no \`${name}\`.`,
      {
        suggestion: near,
        suggestionAt: [this.context.wordOrigin(segment)],
        help: `It has ${codeList(names)}.`,
      },
    );
    return undefined;
  }
}
