// Link ends with different PMDs.

import { type Derivation, derived, stated } from '../../figures/index.ts';
import type { Judge } from '../../findings/judge.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { describePmd, type Mismatch, mismatchHelp, mismatchOf } from '../../subjects/ends/pmds.ts';
import { budgetsFor, countedLinks, isLit, type LinksBudget, linksOf, placesOf, plugsOf } from '../../subjects/links.ts';
import { linkSentence } from '../../subjects/naming.ts';
import { sameModules } from '../../subjects/remedies/index.ts';

export const rule = defineRule({
  id: 'optics/pmd-mismatch',
  severity: 'error',
  level: 'value',
  title: "The PMDs at the ends of a link don't link up",
  why: "Both ends must send and expect the same lanes at the same rate, in the same code and modulation, on as many fibers. What a type is called doesn't matter: DR, FR and LR of one kind of lane link up at the shorter reach and the smaller budget, and a vendor's own figures change nothing. An 800G port with 8 lanes of 100 Gbps and one with 4 lanes of 200 Gbps are both 800G and don't link up: that takes a gearbox in one of the modules, on its electrical side. It is a warning if what would decide it is not known: such links are counted as not judged.",
  sources: [
    'IEEE 802.3df clause 124 (100 Gbps lanes), IEEE P802.3dj clause 180 (200 Gbps lanes, draft)',
    'Arista FAQ and Flexoptix, interoperability and breakouts of 400G and 800G optics',
  ],
  limit: 'PMD pairing',
  tellsOpen: true,
  override:
    'Set `channels` on the module types, what differs on the optics type, or `links-with` on it if its maker names its partners.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p
plug Osfp800Dr4 into b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
//   ^^^^^^^^^^
`,
  fix: { Osfp800Dr4: 'Osfp800Dr8' },
  perLink: true,
  check(facts, judge) {
    const reports: Report[] = [];
    for (const budget of budgetsFor(facts, 'optics/pmd-mismatch')) {
      const mismatch = mismatchOf(budget);
      count(judge, budget, mismatch);
      // Wavelength and FEC have rules of their own.
      if (mismatch === undefined || mismatch.kind === 'wavelength' || mismatch.kind === 'FEC') continue;
      const { kind, from, to, text } = mismatch;
      const ends = `${describePmd(from)} to ${describePmd(to)}`;
      const why =
        kind === 'lanes' ? '' : kind === 'unknown' ? `; whether they link up is not known: ${text}` : `: ${text}`;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'connects', many: 'connect' }, ends)}${why}.`,
        help:
          kind === 'unknown'
            ? 'Give the missing value on the optics type, or `links-with` if its maker names its partners.'
            : mismatchHelp(mismatch),
        ...(kind === 'unknown'
          ? { severity: 'warning' as const, open: mismatch.missing.map((each) => each.text) }
          : {}),
        origin: budget.class.group.origin,
        subjects: linksOf(budget),
        remedies: sameModules(facts.fabric, budget),
        label: text,
        related: plugsOf(facts.fabric, budget),
        blames: placesOf(budget),
      });
    }
    return reports;
  },
});

/** Counts links whose PMDs could be compared, or not for what is missing. Light that goes through no fiber has a rule of its own. */
function count(judge: Judge, budget: LinksBudget, mismatch: Mismatch | undefined): void {
  if (!isLit(budget)) return;
  const alike = countedLinks(budget);
  if (mismatch?.kind !== 'unknown') judge.did(budget.class.count);
  else judge.cannot(unknownPairing(mismatch), alike);
}

function unknownPairing({ missing }: Mismatch): Derivation {
  const open = missing.map((why) => stated('what they do', 'count', undefined, why));
  return derived('whether the PMDs link up', 'count', 'what both do', open, Number.NaN);
}
