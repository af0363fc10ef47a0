// Optical paths: from the module at one end to that at the other, with the loss of each step against the budget.
import type { Facts, Selection } from '@lightloom/core';
import { cageOfPort, unsignedAt } from '@lightloom/core';
import { defineView } from '../sketch/define-view.ts';
import { type OpticsSketch, opticsGraph } from './optics-graph.ts';

export const view = defineView<OpticsSketch>({
  kind: 'optics',
  order: 4,
  selects: ['port', 'cage'],
  claims: (of) => of === 'port' || of === 'cage',
  standard: ({ fabric }) =>
    fabric.links.count === 0 ? [] : [{ id: 'optics', title: 'Optical paths', sketch: { classes: undefined } }],
  declared: (facts, { values }) => ({ classes: classesAt(facts, values.of?.value.selection) }),
  graph: opticsGraph,
});

/** Classes of the links at the selected ports and cages; all when the view selects neither. */
function classesAt({ fabric, links }: Facts, selection: Selection | undefined): ReadonlySet<number> | undefined {
  if (selection?.of !== 'port' && selection?.of !== 'cage') return undefined;
  const ids = new Set(selection.ids);
  const isIn = (port: number): boolean => ids.has(selection.of === 'cage' ? cageOfPort(fabric, port) : port);
  const found = new Set<number>();
  for (let link = 0; link < fabric.links.count; link++)
    if (isIn(unsignedAt(fabric.links.from, link)) || isIn(unsignedAt(fabric.links.to, link)))
      found.add(unsignedAt(links.of, link));
  return found;
}
