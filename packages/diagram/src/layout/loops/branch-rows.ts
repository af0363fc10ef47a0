// A coolant loop with branches: CDUs on the left, branches in rows between supply and return.
import type { Graph, Group, Trunk } from '../../graph/index.ts';
import type { PlacedGroup, Point } from '../geometry/placed.ts';
import { usualWidth } from '../pieces/arranged.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import { titleTexts } from '../pieces/group-title.ts';
import { type Hanging, hangingFrom, type LoopParts } from './branch-tree.ts';
import { type Arrow, type Pieces, pipesOf, run, together, widestLabel } from './pipes.ts';

const frame = { padding: 24, title: 60 };
const gap = { card: 40, cdu: 56, main: 46, back: 62, row: 40, beside: 28, widest: 90, riser: 26 };
/** How many racks of a series stand one below the other, as tried. */
const heights = [1, 2, 3, 4, 6];

interface Row {
  readonly items: readonly { readonly hanging: Hanging; readonly pipe: Trunk }[];
  readonly width: number;
  readonly height: number;
}

/**
 * Places a loop with branches so that it can be printed as large as possible.
 * @param frames its branches
 * @param loops how many loops share the page
 */
export function placeBranches(
  graph: Graph,
  loop: Group,
  frames: readonly Group[],
  cards: readonly Card[],
  y: number,
  loops: number,
): Pieces & { readonly group: PlacedGroup; readonly inner: readonly PlacedGroup[] } {
  const pipes = pipesOf(graph);
  const cdus = cards.filter(({ node }) => node.kind === 'cdu');
  const byId = new Map(frames.map((each) => [each.id, each]));
  const isCdu = new Set(cdus.map(({ node }) => node.id));
  const taps = graph.trunks.filter(({ from, to }) => from === loop.id && to !== loop.id && !isCdu.has(to));
  const bypass = pipes.byId(`${loop.id}.bypass`);
  const [supply, back] = [pipes.byId(`${loop.id}.supply`), pipes.byId(`${loop.id}.return`)];
  const label = widestLabel([supply, back]);

  // CDUs from the left; the labels of the mains stand right of the pipe of the last one.
  let x = frame.padding;
  const stands = cdus.map((card) => {
    const at = x;
    x += card.width + gap.card;
    return { card, x: at, middle: at + card.width / 2 };
  });
  const source = stands.at(-1)?.middle ?? frame.padding;
  const left = Math.max(x - gap.card + gap.cdu, source + label + 40);

  const tries = heights.flatMap((high) => {
    const parts: LoopParts = { loop, frames: byId, cards, pipes, trunks: graph.trunks, high };
    const items = taps.map((pipe) => ({ pipe, hanging: hangingFrom(parts, pipe) }));
    if (bypass !== undefined) items.push({ pipe: bypass, hanging: passing(bypass, pipes) });
    // A chain that goes on in a second column is harder to follow than one in a single line.
    const broken = frames.some(({ id, order }) => {
      const racks = cards.filter(({ node }) => node.group === id).length;
      return order === 'series' && high > 1 && racks > high;
    });
    return rowsOf(items, bypass).map((rows) => ({ rows, broken }));
  });
  const right = (rows: readonly Row[]): number =>
    left + (rows.length > 1 ? 2 * gap.riser : 0) + Math.max(0, ...rows.map((each) => each.width));
  const tall = (rows: readonly Row[]): number =>
    rows.reduce((sum, each) => sum + gap.main + each.height + gap.back + gap.row, frame.title);
  const cost = (rows: readonly Row[]): number =>
    Math.max(usualWidth, right(rows) + frame.padding, tall(rows) * Math.SQRT2 * loops);
  const costs = tries.map(({ rows, broken }) => cost(rows) * (broken ? 1.15 : 1));
  const { rows } = tries[costs.indexOf(Math.min(...costs))] as { rows: readonly Row[] };

  // Levels of the two mains at each row.
  let top = y + frame.title;
  const levels = rows.map((row) => {
    const height = Math.max(row.height, ...(rows[0] === row ? cdus.map((each) => each.height) : []));
    const from = top;
    const to = from + gap.main + height + gap.back;
    top = to + gap.row;
    return { from, to };
  });
  const several = rows.length > 1;
  const start = left + (several ? gap.riser : 0);
  const [riser, far] = [start - gap.riser, Math.max(...rows.map((each) => start + each.width)) + gap.riser];
  const first = levels[0] as { from: number; to: number };
  const last = levels.at(-1) as { from: number; to: number };

  const placed: Pieces[] = [];
  const ends = rows.map((row, i) => {
    const { from, to } = levels[i] as { from: number; to: number };
    const share = (usualWidth - 2 * frame.padding - start - row.width) / Math.max(1, row.items.length - 1);
    // A short row spreads out; a long one stays close.
    const extra = several ? 0 : Math.max(0, Math.min(gap.widest - gap.beside, share));
    let at = start;
    const enters: number[] = [];
    const exits: number[] = [];
    for (const { hanging } of row.items) {
      enters.push(at + hanging.enter);
      exits.push(...hanging.exits.map((each) => each + at));
      placed.push(hanging.place(at, from + gap.main, from, to));
      at += hanging.width + gap.beside + extra;
    }
    return { from, to, enter: Math.max(...enters), exit: Math.min(...exits), lastExit: Math.max(...exits), right: at };
  });

  const begin = stands[0]?.middle ?? frame.padding;
  const middle = several ? (source + riser) / 2 : source + label / 2 + 20;
  const trunks = [
    ...run(pipes, supply, comb(begin, riser, ends), [], () => ({ x: middle, y: first.from })),
    ...run(pipes, back, gathered(begin, far, ends), [], () => ({ x: middle, y: last.to })),
    ...stands.flatMap(({ card, middle: at }) => {
      const cardTop = first.from + gap.main;
      const foot = cardTop + card.height;
      const up = (level: number): Arrow => ({ x: at, y: level, turn: -90 });
      return [
        ...run(
          pipes,
          pipes.between(card.node.id, loop.id),
          [
            { x: at, y: cardTop },
            { x: at, y: first.from },
          ],
          [up((cardTop + first.from) / 2)],
        ),
        ...run(
          pipes,
          pipes.between(loop.id, card.node.id),
          [
            { x: at, y: last.to },
            { x: at, y: foot },
          ],
          [up(last.to - gap.back / 2)],
        ),
      ];
    }),
  ];
  const inner = together(placed);
  const width = Math.max(several ? far : 0, ...ends.map((each) => each.right - gap.beside), 360) + frame.padding;
  return {
    nodes: [...stands.map(({ card, x: at }) => placeCard(card, at, first.from + gap.main)), ...inner.nodes],
    groups: [],
    inner: inner.groups,
    trunks: [...trunks, ...inner.trunks],
    group: {
      ...{ group: loop, x: 0, y, width, height: last.to + 10 + frame.padding - y },
      texts: titleTexts(loop, 18, y + 26, width - 36),
    },
  };
}

/** Ways to break things into rows, the one with fewest rows first. */
function rowsOf(items: Row['items'], bypass: Trunk | undefined): (readonly Row[])[] {
  const all = items.reduce((sum, { hanging }) => sum + hanging.width + gap.beside, -gap.beside);
  return items.map((_, i) => {
    const widest = Math.max(...items.map(({ hanging }) => hanging.width), all / (i + 1));
    const rows: Row[] = [];
    for (const item of items) {
      const { width, height } = item.hanging;
      const row = rows.at(-1);
      // Half a box more is better than a row more, and what passes by needs no row of its own.
      const fits = item.pipe === bypass || (row !== undefined && row.width + gap.beside + width / 2 <= widest + 1);
      if (row === undefined || !fits) rows.push({ items: [item], width, height });
      else
        rows[rows.length - 1] = {
          items: [...row.items, item],
          width: row.width + gap.beside + width,
          height: Math.max(row.height, height),
        };
    }
    return rows;
  });
}

/** What no rack takes. */
function passing(pipe: Trunk, pipes: LoopParts['pipes']): Hanging {
  const width = Math.max(40, widestLabel([pipe]));
  const x = width / 2;
  return {
    ...{ width, height: 40, enter: x, exits: [x] },
    place: (left, top, above, below) => ({
      nodes: [],
      groups: [],
      trunks: run(
        pipes,
        pipe,
        [
          { x: left + x, y: above },
          { x: left + x, y: below },
        ],
        [{ x: left + x, y: top - 8, turn: 90 }],
        () => ({ x: left + x, y: top + 26 }),
      ),
    }),
  };
}

interface End {
  readonly from: number;
  readonly to: number;
  readonly enter: number;
  readonly exit: number;
  readonly lastExit: number;
}

/** The supply: along the first row, and by a riser to the rows below. */
function comb(begin: number, riser: number, rows: readonly End[]): Point[] {
  const [first, ...others] = rows as [End, ...End[]];
  const points = [
    { x: begin, y: first.from },
    { x: first.enter, y: first.from },
  ];
  if (others.length > 0) points.push({ x: riser, y: first.from });
  others.forEach(({ from, enter }, i) => {
    points.push({ x: riser, y: from }, { x: enter, y: from });
    if (i < others.length - 1) points.push({ x: riser, y: from });
  });
  return points;
}

/** The return: gathered on the right from the rows above, and back below the last. */
function gathered(begin: number, far: number, rows: readonly End[]): Point[] {
  const last = rows.at(-1) as End;
  if (rows.length === 1)
    return [
      { x: last.lastExit, y: last.to },
      { x: begin, y: last.to },
    ];
  const points = rows
    .slice(0, -1)
    .flatMap(({ to, exit }, i) => [...(i === 0 ? [] : [{ x: far, y: to }]), { x: exit, y: to }, { x: far, y: to }]);
  return [...points, { x: far, y: last.to }, { x: begin, y: last.to }];
}
