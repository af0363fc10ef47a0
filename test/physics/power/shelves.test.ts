// What is judged of power shelves whose figures are known in part, and what is told of the rest.
import { expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

const told = async (shelf: string, power: string, rack = '') => {
  const { findings } = await analysisOf(`import "std/racks"
shelf type S { power 110 kW  height 4 RU  ${shelf} }
rack type R is OpenRackV3 { power 300 kW  shelves 2 x S  ${rack} }
rack r : R
switch type Box { height 1 OU  power ${power} }
switch a : Box
place a in r
`);
  return findings.map(({ message }) => message).filter((each) => /shel|busbar/.test(each));
};

it.each([
  // 2 x 110 kW are 220 kW at the most; less with a supply lost, and nobody says how much.
  ['190 kW', ["1 limit of power shelves isn't judged: the `redundant-power` of S is unknown."]],
  ['225 kW', ['r draws 225 kW; the shelves deliver at most 220 kW.']],
])('%s on two shelves of 110 kW, of which nobody knows what a lost supply leaves', async (power, found) => {
  expect(await told('voltage 50 V  redundant-power unknown', power)).toEqual(found);
});

it.each([
  ['', '', ["1 limit of shelf voltage isn't judged: S has no `voltage`."]],
  ['voltage unknown', '', ["1 limit of shelf voltage isn't judged: the `voltage` of S is unknown."]],
  ['voltage 48 V', 'busbar-voltage 800 V', ['r has a busbar at 800 V; S gives 48 V.']],
])('shelves with %s on a busbar with %s: judged, or said not to be', async (shelf, rack, found) => {
  expect(await told(shelf, '90 kW', rack)).toEqual(found);
});

it('the busbar is asked for where the shelves say their voltage', async () => {
  const { judged } = await analysisOf(`import "std/racks"
shelf type S { power 110 kW  voltage 50 V }
rack type R { height 44 OU  power 300 kW  shelves 2 x S }
rack r : R
`);
  expect(judged.reasons.map(({ reason }) => reason)).toContain('R has no `busbar-voltage`');
});
