// An engine that gets less light from its external laser than it needs.
import { laserPowerOf, printValue } from '../../facts/index.ts';
import { type Part, single } from '../../model/index.ts';
import { exceeds, printNumber } from '../../units/index.ts';
import { defineRule, type Report } from '../rule.ts';

export const rule = defineRule({
  id: 'optics/laser-power',
  severity: 'warning',
  level: 'value',
  title: 'An engine gets less light from its external laser than it needs',
  why: 'An external light source feeds several engines. Light that is split among n of them is 10·lg n dB weaker for each, and connectors on the way take their part. Near-packaged engines are said to need 21 to 23 dBm from each lane, co-packaged ones 25 to 26 dBm, while an ELSFP gives more than 20 dBm: figures of talks and product pages, so that this is a warning.',
  sources: [
    'FIT ELSFP product page: more than 20 dBm for each channel',
    'Lumentum at ECOC 2026: NPO 21 to 23 dBm, CPO 25 to 26 dBm',
  ],
  override:
    'Set `output-power`, `engines`, `lanes` or `loss` on the laser type, `laser-power` or `laser-lanes` on the module type.',
  bad: `import "std/cpo"

laser type Shared is ElsfpHighPower { engines 4 }
module type Engine is CpoEngine3200 { laser Shared }
switch a : SN6810
plug Engine into a.*
//   ^^^^^^^^^^^^^^^
`,
  good: `import "std/cpo"

laser type Shared is ElsfpHighPower { engines 2 }
module type Engine is CpoEngine3200 { laser Shared }
switch a : SN6810
plug Engine into a.*
`,
  check(facts) {
    const plugs = new Map<Part<'module'>, Report>();
    for (const { module, origin } of facts.fabric.plugs) {
      const power = module === undefined || plugs.has(module) ? undefined : laserPowerOf(module);
      if (module === undefined || power === undefined) continue;
      const { arrives, needed, laser, shared } = power;
      if (!exceeds(needed.value, arrives.value)) continue;
      const split = shared > 1 ? ` after a split ${printNumber(shared, 2)} ways` : '';
      plugs.set(module, {
        message: `${module.name} gets ${printValue(arrives)} from each lane of ${laser.name}${split}; it needs ${printValue(needed)}.`,
        help:
          shared > 1 ? 'Let a laser feed fewer engines, or take one of higher power.' : 'Take a laser of higher power.',
        origin,
        label: 'too little light',
        subjects: single('part', module.index),
        derivation: arrives,
      });
    }
    return [...plugs.values()];
  },
});
