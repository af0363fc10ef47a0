// The first rows of what a report has very many of, and what is left out: a design of irregular links has a row for each of them.
import { type DesignReport, printNumber } from '@lightloom/core';

/** A list of which only the first rows are there. */
export interface CutList {
  /** As the JSON has it: `links`, `fibers.racks`. */
  readonly list: string;
  readonly shown: number;
  readonly of: number;
}

/** Lists of a report that have another name in the JSON. */
const names: Readonly<Record<string, string>> = {
  devices: 'switches and hosts',
  pairs: 'linksBetweenTiers',
  unlaid: 'notLaid',
  footing: 'restsOn',
};

/** A report with at most some rows in each of its lists. @param most `Infinity` for all */
export function boundedReport(
  report: DesignReport,
  most: number,
): { readonly report: DesignReport; readonly cut: readonly CutList[] } {
  const cut: CutList[] = [];
  const bounded = (value: unknown, name: string, depth: number): unknown => {
    if (Array.isArray(value)) {
      if (value.length <= most) return value;
      cut.push({ list: name, shown: most, of: value.length });
      return value.slice(0, most);
    }
    // Lists are in the report, or in a group of lists in it; what is in a row belongs to it.
    if (depth > 1 || typeof value !== 'object' || value === null) return value;
    const within = Object.entries(value).map(([key, each]) => {
      const named = depth === 0 ? (names[key] ?? key) : `${name}.${key}`;
      return [key, bounded(each, named, depth + 1)] as const;
    });
    return within.every(([key, each]) => each === value[key as keyof typeof value])
      ? value
      : Object.fromEntries(within);
  };
  return { report: bounded(report, '', 0) as DesignReport, cut };
}

/** `Left out: 64,536 of 65,536 links.` */
export function cutText(cut: readonly CutList[]): string {
  return `Left out: ${cut.map(({ list, shown, of }) => `${printNumber(of - shown)} of ${printNumber(of)} ${list}`).join(', ')}. \`--full\` prints all.`;
}
