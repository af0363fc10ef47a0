// What is wrong with each thing in a drawing, rule by rule, with how many of the things it represents.

import type { Finding, SubjectFamily } from '@lightloom/core';
import { printNumber } from '@lightloom/core';
import type { Mark } from '../../graph/index.ts';

/** Rules that are marked on one thing; the rest is counted. */
const maxMarks = 3;

/** What a rule says of the things that one item represents. */
interface Entry {
  readonly finding: Finding;
  count: number;
}

export interface MarkTally {
  /** Counts a thing once a rule. */
  add(finding: Finding, item: string, of: SubjectFamily, id: number): void;
  /** Marks an item without counting what it represents. */
  addWhole(finding: Finding, item: string): void;
  has(item: string): boolean;
  /**
   * The marks of an item; undefined where there are none.
   * @param total how many things it represents
   */
  marks(item: string, total: number): readonly Mark[] | undefined;
}

/** @param sizes how many things of each family there are */
export function createTally(sizes: (of: SubjectFamily) => number): MarkTally {
  const items = new Map<string, Map<string, Entry>>();
  const seen = new Map<string, Uint8Array>();
  const entryOf = (finding: Finding, item: string): Entry => {
    const rules = items.get(item) ?? new Map<string, Entry>();
    items.set(item, rules);
    const known = rules.get(finding.rule);
    const isHarder = known?.finding.severity !== 'error' && finding.severity === 'error';
    if (known !== undefined && !isHarder) return known;
    const entry = { finding, count: known?.count ?? 0 };
    rules.set(finding.rule, entry);
    return entry;
  };
  return {
    add(finding, item, of, id) {
      const entry = entryOf(finding, item);
      const key = `${finding.rule} ${of}`;
      const counted = seen.get(key) ?? new Uint8Array(sizes(of));
      seen.set(key, counted);
      if (counted[id] === 1) return;
      counted[id] = 1;
      entry.count++;
    },
    addWhole: (finding, item) => void entryOf(finding, item),
    has: (item) => items.has(item),
    marks(item, total) {
      const entries = [...(items.get(item)?.values() ?? [])].sort((a, b) => rankOf(a) - rankOf(b));
      if (entries.length === 0) return undefined;
      const shown = entries.length <= maxMarks ? entries : entries.slice(0, maxMarks - 1);
      const marks = shown.map((each) => markOf(each, total));
      const rest = entries.slice(shown.length);
      return rest.length === 0 ? marks : [...marks, restOf(rest)];
    },
  };
}

const rankOf = ({ finding }: Entry): number => (finding.severity === 'error' ? 0 : 1);

function severityOf({ finding }: Entry): Mark['severity'] {
  return finding.severity === 'error' ? 'error' : 'warning';
}

function markOf(entry: Entry, total: number): Mark {
  const { rule, message, subjects } = entry.finding;
  // What is unmet, or wrong with a text, isn't said by the name alone: `name unknown`.
  const isOfText = subjects === undefined || rule.startsWith('requirement/');
  const name = isOfText ? rule.replace('/', ' ') : rule.slice(rule.indexOf('/') + 1);
  return {
    severity: severityOf(entry),
    rule,
    text: `${name}${countText(entry.count, total)}`,
    message,
  };
}

/** `, 8 of 24`; `, all 8`; nothing for one of one. */
function countText(count: number, total: number): string {
  if (count === 0 || total <= 1) return '';
  return count >= total ? `, all ${printNumber(total, 0)}` : `, ${printNumber(count, 0)} of ${printNumber(total, 0)}`;
}

function restOf(rest: readonly Entry[]): Mark {
  const severity = rest.some((each) => severityOf(each) === 'error') ? 'error' : 'warning';
  const message = rest.map(({ finding }) => `${finding.rule}: ${finding.message}`).join('\n');
  return { severity, text: `${rest.length} more rules`, message };
}
