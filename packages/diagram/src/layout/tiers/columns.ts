// Tiers, sideways: groups stand side by side, what belongs to all of them stands in the middle above or below.
import { type Graph, type Group, grouped, type Trunk } from '../../graph/index.ts';
import { textWidth } from '../geometry/typography.ts';
import type { Card } from '../pieces/card.ts';
import { alignLines, type Line } from './align.ts';
import { partsOf } from './parts.ts';
import type { Extent, Scope } from './scope.ts';

const gap = { card: 40, group: 32 };
const padding = 20;
/** Longer titles are cut. */
const widestTitle = 340;

/** The tree of groups; empty ones are left out. */
export function scopesOf(graph: Graph, cards: readonly Card[], rowOf: (card: Card) => number): Scope {
  const known = new Set(graph.groups.map((each) => each.id));
  const outer = (group: string | undefined) => (group !== undefined && known.has(group) ? group : undefined);
  const inGroup = grouped(cards, (card) => outer(card.node.group));
  const under = grouped(graph.groups, (each) => outer(each.group));
  const scope = (group: Group | undefined): Scope => {
    const scopes = (under.get(group?.id) ?? []).map(scope).filter((each) => each.cards.length + each.scopes.length > 0);
    const own = inGroup.get(group?.id) ?? [];
    const rows = [...own.map(rowOf), ...scopes.flatMap(({ top, bottom }) => [top, bottom])];
    return { group, scopes, cards: own, top: Math.min(...rows), bottom: Math.max(...rows) };
  };
  return partsOf(scope(undefined), graph.trunks, rowOf);
}

/** Groups side by side, and beside them rows of cards. */
interface Band {
  readonly scopes: readonly Scope[];
  readonly rows: readonly (readonly Card[])[];
}

/** Gives every card and group its place from left to right, by id. */
export function columnsOf(
  root: Scope,
  rowOf: (card: Card) => number,
  widthOf: (card: Card) => number,
  trunks: readonly Trunk[],
): { readonly places: ReadonlyMap<string, Extent>; readonly width: number } {
  const places = new Map<string, Extent>();
  const widths = new Map<Scope, number>();

  /** What of a scope stands side by side: groups that share rows, and the cards in those rows. */
  const bandsOf = (scope: Scope): Band[] => {
    const bands: { scopes: Scope[]; cards: Card[]; top: number; bottom: number }[] = [];
    for (const each of [...scope.scopes].sort((a, b) => a.top - b.top)) {
      const last = bands.at(-1);
      if (last === undefined || each.top > last.bottom)
        bands.push({ scopes: [each], cards: [], top: each.top, bottom: each.bottom });
      else {
        last.scopes.push(each);
        last.bottom = Math.max(last.bottom, each.bottom);
      }
    }
    // Within a band groups keep the order they were declared in.
    for (const band of bands) band.scopes.sort((a, b) => scope.scopes.indexOf(a) - scope.scopes.indexOf(b));
    const apart: Card[] = [];
    for (const card of scope.cards) {
      const row = rowOf(card);
      (bands.find(({ top, bottom }) => row >= top && row <= bottom)?.cards ?? apart).push(card);
    }
    const rows = (cards: readonly Card[]): Card[][] => [...grouped(cards, rowOf).values()];
    return [
      ...bands.map(({ scopes, cards }) => ({ scopes, rows: rows(cards) })),
      ...rows(apart).map((row) => ({ scopes: [], rows: [row] })),
    ];
  };
  const rowWidth = (cards: readonly Card[]): number =>
    cards.reduce((sum, card) => sum + widthOf(card) + gap.card, -gap.card);
  const bandWidth = ({ scopes, rows }: Band): number => {
    const parts = [...scopes.map(measure), ...(rows.length === 0 ? [] : [Math.max(...rows.map(rowWidth))])];
    return parts.reduce((sum, each) => sum + each + gap.group, -gap.group);
  };
  const measure = (scope: Scope): number => {
    const known = widths.get(scope);
    if (known !== undefined) return known;
    const { group } = scope;
    const title =
      group === undefined
        ? 0
        : Math.min(widestTitle, textWidth(group.label, 'name') + textWidth(group.lines[0] ?? '', 'line') + 12);
    const width = Math.max(0, title, ...bandsOf(scope).map(bandWidth)) + (group === undefined ? 0 : 2 * padding);
    widths.set(scope, width);
    return width;
  };
  const lines: Line[] = [];
  const placeRow = (cards: readonly Card[], room: Extent): void => {
    lines.push({ ids: cards.map(({ node }) => node.id), row: rowOf(cards[0] as Card), room });
    let x = room.x + (room.width - rowWidth(cards)) / 2;
    for (const card of cards) {
      places.set(card.node.id, { x, width: widthOf(card) });
      x += widthOf(card) + gap.card;
    }
  };
  const place = (scope: Scope, x: number): void => {
    const width = measure(scope);
    if (scope.group !== undefined) places.set(scope.group.id, { x, width });
    for (const band of bandsOf(scope)) {
      let next = x + (width - bandWidth(band)) / 2;
      for (const each of band.scopes) {
        place(each, next);
        next += measure(each) + gap.group;
      }
      const most = Math.max(0, ...band.rows.map(rowWidth));
      // Beside groups there is room for cards at the right only; without groups they have all of it.
      const inset = scope.group === undefined ? 0 : padding;
      const room = band.scopes.length > 0 ? { x: next, width: most } : { x: x + inset, width: width - 2 * inset };
      for (const row of band.rows) placeRow(row, room);
    }
  };
  place(root, 0);
  alignLines(lines, trunks, gap.card, places);
  return { places, width: measure(root) };
}
