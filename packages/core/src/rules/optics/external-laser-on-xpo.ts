// An external laser for a module that has its lasers inside.

import { defineRule, type Report } from '../../findings/rule.ts';
import { type Part, single } from '../../model/index.ts';
import type { Origin } from '../../source/index.ts';
import { switchTypes } from '../../subjects/subjects.ts';

export const rule = defineRule({
  id: 'optics/external-laser-on-xpo',
  severity: 'error',
  level: 'value',
  title: 'An external laser for a module with lasers of its own',
  why: 'XPO and OSFP modules are whole transceivers: lasers, modulators and receivers sit in the module, and an XPO cools them with the cold plate it brings. An external light source (ELSFP, OIF) is the other half of co-packaged and near-packaged optics, whose engines have no lasers because they sit in the heat of the chip. The two names are easily taken for one another: XPO stands for eXtra-dense Pluggable Optics, and some articles expand it, wrongly, as an external-laser form factor without liquid cooling.',
  sources: [
    'XPO MSA: lasers and cold plate in the module (Converge Digest, 2026-03-12; Molex)',
    'OIF-ELSFP-01.0, External Laser Small Form Factor Pluggable, 2023-08',
  ],
  override:
    'Set `light-source external` on a cage type of your own that is based on no other, as `std/cpo` does for engines.',
  bad: `import "std/xpo"
import "std/cpo"

module type Xpo8Dr8 is Xpo {
    channels 8 x 1.6TBASE-DR8
    laser    Elsfp
//  ^^^^^^^^^^^^^^
}
`,
  good: `import "std/xpo"

module type Xpo8Dr8 is Xpo {
    channels 8 x 1.6TBASE-DR8
}
`,
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
      `${module.name} names the external laser ${laser.value.name}; ${article(cage)} ${cage} module has its lasers inside.`,
      `Leave \`laser\` out. External lasers feed co-packaged engines: \`import "std/cpo"\`.`,
      'has its own lasers',
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
      `${cage.name} wants its light from outside; ${base.name} modules have their lasers inside.`,
      'Leave it out, or take a site for co-packaged engines from `std/cpo`.',
      'lasers are inside',
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
      `${part.name} has external lasers; all its cages are for modules with lasers inside (${cage}).`,
      'Leave `lasers` out, or give it sites for co-packaged engines from `std/cpo`.',
      'nothing takes this light',
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
    fixes: [{ title: 'Leave it out', edits: [{ origin, text: '' }] }],
    blames: [origin],
  };
}

function article(name: string): string {
  return /^[AEFHILMNORSX](?![a-z])|^[AEIOUaeiou]/.test(name) ? 'an' : 'a';
}
