// Troubles that people who fill halls and cool them reported in public.
import { graphOf } from '@lightloom/diagram/views';
import { type Case, finds, gives, is, isClean } from './case.ts';

const readme = 'README of the cases';

export const publicPlant: readonly Case[] = [
  {
    file: 'public/P37',
    right: 'front-to-rear and rear-to-front boxes in one rack: a warning',
    source: readme,
    checks: [finds({ says: /rear-to-front|front-to-rear/ })],
  },
  {
    file: 'public/P38',
    right: 'two half-width boxes in one unit; one box in front and one behind: 2 RU',
    source: readme,
    checks: [],
    open: 'needs boxes beside and behind each other',
  },
  {
    file: 'public/P40',
    right: '120 V x 15 A x 80 % is 1,440 VA; three phases: sqrt 3 x V x A',
    source: '120 x 15 x 0.8 = 1,440 VA; 400 / 1,440 = 27.8 %',
    checks: [isClean, gives('headroom(A)', 72.22, '%', 0.01)],
  },
  {
    file: 'public/P43',
    change: [
      'feed A { capacity 510 kW }',
      'feed utility { capacity 510 kW }\nups A { capacity 510 kW  efficiency 96 %  fed by utility }',
    ],
    right: 'a UPS of 96 % before 500 kW: 20.8 kW more, 521 kW of 510 kW',
    source: '500 / 0.96 = 520.8 kW',
    checks: [finds({ rule: /^power\/feed-budget$/, says: /utility must carry 520\.833 kW alone/ })],
  },
  {
    file: 'public/P45',
    right: '10 kW at 160 CFM/kW in a rack on no loop: rise 10.98 K',
    source: '19.8 °F = 10.98 K, as published for 160 CFM a kW',
    checks: [isClean, gives('air-rise(r)', 10.98, 'K', 0.01)],
  },
  {
    file: 'public/P46',
    right: '150 L/min of PG25 for 100 kW: 9.96 K at 40 °C, 9.99 K at 25 °C',
    // Density x heat capacity by the Airedale table: 1014.3 x 3.96 at 40 °C, 1021.5 x 3.92 at 25 °C; three digits of the heat
    // capacity are 0.013 K. The ASHRAE fit gives 9.95 and 9.97 K. The 10.02 K that is quoted for 25 °C is the density at 25 °C with
    // the heat capacity at 20 °C (3.91), which neither table supports.
    source: 'Airedale DeltaChill manual, p. 53: 100 kW / (2.5 L/s x density x heat capacity)',
    checks: [isClean, gives('rise(warm)', 9.96, 'K', 0.005), gives('rise(cold)', 9.99, 'K', 0.005)],
  },
  {
    file: 'public/P47',
    right: 'coolant of 15 °C, dew point 17 °C: reject, 18 °C needed',
    source: 'IBM 9009-22A, water for rear door heat exchangers: 18 °C for a dew point of 17 °C',
    checks: [finds({ rule: /cooling\/dew-point/, says: /15 °C; a dew point of 17 °C needs 18 °C/ })],
  },
  {
    file: 'public/P51',
    right: 'a leaf with both uplinks on one spine is found, and drawn apart from its like',
    source: readme,
    checks: [
      finds({ rule: /single-point-of-failure/ }),
      is('leaf[2] is a box of its own', ({ analysis }) => {
        const boxes = graphOf(analysis.facts, 'network:n')?.nodes.map(({ id }) => id) ?? [];
        return boxes.some((id) => /leaf\[2\]$/.test(id)) ? undefined : `boxes: ${boxes.join(', ')}`;
      }),
    ],
  },
  {
    file: 'public/P59',
    right: 'real port names in schedule and labels: `Ethernet49/1`, `et-0/0/0:1`',
    source: readme,
    checks: [],
    open: 'needs port names as they are on the box',
  },
];
