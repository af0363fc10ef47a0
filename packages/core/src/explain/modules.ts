// Explanations of a cage with its module, and of a channel.

import { defineAnswer, type Facts, reads } from '../answers/index.ts';
import {
  busbarVoltage,
  cableEndPower,
  cableEnds,
  isLiquidCooled,
  moduleBandwidth,
  moduleConnectors,
  moduleCurrent,
  moduleEnergy,
  moduleFibers,
  moduleFlow,
  modulePower,
  moduleSupply,
  powerBasisOf,
} from '../facts/index.ts';
import { figure, printValue } from '../figures/index.ts';
import {
  cageName,
  deviceOfCage,
  firstCageOf,
  isPart,
  moduleIn,
  type Part,
  partOfDevice,
  portGroupAt,
  portName,
  rackOfDevice,
  unsignedAt,
} from '../model/index.ts';
import { coolantThrough } from './device-coolant.ts';
import { type Explanation, type ExplanationRow, row, rowIfKnown } from './explanation.ts';
import { budgetRows } from './networks.ts';

/** Explains a cage: power, bandwidth and cooling of its module. */
export function explainCage(facts: Facts, cage: number): Explanation {
  const { fabric } = facts;
  const device = deviceOfCage(fabric, cage);
  const module = moduleIn(fabric, cage);
  const part = partOfDevice(fabric, device);
  const group = part === undefined ? undefined : portGroupAt(part, cage - firstCageOf(fabric, device));
  const form = group === undefined ? '' : `, ${group.cage.name}`;
  if (module === undefined) {
    const cable = cableIn(facts, cage);
    if (cable === undefined) return { title: `Port ${cageName(fabric, cage)}${form}, empty`, rows: [] };
    const title = `Port ${cageName(fabric, cage)}${form}, with one end of ${cable.name}`;
    return { title, rows: rowIfKnown('power', cableEndPower(cable)) };
  }
  const limit = group?.power ?? group?.cage.values.power;
  const limitNote =
    limit === undefined
      ? undefined
      : `of ${printValue({ ...modulePower(module), value: limit.value })} the cage delivers`;
  const rack = rackOfDevice(fabric, device);
  const busbar = rack < 0 ? undefined : busbarVoltage(fabric, rack);
  const volts =
    busbar === undefined || part === undefined || group === undefined ? busbar : moduleSupply(part, group.cage, busbar);
  return {
    title: `Port ${cageName(fabric, cage)}${form}, with ${module.name}`,
    rows: [
      row('power', modulePower(module, powerBasisOf(facts.basis)), limitNote),
      ...(facts.basis === 'worst-case' ? rowIfKnown('typical power', modulePower(module, 'typical')) : []),
      row('bandwidth', moduleBandwidth(module)),
      ...rowIfKnown('energy per bit', moduleEnergy(module)),
      ...rowIfKnown(
        'input current',
        moduleCurrent(module, volts === undefined || Number.isNaN(volts.value) ? undefined : volts),
      ),
      ...coolantRows(facts, module, rack),
      ...rowIfKnown('fibers', moduleFibers(module)),
      ...rowIfKnown('connectors', moduleConnectors(module)),
    ],
  };
}

const cablesByCage = defineAnswer(reads('fabric'), ({ fabric }) => cableEnds(fabric));

/** The cable that ends in a cage, if any. */
function cableIn(facts: Facts, cage: number): Part<'cable'> | undefined {
  const { fabric } = facts;
  const ends = cablesByCage(facts);
  const part = fabric.parts[ends?.[cage] ?? -1];
  return part !== undefined && isPart(part, 'cable') ? part : undefined;
}

/** The coolant flow through a module and its outlet temperature. */
function coolantRows(facts: Facts, module: Part<'module'>, rack: number): ExplanationRow[] {
  if (isLiquidCooled(module) !== true) return [];
  const flow = moduleFlow(module);
  const heat = modulePower(module, powerBasisOf(facts.basis));
  return coolantThrough(facts, { name: module.name, rack, heat, flow, flowName: 'flow' });
}

/** Explains a channel: the link at it. */
export function explainPort(facts: Facts, port: number): Explanation {
  const { fabric, optics, links } = facts;
  const link = linkOfPort(facts)[port] ?? -1;
  const name = portName(fabric, port);
  if (link < 0) return { title: `Port ${name}, not linked`, rows: [] };
  const budget = optics.budgets[unsignedAt(links.of, link)];
  const [from, to] = [unsignedAt(fabric.links.from, link), unsignedAt(fabric.links.to, link)];
  const other = portName(fabric, from === port ? to : from);
  if (budget === undefined) return { title: `Port ${name}, linked to ${other}`, rows: [] };
  return {
    title: `Port ${name}, linked to ${other}`,
    rows: [
      ...budgetRows(facts, budget, { link, end: from === port ? 'from' : 'to' }),
      row('fibers', figure('fibers', 'count', budget.fibers)),
    ],
  };
}

/** The first link of each port, or -1. */
const linkOfPort = defineAnswer(reads('fabric'), ({ fabric: { links, ports } }) => {
  const found = new Int32Array(ports.count).fill(-1);
  for (let link = links.count - 1; link >= 0; link--) {
    found[unsignedAt(links.from, link)] = link;
    found[unsignedAt(links.to, link)] = link;
  }
  return found;
});
