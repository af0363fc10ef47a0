// A limit that can't be judged, because a number is missing.

import { limitsIn, type Unjudged } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Fabric, Missing, Part } from '../../model/index.ts';
import { inLibrary, nowhere, type Origin, originKey } from '../../source/index.ts';
import { declaredAt } from '../../subjects/declared-at.ts';
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

/**
 * The note about what isn't judged for one reason; undefined where a finding says so already.
 * @param reporting ids of the rules that say it themselves
 */
export function notJudged(fabric: Fabric, open: Unjudged, reporting: ReadonlySet<string>): Report | undefined {
  const shown = open.limits.filter(({ rule: id }) => !reporting.has(id));
  if (shown.length === 0) return undefined;
  const all = limitsIn(shown);
  const owners = open.owners.map(({ origin }) => origin);
  const subjects = open.things ?? declaredAt(fabric, open.places) ?? declaredAt(fabric, owners);
  const parts = shown.map(({ what, count }) => `${printNumber(count)} of ${what}`);
  const which = parts.length === 1 ? ` of ${shown[0]?.what}` : ` (${parts.join(', ')})`;
  return {
    message: `${printCount(all, 'limit')}${which} ${all === 1 ? "isn't" : "aren't"} judged: ${open.reason}${whereToGive(open)}.`,
    help: whatToDo(open),
    origin: placeOf(open),
    label: 'needed here',
    related: open.owners
      .filter(({ origin }) => open.missing === undefined || originKey(origin) !== originKey(open.missing.origin))
      .slice(0, maxRelated)
      .map(({ origin, property }) => ({ origin, message: `\`${property}\` is missing here too.` })),
    lacks: open.owners,
    types: typesIn(fabric, owners),
    ...(subjects === undefined ? {} : { subjects }),
  };
}

/** The type that lacks a number, so that an allowance may name it; none where several things lack it. */
function typesIn({ parts }: Fabric, owners: readonly Origin[]): readonly Part[] {
  const keys = new Set(owners.map(originKey));
  return keys.size === 1 ? parts.filter(({ origin }) => keys.has(originKey(origin))) : [];
}

/** Further places that a note points at. */
const maxRelated = 10;

/** `; give \`length\` on \`link a to b\``: where the number belongs, unless the reason names that declaration and the note is there. */
function whereToGive(open: Unjudged): string {
  const { missing, owners, reason } = open;
  if (missing === undefined) return '';
  if (inLibrary(missing.origin)) return `; give ${propertiesOf(open)} on a type of your own`;
  const others = othersOf(open);
  const names = [nameOf(missing), ...owners.map(({ property }) => `\`${property}\``)];
  return others === '' && names.every((each) => reason.includes(each))
    ? ''
    : `; give ${propertiesOf(open)} on \`${missing.owner}\`${others}`;
}

/** What would make the limits known, in full. */
function whatToDo(open: Unjudged): string {
  const { missing, owners } = open;
  const accept = '`allow control/not-judged because "…"`';
  if (missing === undefined) return `Accept it with ${accept}.`;
  const provenance = 'with a `source` or as `assumed`';
  if (missing.owner.startsWith('link ')) return `Give ${propertiesOf(open)} on the links, or accept it with ${accept}.`;
  if (!inLibrary(missing.origin))
    return `Give ${propertiesOf(open)} on \`${missing.owner}\`${othersOf(open)}, ${provenance}.`;
  const values = [...new Set(owners.map(({ property }) => `${property} …`))].join('  ');
  const [kind = ''] = missing.owner.split(' ');
  return `Give ${propertiesOf(open)}, ${provenance}, on a type of your own: \`${kind} type Own is ${nameOf(missing)} { ${values} }\`.`;
}

function propertiesOf({ owners }: Unjudged): string {
  return allOf([...new Set(owners.map(({ property }) => `\`${property}\``))]);
}

/** ` and 2 more`: further declarations that lack it. */
function othersOf({ owners }: Unjudged): string {
  const declarations = new Set(owners.map(({ origin }) => originKey(origin))).size;
  return declarations > 1 ? ` and ${printCount(declarations - 1, 'more', 'more')}` : '';
}

/** Where the number would be written; of a part of the library, where something uses it. */
function placeOf({ missing, places }: Unjudged): Origin {
  const use = places[0] ?? nowhere;
  return missing === undefined || inLibrary(missing.origin) ? use : nameIn(missing);
}

/** The name in a declaration; of anything else, all of it. */
function nameIn(missing: Missing): Origin {
  const { origin, owner } = missing;
  const end = origin.start + owner.length;
  return owner.startsWith('link ') || end >= origin.end
    ? origin
    : { ...origin, start: end - nameOf(missing).length, end };
}

/** The name at the end of a declaration's start: `Leaf` of `switch type Leaf`. */
function nameOf({ owner }: Missing): string {
  return owner.slice(owner.lastIndexOf(' ') + 1);
}
