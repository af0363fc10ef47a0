// A chip capacity that counts both directions.
import { derived, stated } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { isPart, single } from '../../model/index.ts';
import { printNumber, printQuantity, same } from '../../units/index.ts';

export const rule = defineRule({
  id: 'bandwidth/both-directions',
  severity: 'warning',
  level: 'value',
  title: 'A capacity is twice what the SerDes carry in one direction',
  why: 'Some vendors add both directions: the 51.2 Tbps of a QM9700 are 64 x 400G, 25.6 Tbps one way. Ethernet switches are specified one way, and Lightloom counts one direction everywhere. A figure for both directions makes a network look twice as fast as it is.',
  sources: ['NVIDIA QM97xx manual: 64 x 400G, sold as 51.2 Tbps; Quantum-X800: 115.2 Tbps one way'],
  override: 'Set `capacity`, `serdes` and `lane-rate` on the asic type to one-way figures.',
  bad: `asic type Quantum {
    capacity  51.2 Tbps
//  ^^^^^^^^^^^^^^^^^^^
    serdes    256
    lane-rate 100 Gbps
}
`,
  fix: { '51.2 Tbps': '25.6 Tbps' },
  check({ fabric }) {
    const reports: Report[] = [];
    for (const part of fabric.parts) {
      if (part.library || !isPart(part, 'asic')) continue;
      const { capacity, serdes, 'lane-rate': rate } = part.values;
      if (capacity === undefined || serdes === undefined || rate === undefined) continue;
      const oneWay = serdes.value * rate.value;
      // Reported once, at the base type that sets it.
      if (!same(capacity.value, 2 * oneWay) || part.base?.values.capacity === capacity) continue;
      const terms = [
        stated(`SerDes lanes of ${part.name}`, 'count', serdes, ''),
        stated(`lane rate of ${part.name}`, 'bit rate', rate, ''),
      ];
      const half = printQuantity(oneWay, 'bit rate');
      reports.push({
        message: `${part.name} has a capacity of ${printQuantity(capacity.value, 'bit rate')}; its ${printNumber(serdes.value)} lanes of ${printQuantity(rate.value, 'bit rate')} carry half of that, ${half}, in one direction.`,
        help: `Write \`capacity ${half}\`: bandwidth is for one direction.`,
        origin: capacity.origin,
        label: 'both directions?',
        subjects: single('part', part.index),
        fixes: [
          {
            title: `Change to \`${half}\``,
            edits: [{ origin: capacity.origin, text: `capacity ${half}` }],
            isSafe: false,
          },
        ],
        derivation: derived(`one direction of ${part.name}`, 'bit rate', 'SerDes lanes × lane rate', terms, oneWay),
      });
    }
    return reports;
  },
});
