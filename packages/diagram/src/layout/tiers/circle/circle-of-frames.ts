// Frames in a circle, with bands from one to the other across it. What is in all of them is written once.
import type { TiersGraph, Trunk } from '../../../graph/index.ts';
import { centerOf, cornersOnPage, isClear } from '../../free/circle.ts';
import { cropped, moved } from '../../free/crop.ts';
import { freePill, marksPill } from '../../free/labels.ts';
import { type BandLabels, bandLabels, captionBelow } from '../../free/said-once.ts';
import type { Path } from '../../geometry/path.ts';
import type { Box, Pill, Point } from '../../geometry/placed.ts';
import { typeOf } from '../../geometry/typography.ts';
import { type Arranged, type ArrangedTrunk, bandWidths } from '../../pieces/arranged.ts';
import { contentsOf, type LinkedFrame, type LinkedFrames } from './linked-frames.ts';
import { smallFrame } from './small-frame.ts';

const gap = { width: 20, height: 18 };
/** More bands across the circle than this have no labels: what they share is written below. */
export const maxLabels = 12;
/** How far a band is bent: shares of the way to the middle of the drawing. */
const bends = [0.15, 0.3, 0.45, 0.6, 0.8, 1, 1.3];

/** @param options how to arrange what is in a frame, and the width of the room divided by its height */
export function circleOfFrames(
  graph: TiersGraph,
  { frames, between }: LinkedFrames,
  { arrange, shape }: { readonly arrange: (graph: TiersGraph) => Arranged; readonly shape: number | undefined },
): Arranged {
  const contents = contentsOf(frames);
  const bandWidth = bandWidths(graph.trunks);
  // What is in all frames is written below, and small in each.
  const parts = frames.map((frame) =>
    contents !== undefined && frame.groups.length === 1
      ? smallFrame(frame, bandWidth)
      : cropped(arrange({ ...graph, nodes: frame.nodes, groups: frame.groups, trunks: frame.trunks })),
  );
  const labels = bandLabels(
    between.map((each) => each.trunk),
    true,
  );
  const [first] = frames as [LinkedFrame];
  const template = first.group.lines[0] ?? '';
  const caption = [
    ...labels.caption.map((each) => each.replace('Each band', `Each band from one ${template} to another`)),
    ...(contents ?? []).map((each) => `In each ${template}: ${each}`),
  ];
  const corners = cornersOnPage(parts, gapFor(labels), { shape, below: caption.length * typeOf.line.line });
  const inside = parts.map((part, i) => moved(part, corners[i]?.x ?? 0, corners[i]?.y ?? 0));
  const places = inside.map((part): Box => part.groups[0] as Box);
  const bands = bandsBetween(labels.trunks, between, places, bandWidth);
  const whole = cropped({
    nodes: inside.flatMap((each) => each.nodes),
    groups: inside.flatMap((each) => each.groups),
    trunks: [...bands, ...inside.flatMap((each) => each.trunks)],
    texts: inside.flatMap((each) => each.texts),
    width: 0,
    height: 0,
  });
  return captionBelow(whole, caption);
}

/** Between two frames there is room for the label of a band, where bands have some. */
function gapFor({ trunks, size }: BandLabels): typeof gap {
  if (trunks.length > maxLabels || size.width === 0) return gap;
  return { width: size.width + 48, height: size.height + 40 };
}

function bandsBetween(
  trunks: readonly Trunk[],
  between: LinkedFrames['between'],
  places: readonly Box[],
  bandWidth: (trunk: Trunk) => number,
): ArrangedTrunk[] {
  const [xs, ys] = [places.map((each) => centerOf(each).x), places.map((each) => centerOf(each).y)];
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  const paths = between.map(({ trunk, from, to }): Path => {
    const [a, b] = [places[from] as Box, places[to] as Box];
    const others = places.filter((each) => each !== a && each !== b);
    return across(a, b, middle, (path) => isClear(path, others, bandWidth(trunk)));
  });
  const taken: Box[] = [...places];
  return trunks.map((trunk, i): ArrangedTrunk => {
    const path = paths[i] as Path;
    const pill: Pill | undefined = (trunks.length > maxLabels ? marksPill : freePill)(trunk, path, {
      boxes: taken,
      bands: paths,
    });
    if (pill !== undefined) taken.push(pill);
    return { trunk, path, width: bandWidth(trunk), ...(pill === undefined ? {} : { pill }) };
  });
}

/** From the edge of a frame to that of another, bent to the middle of the drawing as far as needed to be clear of the others. */
function across(a: Box, b: Box, middle: Point, isFree: (path: Path) => boolean): Path {
  const [from, to] = [centerOf(a), centerOf(b)];
  const straight: Path = { start: edgeTo(a, to), steps: [[edgeTo(b, from)]] };
  if (isFree(straight)) return straight;
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const bent = bends.map((by): Path => {
    const over = { x: half.x + (middle.x - half.x) * by, y: half.y + (middle.y - half.y) * by };
    return { start: edgeTo(a, over), steps: [[over, over, edgeTo(b, over)]] };
  });
  return bent.find(isFree) ?? straight;
}

/** The point of a frame's edge on the way to another point. */
function edgeTo(box: Box, to: Point): Point {
  const from = centerOf(box);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(dx === 0 ? 1 : box.width / 2 / Math.abs(dx), dy === 0 ? 1 : box.height / 2 / Math.abs(dy));
  return { x: from.x + dx * share, y: from.y + dy * share };
}
