// Panels in racks with fewer adapters than links fill.
import { panelUses } from '../../answers/index.ts';
import { figure, printApart, stated } from '../../figures/index.ts';
import { setting } from '../../findings/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { type Counted, type Fabric, type Given, missingIn, type Part, partOfRack, single } from '../../model/index.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'placement/panel-adapters',
  severity: 'warning',
  level: 'assembly',
  title: 'The panels in racks have too few adapters for the links that pass them',
  why: 'Each connector of a cable takes one adapter of every panel on its path; of an optical circuit switch, one port in and one port out. Where racks hold panels of a type, the rule assumes that all panels of this type are in racks: a missing one is otherwise noticed when the last cables are plugged in. Some panels may be mounted elsewhere, so this is a warning.',
  sources: ['The design itself: `panels` of racks, `adapters` of panels, `panels` of links'],
  limit: 'panel adapters',
  override: 'Set `adapters` on the panel type, or mount more panels: `panels 2 x NAME` on a rack.',
  bad: `import "std/osfp"
import "std/racks"

panel type Front is Mpo16Panel { height 1 RU  adapters 4 }
rack type Patched is Eia42 { panels 1 x Front }
//                           ^^^^^^^^^^^^^^^^
rack r : Patched
switch type Box { height 2 RU  power 1 kW  ports p[1..8] : OSFP }
switch a : Box
switch b : Box
plug Osfp800Dr8 into a.p, b.p
link a.p to b.p over OS2 { length 10 m  panels 1 x Front }
place a, b in r
`,
  fix: { 'Eia42 { panels 1 x Front }': 'Eia42 { panels 2 x Front }' },
  edges: [
    { name: 'exactly as many', change: { 'adapters 4': 'adapters 8' } },
    {
      name: 'one too few',
      change: { 'adapters 4': 'adapters 7' },
      finds: 'fill 8 adapters of Front; the panels in racks have 7',
    },
    { name: 'panels without adapters', change: { 'adapters 4': 'adapters 0' }, finds: 'the panels in racks have 0' },
    { name: 'no panels in racks', change: { 'Eia42 { panels 1 x Front }': 'Eia42' } },
  ],
  check(facts, judge) {
    const inRacks = panelsInRacks(facts.fabric);
    // Which panels links pass is looked up for all of their paths.
    if (inRacks.size === 0) return [];
    return panelUses(facts).flatMap(({ part, pairs }): Report[] => {
      const panels = inRacks.get(part);
      if (panels === undefined || panels.count === 0) return [];
      const { count, racks, first } = panels;
      const place = first.origin;
      const each = stated(`adapters of ${part.name}`, 'count', part.values.adapters, missingIn(part, 'adapters'));
      const all = { ...each, value: count * each.value, known: count * each.known };
      const has = {
        ...all,
        label: `adapters of ${count} ${part.name}`,
        terms: [figure('panels', 'count', count), each],
      };
      if (!judge.exceeds(pairs, has, { at: place })) return [];
      const [is, most] = printApart(pairs, has);
      const needed = Math.ceil(pairs.value / each.value);
      return [
        {
          message: `Links fill ${is} adapters of ${part.name}; the panels in racks have ${most}.`,
          help: Number.isFinite(needed)
            ? `Mount ${printCount(needed, part.name, part.name)}, or use panels with more adapters.`
            : 'Use panels with more adapters.',
          origin: place,
          label: `${most} adapters`,
          subjects: single('part', part.index),
          derivation: pairs,
          remedies:
            first.value.length === 1 && Number.isFinite(needed)
              ? [setting(place, 'panels', `${Math.ceil(needed / racks)} x ${part.name}`)]
              : [],
        },
      ];
    });
  },
});

/** Panels of one type in racks: how many, in how many racks, and what the first of these holds. */
interface PanelsInRacks {
  readonly count: number;
  readonly racks: number;
  readonly first: Given<readonly Counted<'panel'>[]>;
}

/** The panels that racks hold, by type. */
function panelsInRacks(fabric: Fabric): ReadonlyMap<Part<'panel'>, PanelsInRacks> {
  const found = new Map<Part<'panel'>, PanelsInRacks>();
  for (let rack = 0; rack < fabric.racks.count; rack++) {
    const given = partOfRack(fabric, rack)?.values.panels;
    if (given === undefined) continue;
    for (const panel of new Set(given.value.map(({ part }) => part))) {
      const own = given.value.filter(({ part }) => part === panel).reduce((all, { count }) => all + count, 0);
      const { count, racks, first } = found.get(panel) ?? { count: 0, racks: 0, first: given };
      found.set(panel, { count: count + own, racks: racks + 1, first });
    }
  }
  return found;
}
