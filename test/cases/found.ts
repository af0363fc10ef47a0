// What was found by hand in designs of all kinds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { derivationLines } from '@lightloom/core';
import { root } from '../sources.ts';
import { type Case, finds, findsNone, gives, is, isClean, knows, noFailureBreaks } from './case.ts';

const readme = 'README of the cases';
const page = (): string => readFileSync(join(root, 'docs/language.md'), 'utf8').replace(/\s+/g, ' ');

export const found: readonly Case[] = [
  {
    file: 'found/allow-excuses-too-much',
    right: '`allow … on n.lab` suppresses nothing of a, b and c: two errors, and the allowance is unused',
    source: '600 m and 20 km are longer than the 500 m that 800GBASE-DR8 reaches',
    checks: [
      finds({ rule: /^optics\/reach$/, line: 'link a.u[1..2]' }),
      finds({ rule: /^optics\/reach$/, line: 'link b.u[3]' }),
      finds({ rule: /unused-allow/ }),
    ],
  },
  {
    file: 'found/coolant-beyond-table',
    right: '90 kW on 1 L/min fail at 46 °C',
    source: 'as at 45 °C: 90 kW / (1/60 L/s x 1.0 kg/L x 3.9 kJ/kg·K) is over 1,000 K',
    checks: [finds({ rule: /^cooling\// })],
  },
  {
    file: 'found/coolant-beyond-table',
    change: ['46 °C', '45 °C'],
    right: '90 kW on 1 L/min fail at 45 °C',
    source: readme,
    checks: [finds({ rule: /^cooling\// })],
  },
  {
    file: 'found/mixed-panel',
    right: '16 XPO and 32 OSFP in one OU are 200 % of a front panel',
    source: '16 of 16 XPO + 32 of 32 OSFP for an OU (sizes of the two MSAs)',
    checks: [finds({ rule: /^density\/(?!units)/, says: /200 %|panel/ })],
  },
  {
    file: 'found/amplifier-gain',
    right: 'span loss 18.5 dB, gain 12 dB, launch 1 dBm: the second span gets -5.5 dBm; OSNR 27.0 dB, margin 1.0 dB',
    source:
      '1 - 18.5 + 12 = -5.5 dBm; 58 + (-17.5, -24) - 5 dB = 35.5 and 29 dB, with 34 dB of the transmitter 27.0 dB',
    checks: [gives('osnr-margin(z)', 1.0, 'dB', 0.1)],
  },
  {
    file: 'found/amplifier-gain',
    change: ['let p = 1 dBm', 'let p = 25 dBm'],
    right: 'a launch of 25 dBm from an amplifier of 20 dBm is an error',
    source: 'output-power 20 dBm',
    checks: [finds({ rule: /^optics\//, says: /25 dBm/ })],
  },
  {
    file: 'found/shelf-height',
    right: 'two shelves of 1 OU and four boxes of 1 OU are 6 of 5 OU',
    source: '2 x 1 + 4 x 1 = 6',
    checks: [finds({ rule: /rack-full/, says: /6 OU/ })],
  },
  {
    file: 'found/flow-not-monotone',
    right:
      'boxes share 45 L/min: more flow through couplings than they are rated for is an error, however many there are',
    source: '45 / 3 = 15 L/min through each box with UQD04',
    checks: [finds({ rule: /coupling-flow/ })],
  },
  {
    file: 'found/flow-not-monotone',
    change: ['b[1..3]', 'b[1..2]'],
    right: 'two boxes share 45 L/min: 22.5 L/min through couplings',
    source: '45 / 2 = 22.5 L/min',
    checks: [finds({ rule: /coupling-flow/, says: /22\.5 L\/min/ })],
  },
  {
    file: 'found/coupling-unplaced',
    right: 'a box whose couplings are too small, placed nowhere: judged, or reported as not judged',
    source: '4 modules x 0.7 L/min = 2.8 L/min',
    checks: [finds({ says: /coupling|UQD02/, orNote: true })],
  },
  {
    file: 'found/busbar-800v',
    right: 'a box that takes 780 V to 820 V on a busbar of 800 V has a supply of its own before its modules',
    source: '780 <= 800 <= 820 V',
    checks: [findsNone({ rule: /input-voltage/ })],
  },
  {
    file: 'found/at-least-verdict',
    right: '"draws at least 12 kW", and the 6 kW it consists of are in the derivation',
    source: '2 x 6 kW, and cables of unknown power',
    checks: [
      finds({ rule: /rack-budget/, says: /at least 12 kW/ }),
      is('6 kW in the derivation', ({ analysis: { findings } }) => {
        const derivation = findings.find(({ rule }) => rule === 'power/rack-budget')?.derivation;
        const lines = derivation === undefined ? [] : derivationLines(derivation);
        return lines.some((each) => each.includes('6 kW')) ? undefined : lines.join(' / ');
      }),
    ],
  },
  {
    file: 'found/require-misspelt',
    right: 'one finding at the requirement; figures of the network stay known',
    source: readme,
    checks: [
      finds({ line: 'require free-ports(leaf)', says: /pod\[\*\]\.leaf|pod\.leaf/ }),
      is('one finding', ({ analysis: { findings } }) => {
        const errors = findings.filter(({ severity }) => severity === 'error');
        return errors.length === 1 ? undefined : `${errors.length} errors`;
      }),
      knows('margin(n)'),
      knows('diameter(n)'),
      knows('links(n)'),
    ],
  },
  {
    file: 'found/pattern-size-advice',
    right: 'the help leads to a design that works',
    source: '8 leaves with 2 uplinks each on 2 spines: 8 ports for each spine, which a box with 4 ports never has',
    checks: [
      finds({ rule: /pattern-size/ }),
      is('the help names a size', ({ analysis: { findings } }) => {
        const help = findings.find(({ rule }) => rule === 'topology/pattern-size')?.help ?? 'no help';
        return /\d/.test(help) && !help.includes('Add ports there') ? undefined : help;
      }),
    ],
  },
  {
    file: 'found/place-fills',
    right: 'in order, each as far as it goes, as the page says; or the page says otherwise',
    source: 'docs/language.md: 6 boxes of 1 OU in 4 racks of 44 OU fill the first',
    checks: [
      is('6, 0, 0, 0 unless the page says otherwise', (design) => {
        if (!page().includes('fills them in order, each as far as it goes')) return undefined;
        const inFirst = gives('height(r[1])', 6, 'OU', 0.001);
        return inFirst.miss(design);
      }),
    ],
  },
  {
    file: 'found/count-requirements-in-fail',
    right: 'requirements that count things don’t lead the ranking of failures',
    source: 'a failure never changes how many switches were bought',
    checks: [isClean, noFailureBreaks(/^require (switches|links)\(/)],
  },
];
