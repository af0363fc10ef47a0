// Loops of equal units: drawn once, and counted. A hall of 72 units with a loop each says 72 times the same.
import { type Loop, printNumber } from '@lightloom/core';
import { grouped, type LoopsGroup, type LoopsNode } from '../../graph/index.ts';
import { mergedNames } from '../text/names.ts';
import type { LoopBody } from './loop-body.ts';

/** So many equal loops are drawn one by one. */
const maxApart = 4;

/** A loop with what is drawn of it. */
export interface DrawnLoop {
  readonly loop: Loop;
  readonly body: LoopBody;
}

export interface EqualLoops {
  /** The loops that are drawn, each for its equals; `name` is that of all of them. */
  readonly drawn: readonly (DrawnLoop & { readonly name: string })[];
  /** What represents the boxes, frames and pipes of the loops that aren't drawn, by id. */
  readonly standsFor: ReadonlyMap<string, string>;
}

/** Loops with the same racks, CDUs, branches and figures, whose names differ in indices alone, are one where there are many. */
export function foldLoops(loops: readonly DrawnLoop[]): EqualLoops {
  const standsFor = new Map<string, string>();
  const drawn = [...grouped(loops, signature).values()].flatMap((equal) => {
    const [first] = equal as [DrawnLoop];
    if (equal.length <= maxApart) return equal.map((each) => ({ ...each, name: each.loop.name }));
    for (const { body } of equal)
      for (const part of ['groups', 'nodes', 'trunks'] as const)
        for (const [i, { id }] of body[part].entries()) {
          const own = first.body[part][i]?.id ?? id;
          if (own !== id) standsFor.set(id, own);
        }
    return [{ loop: first.loop, name: mergedNames(equal.map((each) => each.loop.name)), body: bodyOfAll(equal) }];
  });
  return { drawn, standsFor };
}

/** The first of equal loops, with the names and the number of all. */
function bodyOfAll(equal: readonly DrawnLoop[]): LoopBody {
  const [{ body }] = equal as [DrawnLoop];
  const times = `${printNumber(equal.length, 0)} equal loops, each:`;
  const group = (each: LoopsGroup, i: number): LoopsGroup => ({
    ...each,
    label: mergedNames(equal.map((other) => other.body.groups[i]?.label ?? '')),
    lines: each.kind === 'loop' ? [`${times} ${each.lines.join(' · ')}`] : each.lines,
    count: each.count * equal.length,
    detail:
      each.kind === 'loop' ? `${each.detail}, one of ${printNumber(equal.length, 0)} that are equal` : each.detail,
  });
  const node = (each: LoopsNode, i: number): LoopsNode => ({
    ...each,
    label: mergedNames(equal.map((other) => other.body.nodes[i]?.label ?? '')),
    count: each.count * equal.length,
  });
  return { ...body, groups: body.groups.map(group), nodes: body.nodes.map(node) };
}

/** What a loop looks like, whatever the indices of its unit are. */
function signature({ loop, body: { groups, nodes, trunks, notes } }: DrawnLoop): string {
  const seen = [
    loop.name,
    groups.map(({ kind, label, lines }) => [kind, label, lines]),
    nodes.map(({ kind, label, lines, count, status }) => [kind, label, lines, count, status]),
    trunks.map(({ from, to, lines, weight, status }) => [from, to, lines, weight, status]),
    notes,
  ];
  return JSON.stringify(seen).replaceAll(/\[\d+\](?=[./"[])/g, '[]');
}
