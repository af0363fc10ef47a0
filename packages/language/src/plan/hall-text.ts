// Writes what a planned network needs of the hall, and its phases: racks with the switches in them, the loop, feeds; what comes later.
import { laterLeaves, type Part, printCount, type TierName } from '@lightloom/core';
import type { Draft } from './draft.ts';

/** The types that the hall uses. */
export function hallTypes({ parts: { rack, cdu, coolant }, hall }: Draft): Part[] {
  if (hall === undefined) return [];
  const used = [rack, ...(hall.loop === undefined ? [] : [cdu, coolant])];
  return used.filter((each) => each !== undefined);
}

/** Racks, CDUs, loop and feeds; nothing where the racks aren't known. */
export function hallLines({ hall, parts, request }: Draft): string[] {
  if (hall === undefined || parts.rack === undefined) return [];
  const { loop, cdus, placed } = hall;
  const feeds = feedCapacity(hall.feed.value);
  const fed = feeds === undefined ? '' : ' fed by A, B';
  const { rackPower } = request;
  const type = rackPower === undefined ? parts.rack.name : 'PlannedRack';
  const lines = ['// The hall, for the switches: hosts have racks, feeds and coolant of their own.'];
  if (rackPower !== undefined)
    lines.push(`rack type PlannedRack is ${parts.rack.name} { power ${rackPower / 1000} kW }`);
  if (feeds !== undefined)
    for (const name of ['A', 'B'])
      lines.push(
        `feed ${name} { capacity ${feeds} kW assumed "what all of it draws, rounded up: either feed carries it alone" }`,
      );
  if (loop !== undefined && parts.cdu !== undefined && parts.coolant !== undefined)
    lines.push(
      `cdu pump[1..${cdus?.value}] : ${parts.cdu.name}${fed === '' ? '' : ` {${fed} }`}`,
      'loop water {',
      `coolant ${parts.coolant.name}`,
      `supply ${loop.supply} °C`,
      `return <= ${loop.returnLimit} °C`,
      `flow ${placed.reduce((all, { racks, flow }) => all + racks * rackFlow(flow), 0)} L/min`,
      'from pump[*], n+1',
      '}',
    );
  for (const [i, { racks, flow }] of placed.entries()) {
    const body = [flow > 0 ? ` cooled by water flow ${rackFlow(flow)} L/min` : '', fed].join('');
    lines.push(`rack ${rackName(i, placed.length)}[1..${racks}] : ${type}${body === '' ? '' : ` {${body} }`}`);
  }
  return [...lines, ''];
}

/** Whole liters per minute. @param flow in m³/s */
function rackFlow(flow: number): number {
  return Math.ceil(flow * 60_000 - 1e-9);
}

/** In kW with two digits, rounded up; undefined where the load is unknown. @param load in W */
function feedCapacity(load: number): number | undefined {
  if (!(load > 0)) return undefined;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(load / 1000)) - 1);
  return Math.ceil(load / 1000 / step) * step;
}

function rackName(index: number, count: number): string {
  return count === 1 ? 'net' : `net${index + 1}`;
}

/** The switches in their racks. */
export function placeLines({ hall, planes, shape }: Draft): string[] {
  if (hall === undefined) return [];
  const inPod = shape.tiers === 3 ? 'pod[*].' : '';
  const inPlane = planes > 1 ? 'plane[*].' : '';
  const select = (tier: TierName): string => `${inPlane}${tier === 'core' ? '' : inPod}${tier}[*]`;
  const { placed } = hall;
  return placed.map(
    ({ tiers, each }, i) => `place ${tiers.map(select).join(', ')} in ${rackName(i, placed.length)}[*] ${each} each`,
  );
}

/** The phases of a network that grows: what is there at first, and what comes later. */
export function phaseLines(draft: Draft): string[] {
  const { growth } = draft;
  if (growth === undefined) return [];
  const { hosts, grown } = growth;
  const later = [`fabric.node[${hosts + 1}..${grown}]`, ...laterSwitches(draft)];
  return [
    '',
    '// Spines have ports for all from the first day: growth touches no cable.',
    `phase first "${printCount(hosts, 'host')}"`,
    `phase grown "${printCount(grown, 'host')}" adds ${later.join(', ')}`,
  ];
}

/** Leaves, and pods, that come with hosts of later. */
function laterSwitches({ growth, shape, planes, rails }: Draft): string[] {
  const left = growth === undefined ? 0 : laterLeaves(shape, growth);
  if (left === 0 || growth === undefined) return [];
  const plane = planes > 1 ? 'fabric.plane[*].' : 'fabric.';
  const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}..${to}`);
  if (shape.tiers === 2) return [`${plane}leaf[${range(growth.units * rails + 1, shape.leaf.switches)}]`];
  const units = shape.units / shape.pods;
  const [full, rest] = [Math.floor(growth.units / units), growth.units % units];
  const partial = rest === 0 ? [] : [`${plane}pod[${full + 1}].leaf[${range(rest * rails + 1, units * rails)}]`];
  const first = full + (rest === 0 ? 1 : 2);
  return first > shape.pods ? partial : [...partial, `${plane}pod[${range(first, shape.pods)}]`];
}
