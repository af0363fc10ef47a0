// A module that relies on equalization its host doesn't provide.
import type { Facts } from '../../answers/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { firstCageOf, isPart, type Part, partOfDevice, plugIn } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { cagesWith } from '../../subjects/fits.ts';

/** Module interfaces, by how much equalization they need from the host. */
const demand = { retimed: 0, 'half-retimed': 1, linear: 2 } as const;

export const rule = defineRule({
  id: 'optics/linear-in-deaf-host',
  severity: 'error',
  level: 'value',
  title: "A linear module is in a host that doesn't equalize for it",
  why: 'A retimed module recovers the signal of the host with its own DSP. A half-retimed one (LRO) does so towards the fiber only, a linear one (LPO) not at all: the received signal goes straight into the SerDes of the switch or adapter, which must be qualified to equalize the whole optical channel. Otherwise it sees errors that no FEC corrects.',
  sources: [
    'Retimed, half-retimed and linear interfaces of XPO (Converge Digest; EE Times)',
    'OIF energy classes RTRR, RTLR and LTLR (ECOC 2026)',
  ],
  override: 'Set `host-equalization` on the asic or nic type to what it supports.',
  bad: `import "std/osfp"
import "std/switches"

asic type Chip is Tomahawk5 { host-equalization retimed }
switch type Box { asic Chip  height 2 RU  ports p[1..2] : OSFP }
switch box : Box
plug Osfp800Dr8Lpo into box.p
//   ^^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { 'host-equalization retimed': 'host-equalization linear' },
  check(facts) {
    const reports: Report[] = [];
    for (const { index, sample, modules } of facts.devices.classes) {
      const driver = driverOf(partOfDevice(facts.fabric, sample));
      const able = driver?.values['host-equalization'];
      if (driver === undefined || able === undefined) continue;
      for (const { module } of modules) {
        const wants = module.values.interface?.value;
        if (wants === undefined || demand[wants] <= demand[able.value]) continue;
        reports.push({
          message: `${module.name} is ${wants}; ${driver.name} supports ${able.value} modules only.`,
          help: `Plug a module that is ${able.value === 'retimed' ? 'retimed' : 'retimed or half-retimed'}, or set \`host-equalization ${wants}\` on ${driver.name} if it is qualified for it.`,
          origin: plugOrigin(facts, sample, module),
          label: `${wants} module`,
          related: [{ origin: able.origin, message: `${driver.name} equalizes for ${able.value} modules.` }],
          subjects: cagesWith(facts, index, module),
        });
      }
    }
    return reports;
  },
});

/** The chip whose SerDes drive the modules. */
function driverOf(part: Part | undefined): Part<'asic'> | Part<'nic'> | undefined {
  if (part === undefined) return undefined;
  if (isPart(part, 'switch')) return part.values.asic?.value;
  return isPart(part, 'host') ? part.values.nic?.value : undefined;
}

function plugOrigin({ fabric }: Facts, device: number, module: Part<'module'>) {
  const end = firstCageOf(fabric, device + 1);
  for (let cage = firstCageOf(fabric, device); cage < end; cage++)
    if (fabric.cages.module[cage] === module.index) return plugIn(fabric, cage)?.origin ?? nowhere;
  return nowhere;
}
