// One cage with the module in it, and one channel of it.

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
  powerBasisOf,
} from '../facts/index.ts';
import { type Derivation, figure, printValue } from '../figures/index.ts';
import { cageName, isPart, moduleIn, type Part, partOfDevice, portGroupAt, portName } from '../model/index.ts';
import { coolantThrough } from './device-coolant.ts';
import { type Explanation, type ExplanationRow, row } from './explanation.ts';
import { budgetRows } from './networks.ts';

/** A cage: what its module draws, carries and heats. */
export function explainCage(facts: Facts, cage: number): Explanation {
  const { fabric } = facts;
  const device = fabric.cages.device[cage] as number;
  const module = moduleIn(fabric, cage);
  const part = partOfDevice(fabric, device);
  const group = part === undefined ? undefined : portGroupAt(part, cage - (fabric.devices.firstCage[device] as number));
  const form = group === undefined ? '' : `, ${group.cage.name}`;
  if (module === undefined) {
    const cable = cableIn(facts, cage);
    if (cable === undefined) return { title: `Port ${cageName(fabric, cage)}${form}, empty`, rows: [] };
    const title = `Port ${cageName(fabric, cage)}${form}, with one end of ${cable.name}`;
    return { title, rows: ifKnown('power', cableEndPower(cable)) };
  }
  const limit = group?.power ?? group?.cage.values.power;
  const gives =
    limit === undefined ? undefined : `of ${printValue({ ...modulePower(module), value: limit.value })} the cage gives`;
  const rack = fabric.devices.rack[device] as number;
  const volts = rack < 0 ? undefined : busbarVoltage(fabric, rack);
  return {
    title: `Port ${cageName(fabric, cage)}${form}, with ${module.name}`,
    rows: [
      row('power', modulePower(module, powerBasisOf(facts.basis)), gives),
      ...(facts.basis === 'worst-case' ? ifKnown('typical power', modulePower(module, 'typical')) : []),
      row('bandwidth', moduleBandwidth(module)),
      ...ifKnown('energy per bit', moduleEnergy(module)),
      ...ifKnown(
        'input current',
        moduleCurrent(module, volts === undefined || Number.isNaN(volts.value) ? undefined : volts),
      ),
      ...coolantRows(facts, module, rack),
      ...ifKnown('fibers', moduleFibers(module)),
      ...ifKnown('connectors', moduleConnectors(module)),
    ],
  };
}

const cablesByCage = defineAnswer(reads('fabric'), ({ fabric }) => cableEnds(fabric));

/** The cable that ends in a cage; undefined where none does. */
function cableIn(facts: Facts, cage: number): Part<'cable'> | undefined {
  const { fabric } = facts;
  const ends = cablesByCage(facts);
  const part = fabric.parts[ends?.[cage] ?? -1];
  return part !== undefined && isPart(part, 'cable') ? part : undefined;
}

/** Flow through a module, and how warm the coolant leaves it. */
function coolantRows(facts: Facts, module: Part<'module'>, rack: number): ExplanationRow[] {
  if (isLiquidCooled(module) !== true) return [];
  const flow = moduleFlow(module);
  const heat = modulePower(module, powerBasisOf(facts.basis));
  return coolantThrough(facts, { name: module.name, rack, heat, flow, flowName: 'flow' });
}

/** A channel: the link it belongs to. */
export function explainPort(facts: Facts, port: number): Explanation {
  const { fabric, optics, links } = facts;
  const link = linkOfPort(facts)[port] ?? -1;
  const name = portName(fabric, port);
  if (link < 0) return { title: `Port ${name}, not linked`, rows: [] };
  const budget = optics.budgets[links.of[link] as number];
  const [from, to] = [fabric.links.from[link] as number, fabric.links.to[link] as number];
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
    found[links.from[link] as number] = link;
    found[links.to[link] as number] = link;
  }
  return found;
});

function ifKnown(name: string, fact: Derivation): ExplanationRow[] {
  return Number.isNaN(fact.value) ? [] : [row(name, fact)];
}
