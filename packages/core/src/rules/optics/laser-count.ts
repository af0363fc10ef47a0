// A switch with fewer external lasers than its engines need.
import { type Derivation, derived, figure, stated } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { blockOf, isPart, missingIn, type Part, partOfDevice, single } from '../../model/index.ts';
import { severityCap } from '../../subjects/assumed-limit.ts';
import { lasersFor } from '../../subjects/lasers.ts';
import { moreLasers } from '../../subjects/remedies/index.ts';
import { printCount } from '../../units/index.ts';

export const rule = defineRule({
  id: 'optics/laser-count',
  severity: 'error',
  level: 'assembly',
  title: 'A switch has too few external lasers for its engines',
  why: 'A co-packaged engine has no lasers: its transmitters modulate the light of an external source. A source has a number of lanes and feeds a number of engines; the reference design has 16 sources of 8 lanes for 32 engines, two engines each. Further engines stay dark.',
  sources: ['SONiC design for co-packaged optics: 32 engines, 16 sources, 8 lanes a source feed 2 engines'],
  limit: 'laser count',
  override:
    'Set `lasers` on the switch type, `engines` or `lanes` on the laser type, `laser-lanes` or `laser` on the module type.',
  bad: `import "std/cpo"

switch type Box is SN6810 {
    lasers 8 x ElsfpHighPower
//  ^^^^^^^^^^^^^^^^^^^^^^^^^
}
switch a : Box
plug CpoEngine3200 into a.*
`,
  fix: { 'lasers 8 x': 'lasers 16 x' },
  edges: [
    {
      name: 'one laser short',
      change: { 'lasers 8 x': 'lasers 15 x' },
      finds: 'that feeds 30 engines',
    },
  ],
  check(facts, judge) {
    const reports: Report[] = [];
    for (const { sample, modules, count: boxes } of facts.devices.classes) {
      const part = partOfDevice(facts.fabric, sample);
      const given = part !== undefined && isPart(part, 'switch') ? part.values.lasers : undefined;
      if (part === undefined) continue;
      for (const { module, count } of modules) {
        const wanted = module.values.laser?.value;
        if (wanted === undefined) continue;
        if (given === undefined && isPart(part, 'switch')) {
          const lasers = stated(`lasers of ${part.name}`, 'count', undefined, missingIn(part, 'lasers'));
          judge.cannot(lasers, { count: boxes, at: blockOf(facts.fabric, sample).origin });
        }
        if (given === undefined) continue;
        const found = lasersFor(wanted, given.value);
        const lasers = found.reduce((all, each) => all + each.count, 0);
        const [kind = { part: wanted }] = found;
        const fed = lasers === 0 ? figure('engines with light', 'count', 0) : fedBy(kind.part, lasers, module);
        const engines = figure(`${module.name} in ${part.name}`, 'count', count);
        if (!judge.exceeds(engines, fed, { count: boxes, at: blockOf(facts.fabric, sample).origin })) continue;
        reports.push({
          message: `${part.name} has ${count} ${module.name} and ${lasers === 0 ? `no ${wanted.name}` : `${lasers} ${kind.part.name}`}; ${lasers === 0 ? 'none of the engines gets light' : `that feeds ${printCount(fed.value, 'engine')}`}.`,
          help: 'Add lasers, or remove engines.',
          origin: given.origin,
          label: 'too few lasers',
          subjects: single('part', part.index),
          derivation: fed,
          remedies: moreLasers(given, count / fed.value),
          ...severityCap(fed),
        });
      }
    }
    return reports;
  },
});

/** The number of engines that some lasers feed: by their lanes if both are known, otherwise by `engines` per laser. */
function fedBy(laser: Part<'laser'>, lasers: number, module: Part<'module'>): Derivation {
  const { engines, lanes } = laser.values;
  const wanted = module.values['laser-lanes'];
  const count = figure(`${laser.name} in the switch`, 'count', lasers);
  if (lanes !== undefined && wanted !== undefined) {
    const terms = [
      count,
      stated(`lanes of ${laser.name}`, 'count', lanes, ''),
      stated(`lanes needed by ${module.name}`, 'count', wanted, ''),
    ];
    const value = Math.floor((lasers * lanes.value) / wanted.value);
    return derived('engines with light', 'count', 'lasers × lanes ÷ lanes per engine', terms, value);
  }
  const each = stated(`engines fed by ${laser.name}`, 'count', engines, missingIn(laser, 'engines'));
  return derived('engines with light', 'count', 'lasers × engines per laser', [count, each], lasers * each.value);
}
