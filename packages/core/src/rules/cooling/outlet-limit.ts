// Coolant that leaves a rack hotter than its manifold and couplings are made for.

import { defineAnswer, type Facts } from '../../answers/index.ts';
import { type Derivation, figure, printValue } from '../../figures/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { type Given, partOfRack } from '../../model/index.ts';
import { couplingsInRacks } from '../../subjects/contents.ts';
import { printWarmth } from '../../subjects/print-warmth.ts';
import { overLimit } from '../../subjects/racks.ts';
import { firstOf } from '../../subjects/subjects.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/outlet-limit',
  severity: 'error',
  level: 'whole',
  title: 'The coolant leaves a rack hotter than its parts allow',
  why: 'Hoses, seals and quick disconnects have a highest temperature of their own: 60 °C for the ORv3 blind-mate manifold and its couplings, 65 °C for UQD and for the return of a Vera Rubin NVL72. It holds whatever limit the loop has; where the loop is stricter, that is told instead.',
  sources: [
    'OCP ORv3 blind-mate manifold: 60 °C; BMQC, PBMC and LQC: 60 °C; UQD: 65 °C',
    'Vera Rubin NVL72: return of at most 65 °C',
  ],
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
  good: `import "std/racks"
import "std/cooling"

loop primary { coolant PG25  supply 45 °C }
host type Node { height 8 RU  power 30 kW  liquid 90 % }
rack r : OpenRackV3 { cooled by primary  flow 60 L/min }
host node[1..2] : Node
place node[*] in r
`,
  check(facts) {
    const { fabric } = facts;
    return overLimit(facts, facts.cooling.rackReturn, (rack) => limitOf(facts, rack)).map(
      ({ racks, value, limit, placement }) => {
        const hot = hotInlet(facts, racks[0] ?? 0, limit.value);
        return {
          message: `Coolant leaves ${firstOf(fabric, 'rack', racks)} at ${printWarmth(value)}; ${limit.label} is made for ${printValue(limit)}.`,
          help:
            hot === undefined
              ? 'Give the rack more flow, supply it colder, or place fewer devices in it.'
              : 'Supply it colder: it enters too hot, whatever flows.',
          origin: fabric.blocks[fabric.racks.block[racks[0] ?? 0] as number]?.origin ?? placement,
          label: `leaves at ${printWarmth(value)}`,
          related: limit.origin === undefined ? [] : [{ origin: limit.origin, message: 'The limit.' }],
          subjects: { of: 'rack', ids: Uint32Array.from(racks) },
          derivation: Number.isNaN(value.value) && hot !== undefined ? hot : value,
          restsOn: hot === undefined ? [placement] : [],
        };
      },
    );
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
 * The lowest limit among the couplings of each rack, its own and those of its devices: where all of its coolant together
 * is too hot, so is that of one of them.
 */
function couplingLimits(facts: Facts, rack: number): { name: string; given: Given<number> }[] {
  const found = lowestLimits(facts).get(rack);
  return found === undefined ? [] : [found];
}

/** What enters a rack, where that is too hot before it has cooled anything there. */
function hotInlet({ fabric, cooling }: Facts, rack: number, limit: number): Derivation | undefined {
  const loop = fabric.loops[fabric.racks.loop[rack] as number];
  const inlet = loop === undefined ? undefined : cooling.branches.rackInlet(rack, loop);
  return inlet !== undefined && exceeds(inlet.known, limit) ? inlet : undefined;
}

/** The lowest limit of the rack and its couplings; none where that of the loop is lower still and broken. */
function limitOf(facts: Facts, rack: number): Derivation {
  const { fabric, cooling } = facts;
  const part = partOfRack(fabric, rack);
  const own = part?.values['return-limit'];
  const limits = [
    ...(part === undefined || own === undefined ? [] : [{ name: part.name, given: own }]),
    ...couplingLimits(facts, rack),
  ].sort((a, b) => a.given.value - b.given.value);
  const [least] = limits;
  const loop = fabric.loops[fabric.racks.loop[rack] as number];
  const ofLoop = loop?.values.return?.value ?? Number.NaN;
  const told = least === undefined || (ofLoop <= least.given.value && exceeds(cooling.rackReturn(rack).known, ofLoop));
  return told
    ? figure('no limit', 'temperature', Number.NaN)
    : figure(least.name, 'temperature', least.given.value, least.given.origin);
}
