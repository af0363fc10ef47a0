// Coolant loops: CDUs, supply, racks and return, with temperatures and flows.
import { type Facts, type Loop, numberAt, printCount, printNumber, signedAt } from '@lightloom/core';
import type { LoopsGroup, LoopsNode, Trunk } from '../../graph/index.ts';
import { colorLegend, widthLegend } from '../captions/legend.ts';
import { temperatureScale, temperatureTicks } from '../captions/temperature-scale.ts';
import { type RackClass, rackClasses } from '../equal-racks/rack-classes.ts';
import { rackFolding, unfoldRacks } from '../equal-racks/unfold-racks.ts';
import type { Sketched } from '../sketch/define-view.ts';
import { countIfAny, joined } from '../text/phrases.ts';
import { airCooled } from './air-cooled.ts';
import { coolingFigures } from './cooling-figures.ts';
import { coolingLocator } from './cooling-locator.ts';
import { foldLoops } from './equal-loops.ts';
import { loopBody } from './loop-body.ts';
import { paintBetween } from './paint.ts';

export interface CoolingSketch {
  /** Racks drawn; all when undefined. */
  readonly racks: ReadonlySet<number> | undefined;
  /** Loops drawn; all when undefined. */
  readonly loops: ReadonlySet<number> | undefined;
  /** Ids of classes of equal racks that are drawn one by one. */
  readonly unfolded?: ReadonlySet<string>;
}

/** The drawing of the coolant loops, and of the racks on none. */
export function coolingGraph(facts: Facts, sketch: CoolingSketch): Sketched {
  const { fabric } = facts;
  const folded = rackClasses(facts, sketch.racks);
  const classes = unfoldRacks(fabric, folded, sketch.unfolded);
  const foldings = new Map(classes.map((each) => [each.id, rackFolding(each, folded)]));
  const onLoop = (loop: number): RackClass[] => classes.filter((each) => loopOf(facts, each) === loop);
  const loops = fabric.loops.filter(
    ({ index }) => (sketch.loops?.has(index) ?? true) && (sketch.racks === undefined || onLoop(index).length > 0),
  );
  const [low, high] = scaleOf(facts, loops, onLoop);
  const paint = paintBetween(low, high);
  const { drawn, standsFor } = foldLoops(
    loops.map((loop) => ({
      loop,
      body: loopBody(facts, loop, { classes: onLoop(loop.index), drawn: sketch.racks }, paint),
    })),
  );
  const bodies = drawn.map(({ body }) => body);
  const air = sketch.loops === undefined ? airCooled(facts, classes) : undefined;
  const nodes = [...bodies.flatMap((each) => each.nodes), ...(air?.nodes ?? [])].map(
    (each): LoopsNode => ({ ...each, ...foldings.get(each.id) }),
  );
  const groups: LoopsGroup[] = [...bodies.flatMap((each) => each.groups), ...(air?.groups ?? [])];
  const trunks: Trunk[] = bodies.flatMap((each) => each.trunks);
  const cdus = new Set(loops.flatMap((each) => [...(each.values.from?.value.selection.ids ?? [])]));
  return {
    arrangement: 'loops',
    subtitle: joined([
      countIfAny(loops.length, 'loop'),
      racksText(fabric.racks.count, classes),
      countIfAny(cdus.size, 'CDU'),
    ]),
    figures: coolingFigures(facts, drawn, { partial: sketch.racks !== undefined }),
    nodes,
    groups,
    trunks,
    legend: {
      ...colorLegend(
        {
          kind: 'temperature',
          title: 'Coolant temperature',
          ticks: temperatureTicks(low, high),
          over: 'over the limit',
          unknown: true,
        },
        [...nodes, ...trunks],
      ),
      ...widthLegend(trunks, 'Width of a pipe: flow', 'volume flow'),
    },
    notes: [...(loops.length === 0 ? [noLoop(facts)] : []), ...bodies.flatMap((each) => each.notes)],
    locator: coolingLocator(facts, classes, standsFor),
  };
}

/** The loop of equal racks, or -1. */
function loopOf({ fabric }: Facts, { racks }: RackClass): number {
  return signedAt(fabric.racks.loop, numberAt(racks, 0));
}

/** Ends of the temperature scale in °C: the high one is the return limit, or the warmest return where a loop has none. */
function scaleOf(
  { cooling }: Facts,
  loops: readonly Loop[],
  onLoop: (loop: number) => readonly RackClass[],
): [number, number] {
  return temperatureScale(
    loops.map((each) => each.values.supply?.value ?? Number.NaN),
    loops.flatMap((loop) => {
      if (loop.values.return !== undefined) return [loop.values.return.value];
      const racks = onLoop(loop.index).map((each) => cooling.rackReturn(numberAt(each.racks, 0)).value);
      return [cooling.returnTemperature(loop).value, ...racks];
    }),
  );
}

function noLoop({ fabric }: Facts): string {
  return fabric.loops.length === 0
    ? 'This design has no coolant loop yet: declare one with “loop primary { coolant PG25  supply 40 °C  flow 1900 L/min }”.'
    : 'The selection of this view is not on a coolant loop.';
}

/** `34 racks`, or `2 of 34 racks` when the others are left out. */
function racksText(all: number, classes: readonly RackClass[]): string | undefined {
  const shown = classes.reduce((sum, each) => sum + each.racks.length, 0);
  return shown === 0 || shown === all
    ? countIfAny(shown, 'rack')
    : `${printNumber(shown, 0)} of ${printCount(all, 'rack')}`;
}
