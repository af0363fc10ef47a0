// Power and coolant of each element of an array, behind its type.
import {
  type Block,
  type Derivation,
  moduleFlow,
  modulePower,
  originWithin,
  powerBasisOf,
  printValue,
  rackName,
  rackOfDevice,
  unsignedAt,
} from '@lightloom/core';
import type { Analysis } from '../../analysis/analysis.ts';
import type * as ast from '../../generated/ast.ts';
import { extentOf } from '../../parse/index.ts';
import { blocksOf } from '../hover/declaration-text.ts';
import type { Hint } from './hint.ts';

/** `2.524 kW, 1.6 L/min each` behind the type of switches and hosts; of racks, those of the fullest. */
export function loadHints(node: ast.Instance, analysis: Analysis): Hint[] {
  const blocks = node.type === undefined ? [] : blocksOf(node, analysis);
  if (node.type === undefined || blocks.length === 0) return [];
  const at = extentOf(node.type).end;
  if (node.kind === 'rack') return rackHints(blocks, at, analysis);
  return node.kind === 'switch' || node.kind === 'host' ? deviceHints(blocks, at, analysis) : [];
}

/** `128 W, 0.35 L/min each` behind the type of the modules that are plugged. */
export function moduleHints(node: ast.Plug, { fabric, facts, placeOf }: Analysis): Hint[] {
  const place = placeOf(node);
  const plug = fabric.plugs.find(({ origin }) => originWithin(origin, place));
  if (plug?.module === undefined) return [];
  const figures = [modulePower(plug.module, powerBasisOf(facts.basis)), moduleFlow(plug.module)];
  return hintOf(figures, extentOf(node.module).end, 'each');
}

function deviceHints(blocks: readonly Block[], at: number, { fabric, facts }: Analysis): Hint[] {
  const classes = new Map<number, number>();
  for (const { first, count } of blocks)
    for (let device = first; device < first + count; device++) {
      const index = unsignedAt(facts.devices.of, device);
      if (!classes.has(index)) classes.set(index, device);
    }
  // Elements that differ have figures of their own: the largest is a bound for all.
  const rows = [...classes].flatMap(([index, device]) => {
    const power = facts.power.device[index];
    const rack = rackOfDevice(fabric, device);
    const flow = rack < 0 ? facts.flows.device(index, Number.NaN) : facts.deviceFlows.through(rack, index);
    return power === undefined ? [] : [[power, flow] as const];
  });
  const most = rows.sort(([a], [b]) => b.known - a.known)[0];
  const count = blocks.reduce((all, each) => all + each.count, 0);
  return most === undefined ? [] : hintOf(most, at, rows.length > 1 ? 'at most' : count > 1 ? 'each' : '');
}

function rackHints(blocks: readonly Block[], at: number, { fabric, facts }: Analysis): Hint[] {
  let fullest: { readonly rack: number; readonly power: Derivation } | undefined;
  let count = 0;
  for (const block of blocks)
    for (let rack = block.first; rack < block.first + block.count; rack++, count++) {
      const power = facts.power.rack(rack);
      if (fullest === undefined || power.known > fullest.power.known) fullest = { rack, power };
    }
  if (fullest === undefined) return [];
  const { rack, power } = fullest;
  const flow = facts.cooling.branches.rackFlow(rack);
  const hints = hintOf([power, flow], at, count > 1 ? 'at most' : '');
  return hints.map((each) => ({ ...each, tooltip: `The fullest is ${rackName(fabric, rack)}.` }));
}

/** A hint of the figures that are known; none where nothing is. */
function hintOf(figures: readonly Derivation[], at: number, how: '' | 'each' | 'at most'): Hint[] {
  const known = figures.filter(({ value }) => value > 0).map((each) => printValue(each));
  if (known.length === 0) return [];
  const text = known.join(', ');
  return [{ kind: 'loads', at, label: how === 'at most' ? `${how} ${text}` : `${text} ${how}`.trim() }];
}
