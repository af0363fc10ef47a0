// What a case is: a design that once came out wrong, what is right, and how to see it.
import { type Finding, failureSweep, verdictOf } from '@lightloom/core';
import type { Design } from '@lightloom/language';
import { unitFactor } from '../kit/design.ts';

/** A case as it came out. */
export interface CaseDesign {
  readonly text: string;
  readonly analysis: Design;
}

/** One thing that is right about a case. */
export interface Check {
  /** What is right, in a few words. */
  readonly expects: string;
  /** What came out instead; undefined when it is right. */
  readonly miss: (design: CaseDesign) => string | undefined | Promise<string | undefined>;
}

/** A row of the table. */
export interface Case {
  /** In the folder of the cases, without its ending. */
  readonly file: string;
  /** A text of the file to replace first, and its replacement: another input of the same kind. */
  readonly change?: readonly [from: string, to: string];
  readonly right: string;
  /** Where the right value comes from. */
  readonly source: string;
  readonly checks: readonly Check[];
  /** What it needs that isn't there yet, and is not to be judged before. */
  readonly open?: string;
  /** Why it still comes out wrong. */
  readonly knownRed?: string;
}

/** Findings to look for. */
interface Wanted {
  readonly rule?: RegExp;
  /** Text of the line that the finding is reported at. */
  readonly line?: string;
  /** What its message, label, help or derivation contains. */
  readonly says?: RegExp;
  /** Whether a note is enough. */
  readonly orNote?: true;
}

function matching({ text, analysis }: CaseDesign, { rule, line, says, orNote }: Wanted): Finding[] {
  const lineOf = ({ origin }: Finding): string => {
    const end = text.indexOf('\n', origin.start);
    return text.slice(text.lastIndexOf('\n', origin.start - 1) + 1, end < 0 ? undefined : end);
  };
  // What is listed with its cause is a finding too.
  const all = analysis.findings.flatMap((each) => [each, ...(each.folded ?? [])]);
  return all.filter(
    (each) =>
      (orNote === true || each.severity !== 'note') &&
      (rule === undefined || rule.test(each.rule)) &&
      (line === undefined || lineOf(each).includes(line)) &&
      (says === undefined || says.test(`${each.message}\n${each.help}\n${each.label}`)),
  );
}

/** Errors and warnings of a design, briefly. */
function serious({ analysis }: CaseDesign): string {
  const all = analysis.findings.filter(({ severity }) => severity !== 'note');
  return all.length === 0 ? '0 problems' : all.map(({ rule, message }) => `${rule}: ${message}`).join(' / ');
}

const wantedText = ({ rule, line, says }: Wanted): string =>
  [rule?.source, line === undefined ? undefined : `at \`${line}\``, says === undefined ? undefined : `saying ${says}`]
    .filter((each) => each !== undefined)
    .join(' ');

/** Something is found. */
export const finds = (wanted: Wanted): Check => ({
  expects: `finds ${wantedText(wanted)}`,
  miss: (design) => (matching(design, wanted).length > 0 ? undefined : serious(design)),
});

/** Nothing of a kind is found. */
export const findsNone = (wanted: Wanted): Check => ({
  expects: `finds nothing ${wantedText(wanted)}`,
  miss: (design) => {
    const [first] = matching(design, wanted);
    return first === undefined ? undefined : `${first.rule}: ${first.message}`;
  },
});

/** There are no errors and warnings at all. */
export const isClean: Check = {
  expects: '0 problems',
  miss: (design) => (matching(design, {}).length === 0 ? undefined : serious(design)),
};

/** A figure, asked for as `lightloom explain` takes it, in a unit. */
export function gives(asked: string, value: number, unit: string, within: number): Check {
  return {
    expects: `${asked} is ${value} ${unit}`.trim(),
    miss({ analysis }) {
      const { requirement, problems } = analysis.question(asked);
      if (requirement === undefined) return `${asked}: ${problems[0]?.message ?? 'not answered'}`;
      const found = verdictOf(analysis.facts, requirement).value.value / (unit === '' ? 1 : unitFactor(unit));
      return Math.abs(found - value) <= within ? undefined : `${asked} is ${found} ${unit}`.trim();
    },
  };
}

/** A figure that can be computed at all. */
export const knows = (asked: string): Check => ({
  expects: `${asked} is known`,
  miss({ analysis }) {
    const { requirement, problems } = analysis.question(asked);
    if (requirement === undefined) return `${asked}: ${problems[0]?.message ?? 'not answered'}`;
    return Number.isNaN(verdictOf(analysis.facts, requirement).value.value) ? `${asked} is unknown` : undefined;
  },
});

/** Anything else; `look` gives what came out instead. */
export const is = (expects: string, look: Check['miss']): Check => ({ expects, miss: look });

/** No failure breaks a requirement on how many things there are. */
export const noFailureBreaks = (count: RegExp): Check => ({
  expects: `no failure breaks ${count}`,
  miss({ analysis }) {
    const broken = failureSweep(analysis.facts)
      .effects.flatMap((each) => each.broken)
      .map((each) => each.requirement.text)
      .filter((text) => count.test(text));
    return broken.length === 0 ? undefined : `failures break ${[...new Set(broken)].join(', ')}`;
  },
});

/** What came out instead of each thing that is right; none when all is. */
export async function misses({ checks }: Case, design: CaseDesign): Promise<string[]> {
  const found: string[] = [];
  for (const { expects, miss } of checks) {
    const came = await miss(design);
    if (came !== undefined) found.push(`${expects}: ${came}`);
  }
  return found;
}
