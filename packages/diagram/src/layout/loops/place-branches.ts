// A coolant loop with branches: CDUs on the left, branches in rows between supply and return.
import type { BranchGroup, LoopGroup, LoopsNode, Trunk } from '../../graph/index.ts';
import type { PlacedFrame } from '../geometry/placed.ts';
import { type ArrangedTrunk, usualWidth } from '../pieces/arranged.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import { groupTitle } from '../pieces/group-title.ts';
import { type RowEnds, returnMain, supplyMain } from './mains.ts';
import { type Pieces, type Pipes, pipesOf, run, together, up, upright, widestLabel } from './pipes.ts';
import { bestRows, type Row, riserGap, rowGap } from './rows.ts';
import type { Levels } from './subtree.ts';

const frame = { padding: 24, title: 60, bottom: 10, minWidth: 360 };
/** From CDU to CDU, and from the last one to the branches; between branches that spread out, at most. */
const gap = { card: 40, cdu: 56, maxBeside: 90 };

/** A loop with its branches. */
export interface BranchedLoop {
  readonly loop: LoopGroup;
  readonly branches: readonly BranchGroup[];
  readonly cards: readonly Card<LoopsNode>[];
  /** All pipes of the drawing. */
  readonly trunks: readonly Trunk[];
}

/** A CDU between the mains. */
interface PlacedCdu {
  readonly card: Card<LoopsNode>;
  readonly x: number;
  readonly middle: number;
}

/**
 * Places a loop with branches.
 * @param y its top
 * @param loops how many loops share the page
 * @returns the frame of the loop, and the rest of it
 */
export function placeBranches(parts: BranchedLoop, y: number, loops: number): Pieces & { readonly frame: PlacedFrame } {
  const { loop, cards, trunks } = parts;
  const pipes = pipesOf(trunks);
  const [supply, back] = [pipes.byId(`${loop.id}.supply`), pipes.byId(`${loop.id}.return`)];
  const cdus = cdusOf(cards);
  const begin = cdus[0]?.middle ?? frame.padding;
  const source = cdus.at(-1)?.middle ?? frame.padding;
  // The labels of the mains are right of the pipe of the last CDU.
  const label = widestLabel([supply, back]);
  const left = Math.max(endOf(cdus), source + label + 40);

  const bypass = pipes.byId(`${loop.id}.bypass`);
  const frames = new Map(parts.branches.map((each) => [each.id, each]));
  const rows = bestRows(
    { loop, frames, cards, pipes, trunks },
    { taps: tapsOf(parts, cdus), bypass, left, title: frame.title, padding: frame.padding, loops },
  );
  const several = rows.length > 1;
  const start = left + (several ? riserGap : 0);
  const riser = start - riserGap;
  const far = Math.max(...rows.map((each) => start + each.width)) + riserGap;
  const levels = levelsOf(rows, y + frame.title, Math.max(0, ...cdus.map(({ card }) => card.height)));
  const placed = rows.map((row, i) => placeRow(row, start, levels[i] as Levels, several));
  const ends = placed.map((each) => each.ends);
  const [first, last] = [levels[0] as Levels, levels.at(-1) as Levels];

  const middle = several ? (source + riser) / 2 : source + label / 2 + 20;
  const mains = [
    ...run(pipes, supply, {
      points: supplyMain(begin, riser, ends),
      label: () => ({ x: middle, y: first.supply }),
    }),
    ...run(pipes, back, { points: returnMain(begin, far, ends), label: () => ({ x: middle, y: last.back }) }),
  ];
  const inner = together(placed.flatMap((each) => each.pieces));
  const right = Math.max(several ? far : 0, ...placed.map((each) => each.right), frame.minWidth);
  const box = { x: 0, y, width: right + frame.padding, height: last.back + frame.bottom + frame.padding - y };
  return {
    nodes: [...cdus.map(({ card, x }) => placeCard(card, x, first.supply + rowGap.supply)), ...inner.nodes],
    groups: inner.groups,
    trunks: [
      ...mains,
      ...cdus.flatMap((cdu) => cduPipes(cdu, loop, pipes, { supply: first.supply, back: last.back })),
      ...inner.trunks,
    ],
    frame: { drawn: 'frame', group: loop, ...box, ...groupTitle(loop, 18, y + 26, box.width - 36) },
  };
}

/** CDUs from the left. */
function cdusOf(cards: readonly Card<LoopsNode>[]): readonly PlacedCdu[] {
  let x = frame.padding;
  return cards
    .filter(({ node }) => node.kind === 'cdu')
    .map((card) => {
      const cdu = { card, x, middle: x + card.width / 2 };
      x += card.width + gap.card;
      return cdu;
    });
}

/** Where the branches begin. */
function endOf(cdus: readonly PlacedCdu[]): number {
  const last = cdus.at(-1);
  return (last === undefined ? frame.padding - gap.card : last.x + last.card.width) + gap.cdu;
}

/** Pipes from the supply to branches and racks. */
function tapsOf({ loop, trunks }: BranchedLoop, cdus: readonly PlacedCdu[]): readonly Trunk[] {
  const ids = new Set(cdus.map(({ card }) => card.node.id));
  return trunks.filter(({ from, to }) => from === loop.id && to !== loop.id && !ids.has(to));
}

/**
 * Levels of the two mains at each row.
 * @param cduHeight height of the CDUs, which share the first row
 */
function levelsOf(rows: readonly Row[], top: number, cduHeight: number): Levels[] {
  let y = top;
  return rows.map((row, i) => {
    const supply = y;
    const back = supply + rowGap.supply + (i === 0 ? Math.max(row.height, cduHeight) : row.height) + rowGap.back;
    y = back + rowGap.row;
    return { supply, back };
  });
}

/** Places the branches of a row from left to right; a single short row spreads out. */
function placeRow(row: Row, start: number, levels: Levels, several: boolean) {
  const share = (usualWidth - 2 * frame.padding - start - row.width) / Math.max(1, row.items.length - 1);
  const extra = several ? 0 : Math.max(0, Math.min(gap.maxBeside - rowGap.beside, share));
  let at = start;
  const pieces: Pieces[] = [];
  const enters: number[] = [];
  const exits: number[] = [];
  for (const { subtree } of row.items) {
    enters.push(at + subtree.enter);
    exits.push(...subtree.exits.map((each) => each + at));
    pieces.push(subtree.place(at, levels.supply + rowGap.supply, levels));
    at += subtree.width + rowGap.beside + extra;
  }
  const ends: RowEnds = {
    ...levels,
    ...{ enter: Math.max(...enters), exit: Math.min(...exits), lastExit: Math.max(...exits) },
  };
  return { pieces, ends, right: at - rowGap.beside };
}

/** The pipes of a CDU: up to the supply, and up from the return. */
function cduPipes({ card, middle }: PlacedCdu, loop: LoopGroup, pipes: Pipes, levels: Levels): ArrangedTrunk[] {
  const top = levels.supply + rowGap.supply;
  const foot = top + card.height;
  return [
    ...run(pipes, pipes.between(card.node.id, loop.id), {
      points: upright(middle, top, levels.supply),
      arrows: [up(middle, (top + levels.supply) / 2)],
    }),
    ...run(pipes, pipes.between(loop.id, card.node.id), {
      points: upright(middle, levels.back, foot),
      arrows: [up(middle, levels.back - rowGap.back / 2)],
    }),
  ];
}
