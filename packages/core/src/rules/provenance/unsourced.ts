// Figures without a source that requirements rest on.

import { figuresOfParts, verdictsOf } from '../../answers/index.ts';
import type { Derivation } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Origin, originKey } from '../../source/index.ts';
import { printCount } from '../../units/index.ts';

/** Figures named in the note. */
const mostNamed = 4;

export const rule = defineRule({
  id: 'provenance/unsourced',
  severity: 'note',
  level: 'demand',
  title: 'A requirement rests on figures without a source',
  why: 'Every figure of the library names the document it was read in. A figure of your own that names none can’t be checked by whoever reviews the design, nor brought up to date when the data sheet changes. Those that a requirement rests on decide whether the design holds. What the design itself chooses needs no source: counts, set points, lengths, what a rack may draw.',
  sources: ['The design itself'],
  override: 'Write `source "…"` behind the figure, or `assumed "…"` where it is a guess.',
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
  good: `import "std/osfp"

optics type Mine is 800GBASE-DR8 {
    channel-loss 2.5 dB   source "vendor data sheet, rev. 2"
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
  check(facts) {
    const ofParts = figuresOfParts(facts);
    const found = new Map<string, { figure: Derivation; origin: Origin; for: Set<string> }>();
    for (const { requirement, value } of verdictsOf(facts)) {
      const demand = `${requirement.fact}(${requirement.subjectText})`;
      for (const figure of unsourcedIn(value)) {
        if (figure.origin === undefined || !ofParts.has(originKey(figure.origin))) continue;
        const key = originKey(figure.origin);
        const known = found.get(key);
        if (known === undefined) found.set(key, { figure, origin: figure.origin, for: new Set([demand]) });
        else known.for.add(demand);
      }
    }
    // One note a file, at its first such figure.
    const byFile = new Map<string, { figure: Derivation; origin: Origin; for: Set<string> }[]>();
    for (const each of found.values()) byFile.set(each.origin.uri, [...(byFile.get(each.origin.uri) ?? []), each]);
    return [...byFile.values()].map((all): Report => {
      const sorted = all.sort((a, b) => a.origin.start - b.origin.start);
      const named = sorted.slice(0, mostNamed).map(({ figure }) => figure.label);
      const rest = sorted.length > mostNamed ? ` and ${printCount(sorted.length - mostNamed, 'more', 'more')}` : '';
      const demands = [...new Set(sorted.flatMap((each) => [...each.for]))];
      return {
        message: `${demands[0]}${demands.length > 1 ? ` and ${printCount(demands.length - 1, 'other requirement')}` : ''} ${demands.length > 1 ? 'rest' : 'rests'} on ${sorted.length === 1 ? 'a figure' : 'figures'} without a source: ${named.join(', ')}${rest}.`,
        help: 'Write `source "…"` behind each, or `assumed "…"`.',
        origin: (sorted[0] as (typeof sorted)[number]).origin,
        label: 'says no source',
      };
    });
  },
});

function* unsourcedIn(derivation: Derivation): Iterable<Derivation> {
  if (derivation.provenance?.kind === 'stated') yield derivation;
  for (const term of derivation.terms) yield* unsourcedIn(term);
}
