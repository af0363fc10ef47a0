// While something is wrong with a network, a loop or a module in its cage, only the rule that reports it speaks.
import { allRules, type Rule } from '@lightloom/core';
import { expect, it } from 'vitest';
import { findingsOf } from '../kit/design.ts';

/** The example of a rule without its carets, with some of it replaced. */
function exampleOf(id: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  const text = (allRules.find((each) => each.id === id) as Rule).bad.replaceAll(/^\/\/ +\^.*\n/gm, '');
  return changes.reduce((all, [from, to]) => {
    expect(all).toContain(from);
    return all.replace(from, to);
  }, text);
}

/** A spine that all paths go through, and a switch with a host on no path to them. */
const split = exampleOf(
  'topology/single-point-of-failure',
  ['node[1..2] : Node', 'node[1..3] : Node'],
  ['leaf[1..2] : Leaf', 'leaf[1..3] : Leaf'],
  ['link leaf[*].up', 'link leaf[1..2].up'],
);
/** Two leaves cannot share a spine of one port. */
const unmade = exampleOf('topology/single-point-of-failure', ['ports down[1..2]', 'ports down[1..3]']);
const head = 'cooling/loop-head';

it.each([
  ['a network in parts has single points of failure in each', split, 'topology/split-network'],
  ['links that are not made leave a network in parts', unmade, 'topology/pattern-size'],
  ['no CDU has flow or head', exampleOf('cooling/cdu-flow', ['n+1', 'n+2']), 'cooling/loop-capacity'],
  [
    'CDUs that deliver too little flow have no head',
    exampleOf(head, ['  flow          100', '  flow          120'], ['8 psi at 100', '8 psi at 120']),
    'cooling/cdu-flow',
  ],
  [
    'a module in a cage of another kind draws more than that delivers',
    `import "std/xpo"
import "std/osfp"
module type Hot is Xpo { channels 8 x 1600ZR  power 390 W }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch box : Box
plug Hot into box.p
`,
    'placement/module-fits-cage',
  ],
])('%s: not said', async (_, text, rule) => {
  const found = await findingsOf(text);
  // Nor is it listed with what is said.
  expect(found.flatMap((each) => [each, ...(each.folded ?? [])]).map((each) => each.rule)).toEqual([rule]);
});
