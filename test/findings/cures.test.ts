// Fixes that find their place in texts of several shapes: arrays, templates, several statements or one.
import { textAnalyzer } from '@lightloom/language/testing';
import { expect, it } from 'vitest';

const analyze = textAnalyzer();
const head = 'import "std/osfp"\nswitch type Box { height 2 RU  ports p[1..4] : OSFP }\n';
const medium = 'over OS2 { length 3 m  connectors 2 x MPO16 }\n';
const rails = `import "std/osfp"
switch type Leaf { height 2 RU  ports down[1..3] : OSFP }
host type Node { height 2 RU  ports nic[1..2] : OSFP }
network n : scale-out {
    host node[1..3] : Node
    switch leaf[1..2] : Leaf
    plug Osfp800Dr8 into node[*].*, leaf[*].*
    link node[1].nic[1..2] to leaf[1].down[1], leaf[2].down[1] ${medium}    link node[3].nic[1..2] to leaf[1].down[3], leaf[2].down[3] ${medium}`;

it.each([
  [
    'topology/self-link',
    'of an array',
    `${head}switch a[1..2] : Box\nplug Osfp800Dr8 into a[*].p[1..2]\nlink a[1].p[1] to a[1].p[2] ${medium}`,
    'link a[1].p[1] to a[2].p[2] over',
  ],
  [
    'topology/self-link',
    'of a side onto itself',
    `${head}switch a[1..2] : Box\nplug Osfp800Dr8 into a[*].p\nlink a[*].p to a[*].p as mesh ${medium}`,
    'link a[*].p as full over',
  ],
  [
    'topology/unconnected-ports',
    'of an array in a template',
    `${head}template T() { switch a[1..2] : Box\nplug Osfp800Dr8 into a[*].* }\nt[1..2] : T()
link t[1].a[*].p[1..3] to t[2].a[*].p[1..3] ${medium}`,
    'into a[*].p[1..3] }',
  ],
  [
    'topology/rail-on-two-leaves',
    'in one statement',
    `${rails}    link node[2].nic[1..2] to leaf[2].down[2], leaf[1].down[2] ${medium}}\n`,
    'link node[2].nic[1..2] to leaf[1].down[2], leaf[2].down[2] over',
  ],
])('%s %s', async (rule, _, text, expected) => {
  const { analysis } = await analyze(text);
  const found = analysis.findings.find((each) => each.rule === rule);
  const edits = found?.fixes[0]?.edits ?? [];
  const fixed = edits.reduce(
    (all, { origin, text: by }) => all.slice(0, origin.start) + by + all.slice(origin.end),
    text,
  );
  expect(fixed).toContain(expected);
  expect((await analyze(fixed)).analysis.findings.filter((each) => each.rule === rule)).toEqual([]);
});

it('a device that links to itself among many others is not given one of them', async () => {
  const text = `${head}switch a[1..5] : Box\nplug Osfp800Dr8 into a[*].p\nlink a[1].p[1] to a[1].p[2] ${medium}`;
  const { analysis } = await analyze(text);
  expect(analysis.findings.find(({ rule }) => rule === 'topology/self-link')?.fixes).toEqual([]);
});

it('supplies of no power have no number that is enough', async () => {
  const { analysis } = await analyze(
    'switch type Box { height 2 RU  power 3 kW  supplies 2 x 0 kW }\nswitch a : Box\n',
  );
  expect(analysis.findings.find(({ rule }) => rule === 'power/supply-redundancy')?.fixes).toEqual([]);
});
