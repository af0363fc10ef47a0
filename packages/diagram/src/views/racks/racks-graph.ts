// Racks in elevation: the devices in them, their height, and their share of the rack power limit.
import { type Facts, printCount } from '@lightloom/core';
import { colorLegend } from '../captions/legend.ts';
import { rackClasses } from '../equal-racks/rack-classes.ts';
import { rackFolding, unfoldRacks } from '../equal-racks/unfold-racks.ts';
import type { Sketched } from '../sketch/define-view.ts';
import { countIfAny, joined } from '../text/phrases.ts';
import { floorPlan } from './floor-plan.ts';
import { mountedNodes } from './mounted-nodes.ts';
import { rackFigures } from './rack-figures.ts';
import { rackGroup } from './rack-group.ts';
import { rackLocator } from './rack-locator.ts';
import { stackNode } from './stack-node.ts';

/** Classes of racks that are drawn; a note counts the others. */
const maxDrawn = 40;

export interface RacksSketch {
  /** Racks drawn; all when undefined. */
  readonly racks: ReadonlySet<number> | undefined;
  /** Whether a `view` statement selects what is drawn. */
  readonly selected: boolean;
  /** Ids of classes of equal racks that are drawn one by one. */
  readonly unfolded?: ReadonlySet<string>;
}

/** The drawing of racks. */
export function racksGraph(facts: Facts, sketch: RacksSketch): Sketched {
  const folded = rackClasses(facts, sketch.racks, 'alike');
  const all = unfoldRacks(facts.fabric, folded, sketch.unfolded);
  const classes = all.slice(0, maxDrawn);
  const left = all.slice(maxDrawn).reduce((sum, each) => sum + each.racks.length, 0);
  const ids = new Set(all.flatMap((each) => each.racks));
  const groups = classes.map((each) => ({ ...rackGroup(facts, each), ...rackFolding(each, folded) }));
  const plan = left === 0 ? floorPlan(facts, classes, groups) : undefined;
  const nodes = classes.flatMap((each) => [
    ...each.fillings.map((filling) => stackNode(facts, each, filling)),
    ...mountedNodes(facts, each),
  ]);
  const devices = [...ids].reduce((sum, rack) => sum + facts.placement.devices(rack), 0);
  return {
    arrangement: 'racks',
    subtitle: joined([countIfAny(ids.size, 'rack'), countIfAny(devices, 'device')]),
    figures: ids.size === 0 ? [] : rackFigures(facts, all, ids),
    nodes,
    groups,
    ...(plan === undefined ? {} : { plan }),
    legend: colorLegend(
      {
        kind: 'share',
        title: 'Power, as a share of the rack power limit',
        ticks: ['0 %', '50 %', '100 %'],
        over: 'over the limit',
        unknown: true,
      },
      [...groups, ...nodes],
    ),
    notes: notes(facts, sketch, ids.size, left),
    locator: rackLocator(facts, classes),
  };
}

/**
 * Sentences below the drawing.
 * @param racks how many racks are drawn
 * @param left how many are left out
 */
function notes({ fabric }: Facts, { selected }: RacksSketch, racks: number, left: number): string[] {
  if (racks === 0)
    return [
      selected
        ? 'The selection of this view has no racks.'
        : 'This design has no racks yet: declare them with “rack r[1..8] : TYPE” and fill them with “place DEVICES in r[*]”.',
    ];
  const found: string[] = [];
  if (left > 0) found.push(`${printCount(left, 'rack')} of other kinds ${left === 1 ? 'is' : 'are'} not drawn.`);
  const loose = fabric.devices.rack.reduce((sum, rack) => sum + (rack < 0 ? 1 : 0), 0);
  if (loose > 0) found.push(`${printCount(loose, "device isn't", "devices aren't")} in any rack.`);
  if (fabric.gaps.placements) found.push('Some placements have errors; their devices are missing here.');
  found.push(
    'Front on the left, rear on the right, both to scale. Designs don’t say which unit a device is in, nor where supplies and couplings are on its rear: devices are drawn from the floor up, in the order of their declaration. A filled cage holds a module.',
  );
  return found;
}
