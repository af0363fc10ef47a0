// Lengths of spans that don't go with the amplifiers or the length of their line.
import { lengthOfSpans, spansOf } from '../../facts/index.ts';
import { printApart } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { budgetsFor, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { amplifiersFor, lengthOfLine } from '../../subjects/remedies/index.ts';
import { printCount, same } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/spans',
  severity: 'error',
  level: 'value',
  title: 'The spans of a line go with neither its amplifiers nor its length',
  why: 'Amplifiers divide a line into spans: a booster and a preamplifier have one between them, each amplifier more makes one more. `spans` gives their lengths where they differ, one for each; what they add up to is the length of the line.',
  sources: ['Counting: n amplifiers in a row have n − 1 spans between them'],
  override: "Set `use` on the amplifier type if the first one isn't a booster, or the last one isn't a preamplifier.",
  bad: `import "std/qsfp"

amplifier type Edfa { gain 20 dB  noise-figure 5.5 dB  output-power 20 dBm }
switch type Box { height 2 RU  ports p : QSFP-DD { power 25 W } }
switch a : Box
switch b : Box
plug QsfpDd400Zr into a.p, b.p
link a.p to b.p over OS2 { spans 40 km, 30 km, 20 km  amplifiers 3 x Edfa  launch 0 dBm }
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^
`,
  fix: { '40 km, 30 km, 20 km': '60 km, 30 km' },
  edges: [
    {
      name: 'a length that differs',
      change: { '40 km, 30 km, 20 km': '2 x 45 km', 'amplifiers 3': 'length 100 km  amplifiers 3' },
      finds: 'spans of 90 km',
    },
    {
      name: 'a length that agrees',
      change: { '40 km, 30 km, 20 km': '2 x 45 km', 'amplifiers 3': 'length 90 km  amplifiers 3' },
    },
  ],
  perLink: true,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/spans')) {
      const { group } = budget.class;
      const { spans } = group.medium;
      const total = lengthOfSpans(group);
      // Spans of a cable with attached ends are for `optics/attached-ends`.
      if (spans === undefined || total === undefined || group.cable !== undefined) continue;
      const given = spans.value.reduce((all, { count }) => all + count, 0);
      const place = { origin: spans.origin, label: 'does not fit the line', subjects: linksOf(budget) };
      if (given !== spansOf(group)) {
        reports.push({
          message: `${linkSentence(facts.fabric, budget, { one: 'has', many: 'have' }, `${printCount(given, 'length')} in \`spans\``)}; its amplifiers make ${printCount(spansOf(group), 'span')}.`,
          help: 'Give one length for each span, or change the number of amplifiers.',
          ...place,
          remedies: amplifiersFor(group, given - spansOf(group)),
        });
      } else if (!Number.isNaN(budget.length.value) && !same(total.value, budget.length.value)) {
        const [sum, length] = printApart(total, budget.length);
        reports.push({
          message: `${linkSentence(facts.fabric, budget, { one: 'has', many: 'have' }, `spans of ${sum} in all`)}; its length is ${length}.`,
          help: 'Remove `length`, or let the spans add up to it.',
          ...place,
          remedies: lengthOfLine(group, total.value),
        });
      }
    }
    return reports;
  },
});
