// Figures of the design's own parts without a word on where they come from.
import { type Given, type Part, single } from '../../model/index.ts';
import { inLibrary, type Origin } from '../../source/index.ts';
import { printCount } from '../../units/index.ts';
import { defineRule, type Report } from '../rule.ts';
import { allOf } from '../subjects.ts';

/** What a design decides for itself: it needs no source. */
const decisions: ReadonlySet<string> = new Set(['height', 'accelerators', 'asics', 'engines', 'lanes', 'fibers']);

/** Whether a value is a measured or specified quantity. */
function isFigure({ kind }: Part, name: string, value: unknown): boolean {
  if (kind === 'rack' || decisions.has(name)) return false;
  return typeof value === 'number' || (typeof value === 'object' && value !== null && 'from' in value);
}

/** Parts named in the note. */
const mostNamed = 4;

export const rule = defineRule({
  id: 'provenance/unsourced',
  severity: 'note',
  level: 'value',
  title: 'Figures without a source',
  why: 'Every figure of the library names the document it was read in. A figure of your own that names none can’t be checked by whoever reviews the design, nor brought up to date when the data sheet changes. What the design itself decides needs no source: counts, heights, set points, lengths, what a rack may draw.',
  sources: ['The design itself'],
  override: 'Write `source "…"` behind the figure, or `assumed "…"` where it is a guess.',
  bad: `import "std/xpo"

module type Mine is Xpo {
    channels 8 x 1.6TBASE-DR8
    power    150 W
//  ^^^^^^^^^^^^^^
}
`,
  good: `import "std/xpo"

module type Mine is Xpo {
    channels 8 x 1.6TBASE-DR8
    power    150 W              source "vendor data sheet, rev. 2"
}
`,
  check({ fabric }) {
    // One note a file, at its first such figure.
    const byFile = new Map<string, { first: Origin; parts: Map<Part, string[]> }>();
    const told = new Set<unknown>();
    for (const part of fabric.parts) {
      if (part.library) continue;
      for (const [name, given] of Object.entries(part.values as Readonly<Record<string, Given<unknown>>>)) {
        const isNew = !told.has(given) && !inLibrary(given.origin);
        if (!isNew || given.provenance.kind !== 'stated' || !isFigure(part, name, given.value)) continue;
        told.add(given);
        const { uri } = given.origin;
        let file = byFile.get(uri);
        if (file === undefined) byFile.set(uri, (file = { first: given.origin, parts: new Map() }));
        if (given.origin.start < file.first.start) file.first = given.origin;
        file.parts.set(part, [...(file.parts.get(part) ?? []), name]);
      }
    }
    return [...byFile.values()].map(reportOf);
  },
});

function reportOf({ first, parts }: { first: Origin; parts: ReadonlyMap<Part, readonly string[]> }): Report {
  const all = [...parts.values()].reduce((sum, each) => sum + each.length, 0);
  const named = [...parts].slice(0, mostNamed).map(([part, names]) => `${allOf(names)} of ${part.name}`);
  const rest = parts.size > mostNamed ? ` and of ${printCount(parts.size - mostNamed, 'more type', 'more types')}` : '';
  return {
    message: `${printCount(all, 'figure has', 'figures have')} no source: ${named.join('; ')}${rest}.`,
    help: 'Write `source "…"` behind each, or `assumed "…"`.',
    origin: first,
    label: 'says no source',
    ...(parts.size === 1 ? { subjects: single('part', ([...parts.keys()][0] as Part).index) } : {}),
  };
}
