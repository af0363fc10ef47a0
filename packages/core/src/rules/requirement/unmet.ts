// A requirement that fails.

import { type Verdict, verdictsOf } from '../../answers/index.ts';
import { type Derivation, knownOf, printApart, printAtLeast, printBounded, printValue } from '../../figures/index.ts';
import type { Remedy } from '../../findings/index.ts';
import { defineRule } from '../../findings/rule.ts';
import { onlyNumber, type Requirement } from '../../model/index.ts';
import { allOf } from '../../subjects/naming.ts';
import { subjectsOf } from '../../subjects/required.ts';
import { atLeastText, atMostText, printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'requirement/unmet',
  severity: 'error',
  level: 'demand',
  title: 'A requirement fails',
  why: 'A `require` statement is a promise of the design: it is checked while you write and in every build, in the worst of the failures it names.',
  sources: ['The design itself'],
  limit: 'requirements',
  override: 'Change the design, or the requirement.',
  bad: `import "std/racks"
import "std/cooling"

loop primary {
    coolant PG25
    supply  40 °C
    return  <= 55 °C
    flow    55 L/min
}
host type Node { height 8 RU  power 30 kW  liquid 90 % }
rack r : OpenRackV3 { cooled by primary }
host node[1..2] : Node
place node[*] in r

require headroom(primary) >= 10 %
//      ^^^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { '55 L/min': '61 L/min' },
  tellsOpen: true,
  check(facts, judge) {
    for (const { holds, value, limit, requirement } of verdictsOf(facts))
      if (holds === undefined) judge.cannot(Number.isNaN(value.value) ? value : limit, { at: requirement.origin });
      else judge.did(1);
    return verdictsOf(facts)
      .filter((verdict) => verdict.holds === false)
      .map((verdict) => ({
        message: sentence(verdict),
        help: `${limitSum(verdict)}${largestTerm(verdict)}Change the design until the requirement holds, or relax the requirement.`,
        origin: verdict.requirement.origin,
        label: `is ${valueText(verdict)}`,
        ...subjectsOf(verdict.requirement),
        derivation: withoutUnknown(verdict.value),
        remedies: relaxed(verdict),
        ...(/^<=?$/.test(verdict.requirement.comparator)
          ? { over: { value: verdict.value, limit: verdict.limit.value } }
          : {}),
      }));
  },
});

/** The requirement as the design meets it; none where its limit is computed, or a share of the full value. */
function relaxed({ requirement, value, failed }: Verdict): Remedy[] {
  const { comparator, limit, ofFull, origin, unit } = requirement;
  if (ofFull || onlyNumber(limit) === undefined || !Number.isFinite(value.value) || comparator === '==') return [];
  const rounded = comparator.startsWith('<') ? atLeastText : atMostText;
  const text = rounded(value.value, value.dimension, unit);
  const written = `${requirement.value.text} ${comparator.charAt(0)}= ${text}`;
  return failed.length > 0
    ? []
    : [
        {
          title: `Relax to \`${comparator.charAt(0)}= ${text}\``,
          changes: [{ kind: 'write', at: origin, text: written }],
        },
      ];
}

function sentence({ requirement, value, limit, failed, worst }: Verdict): string {
  const at = worst === undefined ? '' : ` at ${worst}`;
  const when = failed.length === 0 ? '' : ` with ${allOf(failed)} lost`;
  const [is, bound] = texts({ requirement, value, limit });
  return `${requirement.value.text} is ${is}${at}${when}; ${requirement.comparator} ${bound} is required.`;
}

/** A derivation without its unknown terms, if the value is judged by its known part. */
function withoutUnknown(value: Derivation): Derivation {
  if (!Number.isNaN(value.value)) return value;
  return { ...value, terms: value.terms.filter((each) => !Number.isNaN(each.value) || each.known > 0) };
}

/** The value and the limit, with enough digits to differ. */
function texts({ requirement, value, limit }: Pick<Verdict, 'requirement' | 'value' | 'limit'>): [string, string] {
  const isBounded = value.bounds !== undefined && Number.isNaN(value.value);
  const [is, bound] = isBounded ? [valueText({ requirement, value }), printAtLeast(limit)] : printApart(value, limit);
  return [is, limitText(requirement, limit, bound)];
}

/** The value; if only its bounds are known, the one that fails the requirement. */
function valueText({ requirement: { comparator }, value }: Pick<Verdict, 'requirement' | 'value'>): string {
  return printBounded(value, comparator === '<=' || comparator === '<' ? 'least' : 'most');
}

/** How a limit is computed, with the values of its facts. */
function limitSum({ requirement, limit }: Verdict): string {
  const isComputed = !requirement.ofFull && onlyNumber(requirement.limit) === undefined;
  return isComputed && limit.formula !== undefined ? `The limit is ${limit.formula}. ` : '';
}

/** The largest term of a sum that is too large. */
function largestTerm({ requirement: { comparator }, value }: Verdict): string {
  const isTooLarge = comparator === '<=' || comparator === '<';
  if (!isTooLarge || value.terms.length < 2 || value.formula?.startsWith('sum') !== true) return '';
  const amount = (term: Derivation): number => (term.times ?? 1) * knownOf(term);
  const largest = value.terms.reduce((a, b) => (amount(b) > amount(a) ? b : a));
  const times = largest.times === undefined || largest.times === 1 ? '' : `${printNumber(largest.times, 0)} × `;
  return `The largest term is ${largest.label}, ${times}${printAtLeast(largest)}. `;
}

/** The limit; of a share of full, with that share; of one that is computed, with how: `26 kW (2 * power(b))`. */
function limitText({ limit: written, ofFull }: Requirement, limit: Derivation, bound: string): string {
  if (ofFull) return `${printValue(limit)} (${written.text} of full)`;
  return onlyNumber(written) === undefined ? `${bound} (${written.text})` : bound;
}
