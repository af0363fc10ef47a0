// A frame with small boxes: its rows as columns, side by side, so that many such frames fit a page.
import { grouped, type Trunk } from '../../../graph/index.ts';
import { centerOf, loopOver } from '../../free/circle.ts';
import { cropped } from '../../free/crop.ts';
import type { Path } from '../../geometry/path.ts';
import type { Box, PlacedCard } from '../../geometry/placed.ts';
import { textWidth } from '../../geometry/typography.ts';
import type { Arranged } from '../../pieces/arranged.ts';
import { cardOf, placeCard } from '../../pieces/card.ts';
import { groupTitle } from '../../pieces/group-title.ts';
import type { LinkedFrame } from './linked-frames.ts';

const [padding, title] = [14, 32];
/** Height of a loop over a box: it leaves the frame at its top. */
export const loopInFrame = 26;
const gap = { column: 28, box: 14 };

/** The frame with the names of its boxes only; the lowest row is at the right. */
export function smallFrame({ group, nodes, trunks }: LinkedFrame, bandWidth: (trunk: Trunk) => number): Arranged {
  const cards = nodes.map((node) => cardOf({ ...node, compact: true as const, lines: [] }));
  const columns = [...grouped(cards, ({ node }) => node.tier ?? -1)].sort(([a], [b]) => b - a).map(([, each]) => each);
  const heightOf = (column: typeof cards): number =>
    column.reduce((sum, each) => sum + each.height + gap.box, -gap.box);
  const height = Math.max(...columns.map(heightOf));
  const placed: PlacedCard[] = [];
  let x = padding;
  for (const column of columns) {
    const width = Math.max(...column.map((each) => each.width));
    let y = padding + (height - heightOf(column)) / 2;
    for (const card of column) {
      placed.push(placeCard(card, x, y, width));
      y += card.height + gap.box;
    }
    x += width + gap.column;
  }
  const titleWidth = textWidth(group.label, 'name') + textWidth(group.lines[0] ?? '', 'line') + 12;
  const width = Math.max(x - gap.column + padding, titleWidth + 2 * padding);
  const frame: Box = { x: 0, y: 0, width, height: padding + height + title };
  const boxes = new Map(placed.map((each) => [each.node.id, each]));
  const bands = trunks.map((trunk) => {
    const [from, to] = [boxes.get(trunk.from) as Box, boxes.get(trunk.to) as Box];
    const path: Path = from === to ? loopOver(from, loopInFrame) : { start: centerOf(from), steps: [[centerOf(to)]] };
    return { trunk: { ...trunk, lines: [] }, path, width: bandWidth(trunk) };
  });
  return cropped({
    nodes: placed,
    groups: [
      { drawn: 'frame', group, ...frame, ...groupTitle(group, padding, frame.height - 10, width - 2 * padding) },
    ],
    ...{ trunks: bands, texts: [], width: 0, height: 0 },
  });
}
