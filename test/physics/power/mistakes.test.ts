// One mistake in a plant that is otherwise right: exactly one finding, on the line of the mistake, with numbers worked out by
// hand; and the same mistake gone when the limit is changed on the part, as the page of the rule says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../kit/design.ts';

// 32 switches of 1.5 kW with eight XPO of 400 W each: 4.7 kW, 75.2 kW in a rack of 16, 4.55 kW of it to liquid.
const plant = `import "std/xpo"
import "std/racks"
import "std/cooling"
import "std/switches"

module type Dr is Xpo { channels 8 x 1.6TBASE-DR8  power 400 W  flow 0.7 L/min }
switch type Ou {
    asic          Tomahawk6
    height        1 OU
    weight        30 kg
    power         1.5 kW
    liquid        90 %
    voltage       46 V..52 V
    supplies      4 x 3 kW, n+n
    required-flow 4 L/min
    couplings     2 x UQD06
    pressure-drop 3 psi at 5 L/min, 8 psi at 10 L/min, 10.5 psi at 12.5 L/min
    inlet         20 °C..45 °C
    ports p[1..8] : XPO
}
rack type Net is OpenRackV3Hpr {
    shelves       3 x PowerShelf72
    couplings     4 x LQC
    airflow       500 CFM
    air-rise      15 K
}
cdu type Row {
    capacity 400 kW
    flow     400 L/min
    head     45 psi at 200 L/min, 35 psi at 400 L/min
    approach 4 K
    supply   20 °C..45 °C
    pressure 0 psi..100 psi
    pumps    2 x 5 kW, n+1
}
cdu cdu[1..2] : Row
hall main { row-airflow 3000 CFM }
loop primary {
    coolant         PG25
    supply          40 °C
    facility        32 °C
    return          <= 55 °C
    flow            360 L/min
    pressure-drop   6 psi at 300 L/min, 8 psi at 400 L/min
    static-pressure 5 psi
    from            cdu[*], n+1
}
feed A { capacity 200 kW }
feed B { capacity 200 kW }
rack net[1..2] : Net at row 1 { cooled by primary  fed by A, B  flow 180 L/min }
switch ou[1..32] : Ou
plug Dr into ou[*].p
place ou[*] in net[*] 16 each
`;

const found = async (text: string) =>
  (await findingsOf(text)).map(({ rule, message, line }) => ({ rule, message, line }));

/** Replaces text that is there once. */
function changed(text: string, changes: readonly (readonly [string, string])[]): string {
  let now = text;
  for (const [from, to] of changes) {
    expect(now.split(from), from).toHaveLength(2);
    now = now.replace(from, to);
  }
  return now;
}

interface Mistake {
  readonly what: string;
  readonly change: readonly (readonly [string, string])[];
  readonly rule: string;
  readonly line: string;
  readonly message: string;
  /** What takes the limit away on the part. */
  readonly override: readonly (readonly [string, string])[];
  /** The property that the page of the rule names for it. */
  readonly says: string;
}

const mistakes: readonly Mistake[] = [
  {
    // 470 W ÷ 46 V = 10.22 A through contacts of 10 A (Arista at ECOC 2026).
    what: 'a module draws more current at the voltage of the busbar than its connector carries',
    change: [
      ['power 400 W', 'power 470 W'],
      [': XPO\n}', ': XPO { power 480 W }\n}'],
      ['air-rise      15 K', 'air-rise      15 K\n    busbar-voltage 46 V'],
    ],
    rule: 'power/input-current',
    line: 'module type Dr is Xpo { channels 8 x 1.6TBASE-DR8  power 470 W  flow 0.7 L/min }',
    message: 'Dr draws 10.22 A from the busbar of 2 racks (net[1], …); its connector is rated for 10 A.',
    override: [
      [
        'module type Dr is Xpo { ',
        'cage type Own is XPO { connector-current 11 A }\nmodule type Dr is Xpo { form-factor Own  ',
      ],
      [': XPO {', ': Own {'],
    ],
    says: 'connector-current',
  },
  {
    what: 'the busbar is below the window of the switches',
    change: [['air-rise      15 K', 'air-rise      15 K\n    busbar-voltage 45 V']],
    rule: 'power/input-voltage',
    line: 'busbar-voltage 45 V',
    message: '2 racks have a busbar at 45 V (net[1], …); Ou takes 46 V to 52 V.',
    override: [['46 V..52 V', '44 V..52 V']],
    says: 'voltage',
  },
  {
    // n+n of four: two of 2 kW are 4 kW for 4.7 kW.
    what: 'supplies do not carry the switch with half of them lost',
    change: [['4 x 3 kW, n+n', '4 x 2 kW, n+n']],
    rule: 'power/supply-redundancy',
    line: 'supplies      4 x 2 kW, n+n',
    message: 'Ou draws 4.7 kW with its modules; 2 of 4 supplies of Ou can deliver 4 kW.',
    override: [['4 x 2 kW, n+n', '4 x 2 kW, n+1']],
    says: 'supplies',
  },
  {
    // Two racks of 75.2 kW: 150.4 kW on each feed alone.
    what: 'a feed does not carry both racks alone',
    change: [['feed B { capacity 200 kW }', 'feed B { capacity 150 kW }']],
    rule: 'power/feed-budget',
    line: 'feed B { capacity 150 kW }',
    message: 'Feed B must carry 150.4 kW alone; its capacity is 150 kW.',
    override: [['150 kW', '151 kW']],
    says: 'capacity',
  },
  {
    // Two shelves of 33 kW, of which 27.5 kW are left without a supply: 55 kW.
    what: 'the shelves do not carry the rack',
    change: [['3 x PowerShelf72', '2 x PowerShelf33']],
    rule: 'power/shelf-capacity',
    line: 'place ou[*] in net[*] 16 each',
    message: '2 racks draw up to 75.2 kW (net[1], …); with a supply of each lost, the shelves deliver 55 kW.',
    override: [['2 x PowerShelf33', '3 x PowerShelf33']],
    says: 'shelves',
  },
  {
    // 22 × 4.7 kW are 103.4 kW: 2,068 A at 50 V; the HPR connector carries 2,000 A (OCP).
    what: 'the busbar connector carries too much',
    change: [
      ['3 x PowerShelf72', '3 x PowerShelf72\n    power 120 kW'],
      ['ou[1..32]', 'ou[1..44]'],
      ['16 each', '22 each'],
      [
        'feed A { capacity 200 kW }\nfeed B { capacity 200 kW }',
        'feed A { capacity 210 kW }\nfeed B { capacity 210 kW }',
      ],
      ['flow 180 L/min }', 'flow 220 L/min }'],
      ['    flow            360 L/min', '    flow            440 L/min'],
      ['cdu[1..2]', 'cdu[1..3]'],
      ['8 psi at 400 L/min\n', '8 psi at 400 L/min, 10 psi at 500 L/min\n'],
      ['couplings     4 x LQC', 'couplings     6 x LQC'],
    ],
    rule: 'power/busbar-current',
    line: 'place ou[*] in net[*] 22 each',
    message: '2 racks draw up to 2,068 A from their busbars (net[1], …); the busbar connector is rated for 2,000 A.',
    override: [['power 120 kW', 'power 120 kW  busbar-current 2100 A']],
    says: 'busbar-current',
  },
  {
    what: 'a rack delivers less than it draws',
    change: [['air-rise      15 K', 'air-rise      15 K\n    power 70 kW']],
    rule: 'power/rack-budget',
    line: 'place ou[*] in net[*] 16 each',
    message: '2 racks draw up to 75.2 kW (net[1], …); each rack delivers 70 kW.',
    override: [['power 70 kW', 'power 80 kW']],
    says: 'power',
  },
  {
    what: 'a rack is too low',
    change: [['air-rise      15 K', 'air-rise      15 K\n    height 15 OU']],
    rule: 'placement/rack-full',
    line: 'place ou[*] in net[*] 16 each',
    message:
      '2 racks hold up to 16 devices and 3 power shelves of at least 16 OU in all (net[1], …); a rack has 15 OU.',
    // The shelves take some height, too.
    override: [['height 15 OU', 'height 17 OU']],
    says: 'height',
  },
  {
    what: 'a rack is too weak',
    change: [['weight        30 kg', 'weight        90 kg']],
    rule: 'placement/rack-weight',
    line: 'place ou[*] in net[*] 16 each',
    message: '2 racks carry up to 1,440 kg of devices (net[1], …); the limit is 1,400 kg.',
    override: [['air-rise      15 K', 'air-rise      15 K\n    weight 1500 kg']],
    says: 'weight',
  },
  {
    // 16 × (4 + 8 × 0.7) L/min are 153.6 L/min.
    what: 'a rack gets too little coolant',
    change: [['flow 180 L/min }', 'flow 150 L/min }']],
    rule: 'cooling/rack-flow',
    line: 'rack net[1..2] : Net at row 1 { cooled by primary  fed by A, B  flow 150 L/min }',
    message: '2 racks need up to 153.6 L/min of coolant for their devices (net[1], …); each gets 150 L/min.',
    override: [['required-flow 4 L/min', 'required-flow 3.5 L/min']],
    says: 'required-flow',
  },
  {
    // One CDU of 400 kW passes on 145.6 kW and gives 300 L/min of 360.
    what: 'the CDU that is left passes on the heat and fails on flow',
    change: [
      ['    flow     400 L/min', '    flow     300 L/min'],
      ['35 psi at 400 L/min', '35 psi at 300 L/min'],
    ],
    rule: 'cooling/cdu-flow',
    line: 'from            cdu[*], n+1',
    message: 'primary needs a flow of 360 L/min; the remaining CDU (1 of 2) delivers 300 L/min.',
    override: [['    flow     300 L/min', '    flow     360 L/min']],
    says: 'flow',
  },
  {
    what: 'the CDU that is left gives the flow and fails on heat',
    change: [['capacity 400 kW', 'capacity 140 kW']],
    rule: 'cooling/loop-capacity',
    line: 'from            cdu[*], n+1',
    message: 'primary carries 145.6 kW of heat; the remaining CDU (1 of 2) transfers 140 kW.',
    override: [['capacity 140 kW', 'capacity 150 kW']],
    says: 'capacity',
  },
  {
    // One unit at 360 L/min: 17.6 psi = 121.3 kPa. 16 switches share the 180 L/min of their rack, 11.25 L/min each, more than they need:
    // pipes 7.2 psi; UQD06 2 × 1.0143 × (11.25 ÷ 3.785 ÷ 1.6)² = 7.0 psi; cold plates 9.25 psi: 23.4 psi.
    what: 'the CDU that is left gives heat and flow and fails on head',
    change: [['45 psi at 200 L/min, 35 psi at 400 L/min', '40 psi at 200 L/min, 12 psi at 400 L/min']],
    rule: 'cooling/loop-head',
    line: 'from            cdu[*], n+1',
    message:
      'primary loses at least 161.7 kPa (23.4 psi) on its worst path; the remaining CDU (1 of 2) delivers 121.3 kPa (17.6 psi).',
    override: [['12 psi at 400 L/min', '22 psi at 400 L/min']],
    says: 'head',
  },
  {
    // 180 L/min ÷ 16 = 11.25 L/min through UQD04, rated for 6.4 (1.7 GPM); the pressure it costs follows from it.
    what: 'the couplings of the switches are too small',
    change: [['2 x UQD06', '2 x UQD04']],
    rule: 'cooling/coupling-flow',
    line: 'couplings     2 x UQD04',
    message: 'Each UQD04 of Ou carries 11.25 L/min; it is rated for 6.4 L/min.',
    override: [['2 x UQD04', '4 x UQD04']],
    says: 'couplings',
  },
  {
    // 72.8 kW in 180 L/min of PG25 at 40 °C: 72.8 × 60 ÷ (1.0143 × 3.96 × 180) = 6.04 K.
    what: 'a rack returns hotter than it may',
    change: [['air-rise      15 K', 'air-rise      15 K\n    return-limit 46 °C']],
    rule: 'cooling/outlet-limit',
    line: 'rack net[1..2] : Net at row 1 { cooled by primary  fed by A, B  flow 180 L/min }',
    message: 'Coolant leaves 2 racks (net[1], …) at 46.04 °C; Net tolerates 46 °C.',
    override: [['return-limit 46 °C', 'return-limit 47 °C']],
    says: 'return-limit',
  },
  {
    what: 'the loop returns hotter than it may',
    change: [['return          <= 55 °C', 'return          <= 46 °C']],
    rule: 'cooling/return-temperature',
    line: 'return          <= 46 °C',
    message: 'primary returns at 46.04 °C; its limit is 46 °C.',
    override: [['<= 46 °C', '<= 47 °C']],
    says: 'return',
  },
  {
    what: 'the coolant enters the switches too warm',
    change: [['20 °C..45 °C\n    ports', '20 °C..38 °C\n    ports']],
    rule: 'cooling/inlet-limit',
    line: 'rack net[1..2] : Net at row 1 { cooled by primary  fed by A, B  flow 180 L/min }',
    message: 'Coolant enters 2 racks (net[1], …) at 40 °C; Ou is designed for 20 °C to 38 °C.',
    override: [['20 °C..38 °C', '20 °C..40 °C']],
    says: 'inlet',
  },
  {
    // Water at 16 °C is no trouble for an inlet that nobody limits; UQD are made for 17 °C and more (OCP).
    what: 'the coolant is too cold for its couplings',
    change: [
      ['supply          40 °C', 'supply          16 °C'],
      ['facility        32 °C', 'facility        10 °C'],
      ['coolant         PG25', 'coolant         Cold'],
      ['module type Dr', 'coolant type Cold { density 1000 kg/m³  specific-heat 4.19 kJ/kg·K }\nmodule type Dr'],
      ['    inlet         20 °C..45 °C\n', ''],
      ['    supply   20 °C..45 °C\n', ''],
      ['flow 0.7 L/min }', 'flow 0.7 L/min  inlet 10 °C..45 °C }'],
    ],
    rule: 'cooling/inlet-limit',
    line: 'rack net[1..2] : Net at row 1 { cooled by primary  fed by A, B  flow 180 L/min }',
    message: 'Coolant enters 2 racks (net[1], …) at 16 °C; UQD06 is designed for 17 °C to 65 °C.',
    override: [
      ['switch type Ou {', 'coupling type Hardy is UQD06 { lowest-temperature 10 °C }\nswitch type Ou {'],
      ['2 x UQD06', '2 x Hardy'],
    ],
    says: 'lowest-temperature',
  },
  {
    // An approach of 4 K to 37 °C is 41 °C, and the loop is set to 40 °C.
    what: 'the facility water is too warm',
    change: [['facility        32 °C', 'facility        37 °C']],
    rule: 'cooling/cdu-approach',
    line: 'facility        37 °C',
    message: 'The facility water of primary is at 37 °C; its supply needs at most 36 °C.',
    override: [['approach 4 K', 'approach 3 K']],
    says: 'approach',
  },
  {
    // 10 + 45 psi are 55 psi = 379.2 kPa on a manifold of 50 psi = 344.7 kPa.
    what: 'the loop is filled to more than the manifold bears with the pumps running',
    change: [['static-pressure 5 psi', 'static-pressure 10 psi']],
    rule: 'cooling/working-pressure',
    line: 'static-pressure 10 psi',
    message: 'The coolant of primary reaches 379.2 kPa (55 psi); Net tolerates 344.7 kPa (50 psi).',
    override: [['air-rise      15 K', 'air-rise      15 K\n    working-pressure 60 psi']],
    says: 'working-pressure',
  },
  {
    // 2.4 kW of air in 120 CFM: 2,400 ÷ (1.2 × 1,005 × 0.05663) = 35.1 K.
    what: 'too little air reaches a rack',
    change: [['airflow       500 CFM', 'airflow       120 CFM']],
    rule: 'cooling/air-capacity',
    line: 'rack net[1..2] : Net at row 1 { cooled by primary  fed by A, B  flow 180 L/min }',
    message: '2 racks warm their air by up to 35.14 K (net[1], …); 15 K is allowed.',
    override: [['air-rise      15 K', 'air-rise      36 K']],
    says: 'air-rise',
  },
  {
    // 4.8 kW with 15 K: 1.757 × 4,800 ÷ 15 = 562 CFM.
    what: 'too little air reaches a row',
    change: [['row-airflow 3000 CFM', 'row-airflow 500 CFM']],
    rule: 'cooling/row-air',
    line: 'hall main { row-airflow 500 CFM }',
    message: 'Row 1 needs 562.22 CFM of air; it gets 500 CFM.',
    override: [['row-airflow 500 CFM', 'row-airflow 600 CFM']],
    says: 'row-airflow',
  },
];

it('the plant itself is right', async () => {
  expect(await found(plant)).toEqual([]);
});

describe('one mistake is one finding:', () => {
  it.each(mistakes.map((each) => [each.what, each] as const))(
    '%s',
    async (_, { change, rule, line, message, override, says }) => {
      const wrong = changed(plant, change);
      expect(await found(wrong)).toEqual([{ rule, line, message }]);
      expect(await found(changed(wrong, override))).toEqual([]);
      expect(allRules.find(({ id }) => id === rule)?.override).toContain(`\`${says}\``);
      const page = readFileSync(join(import.meta.dirname, '../../..', 'docs', 'rules', `${rule}.md`), 'utf8');
      expect(page).toContain(`\`${says}\``);
    },
  );
});
