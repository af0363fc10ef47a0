// What is linked to one box of a grid alone is right below it: the hosts of a switch, one below the other, beside the band that leads
// down from the middle of their switch.
import { type FreeNode, grouped, type Trunk } from '../../graph/index.ts';
import type { Path } from '../geometry/path.ts';
import type { Box, Point } from '../geometry/placed.ts';
import { inOneLine, phrasesIn } from '../pieces/alike.ts';
import { type Card, cardOf } from '../pieces/card.ts';

/** Up to this many boxes are a row below the frame, where there is room to say more about each. */
const mostBelow = 4;
/** From the middle of a box to the stem, from there to a box below, and between two of these. */
const gap = { stem: 12, branch: 12, between: 8 };

/** A box below another, with its band. */
interface Hung {
  readonly card: Card<FreeNode>;
  readonly corner: Point;
  readonly trunk: Trunk;
  readonly path: Path;
}

export interface Hanging {
  readonly trunks: readonly Trunk[];
  /** Whether the bands to boxes of one array say the same, which is in the caption. */
  readonly areAlike: boolean;
  readonly caption: readonly string[];
  /** Whether a box is below one of the grid. */
  has(id: string): boolean;
  /** The size of a box with what is below it. */
  cellOf(card: Card<FreeNode>): { readonly width: number; readonly height: number };
  /** @param box the place of the card */
  placed(card: Card<FreeNode>, box: Box): readonly Hung[];
}

/**
 * What is below single boxes of a grid; undefined where nothing is.
 * @param cells the boxes of the grid
 * @param nodes boxes that are linked to these alone
 * @param trunks the bands between both
 */
export function hangingOn(
  cells: readonly FreeNode[],
  nodes: readonly FreeNode[],
  trunks: readonly Trunk[],
): Hanging | undefined {
  const bands = new Map(
    nodes.map(({ id }) => [id, trunks.filter(({ from, to }) => from === id || to === id)] as const),
  );
  const single = nodes.flatMap((node) => {
    const [trunk, ...others] = bands.get(node.id) ?? [];
    return trunk === undefined || others.length > 0 ? [] : [{ node, trunk }];
  });
  if (single.length <= mostBelow) return undefined;
  const arrays = [...grouped(single, ({ node }) => arrayOf(node.label))].map(([name, all]) => {
    const { common, rest } = phrasesIn(all.map(({ node }) => node.lines));
    const status = phrasesIn(all.map(({ node }) => (node.status === undefined ? [] : [node.status.text])));
    const band = phrasesIn(all.map(({ trunk }) => trunk.lines));
    return {
      hung: all.map(({ node, trunk }, i) => ({
        trunk,
        card: cardOf({
          ...node,
          compact: true,
          meter: status.common.length === 0 && node.meter === true,
          lines: rest[i] ?? [],
        }),
      })),
      areAlike: band.rest.every((lines) => lines.length === 0),
      caption: [
        ...(common.length + status.common.length === 0
          ? []
          : [`Each ${name}: ${inOneLine([...common, ...status.common])}`]),
        ...(band.common.length === 0 ? [] : [`Each band to ${name}: ${inOneLine(band.common)}`]),
      ],
    };
  });
  const hung = arrays.flatMap((each) => each.hung);
  const ids = new Set(hung.map(({ card }) => card.node.id));
  const byCell = new Map(
    cells.map(({ id }) => [id, hung.filter(({ trunk: { from, to } }) => from === id || to === id)] as const),
  );
  const on = ({ node }: Card<FreeNode>) => byCell.get(node.id) ?? [];
  return {
    trunks: hung.map(({ trunk }) => trunk),
    areAlike: arrays.every((each) => each.areAlike),
    caption: arrays.flatMap((each) => each.caption),
    has: (id) => ids.has(id),
    cellOf: (card) => ({
      width: Math.max(card.width, ...on(card).map((each) => card.width / 2 + gap.stem + gap.branch + each.card.width)),
      height: on(card).reduce((sum, each) => sum + gap.between + each.card.height, card.height),
    }),
    placed(card, box) {
      const stem = box.x + box.width / 2 + gap.stem;
      let y = box.y + box.height;
      return on(card).map((each): Hung => {
        const corner = { x: stem + gap.branch, y: y + gap.between };
        y = corner.y + each.card.height;
        const middle = corner.y + each.card.height / 2;
        const path: Path = {
          start: { x: stem, y: box.y + box.height },
          steps: [[{ x: stem, y: middle }], [{ x: corner.x, y: middle }]],
        };
        return { ...each, corner, path };
      });
    },
  };
}

/** The array that a box or a frame is of, by its name. */
export const arrayOf = (label: string): string => label.replace(/(?:\[[^[]*\])+$/, '');
