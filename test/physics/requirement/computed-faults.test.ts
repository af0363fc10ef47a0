// What is wrong with what is computed from facts: said once, at the place where it is.
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

const design = `import "std/osfp"
import "std/racks"
switch type Box { height 1 OU  power 3 kW  ports p[1..2] : OSFP }
rack r : OpenRackV3
network n : scale-out {
    switch a[1..2] : Box
    plug Osfp800Dr8 into a[*].p
    link a[1].p to a[2].p over OS2 { length 10 m  connectors 2 x MPO16 }
}
`;

/** Errors as `place: message`, with their help. */
async function errorsOf(text: string): Promise<readonly string[]> {
  const whole = `${design}${text}\n`;
  const { findings } = await analysisOf(whole);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ origin, message, help }) =>
      [`${whole.slice(origin.start, origin.end)} | ${message}`, ...(help === undefined ? [] : [help])].join(' > '),
    );
}

describe('one message at its place', () => {
  it.each([
    // Dimensions
    [
      'require power(a) + margin(n) >= 1 kW',
      "power(a) + margin(n) | `+` has no result: `power(a)` is a power, `margin(n)` is a loss; they can't be combined.",
    ],
    [
      'require power(a) * margin(n) >= 1 kW',
      'power(a) * margin(n) | `*` has no result: `power(a)` is a power, `margin(n)` is a loss; the language has no unit for the result.',
    ],
    ['require power(a) / 2 >= 1 dB', '1 dB | `power(a) / 2` is a power, in mW, W, kW or MW; this is a loss.'],
    [
      'require power(a) / 2 >= 10',
      '10 | `power(a) / 2` is a power, in mW, W, kW or MW; this is a plain number. > For example, write `10 W`.',
    ],
    ['require power(a) >= margin(n)', 'margin(n) | `power(a)` is a power, in mW, W, kW or MW; this is a loss.'],
    ['require power(a) / power(n) >= 1 kW', '1 kW | `power(a) / power(n)` is a plain number; this is a power.'],
    ['require power(a) / 0 <= 1 kW', 'power(a) / 0 | `/` has no result: it divides by zero.'],
    ['require power(a) / (2 - 2) <= 1 kW', 'power(a) / (2 - 2) | `/` has no result: it divides by zero.'],
    [
      'require (power(a) + 1 kW) * 2 >= 1 dB',
      '1 dB | `(power(a) + 1 kW) * 2` is a power, in mW, W, kW or MW; this is a loss.',
    ],
    // Names and subjects
    ['require powr(a) / 2 >= 1 kW', /^powr \| `powr` isn't a fact that can be required\. > Did you mean `power`\?/],
    ['require power(b) / 2 >= 1 kW', /^b \| `b` is not defined\./],
    ['require margin / 2 >= 1 dB', 'margin | `margin` has no subject. > Write what it is of, a network: `margin(…)`.'],
    ['require accelarators >= 2', /^accelarators \| `accelarators` is not defined\. > Did you mean `accelerators`\?/],
    ['let each = power(a) / hostz\nrequire each >= 1 W', /^hostz \| `hostz` is not defined\. > Did you mean `hosts`\?/],
    [
      'require power(a) / a >= 2',
      'a | A requirement compares numbers; this is `a`. > Write a fact of it, such as `power(a)`.',
    ],
    [
      'require power(a, r) >= 1 kW',
      'r | `power` takes several subjects of one kind; this is a rack, the first is a device. > Add them: `power(a) + power(r)`.',
    ],
    [
      'require power(a.typical, a) >= 1 kW',
      'a | The subjects of one `power` have the same point; this has another than the first.',
    ],
    ['require 2 >= 1', /^2 \| This compares numbers; a requirement is about a fact\./],
    ['require Box >= 1', /^Box \| A requirement compares numbers; this is the switch type Box\./],
    [
      'require bisection(n) * 2 >= 50 % of full',
      '50 % | `bisection(n) * 2` is computed: it has no full value to compare with.',
    ],
    // Values over facts
    ['let x = power(a) + y\nlet y = x / 2\nrequire x <= 1 kW', 'x | `x` depends on itself.'],
    [
      'let count = switches(a) * 2\nswitch b[1..count] : Box',
      "count | `count` depends on a fact, which is known only once the design is complete; the design itself can't depend on that. > Write the number here, and require the fact of it.",
    ],
    [
      'switch b[1..switches(n)] : Box',
      "switches(n) | `switches(n)` is known only once the design is complete; the design itself can't depend on that. > Write the number here, and require the fact of it.",
    ],
    [
      'switch type Twin is Box { power 2 * power(a) }\nswitch c : Twin',
      /^power\(a\) \| `power\(a\)` is known only once the design is complete/,
    ],
    ['let half = power(a) / 2 kW + 1 dB', /^power\(a\) \/ 2 kW \+ 1 dB \| `\+` has no result/],
  ] as const)('%s', async (text, message) => {
    const errors = await errorsOf(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
  });
});

it('a figure that only the report shows is not reported as unused', async () => {
  const { findings } = await analysisOf(`${design}let perSwitch = power / switches\nlet spare = 2 kW\n`);
  expect(findings.filter(({ rule }) => rule === 'unused/let').map(({ message }) => message)).toEqual([
    '`spare` is not used.',
  ]);
});

describe('no message', () => {
  it.each([
    'require 1 kW <= power(a)',
    'require power(a)\n    / switches(a) <= 3.2 kW',
    'require (power(a) + 1 kW) * 2 >= 1 kW',
    'let x = 7 / 2\nrequire power(a) >= x * 1 kW',
    'let perSwitch = power(n) / switches\nrequire perSwitch <= 4 kW when any 1 of a fail',
    'require power(a.each) <= 3.1 kW',
  ])('%s', async (text) => {
    expect(await errorsOf(text)).toEqual([]);
  });

  it("a plain division isn't rounded, and `div` is", async () => {
    expect(await errorsOf('switch b[1..2] : Box\nrequire power(b) == 12 * (1 / 2) * 1 kW')).toEqual([]);
    expect(await errorsOf('switch b[1..2] : Box\nrequire power(b) == (13 div 2) * 1 kW')).toEqual([]);
  });
});
