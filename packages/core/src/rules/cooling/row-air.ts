// Rows of racks that need more air than reaches them.

import { rowAirNeeds } from '../../facts/index.ts';
import { leastOf, printApart, stated } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { atLeastText } from '../../units/index.ts';

export const rule = defineRule({
  id: 'cooling/row-air',
  severity: 'error',
  level: 'assembly',
  title: 'A row of racks needs more air than it gets',
  why: "What liquid doesn't remove heats the air of the row, and the needs of its racks add up: CFM = 1.757 × W ÷ K, which is 176 CFM per kW at a rise of 10 K and 117 at 15 K. Racks that get too little air draw in their own exhaust and that of their neighbors.",
  sources: [
    'NVIDIA CDU notes: 150 CFM for each kW, a rise of 11.7 K',
    'OCP: liquid takes 65 to 85 % in most builds, air the rest',
  ],
  limit: 'row airflow',
  override: 'Set `row-airflow` on the hall, or `air-rise` on the rack type.',
  bad: `import "std/racks"

hall main {
    row-airflow 4000 CFM
//  ^^^^^^^^^^^^^^^^^^^^
}
rack type Vented is Eia42 { air-rise 15 K }
host type Node { height 8 RU  power 10 kW  liquid 0 % }
rack r[1..2] : Vented at row 1
host node[1..4] : Node
place node[*] in r[*] 2 each
`,
  fix: { '4000 CFM': '5000 CFM' },
  check({ fabric, cooling }, judge) {
    const given = fabric.hall?.values['row-airflow'];
    if (given === undefined) return [];
    const limit = { ...stated('air available to a row', 'volume flow', given, ''), unit: 'CFM' };
    const over = rowAirNeeds(fabric, cooling.rackAirHeat)
      .filter(({ need }) => judge.exceeds(need, limit, { at: given.origin }))
      .sort((a, b) => leastOf(b.need) - leastOf(a.need) || a.row - b.row);
    const [worst] = over;
    if (worst === undefined) return [];
    const { row, need } = worst;
    const [is, most] = printApart(need, limit);
    const others = over.length === 1 ? '' : `, the most of ${over.length} rows over the limit`;
    const report: Report = {
      message: `Row ${row} needs ${is} of air${others}; it gets ${most}.`,
      help: 'Supply more air to the rows, cool more with liquid, or spread the racks over more rows.',
      origin: given.origin,
      label: `row ${row} needs ${is}`,
      subjects: { of: 'rack', ids: Uint32Array.from(over.flatMap(({ racks }) => racks)) },
      derivation: need,
      blames: [given.origin],
      remedies: [setting(given.origin, 'row-airflow', atLeastText(leastOf(need), 'volume flow', given.unit ?? 'CFM'))],
    };
    return [report];
  },
});
