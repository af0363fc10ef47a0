// The paths of bands: down from the upper box, a bend, straight down through the lanes of labels to the lower box.
import type { Trunk } from '../../graph/index.ts';
import type { Path } from '../geometry/path.ts';
import { type ArrangedTrunk, bandWidths } from '../pieces/arranged.ts';
import { placePill } from '../pieces/pill.ts';
import type { Ends } from './ends.ts';
import type { Lanes } from './lanes.ts';
import { heightsOf, type Level } from './levels.ts';
import type { Run } from './runs.ts';

type Step = Path['steps'][number];

/** Half the height of the label of an arch without one. */
const bare = 10;

export interface BandOptions {
  readonly ends: Ends;
  readonly lanes: Lanes;
  readonly levels: readonly Level[];
}

/** @param pieces the pieces of each band, from the top */
export function bandsOf(
  trunks: readonly Trunk[],
  pieces: ReadonlyMap<Trunk, readonly Run[]>,
  options: BandOptions,
): ArrangedTrunk[] {
  const bandWidth = bandWidths(trunks);
  return [...pieces].map(([trunk, list]): ArrangedTrunk => {
    const last = list.at(-1) as Run;
    const top = labelTop(last, options);
    return {
      trunk,
      path: last.arch ? archPath(last, top, options) : uprightPath(list, options),
      width: bandWidth(trunk),
      ...(last.size === undefined ? {} : { pill: placePill(trunk, last.size, options.ends.label(last), top) }),
    };
  });
}

function levelAt(levels: readonly Level[], row: number): Level {
  return levels[row] as Level;
}

function labelTop(run: Run, { lanes, levels }: BandOptions): number {
  return levelAt(levels, run.lower.row).laneBottom - lanes.toTop(run);
}

/** An arch over a row, through the middle of its label. */
function archPath(run: Run, labelTop: number, { ends, levels }: BandOptions): Path {
  const [a, b] = ends.arch(run);
  const foot = heightsOf(run.lower, levels).top;
  // The top of such a curve is at three quarters of the height of its control points.
  const apex = foot + (labelTop + (run.size === undefined ? bare : run.size.height / 2) - foot) / 0.75;
  return {
    start: { x: a, y: foot },
    steps: [
      [
        { x: a, y: apex },
        { x: b, y: apex },
        { x: b, y: foot },
      ],
    ],
  };
}

function uprightPath(pieces: readonly Run[], { ends, lanes, levels }: BandOptions): Path {
  const bottomOf = (row: number): number => levelAt(levels, row).top + levelAt(levels, row).height;
  const lanesTop = (row: number): number => levelAt(levels, row).laneBottom - lanes.height(row);
  const [first] = pieces as [Run];
  const { top, height } = heightsOf(first.upper, levels);
  return {
    start: { x: ends.upper(first), y: top + height },
    steps: pieces.flatMap((piece, i): Step[] => {
      const [x1, x2] = [ends.upper(piece), ends.lower(piece)];
      const [from, to] = [bottomOf(piece.upper.row), lanesTop(piece.lower.row)];
      const half = (from + to) / 2;
      const bent: Step = [
        { x: x1, y: half },
        { x: x2, y: half },
        { x: x2, y: to },
      ];
      const down: Step = [{ x: x2, y: heightsOf(piece.lower, levels).top }];
      // From a box that is lower than its row the band first leaves the row.
      return i === 0 && top + height === from ? [bent, down] : [[{ x: x1, y: from }], bent, down];
    }),
  };
}
