// Frames around boxes that are anywhere.
import type { CardNode, FreeGroup, TiersGroup } from '../../graph/index.ts';
import { loopHeight } from '../free/tangle-bands.ts';
import type { Box, PlacedCard, PlacedFrame, Point } from '../geometry/placed.ts';
import { textWidth } from '../geometry/typography.ts';
import { segmentMeetsBox } from '../irregular/segments.ts';
import { groupTitle } from '../pieces/group-title.ts';

type Group = TiersGroup | FreeGroup;

/** From a frame to what is in it, at the side of its title and at the others. */
const padding = { title: 40, other: 16 };

/** The line that a band runs along, from the middle of a box to that of another. */
export interface Course {
  readonly a: Point;
  readonly b: Point;
}

interface Room extends Box {
  readonly titleBelow: boolean;
}

/** Id of the frame that a box is in. */
export function frameOfBox(node: CardNode): string | undefined {
  return 'group' in node && typeof node.group === 'string' ? node.group : undefined;
}

/** The smallest box around some, with room for a frame; its title is above them, or below where bands are in its way. */
function framed(boxes: readonly Box[], courses: readonly Course[], isSmall: boolean): Room {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const { title, other } = padding;
  const isCrossed = (y: number): boolean =>
    courses.some(({ a, b }) => segmentMeetsBox(a, b, { x: left, y, width: right - left, height: title - other }));
  const titleBelow = isSmall || (isCrossed(top - title + 4) && !isCrossed(bottom + 8));
  return {
    x: left - other,
    y: top - (titleBelow ? other : title),
    width: right - left + 2 * other,
    height: bottom - top + title + other,
    titleBelow,
  };
}

/** Width of a frame that has room for its title. */
function titleWidth({ label, lines }: Group): number {
  return textWidth(label, 'name') + textWidth(lines[0] ?? '', 'line') + 12 + 2 * padding.other;
}

/** What is between boxes. */
interface Around {
  readonly courses?: readonly Course[];
  /** Ids of boxes with links to themselves: an arch is above them, with its label. */
  readonly looped?: ReadonlySet<string>;
  /** Whether frames are small: loops leave them at the top, and titles are below. */
  readonly isSmall?: boolean;
}

/** The frames of a drawing, outer ones first; one without boxes has no place. */
export function framesAround(
  groups: readonly Group[],
  nodes: readonly PlacedCard[],
  { courses = [], looped = new Set(), isSmall = false }: Around = {},
): readonly PlacedFrame[] {
  const boxes = new Map<string, Room>();
  const withLoop = (card: PlacedCard): Box => {
    const { x, y, width, height } = card;
    const above = looped.has(card.node.id) && !isSmall ? loopHeight + 28 : 0;
    return { x, y: y - above, width, height: height + above };
  };
  const parentOf = (group: Group): string | undefined => ('group' in group ? group.group : undefined);
  const boxOf = (group: Group): Room | undefined => {
    const known = boxes.get(group.id);
    if (known !== undefined) return known;
    const inside = [
      ...nodes.filter(({ node }) => frameOfBox(node) === group.id).map(withLoop),
      ...groups.flatMap((each) => (parentOf(each) === group.id ? (boxOf(each) ?? []) : [])),
    ];
    if (inside.length === 0) return undefined;
    const box = framed(inside, courses, isSmall);
    const whole = isSmall ? { ...box, width: Math.max(box.width, titleWidth(group)) } : box;
    boxes.set(group.id, whole);
    return whole;
  };
  return groups.flatMap((group): PlacedFrame[] => {
    const box = boxOf(group);
    if (box === undefined) return [];
    const { titleBelow, ...room } = box;
    const base = titleBelow ? room.y + room.height - 14 : room.y + 24;
    return [{ drawn: 'frame', group, ...room, ...groupTitle(group, room.x + 16, base, room.width - 32) }];
  });
}

/** The box around some cards and the frames that they bring along. */
export function hullOf(
  { groups, isSmall }: { readonly groups: readonly Group[]; readonly isSmall: boolean },
  cards: readonly PlacedCard[],
  bring: (id: string) => readonly string[],
): Box {
  const brought = new Set(cards.flatMap(({ node }) => bring(node.id)));
  const frames = framesAround(
    groups.filter(({ id }) => brought.has(id)),
    cards,
    { isSmall },
  );
  const all: Box[] = [...cards, ...frames];
  const [x, y] = [Math.min(...all.map((each) => each.x)), Math.min(...all.map((each) => each.y))];
  return {
    ...{ x, y },
    width: Math.max(...all.map((each) => each.x + each.width)) - x,
    height: Math.max(...all.map((each) => each.y + each.height)) - y,
  };
}
