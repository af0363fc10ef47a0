// Coolant loops: CDUs, supply, racks and return, with temperatures and flows.
import { type Facts, isPart, type Part, type Selection } from '@lightloom/core';
import { defineView } from '../sketch/define-view.ts';
import { racksIn } from '../sketch/rack-selection.ts';
import { type CoolingSketch, coolingGraph } from './cooling-graph.ts';

export const view = defineView<CoolingSketch>({
  kind: 'cooling',
  order: 3,
  selects: ['loop', 'cdu', 'rack', 'feed'],
  claims: (of, color) =>
    of === 'loop' || of === 'cdu' || (color === 'temperature' && (of === undefined || of === 'rack' || of === 'feed')),
  standard: (facts) =>
    isAirCooled(facts) ? [] : [{ id: 'cooling', title: 'Cooling', sketch: { racks: undefined, loops: undefined } }],
  declared: (facts, { values }) => {
    const of = values.of?.value.selection;
    return { racks: racksIn(facts, of), loops: loopsIn(facts, of) };
  },
  seen: (_, sketch, { unfolded = [] }) => ({ ...sketch, unfolded: new Set(unfolded) }),
  graph: coolingGraph,
});

/** Whether nothing in a design is cooled by liquid: there is no loop and no CDU, and every device says so of itself. */
function isAirCooled({ fabric, devices }: Facts): boolean {
  if (fabric.loops.length > 0 || fabric.cdus.count > 0 || devices.classes.length === 0) return false;
  return devices.classes.every(
    ({ part, modules }) => liquidOf(part) === 0 && modules.every(({ module }) => module.values.flow === undefined),
  );
}

/** The share of its heat that a device gives to liquid; undefined where it doesn't say. */
function liquidOf(part: Part | undefined): number | undefined {
  return part !== undefined && (isPart(part, 'switch') || isPart(part, 'host')) ? part.values.liquid?.value : undefined;
}

/** Loops that are selected, or fed by a selected CDU; undefined when the view selects neither. */
function loopsIn({ fabric }: Facts, selection: Selection | undefined): ReadonlySet<number> | undefined {
  if (selection?.of === 'loop') return new Set(selection.ids);
  if (selection?.of !== 'cdu') return undefined;
  const ids = new Set(selection.ids);
  const loops = fabric.loops.filter(({ values }) => values.from?.value.selection.ids.some((id) => ids.has(id)));
  return new Set(loops.map((each) => each.index));
}
