// Names some cages of a switch in a design: `p[1..32]`, or pieces of several groups.
import { type Axis, fits, indexAt, type Part, type PortGroup } from '@lightloom/core';

/** The port groups of a switch whose cages take a module. */
export function groupsFor(type: Part<'switch'>, module: Part<'module'>): readonly PortGroup[] {
  return type.ports.filter(({ cage, axes }) => axes.length <= 1 && fits(module, cage));
}

/** Selectors of the cages from number `first` to before number `end`, among those that take a module. */
export function cageSelector(type: Part<'switch'>, module: Part<'module'>, first: number, end: number): string[] {
  let before = 0;
  return groupsFor(type, module).flatMap((group) => {
    const [from, to] = [Math.max(first - before, 0), Math.min(end - before, group.count)];
    before += group.count;
    const [axis] = group.axes;
    return from < to ? [group.name + (axis === undefined ? '' : indicesOf(axis, from, to))] : [];
  });
}

/** `[1..32]` or `[2..4, 6..8]`: the indices of an axis from one position to before another. */
function indicesOf(axis: Axis, from: number, end: number): string {
  const runs: [first: number, last: number][] = [];
  for (let position = from; position < end; position++) {
    const index = indexAt(axis, position);
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === index) last[1] = index;
    else runs.push([index, index]);
  }
  return `[${runs.map(([low, high]) => (low === high ? low : `${low}..${high}`)).join(', ')}]`;
}
