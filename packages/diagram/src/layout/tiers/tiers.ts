// Tiers as rows: spines on top, hosts at the bottom, every group a frame over its rows. Labels of bands stand in lanes
// above the lower end of the band, where it runs straight down, so that none lies on a box, a band or another label.
import { type Graph, grouped } from '../../graph/index.ts';
import type { Path } from '../geometry/path.ts';
import type { PlacedGroup, PlacedNode } from '../geometry/placed.ts';
import { type Arranged, type ArrangedTrunk, bandWidths } from '../pieces/arranged.ts';
import { type Card, cardOf, placeCard } from '../pieces/card.ts';
import { titleTexts } from '../pieces/group-title.ts';
import { pillSize, placePill } from '../pieces/pill.ts';
import { columnsOf, scopesOf } from './columns.ts';
import type { Extent, Scope } from './scope.ts';
import { type Run, rowOfWaypoint, waysOf } from './waypoints.ts';

type Step = Path['steps'][number];

const frame = { padding: 20, title: 26 };
const lane = { gap: 8, side: 12 };
/** Height in which bands bend, with and without bands. */
const bend = { some: 52, most: 150, none: 28, straight: 30 };
/** Up to this many labels stand side by side above a box; up to so many in zigzag; more share lanes as they can. */
const sideBySide = 2;
/** The tier of what is linked to nothing. */
const notLinked = -1;
const mostApart = 8;

/** Arranges a drawing whose nodes have tiers. Those without one stand beside what is in their frame, or below all. */
export function arrangeTiers(graph: Graph): Arranged {
  const real = graph.nodes.map(cardOf);
  const byId = new Map(real.map((card) => [card.node.id, card]));
  const highest = new Map(
    [...grouped(graph.nodes, (node) => node.group)].map(([group, nodes]) => [
      group,
      group === undefined ? notLinked : Math.max(notLinked, ...nodes.map((each) => each.tier ?? notLinked)),
    ]),
  );
  const tierOf = ({ node }: Card): number => node.tier ?? highest.get(node.group) ?? notLinked;
  const tiers = [...new Set(real.map(tierOf))].sort((a, b) => b - a);
  const rowOf = (card: Card): number => rowOfWaypoint(card) ?? tiers.indexOf(tierOf(card));
  const whole = graph.trunks.flatMap((trunk): Run[] => {
    const [from, to] = [byId.get(trunk.from), byId.get(trunk.to)];
    if (from === undefined || to === undefined) return [];
    const [upper, lower] = rowOf(from) <= rowOf(to) ? [from, to] : [to, from];
    return [{ trunk, upper, lower, size: pillSize(trunk), arch: rowOf(from) === rowOf(to) }];
  });
  const { runs, waypoints, pieces } = waysOf(whole, rowOf, graph.groups);
  const cards = [...real, ...waypoints];

  const upright = runs.filter((run) => !run.arch);
  const above = grouped(upright, (run) => run.lower);
  const below = grouped(upright, (run) => run.upper);
  /** Distance from one band to the next above a box: labels side by side, or in zigzag over two lanes. */
  const stepsOf = (list: readonly Run[]): number[] =>
    list.slice(1).map((run, i) => {
      const [a, b] = [list[i]?.size?.width ?? 24, run.size?.width ?? 24];
      return list.length > sideBySide ? Math.max(a, b) / 2 + 8 : (a + b) / 2 + lane.side;
    });
  const labelsWidth = (list: readonly Run[]): number =>
    stepsOf(list).reduce(
      (sum, each) => sum + each,
      ((list[0]?.size?.width ?? 24) + (list.at(-1)?.size?.width ?? 24)) / 2,
    );
  const widthOf = (card: Card): number => {
    const list = above.get(card) ?? [];
    return list.length > mostApart ? card.width : Math.max(card.width, labelsWidth(list));
  };
  const root = scopesOf(graph, cards, rowOf);
  const { places, width } = columnsOf(root, rowOf, widthOf, graph.trunks);
  const place = (id: string): Extent => places.get(id) as Extent;
  const middle = (card: Card): number => place(card.node.id).x + place(card.node.id).width / 2;

  // Where bands meet boxes.
  const lowerX = new Map<Run, number>();
  for (const [card, list] of above) {
    list.sort((a, b) => middle(a.upper) - middle(b.upper));
    if (list.length > mostApart) {
      const spread = place(card.node.id).width * 0.8;
      for (const [i, run] of list.entries()) lowerX.set(run, middle(card) + spread * ((i + 0.5) / list.length - 0.5));
      continue;
    }
    const steps = stepsOf(list);
    let x = middle(card) - labelsWidth(list) / 2 + (list[0]?.size?.width ?? 24) / 2;
    for (const [i, run] of list.entries()) {
      lowerX.set(run, x);
      x += steps[i] ?? 0;
    }
  }
  const upperX = new Map<Run, number>();
  for (const [card, list] of below) {
    list.sort((a, b) => (lowerX.get(a) as number) - (lowerX.get(b) as number));
    const { x, width: room } = place(card.node.id);
    list.forEach((run, i) => {
      const even = x + room * (0.12 + (0.76 * (i + 0.5)) / list.length);
      const straight = lowerX.get(run) as number;
      upperX.set(run, list.length === 1 && straight > x + 16 && straight < x + room - 16 ? straight : even);
    });
  }
  const archEnds = ({ upper, lower }: Run): [number, number] => {
    const [a, b] = [place(upper.node.id), place(lower.node.id)];
    if (upper === lower) return [a.x + a.width * 0.28, a.x + a.width * 0.72];
    return a.x < b.x ? [a.x + a.width * 0.8, b.x + b.width * 0.2] : [a.x + a.width * 0.2, b.x + b.width * 0.8];
  };
  const labelX = (run: Run): number => {
    const [a, b] = archEnds(run);
    return run.arch ? (a + b) / 2 : (lowerX.get(run) as number);
  };

  // Lanes of labels above each row, filled from below.
  const lanes = tiers.map(() => [] as { readonly runs: Run[]; height: number }[]);
  const laneOf = new Map<Run, number>();
  const ordered = [...runs].sort((a, b) => Number(a.arch) - Number(b.arch) || labelX(a) - labelX(b));
  for (const run of ordered) {
    const row = lanes[rowOf(run.lower)] as { readonly runs: Run[]; height: number }[];
    const size = run.size ?? { width: 0, height: 20 };
    const free = row.findIndex((each) =>
      each.runs.every(
        (other) => Math.abs(labelX(other) - labelX(run)) >= (size.width + (other.size?.width ?? 0)) / 2 + lane.side,
      ),
    );
    const found = free < 0 ? row.push({ runs: [], height: 0 }) - 1 : free;
    const chosen = row[found] as { readonly runs: Run[]; height: number };
    chosen.runs.push(run);
    chosen.height = Math.max(chosen.height, size.height);
    laneOf.set(run, found);
  }

  // Rows from top to bottom: frames that begin, boxes, frames that end.
  const titleBelow = new Set(
    groupsOf(root)
      .filter(({ top, bottom }) => {
        const crossed = runs.some((run) =>
          run.arch ? rowOf(run.lower) === top : rowOf(run.upper) < top && rowOf(run.lower) >= top,
        );
        return crossed && !runs.some((run) => rowOf(run.upper) <= bottom && rowOf(run.lower) > bottom);
      })
      .map((scope) => scope.group?.id),
  );
  const edge = (scope: Scope, side: 'top' | 'bottom'): number =>
    scope.group === undefined
      ? 0
      : frame.padding - 4 + (titleBelow.has(scope.group?.id) === (side === 'bottom') ? frame.title : 0);
  const reach = (scope: Scope, side: 'top' | 'bottom', row: number): number =>
    Math.max(0, ...scope.scopes.map((each) => (each[side] === row ? edge(each, side) : 0) + reach(each, side, row)));
  const rowTop: number[] = [];
  const rowHeight = tiers.map((_, row) =>
    Math.max(...cards.filter((each) => rowOf(each) === row).map((c) => c.height)),
  );
  const laneBottom: number[] = [];
  let y = 0;
  tiers.forEach((_, row) => {
    const room = (lanes[row] ?? []).reduce((sum, each) => sum + each.height + lane.gap, 0);
    const crossing = upright.filter((run) => rowOf(run.upper) < row && rowOf(run.lower) >= row);
    // The further bands go sideways, the more height they get to do so.
    const sideways = Math.max(
      0,
      ...crossing.map((run) => Math.abs((upperX.get(run) as number) - (lowerX.get(run) as number))),
    );
    const least = sideways < 8 ? bend.straight : bend.some;
    const curve = crossing.length === 0 ? bend.none : Math.min(bend.most, Math.max(least, sideways * 0.35));
    y += (row === 0 ? 0 : curve) + room;
    laneBottom[row] = y;
    y += reach(root, 'top', row) + (room > 0 ? lane.gap + 2 : 0);
    rowTop[row] = y;
    y += (rowHeight[row] as number) + reach(root, 'bottom', row);
  });

  const laneTop = (run: Run): number => {
    const row = rowOf(run.lower);
    const upTo = (lanes[row] ?? []).slice(0, (laneOf.get(run) as number) + 1);
    return (laneBottom[row] as number) - upTo.reduce((sum, each) => sum + each.height + lane.gap, 0) + lane.gap;
  };
  const zoneTop = (row: number): number =>
    (laneBottom[row] as number) - (lanes[row] ?? []).reduce((sum, each) => sum + each.height + lane.gap, 0);

  const bandWidth = bandWidths(graph.trunks);
  const bottomOf = (row: number): number => (rowTop[row] as number) + (rowHeight[row] as number);
  const trunks = [...pieces].map(([trunk, list]): ArrangedTrunk => {
    const run = list.at(-1) as Run;
    const { size } = run;
    const top = laneTop(run);
    const pill = size === undefined ? {} : { pill: placePill(trunk, size, labelX(run), top) };
    const down = rowTop[rowOf(run.lower)] as number;
    if (run.arch) {
      const [a, b] = archEnds(run);
      const apex = down + (top + (size?.height ?? 20) / 2 - down) / 0.75;
      const path = {
        start: { x: a, y: down },
        steps: [
          [
            { x: a, y: apex },
            { x: b, y: apex },
            { x: b, y: down },
          ],
        ] as const,
      };
      return { trunk, path, width: bandWidth(trunk), ...pill };
    }
    const path = {
      start: { x: upperX.get(list[0] as Run) as number, y: bottomOf(rowOf((list[0] as Run).upper)) },
      steps: list.flatMap((each, i): Step[] => {
        const [x1, x2] = [upperX.get(each) as number, lowerX.get(each) as number];
        const [from, to] = [bottomOf(rowOf(each.upper)), zoneTop(rowOf(each.lower))];
        const half = (from + to) / 2;
        const bent: Step = [
          { x: x1, y: half },
          { x: x2, y: half },
          { x: x2, y: to },
        ];
        return [
          ...(i === 0 ? [] : [[{ x: x1, y: from }] as Step]),
          bent,
          [{ x: x2, y: rowTop[rowOf(each.lower)] as number }],
        ];
      }),
    };
    return { trunk, path, width: bandWidth(trunk), ...pill };
  });

  const nodes = real.map((card): PlacedNode => {
    const { x, width: room } = place(card.node.id);
    return placeCard(card, x, rowTop[rowOf(card)] as number, room, rowHeight[rowOf(card)] as number);
  });
  const groups = groupsOf(root).map((scope): PlacedGroup => {
    const group = scope.group as NonNullable<Scope['group']>;
    const { x, width: room } = place(group.id);
    const top = (rowTop[scope.top] as number) - edge(scope, 'top') - reach(scope, 'top', scope.top);
    const bottom =
      (rowTop[scope.bottom] as number) +
      (rowHeight[scope.bottom] as number) +
      edge(scope, 'bottom') +
      reach(scope, 'bottom', scope.bottom);
    const base = titleBelow.has(group.id) ? bottom - 14 : top + 24;
    return { group, x, y: top, width: room, height: bottom - top, texts: titleTexts(group, x + 16, base, room - 32) };
  });
  return { nodes, groups, trunks, texts: [], width, height: y };
}

/** All scopes below one, outer ones first. */
function groupsOf(scope: Scope): Scope[] {
  return scope.scopes.flatMap((each) => [...(each.group === undefined ? [] : [each]), ...groupsOf(each)]);
}
