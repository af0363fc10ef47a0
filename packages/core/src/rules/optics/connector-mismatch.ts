// A path without a connector that fits the modules at its ends.

import type { Facts } from '../../answers/index.ts';
import { connectorsOf, mates, moduleFibers } from '../../facts/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Counted, type Part, single } from '../../model/index.ts';
import { rememberedFaces } from '../../subjects/connectors.ts';
import { budgetsFor, linksOf, plugsOf } from '../../subjects/links.ts';
import { allOf, linkSentence } from '../../subjects/naming.ts';
import { connectorOf } from '../../subjects/remedies/index.ts';
import { printNumber } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/connector-mismatch',
  severity: 'error',
  level: 'value',
  title: 'No connector of a path fits the modules at its ends',
  why: "A connector mates with its own kind: an MPO-16 has an offset key and pins of another size so that it doesn't go into an MPO-12, and neither mates with a duplex LC. A path may change its connector in a cassette or a breakout cord, but at least at one end it has to start with the connector of the module: otherwise nothing can be plugged in, or pairs are missing whose loss counts. A connector that several channels share is broken out to several ends, as long as it has a position for each of their fibers.",
  sources: [
    'Connectors by PMD: MPO-12 for DR4 and SR4, MPO-16 for DR8 and SR8, duplex LC for FR and LR (TIA FOTC)',
    'IEC 61754-7, TIA-604-5',
  ],
  override: 'Set `connector` on the optics type, or on the module type where channels share connectors.',
  bad: `import "std/osfp"

switch type Box { height 2 RU  ports p[1..2] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr4 into a.p, b.p
link a.p to b.p over OS2 { length 30 m  connectors 2 x MPO16 }
//                                      ^^^^^^^^^^^^^^^^^^^^
`,
  fix: { MPO16: 'MPO12' },
  edges: [
    {
      name: 'a breakout cord with the connectors of both sides',
      change: { '2 x MPO16': '1 x MPO16, 1 x MPO12' },
    },
  ],
  perLink: true,
  check(facts) {
    const reports: Report[] = crowdedModules(facts);
    const faceOf = rememberedFaces();
    for (const budget of budgetsFor(facts, 'optics/connector-mismatch')) {
      const { group, from, to } = budget.class;
      const connectors = connectorsOf(group);
      const faces = [faceOf(from), faceOf(to)];
      if (connectors.length === 0 || faces.some((face) => face === undefined || face.length === 0)) continue;
      const fits = faces.some((face) => face?.some((own) => connectors.some((each) => mates(own, each.part))));
      if (fits) continue;
      reports.push({
        message: `${linkSentence(facts.fabric, budget, { one: 'has', many: 'have' }, `the connector ${names(connectors.map((each) => each.part))}`)}; the modules have ${names(faces.flatMap((face) => face ?? []))}.`,
        help: 'Correct the connectors of the path; for a breakout cord or cassette, list the connectors of both sides.',
        origin: group.medium.connectors?.origin ?? group.origin,
        subjects: linksOf(budget),
        label: 'fits neither end',
        remedies: connectorOf(
          connectors,
          faces.flatMap((face) => face ?? []),
        ),
        related: plugsOf(facts.fabric, budget),
      });
    }
    return reports;
  },
});

function names(parts: readonly Part[]): string {
  return allOf([...new Set(parts.map(({ name }) => name))]);
}

/** Modules whose connectors don't have as many positions as the module has fibers. */
function crowdedModules({ links }: Facts): Report[] {
  const modules = new Set<Part<'module'> | undefined>();
  for (const { from, to } of links.classes) modules.add(from.module).add(to.module);
  return [...modules].flatMap((module): Report[] => {
    const given = module?.values.connector;
    if (module === undefined || given === undefined) return [];
    const fibers = moduleFibers(module).value;
    const positions = given.value.reduce((all, { count, part }) => all + count * sizeOf(part), 0);
    if (!(fibers > positions)) return [];
    return [
      {
        message: `${module.name} has ${printNumber(fibers)} fibers; its ${countText(given.value)} take ${printNumber(positions)}.`,
        help: 'Give the module as many connectors as its fibers need, or fewer channels.',
        origin: given.origin,
        label: 'too few for its fibers',
        subjects: single('part', module.index),
      },
    ];
  });
}

/** Positions of a connector; `NaN` when unknown. */
function sizeOf({ values }: Part<'connector'>): number {
  return values.fibers?.value ?? Number.NaN;
}

/** `4 × MPO16 and 2 × LC` */
function countText(connectors: readonly Counted<'connector'>[]): string {
  return allOf(connectors.map(({ count, part }) => `${count} × ${part.name}`));
}
