// Facts of the plant that can be required: coolant, feeds, room in racks. Each is asked of one thing at a time.

import { airRise, rackAirflow, rackAirNeed } from '../../facts/cooling/air.ts';
import { warmestFacility } from '../../facts/cooling/facility.ts';
import { rackPowerLimit } from '../../facts/placement/placement.ts';
import { weightLimit } from '../../facts/placement/weight.ts';
import { batteryTime } from '../../facts/power/battery.ts';
import { feedCapacity, feedLoad } from '../../facts/power/feeds.ts';
import { busbarCurrent, deliverable } from '../../facts/power/rack-supply.ts';
import { type Derivation, derived, stated, sum, unknown } from '../../figures/derivation.ts';
import { type Feed, type Loop, loopOfRack, missingOf, rackName } from '../../model/index.ts';
import { exceeds } from '../../units/index.ts';
import type { Facts } from '../facts.ts';
import { type Asked, type FactTable, firstId, placementGap } from './asked.ts';

/** Facts of loops, branches, racks and feeds. */
export const plantFacts: FactTable = {
  headroom: plant('ratio', headroomOf),
  temperature: plant('temperature', temperatureOf),
  flow: plant('volume flow', flowOf),
  rise: plant('temperature difference', riseOf),
  'pressure-drop': plant('pressure', ({ fabric, pressure }, asked) => {
    const id = firstId(asked);
    const [loop, branch] = [fabric.loops[id], fabric.branches[id]];
    if (asked.of === 'rack') return pressure.rack(id);
    if (asked.of === 'branch') return branch === undefined ? missing(asked, 'pressure') : pressure.branch(branch);
    return loop === undefined ? missing(asked, 'pressure') : pressure.loop(loop);
  }),
  head: ofLoop(
    'pressure',
    ({ pressure }, loop) =>
      pressure.head(loop) ?? unknown(`head of ${loop.name}`, 'pressure', `${loop.name} has no CDUs`),
  ),
  'head-margin': ofLoop('pressure', ({ pressure }, loop) => pressure.headMargin(loop)),
  pressure: ofLoop('pressure', ({ pressure }, loop) => pressure.highest(loop)),
  facility: ofLoop('temperature', ({ fabric }, loop) => warmestFacility(fabric, loop)),
  airflow: plant('volume flow', ({ fabric, cooling }, { ids, name }) => {
    const needs = [...ids].map((rack) => rackAirNeed(fabric, rack, cooling.rackAirHeat(rack)));
    return { ...sum(`air that ${name} needs`, 'volume flow', 'sum of its racks', needs), unit: 'CFM' };
  }),
  'air-rise': plant('temperature difference', ({ fabric, cooling }, asked) => {
    const rack = firstId(asked);
    return airRise(`rise of the air in ${asked.name}`, cooling.rackAirHeat(rack), rackAirflow(fabric, rack));
  }),
  load: plant('power', loadOf),
  'battery-time': plant('time', (facts, asked) => {
    const feed = facts.fabric.feeds[firstId(asked)];
    return feed === undefined ? missing(asked, 'time') : batteryTime(feed, heaviestLoad(facts, feed));
  }),
  current: plant('current', ({ fabric, power }, asked) =>
    busbarCurrent(fabric, firstId(asked), power.rack(firstId(asked))),
  ),
  height: plant('length', ({ placement }, { ids: [rack = 0], point, name }) => {
    const used = placement.used(rack);
    return point === 'free' ? remaining(`free height in ${name}`, placement.height(rack), used) : used;
  }),
  weight: plant('mass', ({ fabric, placement }, { ids: [rack = 0], point, name }) => {
    const used = placement.weight(rack);
    return point === 'free' ? remaining(`remaining weight capacity of ${name}`, weightLimit(fabric, rack), used) : used;
  }),
};

/** A fact that depends on what is in racks. */
function plant(dimension: Derivation['dimension'], of: (facts: Facts, asked: Asked) => Derivation): FactTable[string] {
  return (facts, asked) => ({ value: placementGap(facts, asked.name, dimension) ?? of(facts, asked) });
}

/** A fact of a loop that depends on what is in its racks. */
function ofLoop(dimension: Derivation['dimension'], of: (facts: Facts, loop: Loop) => Derivation): FactTable[string] {
  return plant(dimension, (facts, asked) => {
    const loop = facts.fabric.loops[firstId(asked)];
    return loop === undefined ? missing(asked, dimension) : of(facts, loop);
  });
}

/** The remainder of a limit, in its unit. */
function remaining(label: string, limit: Derivation, used: Derivation): Derivation {
  const value = derived(label, limit.dimension, 'limit − used', [limit, used], limit.value - used.value);
  return limit.unit === undefined ? value : { ...value, unit: limit.unit };
}

function loadOf({ fabric, power, scenario }: Facts, asked: Asked): Derivation {
  const feed = fabric.feeds[firstId(asked)];
  return feed === undefined ? missing(asked, 'power') : feedLoad(fabric, power, scenario, feed);
}

function headroomOf(facts: Facts, asked: Asked): Derivation {
  const { fabric, cooling, power } = facts;
  const id = firstId(asked);
  const loop = fabric.loops[id];
  const feed = fabric.feeds[id];
  const branch = fabric.branches[id];
  if (asked.of === 'loop') return loop === undefined ? missing(asked, 'ratio') : cooling.headroom(loop);
  if (asked.of === 'branch') return branch === undefined ? missing(asked, 'ratio') : cooling.branches.headroom(branch);
  const [used, limit] =
    asked.of === 'rack'
      ? [power.rack(id), deliverable(fabric, id, rackPowerLimit(fabric, id))]
      : feed === undefined
        ? [missing(asked, 'power'), missing(asked, 'power')]
        : [heaviestLoad(facts, feed), feedCapacity(feed)];
  return derived(`headroom of ${asked.name}`, 'ratio', '1 − load ÷ limit', [used, limit], 1 - used.value / limit.value);
}

/** What a feed must be able to carry, in W: with no redundancy left, or more where a scenario loses more; nothing where it has failed. */
function heaviestLoad({ fabric, power, scenario }: Facts, feed: Feed): Derivation {
  const now = feedLoad(fabric, power, scenario, feed);
  const alone = power.feed(feed.index);
  return scenario.feeds.has(feed.index) || exceeds(now.value, alone.value) ? now : alone;
}

function temperatureOf({ fabric, cooling }: Facts, asked: Asked): Derivation {
  const { of, point } = asked;
  const id = firstId(asked);
  const { inlet, outlet, rackInlet, rackReturn } = cooling.branches;
  if (of === 'rack') {
    const loop = loopOfRack(fabric, id);
    if (loop === undefined) return onNoLoop(asked, 'temperature');
    return point === 'supply' ? { ...rackInlet(id, loop), label: `supply of ${asked.name}` } : rackReturn(id);
  }
  if (of === 'branch') {
    const branch = fabric.branches[id];
    if (branch === undefined) return missing(asked, 'temperature');
    return point === 'supply' ? { ...inlet(branch), label: `supply of ${branch.name}` } : outlet(branch);
  }
  const loop = fabric.loops[id];
  if (loop === undefined) return missing(asked, 'temperature');
  return point === 'supply'
    ? stated(`supply of ${loop.name}`, 'temperature', loop.values.supply, missingOf('loop', loop, 'supply'))
    : cooling.returnTemperature(loop);
}

function flowOf({ fabric, cooling }: Facts, asked: Asked): Derivation {
  const id = firstId(asked);
  const [loop, branch] = [fabric.loops[id], fabric.branches[id]];
  if (asked.of === 'rack') return cooling.branches.rackFlow(id);
  if (asked.of === 'branch')
    return branch === undefined ? missing(asked, 'volume flow') : cooling.branches.flow(branch);
  return loop === undefined ? missing(asked, 'volume flow') : cooling.flow(loop);
}

function riseOf({ fabric, cooling }: Facts, asked: Asked): Derivation {
  const id = firstId(asked);
  const [loop, branch] = [fabric.loops[id], fabric.branches[id]];
  if (asked.of === 'loop') return loop === undefined ? missing(asked, 'temperature difference') : cooling.rise(loop);
  if (asked.of === 'branch')
    return branch === undefined ? missing(asked, 'temperature difference') : cooling.branches.rise(branch);
  const on = loopOfRack(fabric, id);
  if (on === undefined) return onNoLoop(asked, 'temperature difference');
  const [from, to] = [cooling.branches.rackInlet(id, on), cooling.branches.rackReturn(id)];
  // The return of a rack is its inlet plus a rise.
  return (
    to.terms[1] ??
    derived(
      `rise of ${rackName(fabric, id)}`,
      'temperature difference',
      'return − inlet',
      [to, from],
      to.value - from.value,
    )
  );
}

function onNoLoop({ name }: Asked, dimension: Derivation['dimension']): Derivation {
  return unknown(name, dimension, `${name} isn't on a loop`);
}

function missing({ name }: Asked, dimension: Derivation['dimension']): Derivation {
  return unknown(name, dimension, `${name} is unknown`);
}
