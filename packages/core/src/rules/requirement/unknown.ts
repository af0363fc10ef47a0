// A requirement that can't be checked because a value is unknown.
import { type Verdict, verdictsOf } from '../../answers/index.ts';
import { type Derivation, unknownLeaves } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import type { Fabric, Selection } from '../../model/index.ts';
import type { Origin } from '../../source/index.ts';
import { subjectsOf } from '../../subjects/required.ts';

export const rule = defineRule({
  id: 'requirement/unknown',
  severity: 'warning',
  level: 'demand',
  title: "A requirement can't be checked",
  why: "A value that isn't given is unknown, not zero. A requirement that depends on one neither holds nor fails, and a build that passes because of it would promise too much.",
  sources: ['The design itself'],
  override: 'Add the missing value, with `source` or `assumed`.',
  bad: `import "std/racks"
import "std/cooling"

loop primary { coolant PG25  supply 40 °C  return <= 55 °C  flow 60 L/min }
host type Node { height 8 RU  power 30 kW }
rack r : OpenRackV3 { cooled by primary }
host node[1..2] : Node
place node[*] in r

require headroom(primary) >= 10 %
//      ^^^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: {
    '60 L/min': '61 L/min',
    'power 30 kW }': 'power 30 kW  liquid 90 % assumed "as built last year" }',
  },
  check(facts) {
    // A link pattern that can't be made is reported at its statement.
    if (facts.fabric.linkGroups.some((group) => group.fault !== undefined)) return [];
    // One missing value is one finding, however many requirements depend on it.
    const byReason = new Map<string, Verdict[]>();
    for (const verdict of verdictsOf(facts)) {
      if (verdict.holds !== undefined) continue;
      const reason = openOf(verdict).unknown ?? 'a value it depends on is unknown';
      byReason.set(reason, [...(byReason.get(reason) ?? []), verdict]);
    }
    return [...byReason].map(([reason, [first, ...others]]) =>
      reportOf(facts.fabric, reason, first as Verdict, others),
    );
  },
});

/** How reasons read that name a value which somebody can give. */
const missingValue = /has no `[\w-]+`(?! for)|not given|is unknown|no position/;

/** What is unknown of a verdict: its value or its limit. */
function openOf({ value, limit }: Verdict): Derivation {
  return Number.isNaN(value.value) ? value : limit;
}

function helpFor(reason: string, value: Derivation): string {
  if (/more than its capacity/.test(reason))
    return 'Take load off it, or give it more capacity: beyond it, no time is known.';
  if (value.bounds !== undefined && Number.isFinite(value.bounds.least - value.bounds.most))
    return 'Require a limit that both bounds satisfy, or `allow` it and give the reason.';
  if (value.isNone !== true && missingValue.test(reason)) return 'Add the missing value, with `source` or `assumed`.';
  if (/does not reach/.test(reason)) return 'Add a row to the table for that value, with `source` or `assumed`.';
  if (/no module/.test(reason)) return 'Plug a module at both ends of its links: `plug MODULE into …`.';
  if (/isn't on a loop/.test(reason))
    return 'Put it on a loop with `cooled by`, or require this fact of another subject.';
  if (/too many to try/.test(reason))
    return 'Require it of a smaller count, or of fewer that may fail, such as the switches of one tier.';
  if (/its limit in/.test(reason)) return 'Give the limit in the currency of the prices.';
  if (/no CDUs/.test(reason)) return 'Give the loop its CDUs with `from`, or require another fact.';
  return 'Require another fact, or this fact of another subject: no value is missing.';
}

/** The statements that make the links of what is required: where they are wrong, its figures are too. */
function linksOf({ linkGroups }: Fabric, selection: Selection | undefined): Origin[] {
  if (selection?.of !== 'network') return [];
  const { ids } = selection;
  return linkGroups.flatMap(({ network, origin }) =>
    network !== undefined && ids.includes(network.index) ? [origin] : [],
  );
}

function reportOf(fabric: Fabric, reason: string, verdict: Verdict, others: readonly Verdict[]): Report {
  const { requirement } = verdict;
  const open = openOf(verdict);
  const about = subjectsOf(requirement);
  return {
    message: `${requirement.value.text} can't be checked: ${reason}.`,
    help: helpFor(reason, open),
    origin: requirement.origin,
    label: 'unknown',
    restsOnUnknown: true,
    open: [reason],
    lacks: unknownLeaves(open).flatMap(({ missing }) => missing ?? []),
    restsOn: linksOf(fabric, about.subjects),
    also: others.map((each) => `${each.requirement.value.text} can't be checked either.`),
    ...about,
    derivation: open,
  };
}
