// Bands of links that couldn't be connected: what the text asks for keeps its place in the drawing.
import { deviceOfPort, type Fabric, type LinkGroup, signedAt } from '@lightloom/core';
import type { Trunk } from '../../../graph/index.ts';
import { originOf } from '../../text/json-values.ts';
import type { Stack, Stacks } from '../stacks/stacks.ts';

/** Bands of one statement, and of all: a statement can be between many boxes. */
const max = { each: 6, all: 24 };

export interface Missing {
  readonly trunks: readonly Trunk[];
  /** Id of the first band of a statement; undefined where it has none. */
  bandOf(statement: number): string | undefined;
}

/**
 * @param networks networks drawn; all when undefined
 * @param taken ids of the other bands
 */
export function missingBands(
  fabric: Fabric,
  { stacks, of }: Stacks,
  networks: ReadonlySet<number> | undefined,
  taken: ReadonlySet<string>,
): Missing {
  const trunks: Trunk[] = [];
  const first = new Map<number, string>();
  const ids = new Set(taken);
  for (const group of fabric.linkGroups) {
    const { fault, network, unlinked, index } = group;
    if (fault === undefined || unlinked === undefined || trunks.length >= max.all) continue;
    if (networks !== undefined && !(network !== undefined && networks.has(network.index))) continue;
    const stacksOf = (ports: Iterable<number>): Stack[] =>
      [...new Set([...ports].map((port) => signedAt(of, deviceOfPort(fabric, port))))].flatMap(
        (at) => stacks[at] ?? [],
      );
    const [froms, tos] = [stacksOf(unlinked.from), stacksOf(unlinked.to)];
    const pairs = froms.flatMap((from) => tos.map((to) => [from, to] as const)).slice(0, max.each);
    for (const [from, to] of pairs) {
      const ends = `${from.id} to ${to.id}`;
      let id = `${ends}, not connected`;
      for (let i = 2; ids.has(id); i++) id = `${ends}, not connected (${i})`;
      ids.add(id);
      if (!first.has(index)) first.set(index, id);
      trunks.push(bandOf(group, id, from, to));
    }
  }
  return { trunks, bandOf: (statement) => first.get(statement) };
}

function bandOf({ pattern, origin }: LinkGroup, id: string, from: Stack, to: Stack): Trunk {
  const lines = [pattern === 'pairs' ? 'not connected' : `${pattern}, not connected`];
  return {
    ...{ id, from: from.id, to: to.id, lines, weight: null, missing: true },
    ...originOf(origin),
    detail: `${id.replace(/, not connected.*/, '')}: ${lines[0]}`,
  };
}
