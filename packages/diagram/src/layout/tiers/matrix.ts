// Two rows of boxes that are nearly all linked to each other, as the trays and switches of a scale-up rack: a matrix, whose bars are the
// bands. Drawn as bands, 18 by 18 of them are a gray field.
import { grouped, type TiersGraph, type TiersNode } from '../../graph/index.ts';
import { moved } from '../free/crop.ts';
import { bandLabels, captionBelow } from '../free/said-once.ts';
import type { PlacedText } from '../geometry/placed.ts';
import { alikeIn, inOneLine } from '../pieces/alike.ts';
import { type Arranged, type ArrangedTrunk, bandWidths } from '../pieces/arranged.ts';
import { cardOf, placeCard } from '../pieces/card.ts';

/** Boxes of a row, and bands, at least; share of the pairs that have a band. */
const [fewestBoxes, fewestBands, nearlyAll] = [6, 64, 0.75];
/** Columns and rows that fit a page. */
const most = { columns: 24, rows: 40 };
/** Room between boxes; height of the names above the columns. */
const gap = { x: 6, y: 6 };
/** Share of a cell that its bar takes. */
const barLength = 0.6;
const barHeight = 2;

/** The sides of a matrix. */
interface Sides {
  readonly columns: readonly TiersNode[];
  readonly rows: readonly TiersNode[];
}

/** The two rows of a drawing that is a matrix, the upper one as columns; undefined for all others. */
export function matrixSides({ nodes, groups, trunks }: TiersGraph): Sides | undefined {
  const tiers = [...grouped(nodes, (each) => each.tier)].sort(([a], [b]) => (b ?? -1) - (a ?? -1));
  const [columns, rows] = tiers.map(([, each]) => each);
  if (tiers.length !== 2 || groups.length > 0 || columns === undefined || rows === undefined) return undefined;
  if (Math.min(columns.length, rows.length) < fewestBoxes || trunks.length < fewestBands) return undefined;
  if (columns.length > most.columns || rows.length > most.rows) return undefined;
  const upper = new Set(columns.map((each) => each.id));
  const pairs = new Set<string>();
  for (const { from, to } of trunks) {
    // Bands within a row, or two between the same boxes, have no cell.
    if (upper.has(from) === upper.has(to)) return undefined;
    pairs.add(upper.has(from) ? `${from} ${to}` : `${to} ${from}`);
  }
  const isMatrix = pairs.size === trunks.length && pairs.size >= nearlyAll * columns.length * rows.length;
  return isMatrix ? { columns, rows } : undefined;
}

/** Narrowest box: an index of two digits has room, so that a tenth device doesn't move the nine before it. */
const narrowest = 60;

function roomFor(cards: readonly { readonly width: number }[]): number {
  return Math.max(narrowest, ...cards.map((each) => each.width));
}

export function arrangeMatrix({ trunks }: TiersGraph, { columns, rows }: Sides): Arranged {
  const [above, beside] = [sideOf(columns), sideOf(rows)];
  const cell = {
    x: roomFor(above.cards) + gap.x,
    y: Math.max(...beside.cards.map((each) => each.height)) + gap.y,
  };
  const left = roomFor(beside.cards) + 14;
  const top = Math.max(...above.cards.map((each) => each.height)) + 14;
  const nodes = [
    ...above.cards.map((card, i) => placeCard(card, left + i * cell.x, 0, cell.x - gap.x)),
    ...beside.cards.map((card, i) => placeCard(card, 0, top + i * cell.y, left - 14)),
  ];
  const columnOf = new Map(columns.map(({ id }, i) => [id, i]));
  const rowOf = new Map(rows.map(({ id }, i) => [id, i]));
  const labels = bandLabels(trunks, true);
  const bandWidth = bandWidths(trunks);
  const bars = labels.trunks.map((trunk): ArrangedTrunk => {
    const column = columnOf.get(trunk.from) ?? columnOf.get(trunk.to) ?? 0;
    const row = rowOf.get(trunk.from) ?? rowOf.get(trunk.to) ?? 0;
    const length = (cell.x - gap.x) * barLength;
    const [x, y] = [left + column * cell.x + (cell.x - gap.x - length) / 2, top + row * cell.y + (cell.y - gap.y) / 2];
    return {
      trunk,
      path: { start: { x, y }, steps: [[{ x: x + length, y }]] },
      width: bandWidth(trunk) * barHeight,
    };
  });
  const names: readonly PlacedText[] = [
    { text: above.name, role: 'name', x: left, y: -10, anchor: 'start' },
    { text: beside.name, role: 'name', x: 0, y: -10, anchor: 'start' },
  ];
  const body: Arranged = {
    ...{ nodes, groups: [], trunks: bars },
    texts: names.filter((each) => each.text !== ''),
    width: left + columns.length * cell.x,
    height: top + rows.length * cell.y,
  };
  return captionBelow(lowered(body, 24), [
    'A bar is the links between its row and its column',
    ...labels.caption.map((each) => each.replace('Each band', 'Each bar')),
    ...above.caption,
    ...beside.caption,
  ]);
}

/** The boxes of a side with their indices, the name they share, and what else they share. */
function sideOf(nodes: readonly TiersNode[]) {
  const [first] = nodes;
  const name = /^(.*?)\[\d+\]$/s.exec(first?.label ?? '')?.[1] ?? '';
  const isArray = name !== '' && nodes.every(({ label }) => label.startsWith(`${name}[`));
  const { common } = alikeIn(
    nodes.map((each) => [...each.lines, each.status?.text ?? ''].filter((line) => line !== '')),
  );
  return {
    name: isArray ? name : '',
    cards: nodes.map((node) =>
      cardOf({
        ...{ ...node, compact: true as const, lines: [], meter: false },
        label: isArray ? node.label.slice(name.length) : node.label,
      }),
    ),
    caption: common.length === 0 ? [] : [`Each ${isArray ? name : (first?.kind ?? 'box')}: ${inOneLine(common)}`],
  };
}

/** Moved down by the height of the names above. */
function lowered(body: Arranged, by: number): Arranged {
  return { ...moved(body, 0, by), height: body.height + by };
}
