// Modules that are faster than the adapter port behind them, and cages that the adapter doesn't have.
import type { Facts } from '../../answers/index.ts';
import { opticsRate } from '../../facts/index.ts';
import { type Derivation, derived, printApart, stated } from '../../figures/index.ts';
import { using } from '../../findings/index.ts';
import type { Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { derivesFrom, isPart, missingIn, type Part, single } from '../../model/index.ts';
import { nowhere } from '../../source/index.ts';
import { type Fit, fitsOf } from '../../subjects/fits.ts';

export const rule = defineRule({
  id: 'bandwidth/nic-port',
  severity: 'warning',
  level: 'value',
  title: 'A module does not match the adapter port behind it',
  why: 'The port of a host is that of its network adapter: a faster module runs at the rate of the adapter, and a bandwidth that is counted by the module is never reached. Its cage is the one that the adapter has.',
  sources: [
    'NVIDIA ConnectX-7 adapter manual: one port of 400G',
    'NVIDIA ConnectX-8 firmware notes 40.44.0208: 800G of InfiniBand',
  ],
  limit: 'adapter port rate',
  override: 'Set `port-rate` or `form-factor` on the adapter type, or `nic` on the host type.',
  bad: `import "std/hosts"
import "std/osfp"

host type Node { height 8 RU  power 10 kW  nic ConnectX7  ports nic[1..4] : OSFP }
host node : Node
plug Osfp800Dr8 into node.nic
//   ^^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { Osfp800Dr8: 'Osfp2x400Dr4' },
  check(facts, judge) {
    const reports: Report[] = [];
    for (const fit of fitsOf(facts)) {
      const part = facts.fabric.parts.find((each) => each.name === fit.device && each.ports.includes(fit.group));
      const nic = part !== undefined && isPart(part, 'host') ? part.values.nic?.value : undefined;
      const found = nic === undefined ? undefined : (tooFast(facts, fit, nic, judge) ?? otherCage(fit, nic));
      if (found === undefined || nic === undefined) continue;
      const origin = facts.fabric.plugs[fit.plug]?.origin ?? nowhere;
      reports.push({ ...found, origin, subjects: single('part', nic.index) });
    }
    return reports;
  },
});

/** A channel of a module that is faster than the port of an adapter. */
function tooFast(
  { fabric }: Facts,
  { module, device, plug }: Fit,
  nic: Part<'nic'>,
  judge: Judge,
): Omit<Report, 'origin'> | undefined {
  const limit = portRate(nic);
  for (const { part } of module.values.channels?.value ?? []) {
    const rate = opticsRate(part);
    if (!judge.exceeds(rate, limit, { at: fabric.plugs[plug]?.origin })) continue;
    const [is, most] = printApart(rate, limit);
    return {
      message: `Each port of ${module.name} runs at ${is}; ${nic.name} of ${device} has ports of ${most}.`,
      help: 'Plug a module with ports of that rate, or correct the adapter.',
      label: `${nic.name}: ${most}`,
      derivation: limit,
    };
  }
  return undefined;
}

/** A cage that isn't the one of the adapter. */
function otherCage({ group, device }: Fit, nic: Part<'nic'>): Omit<Report, 'origin'> | undefined {
  const form = nic.values['form-factor']?.value;
  if (form === undefined || derivesFrom(group.cage, form) || derivesFrom(form, group.cage)) return undefined;
  return {
    message: `\`${group.name}\` of ${device} is ${group.cage.name}; ${nic.name} has ${form.name} cages.`,
    help: `Write \`${group.name}\` as ${form.name}, or correct the adapter.`,
    label: `${nic.name} has ${form.name}`,
    related: [{ origin: group.origin, message: 'The cages.' }],
    remedies: [using([group.origin], form.name, group.cage.name)],
  };
}

/** Rate of a port of an adapter, in bit/s: its own, or lanes × rate of a lane. */
function portRate(nic: Part<'nic'>): Derivation {
  const { 'port-rate': given, lanes, 'lane-rate': lane } = nic.values;
  const label = `rate of a port of ${nic.name}`;
  if (given !== undefined || lanes === undefined || lane === undefined)
    return stated(label, 'bit rate', given, missingIn(nic, 'port-rate'));
  const terms = [stated('lanes', 'count', lanes, ''), stated('rate of a lane', 'bit rate', lane, '')];
  return derived(label, 'bit rate', 'lanes × lane rate', terms, lanes.value * lane.value);
}
