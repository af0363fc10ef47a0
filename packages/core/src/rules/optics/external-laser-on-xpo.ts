// An external laser for a module that contains its lasers.

import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import type { Origin } from '../../source/index.ts';
import { switchTypes } from '../../subjects/switch-types.ts';

export const rule = defineRule({
  id: 'optics/external-laser-on-xpo',
  severity: 'error',
  level: 'value',
  title: 'An external laser for a module with internal lasers',
  why: 'XPO and OSFP modules are complete transceivers: lasers, modulators and receivers are in the module, and an XPO cools them with its cold plate. An external light source (ELSFP, OIF) belongs to co-packaged and near-packaged optics, whose engines have no lasers because they sit in the heat of the chip. The names are easily confused: XPO means eXtra-dense Pluggable Optics, and some articles wrongly expand it as an external-laser form factor without liquid cooling.',
  sources: [
    'XPO MSA: lasers and cold plate in the module (Converge Digest, 2026-03-12; Molex)',
    'OIF-ELSFP-01.0, External Laser Small Form Factor Pluggable, 2023-08',
  ],
  override:
    'Set `light-source external` on a cage type of your own without a base type, as `std/cpo` does for engines.',
  bad: `import "std/xpo"
import "std/cpo"

module type Xpo8Dr8 is Xpo {
    channels 8 x 1.6TBASE-DR8
    laser    Elsfp
//  ^^^^^^^^^^^^^^
}
`,
  fix: {
    '    laser    Elsfp\n': '',
  },
  check({ fabric }) {
    const reports: Report[] = [];
    const own = fabric.parts.filter((part) => !part.library);
    for (const part of own) {
      if (part.kind === 'module') reports.push(...ofModule(part as Part<'module'>));
      if (part.kind === 'cage') reports.push(...ofCage(part as Part<'cage'>));
    }
    for (const part of switchTypes(fabric)) reports.push(...ofSwitch(part));
    return reports;
  },
});

function ofModule(module: Part<'module'>): Report[] {
  const { laser, 'form-factor': form } = module.values;
  if (laser === undefined || form?.value.values['light-source']?.value !== 'inside') return [];
  const cage = form.value.name;
  return [
    report(
      module,
      laser.origin,
      `${module.name} uses the external laser ${laser.value.name}; ${cage} modules have internal lasers.`,
      `Remove \`laser\`. External lasers feed co-packaged engines: \`import "std/cpo"\`.`,
      'has internal lasers',
    ),
  ];
}

function ofCage(cage: Part<'cage'>): Report[] {
  const given = cage.values['light-source'];
  const base = cage.base;
  if (given?.value !== 'external' || base?.values['light-source']?.value !== 'inside') return [];
  return [
    report(
      cage,
      given.origin,
      `${cage.name} has an external light source; ${base.name} modules have internal lasers.`,
      'Remove it, or use a site for co-packaged engines from `std/cpo`.',
      'the lasers are internal',
    ),
  ];
}

function ofSwitch(part: Part<'switch'>): Report[] {
  const lasers = part.values.lasers;
  const inside = part.ports.every((group) => group.cage.values['light-source']?.value === 'inside');
  if (lasers === undefined || part.ports.length === 0 || !inside) return [];
  const cage = part.ports[0]?.cage.name ?? '';
  return [
    report(
      part,
      lasers.origin,
      `${part.name} has external lasers; all its cages (${cage}) are for modules with internal lasers.`,
      'Remove `lasers`, or add sites for co-packaged engines from `std/cpo`.',
      'nothing uses this light',
    ),
  ];
}

function report(part: Part, origin: Origin, message: string, help: string, label: string): Report {
  return {
    message,
    help,
    origin,
    label,
    subjects: single('part', part.index),
    fixes: [{ title: 'Remove it', edits: [{ origin, text: '' }], isSafe: false }],
    blames: [origin],
  };
}
