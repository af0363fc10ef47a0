// Coolant loops one below the other: as ladders, or with branches in frames.
import type { BranchGroup, LoopGroup, LoopsGraph, LoopsGroup } from '../../graph/index.ts';
import type { PlacedFrame } from '../geometry/placed.ts';
import type { Arranged } from '../pieces/arranged.ts';
import { cardOf } from '../pieces/card.ts';
import { placeLadder } from './ladder.ts';
import type { Pieces } from './pipes.ts';
import { placeBranches } from './place-branches.ts';

/** Between loops. */
const gap = 32;

/** Arranges loops, and below them the racks on none. */
export function arrangeLoops({ nodes, groups, trunks }: LoopsGraph): Arranged {
  const cards = nodes.map(cardOf);
  const loops = groups.filter(isLoop);
  const placed: (Pieces & { readonly frame: PlacedFrame })[] = [];
  let y = 0;
  for (const loop of loops) {
    const branches = groups.filter((each): each is BranchGroup => each.kind === 'branch' && each.group === loop.id);
    const ids = new Set([loop.id, ...branches.map((each) => each.id)]);
    const own = { loop, branches, trunks, cards: cards.filter(({ node }) => ids.has(node.group)) };
    const next = branches.length === 0 ? placeLadder(own, y) : placeBranches(own, y, loops.length);
    placed.push(next);
    y += next.frame.height + gap;
  }
  const width = Math.max(0, ...placed.map(({ frame }) => frame.width));
  return {
    nodes: placed.flatMap((each) => each.nodes),
    // All loops are as wide as the widest.
    groups: placed.flatMap((each) => [{ ...each.frame, width }, ...each.groups]),
    trunks: placed.flatMap((each) => each.trunks),
    texts: [],
    width,
    height: Math.max(0, y - gap),
  };
}

function isLoop(group: LoopsGroup): group is LoopGroup {
  return group.kind === 'loop';
}
