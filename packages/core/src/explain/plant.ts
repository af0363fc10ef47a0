// Explanations of racks, loops, branches and feeds.

import type { Facts } from '../answers/index.ts';
import {
  approachOf,
  batteryTime,
  feedCapacity,
  hasBattery,
  warmestFacility,
  waterClassWithin,
} from '../facts/index.ts';
import { printValue } from '../figures/index.ts';
import {
  type Block,
  type Branch,
  type Feed,
  feedSubject,
  feedsOfFeed,
  type Loop,
  nameOf,
  rackName,
  single,
} from '../model/index.ts';
import { printCount } from '../units/index.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';
import { rowsOfRack } from './racks.ts';
import { factRow } from './required.ts';

/** Explains an array of racks by the one that draws the most power. */
export function explainRacks(facts: Facts, blocks: readonly Block[]): Explanation {
  const racks = blocks.flatMap((block) => Array.from({ length: block.count }, (_, i) => block.first + i));
  const fullest = racks
    .map((rack) => ({ rack, power: facts.power.rack(rack) }))
    .sort((a, b) => b.power.known - a.power.known || a.rack - b.rack)[0];
  const title = `${printCount(racks.length, 'rack')}${blocks[0]?.part === undefined ? '' : `, ${blocks[0].part.name}`}`;
  if (fullest === undefined) return { title, rows: [] };
  const { rack } = fullest;
  const rows = rowsOfRack(facts, rack);
  return { title: racks.length > 1 ? `${title}; the fullest is ${rackName(facts.fabric, rack)}` : title, rows };
}

/** Explains a loop: heat, flow, temperatures and headroom. */
export function explainLoop(facts: Facts, loop: Loop): Explanation {
  const { cooling } = facts;
  const cdus = cooling.cdus(loop);
  const limit = loop.values.return;
  return {
    title: `Coolant loop ${loop.name}${loop.values.coolant === undefined ? '' : `, ${loop.values.coolant.value.name}`}`,
    rows: [
      row(
        'heat',
        cooling.heat(loop),
        cdus === undefined ? undefined : `${cdus.left} of ${cdus.all} CDUs transfer ${printValue(cdus.heat)}`,
      ),
      row('flow', cooling.flow(loop)),
      row('rise', cooling.rise(loop)),
      row(
        'return',
        cooling.returnTemperature(loop),
        limit === undefined
          ? undefined
          : `of ${printValue({ ...cooling.returnTemperature(loop), value: limit.value })} allowed`,
      ),
      row('headroom', cooling.headroom(loop)),
      ...pressureRows(facts, loop),
      ...facilityRows(facts, loop),
      ...facts.fabric.branches
        .filter((each) => each.loop === loop.index)
        .map((each) => row(`return of ${each.name}`, cooling.branches.outlet(each))),
    ],
  };
}

/** Explains a branch: heat, flow and temperatures. */
export function explainBranch({ cooling: { branches }, fabric, pressure }: Facts, branch: Branch): Explanation {
  const before = fabric.branches[branch.after];
  const limit = branches.returnLimit(branch);
  const lost = pressure.branch(branch);
  return {
    title: `Branch ${branch.name}, ${printCount(branch.racks.length, 'rack')} in ${branch.order}`,
    rows: [
      row('heat', branches.heat(branch)),
      row('flow', branches.flow(branch)),
      row('inlet', branches.inlet(branch), before === undefined ? undefined : `the outlet of ${before.name}`),
      row('rise', branches.rise(branch)),
      row('return', branches.outlet(branch), Number.isNaN(limit.value) ? undefined : `of ${printValue(limit)} allowed`),
      ...(Number.isNaN(limit.value) ? [] : [row('headroom', branches.headroom(branch))]),
      ...(lost.known > 0 ? [row('pressure drop', lost)] : []),
    ],
  };
}

/** Explains a feed, a UPS or a PDU: its load, and the load when other feeds fail. */
export function explainFeed(facts: Facts, feed: Feed): Explanation {
  const load = facts.power.feed(feed.index);
  const capacity = feedCapacity(feed);
  const supply = feedsOfFeed(facts.fabric, feed).ids;
  const from = [...supply].map((id) => nameOf(facts.fabric, 'feed', id)).join(', ');
  return {
    title: `${feedSubject(feed)}${from === '' ? '' : `, fed by ${from}`}`,
    rows: [
      row('load', facts.power.feedShare(feed.index)),
      ...factRow(facts, { selection: single('feed', feed.index), name: feed.name }, 'headroom', 'headroom'),
      row(
        'load when feeds fail',
        load,
        Number.isNaN(capacity.value) ? undefined : `of ${printValue({ ...load, value: capacity.value })}`,
      ),
      ...(hasBattery(feed) ? [row('battery time', batteryTime(feed, load))] : []),
    ],
  };
}

/** Pressure drop on the worst path, head and remaining head, as far as they are known. */
function pressureRows({ pressure }: Facts, loop: Loop): ExplanationRow[] {
  const [lost, head, highest] = [pressure.loop(loop), pressure.head(loop), pressure.highest(loop)];
  return [
    ...(lost.known > 0 ? [row('pressure drop', lost)] : []),
    ...(head === undefined || Number.isNaN(head.value) ? [] : [row('head of the CDUs', head)]),
    ...(lost.known > 0 && head !== undefined ? [row('remaining head', pressure.headMargin(loop))] : []),
    ...(Number.isNaN(highest.value) ? [] : [row('maximum pressure', highest)]),
  ];
}

/** The highest facility water temperature that a loop allows; none if its CDUs have no approach. */
function facilityRows({ fabric }: Facts, loop: Loop): ExplanationRow[] {
  const warmest = warmestFacility(fabric, loop);
  if (Number.isNaN(approachOf(fabric, loop).value) || Number.isNaN(warmest.value)) return [];
  const within = waterClassWithin(warmest.value);
  return [row('facility water', warmest, `at most${within === undefined ? '' : `; ASHRAE ${within} or lower`}`)];
}
