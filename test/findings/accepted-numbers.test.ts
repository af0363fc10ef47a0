// Limits that aren't judged, accepted on the type that lacks the number: the report keeps them, the check is silent.
import { expect, it } from 'vitest';
import { analysisOf } from '../kit/design.ts';

const design = (on: string) => `import "std/racks"
rack type Frame is OpenRackV3 { power 18 kW }
switch type Box { height 1 OU }
switch type Big is Box { height 2 OU }
switch box : Box
switch big : Big
rack r[1..2] : Frame
place box in r[1]
place big in r[2]
allow control/not-judged because "the sheet is due" on ${on}
`;

it.each([
  // Each type lacks its power in one rack.
  ['Box', []],
  ['Big', ['control/not-judged Box']],
  ['r[1], r[2]', []],
])('on %s', async (on, left) => {
  const { findings, judged } = await analysisOf(design(on));
  const named = findings.map(({ rule, message }) => `${rule} ${/(\w+) has no/.exec(message)?.[1]}`);
  expect(named).toEqual(left);
  expect(judged.reasons).toHaveLength(2);
});
