// A twin-port cage used as one port of its full rate.
import { opticsRate } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { isPart } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { cagesOf, fitsOf, twinPortRate } from '../../subjects/fits.ts';
import { exceeds, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'bandwidth/twin-port-as-one',
  severity: 'error',
  level: 'value',
  title: 'A twin-port cage is used as one port',
  why: "A twin-port OSFP has two independent ports with half of its lanes each: 32 cages of a QM9700 are 64 ports of 400 Gbps, 72 cages of a Q3400 are 144 of 800 Gbps. The chip has no port of the full rate, so a module with one channel over all lanes stays dark, and the number of cages isn't the number of ports.",
  sources: ['NVIDIA QM97xx manual: 64 x 400G in 32 twin-port OSFP', 'NVIDIA Quantum-X800 notes: 72 cages, 144 ports'],
  override: 'Set `port-rate` on the asic type, or `independent-ports 1` on the cage type.',
  bad: `import "std/switches"
import "std/osfp"

switch s : QM9700
plug Osfp800Dr8 into s.p
//   ^^^^^^^^^^^^^^^^^^^
`,
  fix: { Osfp800Dr8: 'Osfp2x400Dr4' },
  check(facts) {
    const reports: Report[] = [];
    const types = new Map(facts.devices.classes.map(({ part }) => [part?.name, part]));
    for (const fit of fitsOf(facts)) {
      const { module, group, plug, device } = fit;
      const part = types.get(device);
      const asic = part !== undefined && isPart(part, 'switch') ? part.values.asic?.value : undefined;
      const limit = part !== undefined && isPart(part, 'switch') ? twinPortRate(part, group.cage) : undefined;
      const ports = group.cage.values['independent-ports']?.value ?? 1;
      const wide = module.values.channels?.value.find((each) =>
        exceeds(opticsRate(each.part).value, limit?.value ?? Number.NaN),
      );
      if (asic === undefined || limit === undefined || wide === undefined) continue;
      const rate = opticsRate(wide.part);
      reports.push({
        message: `${module.name} needs one port of ${printValue(rate)}; \`${group.name}\` of ${device} has ${printNumber(ports)} ports in each cage, and ${asic.name} drives ${printValue({ ...rate, value: limit.value })} on each.`,
        help: `Plug a module with ${printNumber(ports)} channels of ${printValue({ ...rate, value: limit.value })}.`,
        origin: facts.fabric.plugs[plug]?.origin ?? nowhere,
        label: 'one port, but the cage has several',
        related: [{ origin: group.origin, message: `\`${group.name}\` is ${group.cage.name}.` }],
        subjects: cagesOf(facts, fit),
        derivation: rate,
      });
    }
    return reports;
  },
});
