// Coolant that leaves a rack hotter than its manifold and couplings tolerate.

import { defineAnswer, type Facts } from '../../answers/index.ts';
import { type Derivation, figure, leastOf, printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { blockOfRack, type Given, loopOfRack, numberAt, partOfRack } from '../../model/index.ts';
import { couplingsInRacks } from '../../subjects/contents.ts';
import { racksText } from '../../subjects/naming.ts';
import { flowForAll, printTemperature, withoutFlow } from '../../subjects/print-temperature.ts';
import { overLimit } from '../../subjects/racks.ts';
import { cooler } from '../../subjects/remedies/index.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/outlet-limit',
  severity: 'error',
  level: 'whole',
  title: 'Coolant leaves a rack hotter than its parts tolerate',
  why: 'Hoses, seals and quick disconnects have a maximum temperature of their own: 60 °C for the ORv3 blind-mate manifold and its couplings, 65 °C for UQD and for the return of a Vera Rubin NVL72. It applies whatever the limit of the loop is; if the loop is stricter, that is reported instead.',
  sources: [
    'OCP ORv3 blind-mate manifold: 60 °C; BMQC, PBMC and LQC: 60 °C; UQD: 65 °C',
    'Vera Rubin NVL72: return of at most 65 °C',
  ],
  limit: 'outlet temperature',
  override: 'Set `return-limit` on the rack type, or `temperature-limit` on the coupling type.',
  bad: `import "std/racks"
import "std/cooling"

loop primary { coolant PG25  supply 45 °C }
host type Node { height 8 RU  power 30 kW  liquid 90 % }
rack r : OpenRackV3 { cooled by primary  flow 40 L/min }
//   ^^^^^^^^^^^^^^
host node[1..2] : Node
place node[*] in r
`,
  fix: { '40 L/min': '60 L/min' },
  check(facts, judge) {
    const { fabric } = facts;
    return overLimit(facts, 'cooling/outlet-limit', judge, facts.cooling.rackReturn, (rack) =>
      limitOf(facts, rack),
    ).map(({ racks, value, limit, differ, placement }) => {
      const hot = hotInlet(facts, numberAt(racks, 0), limit.value);
      const isStill = value.value === Number.POSITIVE_INFINITY;
      return {
        message: isStill
          ? withoutFlow(fabric, racks)
          : `Coolant leaves ${racksText(fabric, racks)} at ${differ ? 'up to ' : ''}${printTemperature(value, limit)}; ${limit.label} tolerates ${printValue(limit)}.`,
        help: isStill
          ? flowForAll
          : hot === undefined
            ? 'Raise the flow of the rack, lower the supply temperature, or place fewer devices in it.'
            : 'Lower the supply temperature: the coolant enters too hot, whatever the flow.',
        origin: blockOfRack(fabric, numberAt(racks, 0)).origin,
        label: isStill ? 'no coolant flow' : `leaves at ${printTemperature(value)}`,
        related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The limit.' }],
        subjects: { of: 'rack', ids: Uint32Array.from(racks) },
        derivation: Number.isNaN(value.value) && hot !== undefined ? hot : value,
        restsOn: hot === undefined ? [placement] : [],
        remedies: hot === undefined ? cooler(facts, numberAt(racks, 0), value.value, limit.value) : [],
      };
    });
  },
});

/** The coupling with the lowest limit in each rack. */
const lowestLimits = defineAnswer({ couplings: couplingsInRacks }, ({ couplings }) => {
  const least = new Map<number, { name: string; given: Given<number> }>();
  for (const [{ name, values }, racks] of couplings) {
    const given = values['temperature-limit'];
    if (given === undefined) continue;
    for (const each of racks)
      if (!((least.get(each)?.given.value ?? Number.POSITIVE_INFINITY) <= given.value))
        least.set(each, { name, given });
  }
  return least;
});

/**
 * The lowest limit among the couplings of a rack and of its devices: if the mixed return is too hot, so is the coolant of at
 * least one of them.
 */
function couplingLimits(facts: Facts, rack: number): { name: string; given: Given<number> }[] {
  const found = lowestLimits(facts).get(rack);
  return found === undefined ? [] : [found];
}

/** The inlet temperature of a rack, if it is over the limit already. */
function hotInlet({ fabric, cooling }: Facts, rack: number, limit: number): Derivation | undefined {
  const loop = loopOfRack(fabric, rack);
  const inlet = loop === undefined ? undefined : cooling.branches.rackInlet(rack, loop);
  return inlet !== undefined && exceeds(leastOf(inlet), limit) ? inlet : undefined;
}

/** The lowest limit of a rack and its couplings, in K; none if the loop has a lower limit that is exceeded. */
function limitOf(facts: Facts, rack: number): Derivation | undefined {
  const { fabric, cooling } = facts;
  const part = partOfRack(fabric, rack);
  const own = part?.values['return-limit'];
  const limits = [
    ...(part === undefined || own === undefined ? [] : [{ name: part.name, given: own }]),
    ...couplingLimits(facts, rack),
  ].sort((a, b) => a.given.value - b.given.value);
  const [lowest] = limits;
  const loop = loopOfRack(fabric, rack);
  const ofLoop = loop?.values.return?.value ?? Number.NaN;
  if (loop === undefined || lowest === undefined) return undefined;
  const reported = ofLoop <= lowest.given.value && exceeds(leastOf(cooling.rackReturn(rack)), ofLoop);
  return reported ? undefined : figure(lowest.name, 'temperature', lowest.given.value, lowest.given.origin);
}
