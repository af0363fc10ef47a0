// Power shelves whose output isn't the voltage of the busbar they feed.
import { inputRange } from '../../facts/index.ts';
import { printValue, unknown } from '../../figures/index.ts';
import { allowedApart } from '../../findings/index.ts';
import type { Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Block, missingIn, type Part, partOfRack } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { rackSentence } from '../../subjects/naming.ts';
import { withinRange } from '../../subjects/remedies/index.ts';
import { exceeds, printQuantity } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/shelf-voltage',
  severity: 'error',
  level: 'value',
  title: 'The power shelves give another voltage than the busbar has',
  why: 'The shelves of a rack feed its busbar: rectifiers, or converters from a direct current of 400 or 800 V. Their output range must hold the voltage of the busbar: 46 to 52 V for Open Rack V3.',
  sources: ['OCP Open Rack V3: 48 V class, 50 V in operation, 46 to 52 V at the supply'],
  limit: 'shelf voltage',
  override: 'Set `voltage` on the shelf type, or `busbar-voltage` on the rack type.',
  bad: `import "std/racks"

shelf type Converter { power 72 kW  voltage 46 V..52 V }
rack type Frame is OpenRackV3 { busbar-voltage 800 V  shelves 2 x Converter }
//                              ^^^^^^^^^^^^^^^^^^^^
rack r : Frame
`,
  fix: { 'busbar-voltage 800 V': 'busbar-voltage 50 V' },
  edges: [
    {
      name: 'the end of the range',
      change: { 'busbar-voltage 800 V': 'busbar-voltage 52 V' },
    },
    {
      name: 'just beyond it',
      change: { 'busbar-voltage 800 V': 'busbar-voltage 52.1 V' },
      finds: 'Converter gives 46 V to 52 V',
    },
  ],
  check(facts, judge) {
    const { fabric } = facts;
    const reports: Report[] = [];
    for (const block of fabric.blocks) {
      if (block.kind !== 'rack') continue;
      const part = partOfRack(fabric, block.first);
      const volts = part?.values['busbar-voltage'];
      for (const { part: shelf } of part?.values.shelves?.value ?? []) {
        const range = inputRange(shelf);
        if (part === undefined || volts === undefined || range === undefined) {
          leaveOpen(judge, block, part, shelf);
          continue;
        }
        judge.did(block.count);
        if (!exceeds(range.low, volts.value) && !exceeds(volts.value, range.high)) continue;
        const all = Array.from({ length: block.count }, (_, i) => block.first + i);
        const gives = `${printValue(range.given)}${range.upTo === undefined ? '' : ` to ${printValue(range.upTo)}`}`;
        for (const racks of allowedApart(facts, rule.id, 'rack', all))
          reports.push({
            message: `${rackSentence(fabric, racks, { one: 'has', many: 'have' }, `a busbar at ${printQuantity(volts.value, 'voltage')}`)}; ${shelf.name} gives ${gives}.`,
            help: 'Use shelves for that busbar, or correct its voltage.',
            origin: editable(volts.origin, block.origin),
            label: `${shelf.name} gives ${gives}`,
            related: range.given.origin === undefined ? [] : [{ origin: range.given.origin, message: 'The output.' }],
            subjects: { of: 'rack', ids: Uint32Array.from(racks) },
            remedies: withinRange(volts, 'busbar-voltage', 'voltage', range),
            blames: [volts.origin],
          });
      }
    }
    return reports;
  },
});

/** Counts the racks whose shelves or busbar give no voltage; where both don't, nobody speaks of voltages. */
function leaveOpen(
  judge: Judge,
  { count, origin: at }: Block,
  rack: Part<'rack'> | undefined,
  shelf: Part<'shelf'>,
): void {
  const lacks = (part: Part, property: string) =>
    judge.cannot(unknown(property, 'voltage', missingIn(part, property)), { count, at });
  if (rack?.values['busbar-voltage'] !== undefined) lacks(shelf, 'voltage');
  else if (rack !== undefined && shelf.values.voltage !== undefined) lacks(rack, 'busbar-voltage');
}
