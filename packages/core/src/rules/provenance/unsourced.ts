// Figures without a source that requirements depend on.

import { figuresOfParts, verdictsOf } from '../../answers/index.ts';
import type { Derivation } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Origin, originKey } from '../../source/index.ts';
import { printCount } from '../../units/index.ts';

/** The maximum number of figures that the message names. */
const maxNamed = 4;

export const rule = defineRule({
  id: 'provenance/unsourced',
  severity: 'note',
  level: 'demand',
  title: 'A requirement depends on figures without a source',
  why: "Every figure of the part library names its source document. A figure of your own without one can't be checked by reviewers, nor updated when the data sheet changes. The figures that a requirement depends on decide whether the design holds. Choices of the design itself need no source: counts, set points, lengths, the power of a rack.",
  sources: ['The design itself'],
  override: 'Add `source "…"` to the figure, or `assumed "…"` if it is a guess.',
  bad: `import "std/osfp"

optics type Mine is 800GBASE-DR8 {
    channel-loss 2.5 dB
//  ^^^^^^^^^^^^^^^^^^^
}
module type Own is Osfp800Dr8 { channels 1 x Mine }
switch type Box { height 2 RU  ports p[1..2] : OSFP }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Own into a.p, b.p
    link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
}
require margin(n) >= 0.5 dB
`,
  fix: { 'channel-loss 2.5 dB': 'channel-loss 2.5 dB   source "vendor data sheet, rev. 2"' },
  check(facts) {
    const ofParts = figuresOfParts(facts);
    const found = new Map<string, { figure: Derivation; origin: Origin; for: Set<string> }>();
    for (const { requirement, value } of verdictsOf(facts)) {
      const demand = requirement.value.text;
      for (const figure of unsourcedIn(value)) {
        if (figure.origin === undefined || !ofParts.has(originKey(figure.origin))) continue;
        const key = originKey(figure.origin);
        const known = found.get(key);
        if (known === undefined) found.set(key, { figure, origin: figure.origin, for: new Set([demand]) });
        else known.for.add(demand);
      }
    }
    // One note per file, at its first such figure.
    const byFile = new Map<string, { figure: Derivation; origin: Origin; for: Set<string> }[]>();
    for (const each of found.values()) byFile.set(each.origin.uri, [...(byFile.get(each.origin.uri) ?? []), each]);
    return [...byFile.values()].map((all): Report => {
      const sorted = all.sort((a, b) => a.origin.start - b.origin.start);
      const named = sorted.slice(0, maxNamed).map(({ figure }) => figure.label);
      if (sorted.length > maxNamed) named.push('…');
      const demands = [...new Set(sorted.flatMap((each) => [...each.for]))];
      return {
        message: `${demands.length === 1 ? `${demands[0]} depends` : `${printCount(demands.length, 'requirement')} (${demands[0]}, …) depend`} on ${sorted.length === 1 ? 'a figure' : printCount(sorted.length, 'figure')} without a source: ${named.join(', ')}.`,
        help: 'Add `source "…"` or `assumed "…"` to each.',
        origin: (sorted[0] as (typeof sorted)[number]).origin,
        label: 'no source',
        subjects: {
          of: 'part',
          ids: Uint32Array.from(
            new Set(sorted.flatMap(({ origin }) => ofParts.get(originKey(origin)) ?? [])),
            (part) => part.index,
          ),
        },
      };
    });
  },
});

function* unsourcedIn(derivation: Derivation): Iterable<Derivation> {
  if (derivation.provenance?.kind === 'stated') yield derivation;
  for (const term of derivation.terms) yield* unsourcedIn(term);
}
