// A copper or active optical cable longer than its reach at its lane rate.
import { cableLaneRate } from '../../facts/index.ts';
import { mostOf, printApart, printValue } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { severityCapOfCable } from '../../subjects/assumed-limit.ts';
import { budgetsFor, countedLinks, linksOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';

export const rule = defineRule({
  id: 'optics/cable-reach',
  severity: 'error',
  level: 'value',
  title: 'A cable is longer than its reach',
  why: 'Copper loses more at higher frequencies: each doubling of the lane rate costs about half of the length. A passive cable (DAC) reaches 2 m with lanes of 100 Gbps and about 1 m with 200 Gbps; amplifiers (ACC) and retimers (AEC) in its ends add a few meters. The part library has the usual reach of each kind of cable, so exceeding it is a warning; the reach of a cable type of your own is a hard limit.',
  sources: [
    'OpenAI and Ciena at ECOC 2026: DAC 3 m at 50 Gbps, 1 to 1.5 m at 200 Gbps; ACC 3.5 m',
    'NVIDIA cable specifications; Crealights, AEC and AOC',
  ],
  limit: 'cable length',
  override: 'Set `reach` on the cable type.',
  bad: `import "std/osfp"
import "std/copper"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
link a.p to b.p over DAC { length 2.5 m }
//                         ^^^^^^^^^^^^ warning: 2 links are 2.5 m long
`,
  fix: { 'length 2.5 m': 'length 2 m' },
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/cable-reach')) {
      const { length, reach, class: links } = budget;
      const { group } = links;
      if (group.cable === undefined || !judge.exceeds(length, reach, countedLinks(budget))) continue;
      const [is, reaches] = printApart(length, { ...reach, value: mostOf(reach) });
      // At a rate between those that are given, it is an upper bound.
      const bounded = Number.isNaN(reach.value) ? 'at most ' : '';
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'is', many: 'are' }, `${is} long`)}; ${group.cable.name} reaches ${bounded}${reaches} at ${printValue(cableLaneRate(links))} per lane.`,
        help:
          group.cable.values.technology?.value === 'AOC'
            ? 'Use modules and fiber, or shorten the link.'
            : 'Use a cable with amplifiers or retimers, use optics, or shorten the link.',
        ...severityCapOfCable(reach),
        origin: group.medium.length?.origin ?? group.origin,
        subjects: linksOf(budget),
        label: `reaches ${bounded}${reaches}`,
        related: [{ origin: group.origin, message: 'The links are made here.' }],
        derivation: reach,
        blames: group.medium.length === undefined ? [] : [group.medium.length.origin],
      });
    }
    return reports;
  },
});
