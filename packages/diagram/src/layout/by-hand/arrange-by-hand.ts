// A network whose boxes are where people put them. New boxes find room beside them; frames are around what is in them, and bands are
// straight.
import type { FreeGraph, Placements, TiersGraph, Trunk } from '../../graph/index.ts';
import { centerOf } from '../free/circle.ts';
import { cropped } from '../free/crop.ts';
import { captionBelow } from '../free/said-once.ts';
import { type BandEnd, tangleBands } from '../free/tangle-bands.ts';
import type { Box, PlacedCard, PlacedFrame, Point } from '../geometry/placed.ts';
import { textWidth, typeOf } from '../geometry/typography.ts';
import { type Arranged, type ArrangedTrunk, bandWidths } from '../pieces/arranged.ts';
import { moveBy } from '../pieces/move.ts';
import { bandsIn } from '../tiers/packs.ts';
import type { Drafts } from './drafts.ts';
import { draftsOf } from './drafts-of.ts';
import { type Course, frameOfBox, framesAround } from './frames.ts';
import { shiftFor } from './new-boxes.ts';
import { cornerInPack } from './new-in-pack.ts';
import { type Unit, unitsOf } from './units.ts';

/** Arranges a drawing by the places of its boxes. */
export function arrangeByHand(graph: TiersGraph | FreeGraph, places: Placements): Arranged {
  const drafts = draftsOf(graph);
  const nodes = placedCards(graph, drafts, places);
  const isSmall = drafts.loop !== undefined;
  const groups = framesAround(drafts.groups, nodes, {
    courses: coursesOf(drafts.trunks, endsOf(drafts, nodes, framesAround(drafts.groups, nodes, { isSmall }))),
    isSmall,
    looped: new Set([...drafts.trunks, ...drafts.inside].flatMap(({ from, to }) => (from === to ? [from] : []))),
  });
  const titles = groups.map(({ x, texts }): Box => {
    const right = Math.max(x, ...texts.map((each) => each.x + textWidth(each.text, each.role)));
    return { x, y: (texts[0]?.y ?? 0) - 16, width: right - x, height: 22 };
  });
  const width = bandWidths([...drafts.trunks, ...drafts.inside]);
  const bands = tangleBands(drafts.trunks, endsOf(drafts, nodes, groups), width, { titles });
  const inside = [...drafts.ends].flatMap((frame) => bandsInFrame(frame, drafts, nodes, width));
  const trunks = [...bands.flatMap((each) => bandsIn(each, drafts)), ...inside];
  const part = cropped({ nodes, groups, trunks, texts: [], width: 0, height: 0 });
  return captionBelow(linesBelow(part, drafts), drafts.caption);
}

/** The lines that bands run along. */
function coursesOf(trunks: readonly Trunk[], ends: readonly BandEnd[]): readonly Course[] {
  const middles = new Map(ends.map((each) => [each.id, centerOf(each)]));
  return trunks.flatMap(({ from, to }): Course[] => {
    const [a, b] = [middles.get(from), middles.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [{ a, b }];
  });
}

/** Bands between the boxes of a frame. */
function bandsInFrame(
  frame: string,
  { inside, loop }: Drafts,
  nodes: readonly PlacedCard[],
  bandWidth: (trunk: Trunk) => number,
): readonly ArrangedTrunk[] {
  const cards = nodes.filter(({ node }) => frameOfBox(node) === frame).map((each) => endAt(each.node.id, each));
  const ids = new Set(cards.map(({ id }) => id));
  const own = inside.filter(({ from }) => ids.has(from));
  return tangleBands(own, cards, bandWidth, loop === undefined ? {} : { loop });
}

function endAt(id: string, { x, y, width, height }: Box): BandEnd {
  return { id, x, y, width, height };
}

/** What bands end at and keep clear of: frames, and boxes that are in none of these. */
function endsOf({ ends }: Drafts, nodes: readonly PlacedCard[], frames: readonly PlacedFrame[]): readonly BandEnd[] {
  return [
    ...nodes.flatMap((each) => (ends.has(frameOfBox(each.node) ?? '') ? [] : [endAt(each.node.id, each)])),
    ...frames.flatMap((each) => (ends.has(each.group.id) ? [{ ...endAt(each.group.id, each), isFrame: true }] : [])),
  ];
}

/** Corners of all boxes, by id: those that are given, and room beside them for the others. */
export function cornersByHand(graph: TiersGraph | FreeGraph, places: Placements): ReadonlyMap<string, Point> {
  return new Map(placedCards(graph, draftsOf(graph), places).map(({ node, x, y }) => [node.id, { x, y }]));
}

function placedCards(graph: TiersGraph | FreeGraph, drafts: Drafts, { boxes }: Placements): readonly PlacedCard[] {
  const given = new Map(boxes.map((each) => [each.id, each]));
  const placed = new Map<string, PlacedCard>();
  const put = (card: PlacedCard, dx: number, dy: number): void => {
    placed.set(card.node.id, moveBy(dx, dy).node(card) as PlacedCard);
  };
  for (const card of drafts.nodes) {
    const at = given.get(card.node.id);
    if (at !== undefined) put(card, at.x - card.x, at.y - card.y);
  }
  for (const card of drafts.nodes) {
    const at = placed.has(card.node.id) ? undefined : placeInPack(card, drafts, placed);
    if (at !== undefined) put(card, at.x - card.x, at.y - card.y);
  }
  const left = new Set(unitsOf(drafts, (id) => placed.has(id)));
  const { trunks } = graph;
  while (left.size > 0) {
    const unit = mostLinked([...left], graph, placed);
    left.delete(unit);
    const frames = framesAround(drafts.groups, [...placed.values()], { isSmall: drafts.loop !== undefined });
    const standing = {
      ...{ nodes: placed, trunks },
      frames: frames.map(({ group, x, y, width, height }) => ({ id: group.id, x, y, width, height })),
    };
    const { x, y } = placed.size === 0 ? { x: 0, y: 0 } : shiftFor(unit, standing);
    for (const card of unit.members) put(card, x, y);
  }
  return drafts.nodes.map(({ node }) => placed.get(node.id) as PlacedCard);
}

/** The corner of a box that is new in a pack of which some stand. */
function placeInPack(card: PlacedCard, { ends }: Drafts, placed: ReadonlyMap<string, PlacedCard>): Point | undefined {
  const pack = frameOfBox(card.node);
  if (pack === undefined || !ends.has(pack)) return undefined;
  const [members, others] = [true, false].map((isIn) =>
    [...placed.values()].filter(({ node }) => (frameOfBox(node) === pack) === isIn),
  ) as [PlacedCard[], PlacedCard[]];
  return members.length === 0 ? undefined : cornerInPack(card, members, others);
}

/** The unit with most bands to what stands already; the first of several. */
function mostLinked(
  units: readonly Unit[],
  { trunks }: Pick<TiersGraph, 'trunks'>,
  placed: ReadonlyMap<string, PlacedCard>,
): Unit {
  const bands = (unit: Unit): number => {
    const ids = new Set(unit.members.map(({ node }) => node.id));
    return trunks.filter(({ from, to }) => (ids.has(from) && placed.has(to)) || (ids.has(to) && placed.has(from)))
      .length;
  };
  const counts = units.map(bands);
  return units[counts.indexOf(Math.max(...counts))] as Unit;
}

/** What a layout writes beside its boxes is below them here. */
function linesBelow(part: Arranged, { texts }: Drafts): Arranged {
  if (texts.length === 0) return part;
  const { line } = typeOf.line;
  const below = texts.map((each, i) => ({ ...each, x: 0, y: part.height + 20 + i * line, anchor: 'start' as const }));
  return {
    ...part,
    texts: [...part.texts, ...below],
    width: Math.max(part.width, ...below.map((each) => Math.ceil(textWidth(each.text, each.role)))),
    height: part.height + 20 + texts.length * line,
  };
}
