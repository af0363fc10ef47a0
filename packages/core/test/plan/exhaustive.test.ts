// No network of small switches is smaller than the one that is found: all of them are tried.
import { describe, expect, it } from 'vitest';
import { type Demand, sized, switchesOf, trunkLinks } from '../../src/index.ts';

type Size = readonly [switches: number, links: number];

const smaller = (a: Size | undefined, b: Size): Size =>
  a === undefined || b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? b : a;

const isRoom = (links: readonly number[], { cages, channels }: Demand['leaf']): boolean =>
  links.reduce((all, each) => all + Math.ceil(each / channels), 0) <= cages;

/** All numbers of leaves and spines, as large as they can be of use. */
function exhaustiveTwo({ hosts, rails, leaf, spine, oversubscription }: Demand): Size | undefined {
  let best: Size | undefined;
  for (let units = 1; units <= hosts; units++)
    for (let up = 1; up <= leaf.cages * leaf.channels; up++)
      for (let spines = 2; spines <= up; spines++) {
        const down = Math.ceil(hosts / units);
        const leaves = units * rails;
        if (up % leaf.channels !== 0 || up % spines !== 0 || down > up * oversubscription) continue;
        if (isRoom([down, up], leaf) && isRoom([(leaves * up) / spines], spine))
          best = smaller(best, [leaves + spines, leaves * up]);
      }
  return best;
}

function exhaustiveThree({ hosts, rails, leaf, spine, core, oversubscription }: Demand): Size | undefined {
  let best: Size | undefined;
  const most = spine.cages * spine.channels;
  for (let pods = 2; pods <= Math.min(hosts, core.cages * core.channels); pods++)
    for (let units = 1; pods * units <= hosts && units * rails < most; units++)
      for (let up = leaf.channels; up <= leaf.cages * leaf.channels; up += leaf.channels)
        for (let spines = 2; spines <= up; spines++)
          for (let spineUp = spine.channels; spineUp <= most; spineUp += spine.channels)
            for (let groups = 1; groups <= spines; groups++)
              for (let each = 1; each <= spineUp; each++) {
                const down = Math.ceil(hosts / (pods * units));
                const leaves = units * rails;
                const spineDown = (leaves * up) / spines;
                if (up % spines !== 0 || spines % groups !== 0 || spineUp % each !== 0 || groups * each < 2) continue;
                if (down > up * oversubscription || spineDown > spineUp) continue;
                const coreDown = (pods * (spines / groups) * spineUp) / each;
                if (!isRoom([down, up], leaf) || !isRoom([spineDown, spineUp], spine) || !isRoom([coreDown], core))
                  continue;
                best = smaller(best, [
                  pods * (leaves + spines) + groups * each,
                  pods * leaves * up + pods * spines * spineUp,
                ]);
              }
  return best;
}

const faceplates = [
  { cages: 4, channels: 1 },
  { cages: 7, channels: 1 },
  { cages: 8, channels: 1 },
  { cages: 4, channels: 2 },
];

describe.each(faceplates)('switches of $cages cages with $channels links', (leaf) => {
  it.each([1, 2, 3])('oversubscribed %i : 1', (oversubscription) => {
    for (const spine of faceplates)
      for (const rails of [1, 2])
        for (let hosts = 1; hosts <= 24; hosts++) {
          const demand = { hosts, rails, oversubscription, leaf, spine, core: spine };
          const found = ([2, 3] as const).map((tiers) => {
            const size = sized(demand, tiers);
            return 'shape' in size ? [switchesOf(size.shape), trunkLinks(size.shape)] : undefined;
          });
          expect([hosts, rails, spine, ...found]).toEqual([
            hosts,
            rails,
            spine,
            exhaustiveTwo(demand),
            exhaustiveThree(demand),
          ]);
        }
  });
});
