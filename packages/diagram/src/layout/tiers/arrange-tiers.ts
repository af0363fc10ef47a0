// Tiers as rows: spines on top, hosts at the bottom, every group a frame over its rows. Labels of bands are in lanes above
// the lower end of the band, where it runs straight down, so that none is on a box, a band or another label.
import { grouped, type TiersGraph } from '../../graph/index.ts';
import { captionBelow } from '../free/said-once.ts';
import { bodyOfA4 } from '../geometry/paper.ts';
import type { PlacedCard, PlacedFrame } from '../geometry/placed.ts';
import type { Arranged } from '../pieces/arranged.ts';
import { placeCard } from '../pieces/card.ts';
import { groupTitle } from '../pieces/group-title.ts';
import { bandsOf } from './bands.ts';
import { circleOfFrames } from './circle/circle-of-frames.ts';
import { linkedFrames } from './circle/linked-frames.ts';
import { columnsOf } from './columns.ts';
import { endsOf } from './ends.ts';
import type { Extent } from './extent.ts';
import { type FrameEdges, frameEdges } from './frame-edges.ts';
import { labelsWidth, maxApart } from './label-widths.ts';
import { lanesOf } from './lanes.ts';
import { heightsOf, type Level, levelsOf, rowCount } from './levels.ts';
import { arrangeMatrix, matrixSides } from './matrix.ts';
import { bandsIn, packed, placePack } from './packs.ts';
import { type Run, runsOf } from './runs.ts';
import { type Framed, framesIn } from './scope.ts';
import { scopesOf } from './scope-tree.ts';
import { type Slot, slotsOf } from './slot.ts';
import { smallRows } from './small-rows.ts';

/**
 * Arranges a drawing whose nodes have tiers; frames that are linked to each other are in a circle, many boxes to many in a matrix.
 * @param shape width of the room divided by its height, for what has no rows
 */
export function arrangeTiers(graph: TiersGraph, shape?: number): Arranged {
  const sides = matrixSides(graph);
  if (sides !== undefined) return arrangeMatrix(graph, sides);
  const linked = linkedFrames(graph);
  return linked === undefined ? arrangeRows(graph) : circleOfFrames(graph, linked, { arrange: arrangeRows, shape });
}

/** What can be read on A4, so many times: rows that are larger say once what they have in common. A3 has room for 1.41 times as much. */
const large = 1.5;

/** Rows; where they are large, with small boxes, and with what many have in common written below. */
function arrangeRows(all: TiersGraph): Arranged {
  const whole = rowsOf(all);
  const small = bodyOfA4(whole) > large ? smallRows(all) : undefined;
  if (small === undefined) return whole;
  const rows = captionBelow(rowsOf(small.graph), small.caption);
  return bodyOfA4(rows) < bodyOfA4(whole) ? rows : whole;
}

/** Many boxes that are alike are one in the rows, and in lines that wrap. */
function rowsOf(all: TiersGraph): Arranged {
  const { graph, packs, bands } = packed(all);
  const boxes = slotsOf(graph.nodes, packs);
  const { runs, waypoints, pieces } = runsOf(graph.trunks, boxes, graph.groups);
  const slots = [...boxes, ...waypoints];
  const root = scopesOf(graph.groups, slots, graph.trunks);
  const { extents, width } = columnsOf(root, slotWidths(runs), graph.trunks);
  const extentOf = (id: string): Extent => extents.get(id) as Extent;
  const ends = endsOf(runs, extentOf);
  const lanes = lanesOf(runs, rowCount(slots), ends);
  const edges = frameEdges(root, runs);
  const { levels, height } = levelsOf({ slots, root, runs, ends, lanes, edges });
  return {
    nodes: boxes.flatMap((slot) => placeBox(slot, extentOf(slot.id), levels)),
    groups: [
      ...framesIn(root).map((scope) => placeFrame(scope, extentOf(scope.group.id), levels, edges)),
      ...boxes.flatMap((slot) => packIn(slot, extentOf(slot.id), levels)?.frame ?? []),
    ],
    trunks: bandsOf(graph.trunks, pieces, { ends, lanes, levels }).flatMap((each) => bandsIn(each, { bands })),
    texts: [],
    width,
    height,
  };
}

/** A box is as wide as the labels above it. */
function slotWidths(runs: readonly Run[]): (slot: Slot) => number {
  const above = grouped(
    runs.filter((run) => !run.arch),
    (run) => run.lower,
  );
  return (slot) => {
    const list = above.get(slot);
    return list === undefined || list.length > maxApart ? slot.width : Math.max(slot.width, labelsWidth(list));
  };
}

/** A pack in the middle of its room. */
function packIn(
  { pack, row }: Slot,
  { x, width }: Extent,
  levels: readonly Level[],
): ReturnType<typeof placePack> | undefined {
  return pack === undefined ? undefined : placePack(pack, x + (width - pack.width) / 2, (levels[row] as Level).top);
}

function placeBox(slot: Slot, extent: Extent, levels: readonly Level[]): readonly PlacedCard[] {
  const pack = packIn(slot, extent, levels);
  if (pack !== undefined) return pack.nodes;
  const { card } = slot;
  const { x, width } = extent;
  const { top, height } = heightsOf(slot, levels);
  return card === undefined ? [] : [placeCard(card, x, top, width, height)];
}

function placeFrame(
  scope: Framed,
  { x, width }: Extent,
  levels: readonly Level[],
  { edge, reach, titleBelow }: FrameEdges,
): PlacedFrame {
  const [first, last] = [levels[scope.top] as Level, levels[scope.bottom] as Level];
  const top = first.top - edge(scope, 'top') - reach(scope, 'top', scope.top);
  const bottom = last.top + last.height + edge(scope, 'bottom') + reach(scope, 'bottom', scope.bottom);
  const base = titleBelow(scope) ? bottom - 14 : top + 24;
  const title = groupTitle(scope.group, x + 16, base, width - 32);
  return { drawn: 'frame', group: scope.group, x, y: top, width, height: bottom - top, ...title };
}
