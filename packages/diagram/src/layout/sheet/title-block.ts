// The title block at the bottom right: what is drawn, from which design, and whether it is sound.
import type { Graph, SheetVerdict } from '../../graph/index.ts';
import type { Box, Placed, PlacedBlock, PlacedField, PlacedText } from '../geometry/placed.ts';
import { fit, textWidth } from '../geometry/typography.ts';

const padding = { x: 9 };
const rowHeight = 34;
/** Base lines of a field, from its top: letters that go below the line stay clear of the frame. */
const lines = { caption: 12, text: 27 };
/** Room of the sign of a verdict. */
const signRoom = 18;
/** Longer texts are cut; the title is whole at the top of the drawing. */
const maxText = { title: 420, other: 260 };

interface Field {
  readonly caption: string;
  readonly text: string;
  readonly role: 'name' | 'line';
  readonly verdict?: SheetVerdict;
}

/** Rows of fields: the title with the verdict, then what identifies the sheet. */
function rowsOf({ title, file, block = {} }: Graph): Field[][] {
  const field = (caption: string, text: string | undefined): Field[] =>
    text === undefined || text === '' ? [] : [{ caption, text: fit(text, 'line', maxText.other), role: 'line' }];
  const { verdict } = block;
  const name: Field = { caption: 'Title', text: fit(title, 'name', maxText.title), role: 'name' };
  const said: Field[] =
    verdict === undefined ? [] : [{ caption: 'Verdict', text: verdict.text, role: 'name', verdict }];
  return [
    [name, ...said],
    [
      ...field('Design', file),
      ...field('Sheet', block.sheet),
      ...field('Revision', block.revision),
      ...field('Author', block.author),
      ...field('Date', block.date),
      ...field('Drawn by', block.tool),
    ],
  ].filter((row) => row.length > 0);
}

function widthOf({ caption, text, role, verdict }: Field): number {
  const sign = verdict === undefined ? 0 : signRoom;
  return Math.ceil(Math.max(textWidth(caption, 'small'), textWidth(text, role) + sign)) + 2 * padding.x;
}

/** Rows that fit their room. */
function brokenRows(rows: readonly (readonly Field[])[], room: number): Field[][] {
  return rows.flatMap((row) => {
    const broken: Field[][] = [[]];
    let width = 0;
    for (const each of row) {
      if (width > 0 && width + widthOf(each) > room) {
        broken.push([]);
        width = 0;
      }
      broken.at(-1)?.push(each);
      width += widthOf(each);
    }
    return broken;
  });
}

/** Size of the title block of a drawing in a width. */
export function blockSize(graph: Graph, room: number): { readonly width: number; readonly height: number } {
  const rows = brokenRows(rowsOf(graph), room);
  const width = Math.max(...rows.map((row) => row.reduce((sum, each) => sum + widthOf(each), 0)));
  return { width, height: rows.length * rowHeight };
}

/** Places the title block by its bottom right corner. */
export function placeBlock(graph: Graph, right: number, bottom: number, room: number): PlacedBlock {
  const { width, height } = blockSize(graph, room);
  const [left, top] = [right - width, bottom - height];
  const fields = brokenRows(rowsOf(graph), room).flatMap((row, i) => {
    let x = left;
    // The first field of a row takes what the others leave.
    const spare = width - row.reduce((sum, each) => sum + widthOf(each), 0);
    return row.map((each, at) => {
      const own = widthOf(each) + (at === 0 ? spare : 0);
      const placed = placeField(each, { x, y: top + i * rowHeight, width: own, height: rowHeight });
      x += own;
      return placed;
    });
  });
  return { x: left, y: top, width, height, fields };
}

function placeField({ caption, text, role, verdict }: Field, box: Box): PlacedField {
  const x = box.x + padding.x;
  const sign = verdict === undefined ? 0 : signRoom;
  const texts: PlacedText[] = [
    { text: caption, role: 'small', x, y: box.y + lines.caption, anchor: 'start' },
    { text, role, x: x + sign, y: box.y + lines.text, anchor: 'start' },
  ];
  return { ...box, texts, ...(verdict === undefined ? {} : { verdict }) };
}

/** Width of a title block alone, at most: what A4 upright has at a size that can be read. */
const aloneWidth = 680;

/** A drawing whose title block says another sheet, in the same place. */
export function withSheet(placed: Placed, sheet: string): Placed {
  const graph = { ...placed.graph, block: { ...placed.graph.block, sheet } };
  const { x, y, width, height } = placed.block;
  return { ...placed, graph, block: placeBlock(graph, x + width, y + height, width) };
}

/** The title block alone: its upper left corner is that of the drawing. */
export function blockAlone({ graph }: Placed, sheet: string): PlacedBlock {
  const own = { ...graph, block: { ...graph.block, sheet } };
  const { width, height } = blockSize(own, aloneWidth);
  return placeBlock(own, width, height, aloneWidth);
}
