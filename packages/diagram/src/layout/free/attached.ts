// What is linked to an array that is drawn one by one, and to nothing else: the hosts of a HyperX, the access switches of a ring. A box below the frame, with one
// band for those from all of its boxes.
import { type FreeNode, grouped, type Trunk } from '../../graph/index.ts';
import type { PlacedCard } from '../geometry/placed.ts';
import type { Arranged, ArrangedTrunk } from '../pieces/arranged.ts';
import { type Card, cardOf, placeCard } from '../pieces/card.ts';
import { type PillSize, pillSize, placePill } from '../pieces/pill.ts';
import { moved } from './crop.ts';

const gap = { box: 40, pill: 14, band: 16 };

/** Bands that are alike and run as one. */
interface Strand {
  readonly trunks: readonly Trunk[];
  /** Of all of them. */
  readonly label: Trunk;
  readonly size: PillSize;
}

interface Attached {
  readonly card: Card<FreeNode>;
  readonly strands: readonly Strand[];
  readonly width: number;
}

/**
 * An array with what is linked to it alone below.
 * @param cells the boxes in its frame
 * @param nodes boxes that are linked to these alone
 * @param trunks the bands between both
 */
export function withAttached(
  array: Arranged,
  {
    cells,
    nodes,
    trunks,
  }: { readonly cells: readonly FreeNode[]; readonly nodes: readonly FreeNode[]; readonly trunks: readonly Trunk[] },
  bandWidth: (trunk: Trunk) => number,
): Arranged {
  if (nodes.length === 0) return array;
  const attached = nodes.map((node) => attachedOf(node, cells, trunks));
  const width = attached.reduce((sum, each) => sum + each.width + gap.box, -gap.box);
  const pills = Math.max(...attached.flatMap(({ strands }) => strands.map(({ size }) => size.height)));
  const pillTop = array.height + gap.band;
  const top = pillTop + pills + gap.band;
  const whole = Math.max(array.width, width);
  let x = (whole - width) / 2;
  const cards: PlacedCard[] = [];
  const bands: ArrangedTrunk[] = [];
  for (const each of attached) {
    cards.push(placeCard(each.card, x, top, each.width));
    bands.push(...bandsTo(each, { x, top, from: array.height, pillTop }, bandWidth));
    x += each.width + gap.box;
  }
  const { nodes: own, groups, trunks: inside, texts } = moved(array, (whole - array.width) / 2, 0);
  return {
    ...{ nodes: [...own, ...cards], groups, trunks: [...inside, ...bands], texts, width: whole },
    height: top + Math.max(...cards.map(({ height }) => height)),
  };
}

function attachedOf(node: FreeNode, cells: readonly FreeNode[], trunks: readonly Trunk[]): Attached {
  const names = new Map(cells.map(({ id, label }) => [id, label]));
  const own = trunks.filter(({ from, to }) => from === node.id || to === node.id);
  const strands = [...grouped(own, saidOf).values()].map((all): Strand => {
    const [first] = all as [Trunk];
    const prefix =
      all.length === cells.length
        ? all.length === 1
          ? ''
          : 'each '
        : all.length === 1
          ? `${names.get(first.from) ?? names.get(first.to) ?? ''}: `
          : `${all.length} of ${cells.length}, each `;
    const label = { ...first, lines: first.lines.map((line, i) => (i === 0 ? `${prefix}${line}` : line)) };
    return { trunks: all, label, size: pillSize(label) ?? { width: 0, height: 0 } };
  });
  const card = cardOf(node);
  const pills = strands.reduce((sum, { size }) => sum + size.width + gap.pill, -gap.pill);
  return { card, strands, width: Math.max(card.width, pills) };
}

/** What a band says, with what is wrong with it. */
function saidOf({ lines, marks = [] }: Trunk): string {
  return [...lines, ...marks.map(({ rule, text }) => `${rule} ${text}`)].join('\n');
}

/** Straight down from the frame, the strands beside each other. */
function bandsTo(
  { strands, width }: Attached,
  at: { readonly x: number; readonly top: number; readonly from: number; readonly pillTop: number },
  bandWidth: (trunk: Trunk) => number,
): ArrangedTrunk[] {
  const pills = strands.reduce((sum, { size }) => sum + size.width + gap.pill, -gap.pill);
  let left = at.x + (width - pills) / 2;
  return strands.flatMap(({ trunks, label, size }) => {
    const x = left + size.width / 2;
    left += size.width + gap.pill;
    const path = { start: { x, y: at.from }, steps: [[{ x, y: at.top }]] } as const;
    const pill = placePill(label, size, x, at.pillTop);
    // The label is on the last, which is above the others.
    return trunks.map((trunk, i) => ({
      ...{ trunk, path, width: bandWidth(trunk) },
      ...(i === trunks.length - 1 ? { pill } : {}),
    }));
  });
}
