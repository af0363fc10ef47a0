// Room that frames take above and below their rows.
import type { Run } from './runs.ts';
import { framesIn, type Scope } from './scope.ts';

const padding = 16;
const titleHeight = 26;

type Side = 'top' | 'bottom';

export interface FrameEdges {
  /** Whether the title of a frame is at its bottom, where no band crosses it. */
  titleBelow(scope: Scope): boolean;
  /** From the first or last row of a frame to its border, frames within it not counted. */
  edge(scope: Scope, side: Side): number;
  /** Room that the frames within a scope take above or below a row. */
  reach(scope: Scope, side: Side, row: number): number;
}

export function frameEdges(root: Scope, runs: readonly Run[]): FrameEdges {
  const below = new Set(
    framesIn(root)
      .filter(({ top, bottom }) => {
        const crossed = runs.some(({ arch, upper, lower }) =>
          arch ? lower.row === top : upper.row < top && lower.row >= top,
        );
        return crossed && !runs.some(({ upper, lower }) => upper.row <= bottom && lower.row > bottom);
      })
      .map(({ group }) => group.id),
  );
  const titleBelow = ({ group }: Scope): boolean => group !== undefined && below.has(group.id);
  const edge = (scope: Scope, side: Side): number => {
    if (scope.group === undefined) return 0;
    return padding + (titleBelow(scope) === (side === 'bottom') ? titleHeight : 0);
  };
  const reach = (scope: Scope, side: Side, row: number): number =>
    Math.max(0, ...scope.scopes.map((each) => (each[side] === row ? edge(each, side) : 0) + reach(each, side, row)));
  return { titleBelow, edge, reach };
}
