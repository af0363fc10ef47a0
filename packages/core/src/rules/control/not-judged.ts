// A limit that can't be judged, because a number is missing.

import { limitsIn, type Unjudged } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Missing } from '../../model/index.ts';
import { inLibrary, nowhere, type Origin, originKey } from '../../source/index.ts';
import { allOf } from '../../subjects/naming.ts';
import { printCount, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'control/not-judged',
  severity: 'note',
  level: 'demand',
  title: "A limit can't be judged",
  why: "A limit holds, fails, or can't be judged because a number is missing; the third must not look like the first. There is one note for each missing number, whatever the number of limits that wait for it. A design is asked only for what concerns it: without a coolant loop nothing is said of coolant, and a rack without a `weight` needs no weights of its devices.",
  sources: ['The design itself'],
  override:
    'Give the number with its `source`, or `assumed`; `allow control/not-judged because "…"` accepts that it is missing.',
  bad: `import "std/racks"

rack type Frame is OpenRackV3 { power 18 kW }
switch type Box { height 1 OU }
//          ^^^
switch box : Box
rack r : Frame
place box in r
`,
  fix: { 'height 1 OU }': 'height 1 OU  power 1.5 kW }' },
  // Known only after every other rule has run: the analysis makes these findings itself.
  check: () => [],
});

/** The note about what isn't judged for one reason; undefined where a requirement says so already. */
export function notJudged(open: Unjudged): Report | undefined {
  const shown = open.limits.filter(({ rule: id }) => !id.startsWith('requirement/'));
  if (shown.length === 0) return undefined;
  const all = limitsIn(shown);
  const parts = shown.map(({ what, count }) => `${printNumber(count)} of ${what}`);
  const which = parts.length === 1 ? ` of ${shown[0]?.what}` : ` (${parts.join(', ')})`;
  return {
    message: `${printCount(all, 'limit')}${which} ${all === 1 ? "isn't" : "aren't"} judged: ${open.reason}${whereToGive(open)}.`,
    help: 'Give the number with its `source`, or `assumed` with a reason.',
    origin: placeOf(open),
    label: 'needed here',
    related: open.owners
      .filter(({ origin }) => origin !== open.missing?.origin)
      .slice(0, maxRelated)
      .map(({ origin, property }) => ({ origin, message: `\`${property}\` is missing here too.` })),
  };
}

/** Further places that a note points at. */
const maxRelated = 10;

/** `; give it on switch type Leaf`: where the number belongs. */
function whereToGive({ missing, owners }: Unjudged): string {
  if (missing === undefined) return '';
  const declarations = new Set(owners.map(({ origin }) => originKey(origin))).size;
  const others = declarations > 1 ? ` and ${printCount(declarations - 1, 'more', 'more')}` : '';
  const properties = allOf([...new Set(owners.map(({ property }) => `\`${property}\``))]);
  const derived = inLibrary(missing.origin) ? 'a type derived from ' : '';
  return `; give ${properties} on ${derived}\`${missing.owner}\`${others}`;
}

/** Where the number would be written; of a part of the library, where something uses it. */
function placeOf({ missing, places }: Unjudged): Origin {
  const use = places[0] ?? nowhere;
  return missing === undefined || inLibrary(missing.origin) ? use : nameIn(missing);
}

/** The name in a declaration; of anything else, all of it. */
function nameIn({ origin, owner }: Missing): Origin {
  const name = owner.slice(owner.lastIndexOf(' ') + 1);
  const end = origin.start + owner.length;
  return owner.startsWith('link ') || end >= origin.end ? origin : { ...origin, start: end - name.length, end };
}
