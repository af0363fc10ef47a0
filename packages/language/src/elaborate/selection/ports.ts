// What follows a device or a coolant loop in a selector: its port groups, or its branches.
import {
  type Block,
  cagesOf,
  countUp,
  type ElementFamily,
  isRange,
  type Part,
  type PortGroup,
  unsignedAt,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { codeList } from '../../problems/wording.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { positionsOf } from '../values/indices.ts';
import { nounOf } from './families.ts';
import type { Reached, ReachedElements } from './reached.ts';

/** A port group of each of some devices: `leaf[3].up[1..2]`, or all of them: `leaf[3].*`. */
export function portsOf(
  context: Context,
  isOpen: (part: Part) => boolean,
  reached: ReachedElements,
  segment: ast.Selector['segments'][number],
  scope: Scope,
): Reached | undefined {
  if (reached.of === 'loop') return branchOf(context, reached, segment);
  if (reached.of !== 'device') return reportNoPorts(context, reached.of, segment);
  const { builder } = context;
  const { ids } = reached;
  const chosen = new Map<Block['part'], Uint32Array | undefined>();
  const ranges = new Set<Uint32Array>();
  const each: Uint32Array[] = [];
  let size = 0;
  /** Where the cages of the next device must begin, if they are to follow those before; -1 once they don't. */
  let next: number | undefined;
  for (let i = 0; i < ids.length; i++) {
    const { part } = builder.blockOf(unsignedAt(ids, i));
    if (part === undefined || (segment.$type === 'Wildcard' && isOpen(part))) return undefined;
    if (!chosen.has(part)) {
      const cages =
        segment.$type === 'Wildcard' ? countUp(cagesOf(part)) : cagesIn(context, isOpen, part, segment, scope);
      chosen.set(part, cages);
      if (cages !== undefined && isRange(cages)) ranges.add(cages);
    }
    const within = chosen.get(part);
    if (within === undefined) return undefined;
    each.push(within);
    size += within.length;
    if (within.length === 0) continue;
    const first = builder.firstCageOf(unsignedAt(ids, i)) + unsignedAt(within, 0);
    next = ranges.has(within) && first === (next ?? first) ? first + within.length : -1;
  }
  if (next !== undefined && next > 0) return { kind: 'elements', of: 'cage', ids: builder.range(next - size, size) };
  const cages = new Uint32Array(size);
  let at = 0;
  for (let i = 0; i < ids.length; i++) {
    const within = each[i] as Uint32Array;
    const first = builder.firstCageOf(unsignedAt(ids, i));
    const { length } = within;
    for (let j = 0; j < length; j++) cages[at + j] = first + unsignedAt(within, j);
    at += length;
  }
  return { kind: 'elements', of: 'cage', ids: cages };
}

/** A branch of a coolant loop: `primary.east`. */
function branchOf(
  context: Context,
  reached: ReachedElements,
  segment: ast.Selector['segments'][number],
): Reached | undefined {
  const { builder } = context;
  const name = segment.$type === 'Segment' ? segment.named.$refText : '*';
  const loop = unsignedAt(reached.ids, 0);
  const found = builder.plant.branchNamed(loop, name);
  if (found !== undefined) return { kind: 'elements', of: 'branch', ids: Uint32Array.of(found.index) };
  if (name === '') return undefined;
  const prefix = `${builder.plant.loopName(loop)}.`;
  const names = builder.plant.branchNames
    .filter((each) => each.startsWith(prefix))
    .map((each) => each.slice(prefix.length));
  context.problem(
    'name/unknown',
    context.origin(segment),
    `${builder.plant.loopName(loop)} has no branch \`${name}\`.`,
    {
      suggestion: closest(name, names),
      suggestionAt: segment.$type === 'Segment' ? [context.wordOrigin(segment)] : undefined,
      help: names.length === 0 ? 'It has no branches.' : `It has ${codeList(names)}.`,
    },
  );
  return undefined;
}

function reportNoPorts(context: Context, of: ElementFamily, segment: ast.Selector['segments'][number]): undefined {
  const text = of === 'cage' ? 'A port has no members.' : `A ${nounOf(of)} has no ports.`;
  context.problem('selection/kind', context.origin(segment), text);
  return undefined;
}

/** The cages of a port group, counted within the device. */
function cagesIn(
  context: Context,
  isOpen: (part: Part) => boolean,
  part: Part,
  segment: ast.Segment,
  scope: Scope,
): Uint32Array | undefined {
  const name = segment.named.$refText;
  const group: PortGroup | undefined = part.ports.find((each) => each.name === name);
  if (group === undefined) {
    if (name === '' || isKnownToBeMissing(context, segment) || isOpen(part)) return undefined;
    const names = part.ports.map((each) => each.name);
    const near = closest(name, names);
    context.problem('name/unknown', context.origin(segment), `${part.name} has no ports called \`${name}\`.`, {
      suggestion: near,
      suggestionAt: [context.wordOrigin(segment)],
      help: names.length === 0 ? 'It has no ports.' : `It has ${codeList(names)}.`,
    });
    return undefined;
  }
  return positionsOf(context, scope, name, group.axes, segment.dimensions)?.map((each) => group.first + each);
}

/** Whether the text alone shows that a member doesn't exist: then the check of names reports it. */
export function isKnownToBeMissing(context: Context, segment: ast.Segment): boolean {
  if (segment.named.ref !== undefined) return false;
  const selector = segment.$container as ast.Selector;
  const before = selector.segments[selector.segments.indexOf(segment) - 1];
  const target = before?.$type === 'Segment' ? before.named.ref : undefined;
  return target !== undefined && context.symbols.members(target) !== undefined;
}
