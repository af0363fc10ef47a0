// Explanation of a phase of growth: what is there then.
import type { Facts } from '../answers/index.ts';
import { isBuiltIn } from '../facts/index.ts';
import { figure } from '../figures/index.ts';
import { type Explanation, row } from './explanation.ts';

/**
 * Explains a phase.
 * @param facts the design as it is in the phase
 */
export function explainPhase(
  facts: Facts,
  { name, title }: { readonly name: string; readonly title?: string | undefined },
): Explanation {
  const { fabric, devices, power } = facts;
  const kinds = { switch: 0, host: 0, rack: 0, cdu: 0 };
  for (const { kind, count } of fabric.blocks) kinds[kind] += count;
  let modules = 0;
  for (const { count, modules: each } of devices.classes)
    for (const { module, count: own } of each) if (!isBuiltIn(module)) modules += count * own;
  const counts = [
    ['switches', kinds.switch],
    ['hosts', kinds.host],
    ['modules', modules],
    ['links', fabric.links.count],
    ['racks', kinds.rack],
    ['CDUs', kinds.cdu],
  ] as const;
  return {
    title: `In phase ${name}${title === undefined ? '' : `, ${title}`}`,
    rows: [
      ...counts.flatMap(([label, count]) => (count === 0 ? [] : [row(label, figure(label, 'count', count))])),
      row('power of all devices', power.total),
    ],
  };
}
