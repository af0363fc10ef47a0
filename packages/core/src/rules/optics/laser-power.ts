// An engine that gets less power from its external laser than it needs.
import { type LaserPower, laserPowerOf } from '../../facts/index.ts';
import { printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { derivesFrom, type Fabric, isPart, type Part, partOfDevice, signedAt, unsignedAt } from '../../model/index.ts';
import { inLibrary, type Origin } from '../../source/index.ts';
import { cagesWith } from '../../subjects/fits.ts';
import { lasersFor } from '../../subjects/lasers.ts';
import { fewerEngines } from '../../subjects/remedies/index.ts';
import { printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/laser-power',
  severity: 'warning',
  level: 'value',
  title: 'An engine gets too little power from its external laser',
  why: 'An external light source feeds several engines. Light split among n of them is 10·lg n dB weaker for each, and connectors along the way cost more. Near-packaged engines are said to need 21 to 23 dBm per lane, co-packaged ones 25 to 26 dBm, while an ELSFP delivers more than 20 dBm. If the switch has `lasers`, their power counts, otherwise that of the `laser` of the engine. These are figures of talks and product pages, so this is a warning.',
  sources: [
    'FIT ELSFP product page: more than 20 dBm for each channel',
    'Lumentum at ECOC 2026: NPO 21 to 23 dBm, CPO 25 to 26 dBm',
  ],
  limit: 'laser power',
  override:
    'Set `output-power`, `engines`, `lanes` or `loss` on the laser type, `laser-power` or `laser-lanes` on the module type.',
  bad: `import "std/cpo"

laser type Shared is ElsfpHighPower { engines 4 }
module type Engine is CpoEngine3200 { laser Shared }
switch a : SN6810
plug Engine into a.*
//   ^^^^^^^^^^^^^^^
`,
  fix: { 'engines 4': 'engines 2' },
  check(facts, judge) {
    const { fabric, devices } = facts;
    const reports: Report[] = [];
    for (const { index, sample, modules, count: boxes } of devices.classes) {
      const box = partOfDevice(fabric, sample);
      const given = box !== undefined && isPart(box, 'switch') ? box.values.lasers : undefined;
      for (const { module, count: engines } of modules) {
        const named = module.values.laser?.value;
        if (named === undefined) continue;
        const lasers = given === undefined ? [named] : lasersFor(named, given.value).map(({ part }) => part);
        const plugged = plugIn(fabric, sample, module);
        const alike = { count: boxes * engines, at: plugged };
        const [weakest] = lasers
          .flatMap((laser) => laserPowerOf(module, laser) ?? [])
          .filter(({ needed, arrives }) => judge.exceeds(needed, arrives, alike))
          .sort((a, b) => b.needed.value - b.arrives.value - (a.needed.value - a.arrives.value));
        if (weakest === undefined) continue;
        const { arrives, needed, laser, shared } = weakest;
        const [least, is] = printApart(needed, arrives);
        const split = shared > 1 ? ` after a split among ${printNumber(shared, 2)}` : '';
        const has =
          laser === named || box === undefined
            ? ''
            : `, which ${box.name} has in place of ${named.name}${shared > 1 ? ',' : ''}`;
        // Point at the lasers of the switch if the design sets them, not if the part library does.
        const installed = given === undefined || inLibrary(given.origin) ? undefined : given.origin;
        const origin = installed ?? plugged ?? module.origin;
        reports.push({
          message: `${module.name} gets ${is} from each lane of ${laser.name}${has}${split}; it needs ${least}.`,
          help: helpOf(weakest, named),
          origin,
          label: 'too little light',
          related:
            installed === undefined || plugged === undefined
              ? []
              : [{ origin: plugged, message: `${module.name} is plugged here.` }],
          subjects: cagesWith(facts, index, module),
          derivation: arrives,
          remedies: fewerEngines(weakest),
        });
      }
    }
    return reports;
  },
});

function helpOf({ laser, shared }: LaserPower, named: Part<'laser'>): string {
  if (shared > 1) return 'Feed fewer engines per laser, or use one of higher power.';
  return laser === named || derivesFrom(laser, named)
    ? 'Use a laser of higher power.'
    : `Use a laser of higher power, such as ${named.name}, which the engine is designed for.`;
}

/** The statement that plugs a module into a device. */
function plugIn({ cages, devices, plugs }: Fabric, device: number, module: Part<'module'>): Origin | undefined {
  const [first, end] = [unsignedAt(devices.firstCage, device), unsignedAt(devices.firstCage, device + 1)];
  for (let cage = first; cage < end; cage++) {
    const plug = plugs[signedAt(cages.plug, cage)];
    if (plug?.module === module) return plug.origin;
  }
  return undefined;
}
