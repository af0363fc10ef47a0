// Tiers, sideways: groups are side by side, boxes that belong to all of them are in the middle above or below.
import { grouped, type Trunk } from '../../graph/index.ts';
import { textWidth } from '../geometry/typography.ts';
import { titleMarksWidth } from '../pieces/group-title.ts';
import { alignLines, type Line } from './align.ts';
import type { Extent } from './extent.ts';
import type { Scope } from './scope.ts';
import type { Slot } from './slot.ts';

const gap = { slot: 40, small: 18, group: 32 };
const padding = 20;
/** Longer titles are cut. */
const maxTitle = 340;

/** Groups side by side, and beside them rows of boxes. */
interface Band {
  readonly scopes: readonly Scope[];
  readonly rows: readonly (readonly Slot[])[];
}

/** Gives every slot and group its extent, by id. */
export function columnsOf(
  root: Scope,
  widthOf: (slot: Slot) => number,
  trunks: readonly Trunk[],
): { readonly extents: ReadonlyMap<string, Extent>; readonly width: number } {
  const extents = new Map<string, Extent>();
  const lines: Line[] = [];
  const { rowWidth, bandWidth, scopeWidth } = measures(widthOf);
  const placeRow = (slots: readonly Slot[], room: Extent): void => {
    const between = gapIn(slots);
    lines.push({ ids: slots.map(({ id }) => id), row: (slots[0] as Slot).row, room, gap: between });
    let x = room.x + (room.width - rowWidth(slots)) / 2;
    for (const slot of slots) {
      extents.set(slot.id, { x, width: widthOf(slot) });
      x += widthOf(slot) + between;
    }
  };
  const place = (scope: Scope, x: number): void => {
    const width = scopeWidth(scope);
    if (scope.group !== undefined) extents.set(scope.group.id, { x, width });
    for (const band of bandsIn(scope)) {
      // From the left: in the middle, a group that comes at the right would move all of them.
      let next = x + (scope.group === undefined ? 0 : (width - bandWidth(band)) / 2);
      for (const each of band.scopes) {
        place(each, next);
        next += scopeWidth(each) + gap.group;
      }
      const widest = Math.max(0, ...band.rows.map(rowWidth));
      // Beside groups there is room for boxes at the right only; without groups they have all of it.
      const inset = scope.group === undefined ? 0 : padding;
      const room = band.scopes.length > 0 ? { x: next, width: widest } : { x: x + inset, width: width - 2 * inset };
      for (const row of band.rows) placeRow(row, room);
    }
  };
  place(root, 0);
  alignLines(lines, trunks, extents);
  return { extents, width: scopeWidth(root) };
}

/** Between the boxes of a row: small ones are closer. */
function gapIn(slots: readonly Slot[]): number {
  return slots.some(({ card, pack }) => pack !== undefined || (card !== undefined && card.node.compact !== true))
    ? gap.slot
    : gap.small;
}

/** Widths of rows, bands and scopes; those of scopes are computed once. */
function measures(widthOf: (slot: Slot) => number) {
  const widths = new Map<Scope, number>();
  const rowWidth = (slots: readonly Slot[]): number =>
    slots.reduce((sum, slot) => sum + widthOf(slot) + gapIn(slots), -gapIn(slots));
  const bandWidth = ({ scopes, rows }: Band): number => {
    const parts = [...scopes.map(scopeWidth), ...(rows.length === 0 ? [] : [Math.max(...rows.map(rowWidth))])];
    return parts.reduce((sum, each) => sum + each + gap.group, -gap.group);
  };
  const scopeWidth = (scope: Scope): number => {
    let width = widths.get(scope);
    if (width === undefined) {
      const inset = scope.group === undefined ? 0 : 2 * padding;
      width = Math.max(0, titleWidth(scope), ...bandsIn(scope).map(bandWidth)) + inset;
      widths.set(scope, width);
    }
    return width;
  };
  return { rowWidth, bandWidth, scopeWidth };
}

function titleWidth({ group }: Scope): number {
  if (group === undefined) return 0;
  const text = textWidth(group.label, 'name') + textWidth(group.lines[0] ?? '', 'line') + 12;
  return Math.min(maxTitle, text) + titleMarksWidth(group);
}

/** What is side by side in a scope: groups that share rows, and the boxes in those rows. */
function bandsIn({ scopes, slots }: Scope): Band[] {
  const bands: { scopes: Scope[]; slots: Slot[]; top: number; bottom: number }[] = [];
  for (const each of [...scopes].sort((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last === undefined || each.top > last.bottom)
      bands.push({ scopes: [each], slots: [], top: each.top, bottom: each.bottom });
    else {
      last.scopes.push(each);
      last.bottom = Math.max(last.bottom, each.bottom);
    }
  }
  // Within a band groups keep the order they were declared in.
  for (const band of bands) band.scopes.sort((a, b) => scopes.indexOf(a) - scopes.indexOf(b));
  const apart: Slot[] = [];
  for (const slot of slots)
    (bands.find(({ top, bottom }) => slot.row >= top && slot.row <= bottom)?.slots ?? apart).push(slot);
  return [
    ...bands.map((band) => ({ scopes: band.scopes, rows: rowsIn(band.slots) })),
    ...rowsIn(apart).map((row) => ({ scopes: [], rows: [row] })),
  ];
}

function rowsIn(slots: readonly Slot[]): Slot[][] {
  return [...grouped(slots, ({ row }) => row).values()];
}
