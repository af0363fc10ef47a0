// A copper cable, or an active optical one, longer than it can be at its rate.
import { cableLaneRate } from '../../facts/index.ts';
import { printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { inLibrary } from '../../source/index.ts';
import { mostFor } from '../../subjects/assumed-limit.ts';
import { does, linkText } from '../../subjects/links.ts';
import { exceeds } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/cable-reach',
  severity: 'error',
  level: 'value',
  title: 'A cable is longer than it can be at its rate',
  why: 'What copper loses grows with the frequency: each doubling of the lane rate costs about half of the length. A passive cable (DAC) ends at 2 m with lanes of 100 Gbps and at about 1 m with 200 Gbps; amplifiers (ACC) and retimers (AEC) in its ends take it some meters further. What the library gives is usual for a kind of cable, so that going over it is a warning; the reach that a type of your own states is its limit.',
  sources: [
    'OpenAI and Ciena at ECOC 2026: DAC 3 m at 50 Gbps, 1 to 1.5 m at 200 Gbps; ACC 3.5 m',
    'NVIDIA cable specifications; Crealights, AEC and AOC',
  ],
  override: 'Set `reach` on the cable type.',
  bad: `import "std/osfp"
import "std/copper"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over DAC { length 2.5 m }
//                         ^^^^^^^^^^^^
`,
  good: `import "std/osfp"
import "std/copper"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over DAC { length 2 m }
`,
  check(facts) {
    const reports: Report[] = [];
    for (const budget of facts.optics.budgets) {
      const { length, reach, class: links } = budget;
      const { group } = links;
      if (group.cable === undefined || !exceeds(length.value, reach.value)) continue;
      reports.push({
        message: `${linkText(facts.fabric, budget)} ${does(budget, 'is', 'are')} ${printValue(length)} long; ${group.cable.name} reaches ${printValue(reach)} at ${printValue(cableLaneRate(links))} a lane.`,
        help: 'Take a cable with amplifiers or retimers, or optics; or bring the ends closer.',
        // The library has what a kind of cable usually reaches; a type of your own has what its data sheet says.
        ...(reach.origin !== undefined && inLibrary(reach.origin) ? { severity: 'warning' as const } : mostFor(reach)),
        origin: group.medium.length?.origin ?? group.origin,
        label: `reaches ${printValue(reach)}`,
        related: [{ origin: group.origin, message: 'The links are made here.' }],
        derivation: reach,
        blames: group.medium.length === undefined ? [] : [group.medium.length.origin],
      });
    }
    return reports;
  },
});
