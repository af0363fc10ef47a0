// A coolant loop without branches: the supply on top, the return below, CDUs and racks between them.
import type { LoopGroup, LoopsNode, Trunk } from '../../graph/index.ts';
import type { PlacedFrame } from '../geometry/placed.ts';
import { textWidth } from '../geometry/typography.ts';
import { type ArrangedTrunk, usualWidth } from '../pieces/arranged.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import { groupTitle, titleMarksWidth } from '../pieces/group-title.ts';
import { pillSize } from '../pieces/pill.ts';
import { down, level, type Pieces, type Pipes, pipesOf, run, up, upright, widestLabel } from './pipes.ts';

const frame = { padding: 24, title: 34, minWidth: 360 };
/** Between boxes at least and at most, from a box to a main, from the title to the supply or to boxes without pipes. */
const gap = { card: 56, maxCard: 140, main: 58, supply: 26, title: 8, bottom: 10 };

/** A loop without branches. */
export interface Ladder {
  readonly loop: LoopGroup;
  readonly cards: readonly Card<LoopsNode>[];
  /** All pipes of the drawing. */
  readonly trunks: readonly Trunk[];
}

/** A box between the mains. */
interface Rung {
  readonly card: Card<LoopsNode>;
  readonly x: number;
  readonly middle: number;
}

/**
 * Places a loop without branches.
 * @param y its top
 */
export function placeLadder({ loop, cards, trunks }: Ladder, y: number): Pieces & { readonly frame: PlacedFrame } {
  const own = trunks.filter(({ from, to }) => [from, to].includes(loop.id));
  const labels = widestLabel(own);
  const height = Math.max(0, ...cards.map((each) => each.height));
  const flowing = own.length > 0 && cards.length > 0;
  const supply = y + frame.title + gap.supply;
  const top = flowing ? supply + gap.main : y + frame.title + gap.title;
  const back = top + height + gap.main;
  const bottom = flowing ? back + gap.bottom : top + height;
  // Mains that no CDU feeds begin at the edge.
  const fed = cards.some(({ node }) => node.kind === 'cdu');
  const { rungs, end } = rungsOf(cards, frame.padding + (flowing && !fed ? labels + 40 : 0));
  const title = textWidth(loop.label, 'name') + textWidth(loop.lines[0] ?? '', 'line') + titleMarksWidth(loop) + 34;
  const width = Math.max(end, title, labels + 2 * frame.padding + 120, frame.minWidth) + frame.padding;
  const measures = { loop, rungs, supply, back, top, bottom: top + height, fed };
  const box = { x: 0, y, width, height: bottom - y + frame.padding };
  return {
    frame: { drawn: 'frame', group: loop, ...box, ...groupTitle(loop, 18, y + 26, width - 36) },
    nodes: rungs.map(({ card, x }) => placeCard(card, x, top, card.width, height)),
    groups: [],
    trunks: flowing ? own.flatMap((trunk) => pipeOf(trunk, pipesOf(trunks), measures)) : [],
  };
}

/** Boxes from the left; a short loop spreads out, a long one stays close. */
function rungsOf(cards: readonly Card<LoopsNode>[], left: number): { rungs: readonly Rung[]; end: number } {
  const filled = cards.reduce((sum, each) => sum + each.width, 0);
  const spread = (usualWidth - 2 * frame.padding - filled) / Math.max(1, cards.length - 1);
  const space = Math.max(gap.card, Math.min(gap.maxCard, spread));
  let x = left;
  const rungs = cards.map((card): Rung => {
    const rung = { card, x, middle: x + card.width / 2 };
    x += card.width + space;
    return rung;
  });
  return { rungs, end: x - space };
}

interface Measures {
  readonly loop: LoopGroup;
  readonly rungs: readonly Rung[];
  /** Levels of the mains. */
  readonly supply: number;
  readonly back: number;
  /** Levels of the boxes. */
  readonly top: number;
  readonly bottom: number;
  readonly fed: boolean;
}

function pipeOf(trunk: Trunk, pipes: Pipes, measures: Measures): ArrangedTrunk[] {
  const { loop, rungs, supply, back, top, bottom } = measures;
  const cold = trunk.id.startsWith(`${loop.id}.supply`);
  const main = cold ? supply : back;
  if (trunk.from === trunk.to) return mainPipe(trunk, pipes, main, measures);
  const box = trunk.from === loop.id ? trunk.to : trunk.from;
  const x = rungs.find(({ card }) => card.node.id === box)?.middle ?? 0;
  const edge = cold ? top : bottom;
  const [from, to] = trunk.to === box ? [main, edge] : [edge, main];
  const middle = (edge + main) / 2;
  return run(pipes, trunk, {
    points: upright(x, from, to),
    arrows: [to > from ? down(x, middle) : up(x, middle)],
    label: ({ width }) => ({ x: x + width / 2 + 12, y: middle }),
  });
}

/** A main, from the first to the last box on it; its label is right of the first riser. */
function mainPipe(trunk: Trunk, pipes: Pipes, y: number, { rungs, fed }: Measures): ArrangedTrunk[] {
  const ends = rungs.map((each) => each.middle);
  const [first, last] = [fed ? Math.min(...ends) : frame.padding, Math.max(...ends)];
  const middle = fed && ends.length > 1 ? ((ends[0] ?? 0) + (ends[1] ?? 0)) / 2 : 0;
  const x = Math.max(middle, frame.padding + (pillSize(trunk)?.width ?? 0) / 2);
  return run(pipes, trunk, { points: level(y, first, last), label: () => ({ x, y }) });
}
