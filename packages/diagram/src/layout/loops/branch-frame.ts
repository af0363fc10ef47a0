// The frame of a branch of a coolant loop: racks side by side between two headers, or in a chain.
import type { Group } from '../../graph/index.ts';
import type { PlacedText } from '../geometry/placed.ts';
import { fit, textWidth, typeOf } from '../geometry/typography.ts';
import { type Card, placeCard } from '../pieces/card.ts';
import { beside, type Pieces, type Pipes, run, widestLabel } from './pipes.ts';

/** Where coolant enters and leaves a box, from its left. */
export const inlet = 24;
const padding = { x: 18, top: 12, bottom: 18 };
/** Between racks in a column, from a header to racks, around the way from a column to the next, from the title on. */
const gap = { card: 40, header: 40, riser: 16, title: 12, pill: 20, arrow: 44 };
/** From the pipe that enters to the title. */
const besidePipe = 16;
const widestTitle = 280;

/** A part of a loop that coolant enters at its top and leaves at its bottom. */
export interface Piece {
  readonly width: number;
  readonly height: number;
  /** Where coolant enters and leaves, from its left and top. */
  readonly enter: { readonly x: number; readonly y: number };
  readonly leave: { readonly x: number; readonly y: number };
  place(x: number, y: number): Pieces;
}

/** A box without a frame, in line with those in frames. */
export function cardPiece(card: Card): Piece {
  const { width, height } = card;
  const x = padding.x + inlet;
  return {
    ...{ width: width + padding.x, height, enter: { x, y: 0 }, leave: { x, y: height } },
    place: (left, y) => ({ nodes: [placeCard(card, left + padding.x, y)], groups: [], trunks: [] }),
  };
}

/**
 * The frame of a branch.
 * @param high racks of a series that stand one below the other before it goes on beside them; 1 puts them in a row
 */
export function framePiece(group: Group, cards: readonly Card[], pipes: Pipes, high: number): Piece {
  const inside = group.order === 'series' ? chain(cards, pipes, high) : fan(group, cards, pipes);
  const titles = titlesOf(group);
  const titleHeight = padding.top + titles.reduce((sum, { role }) => sum + typeOf[role].line, 0);
  const titleX = padding.x + inlet + besidePipe;
  const top = titleHeight + gap.title;
  const width = Math.max(inside.width + 2 * padding.x, titleX + Math.max(...titles.map(widthOf)) + padding.x);
  const height = top + inside.height + padding.bottom;
  const moved = ({ x, y }: Piece['enter']) => ({ x: x + padding.x, y: y + top });
  return {
    ...{ width, height, enter: moved(inside.enter), leave: moved(inside.leave) },
    place(x, y) {
      let base = y + padding.top;
      const texts = titles.map(({ text, role }): PlacedText => {
        const { line, size } = typeOf[role];
        const placed = { text, role, x: x + titleX, y: base + (line + size * 0.7) / 2, anchor: 'start' } as const;
        base += line;
        return placed;
      });
      const { nodes, groups, trunks } = inside.place(x + padding.x, y + top);
      return { nodes, trunks, groups: [{ group, x, y, width, height, texts }, ...groups] };
    },
  };
}

type Title = Pick<PlacedText, 'text' | 'role'>;
const widthOf = ({ text, role }: Title): number => textWidth(text, role);

function titlesOf({ label, lines }: Group): Title[] {
  return [
    { text: fit(label, 'name', widestTitle), role: 'name' },
    ...lines.map((text) => ({ text: fit(text, 'line', widestTitle), role: 'line' }) as const),
  ];
}

/** Boxes of one size look like one another. */
function sizeOf(cards: readonly Card[]): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, ...cards.map((each) => each.width)),
    height: Math.max(0, ...cards.map((each) => each.height)),
  };
}

/** Racks that share a flow: one box, or several between headers. */
function fan(group: Group, cards: readonly Card[], pipes: Pipes): Piece {
  const size = sizeOf(cards);
  const header = cards.length > 1 ? gap.header : 0;
  const step = size.width + 28;
  const height = size.height + 2 * header;
  return {
    width: Math.max(0, step * cards.length - 28),
    height,
    enter: { x: inlet, y: 0 },
    leave: { x: inlet, y: height },
    place(x, y) {
      const top = y + header;
      const bottom = top + size.height;
      const at = (i: number): number => x + i * step + inlet;
      const last = at(cards.length - 1);
      const main = (name: string, level: number, from: number, to: number) =>
        run(
          pipes,
          pipes.byId(`${group.id}.${name}`),
          [
            { x: from, y: level },
            { x: to, y: level },
          ],
          [],
        );
      const drops = cards.flatMap(({ node }, i) => [
        ...run(
          pipes,
          pipes.between(group.id, node.id),
          [
            { x: at(i), y },
            { x: at(i), y: top },
          ],
          [{ x: at(i), y: (y + top) / 2, turn: 90 }],
        ),
        ...run(
          pipes,
          pipes.between(node.id, group.id),
          [
            { x: at(i), y: bottom },
            { x: at(i), y: y + height },
          ],
          [{ x: at(i), y: (bottom + y + height) / 2, turn: 90 }],
        ),
      ]);
      return {
        nodes: cards.map((card, i) => placeCard(card, x + i * step, top, size.width, size.height)),
        groups: [],
        trunks:
          header === 0 ? [] : [...main('supply', y, at(0), last), ...main('return', y + height, last, at(0)), ...drops],
      };
    },
  };
}

/** Racks in series: in a row, or in columns that are read one after the other. */
function chain(cards: readonly Card[], pipes: Pipes, high: number): Piece {
  const size = sizeOf(cards);
  const columns = Math.max(1, Math.ceil(cards.length / high));
  const each = Math.ceil(cards.length / columns);
  const links = cards.slice(1).map(({ node }, i) => pipes.between((cards[i] as Card).node.id, node.id));
  const label = widestLabel(links);
  const space = label + (each === 1 ? gap.arrow : gap.pill);
  // The way from a column to the next needs room above and below.
  const riser = columns > 1 && each > 1 ? gap.riser : 0;
  const tall = each * (size.height + gap.card) - gap.card;
  const place = (i: number) => ({
    x: Math.floor(i / each) * (size.width + space),
    y: riser + (i % each) * (size.height + gap.card),
  });
  const end = place(Math.max(0, cards.length - 1));
  const height = cards.length === 0 ? 0 : tall + 2 * riser;
  return {
    width: columns * (size.width + space) - space,
    height,
    enter: { x: inlet, y: riser },
    leave: { x: end.x + inlet, y: cards.length === 0 ? 0 : end.y + size.height },
    place(x, y) {
      const trunks = links.flatMap((link, i) => {
        const [a, b] = [place(i), place(i + 1)];
        const [out, into] = [x + a.x + inlet, x + b.x + inlet];
        const [bottom, top] = [y + a.y + size.height, y + b.y];
        if (a.x === b.x)
          return run(
            pipes,
            link,
            [
              { x: out, y: bottom },
              { x: into, y: top },
            ],
            [{ x: out, y: (bottom + top) / 2, turn: 90 }],
            beside(out, (bottom + top) / 2),
          );
        const [edge, next] = [x + a.x + size.width, x + b.x];
        if (each === 1) {
          const middle = top + size.height / 2;
          return run(
            pipes,
            link,
            [
              { x: edge, y: middle },
              { x: next, y: middle },
            ],
            [{ x: next - 12, y: middle, turn: 0 }],
            () => ({ x: (edge + next) / 2 - 8, y: middle }),
          );
        }
        const [over, under, middle] = [y + riser - gap.riser, y + riser + tall + gap.riser, (edge + next) / 2];
        return run(
          pipes,
          link,
          [
            { x: out, y: bottom },
            { x: out, y: under },
            { x: middle, y: under },
            { x: middle, y: over },
            { x: into, y: over },
            { x: into, y: top },
          ],
          [{ x: middle, y: y + riser + tall / 2 - 26, turn: -90 }],
          () => ({ x: middle, y: y + riser + tall / 2 }),
        );
      });
      return {
        nodes: cards.map((card, i) => placeCard(card, x + place(i).x, y + place(i).y, size.width, size.height)),
        groups: [],
        trunks,
      };
    },
  };
}
