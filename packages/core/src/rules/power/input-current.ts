// A module that draws more current than its connector tolerates at the busbar voltage.
import { busbarVoltage, moduleCurrent, moduleSupply } from '../../facts/index.ts';
import { type Derivation, printApart, printValue, stated } from '../../figures/index.ts';
import { defineRule, type Report } from '../../findings/rule.ts';
import { deviceOfCage, firstCageOf, type Part, plugIn, rackOfDevice } from '../../model/index.ts';
import { editable } from '../../source/index.ts';
import { overConnector } from '../../subjects/cage-power.ts';
import { classesInRacks } from '../../subjects/contents.ts';
import { cagesWith } from '../../subjects/fits.ts';
import { racksText } from '../../subjects/naming.ts';
import { same } from '../../units/index.ts';

export const rule = defineRule({
  id: 'power/input-current',
  severity: 'error',
  level: 'assembly',
  title: 'A module draws more current than its connector tolerates',
  why: 'I = P ÷ V: the lower the busbar voltage, the more current for the same power. 400 W are 8.0 A at 50 V, 8.3 A at 48 V and 10.0 A at 40 V; 480 W are 9.6, 10.0 and 12.0 A. The contacts of XPO carry 10 A.',
  sources: ['XPO: 40 to 60 V DC (Molex); 10 A connector (Arista at ECOC 2026)'],
  limit: 'module current',
  override: 'Set `connector-current` on the cage type, or `busbar-voltage` on the rack type.',
  bad: `import "std/xpo"
import "std/racks"
import "std/cooling"

rack type Frame is OpenRackV3 { busbar-voltage 42 V }
module type Hot is Xpo {
    channels 8 x 1600ZR
    power    450 W
//  ^^^^^^^^^^^^^^
}
switch type Box { height 1 OU  ports down[1..2] : XPO { power 480 W } }
loop primary { coolant PG25  supply 40 °C }
rack r : Frame { cooled by primary }
switch box : Box
plug Hot into box.down
place box in r
`,
  fix: { 'busbar-voltage 42 V': 'busbar-voltage 50 V' },
  check(facts, judge) {
    const { fabric, devices } = facts;
    const reports: Report[] = [];
    const overBy = new Map<Part<'module'>, { readonly draws: Draw[]; readonly cages: number[] }>();
    for (const { index, racks, device } of classesInRacks(facts)) {
      for (const { module } of devices.classes[index]?.modules ?? []) {
        const limit = limitOf(module);
        if (limit === undefined || overConnector(module)) continue;
        const plug = plugOf(device, module);
        // In a rack without a busbar, the box feeds its modules from a supply of its own.
        const over = racks.flatMap((rack): Draw[] => {
          const volts = supplyOf(devices.classes[index]?.part, module, busbarVoltage(fabric, rack));
          if (Number.isNaN(volts.value)) return [];
          const current = moduleCurrent(module, volts);
          return judge.exceeds(current, limit, { at: plug }) ? [{ rack, index, device, current }] : [];
        });
        if (over.length === 0) continue;
        const cages = [...cagesWith(facts, index, module).ids].filter((cage) =>
          over.some(({ rack }) => rack === rackOfDevice(fabric, deviceOfCage(fabric, cage))),
        );
        const known = overBy.get(module);
        if (known === undefined) overBy.set(module, { draws: over, cages });
        else {
          known.draws.push(...over);
          known.cages.push(...cages);
        }
      }
    }
    for (const [module, { draws, cages }] of overBy) {
      const [worst] = draws.sort((a, b) => b.current.value - a.current.value || a.rack - b.rack);
      const limit = limitOf(module);
      if (worst === undefined || limit === undefined) continue;
      const { rack: first, index, device } = worst;
      const over = [...new Set(draws.map(({ rack }) => rack))];
      const busbar = busbarVoltage(fabric, first);
      const supply = supplyOf(devices.classes[index]?.part, module, busbar);
      const current = moduleCurrent(module, supply);
      const isBusbar = supply.label === busbar.label;
      const [is, most] = printApart(current, limit);
      const plug = plugOf(device, module);
      reports.push({
        message: `${module.name} draws ${draws.some(({ current: other }) => !same(other.value, current.value)) ? 'up to ' : ''}${is} from ${isBusbar ? 'the busbar of' : 'its box in'} ${racksText(fabric, over)}; its connector is rated for ${most}.`,
        help: 'Use a module that draws less, or a rack with a higher busbar voltage.',
        origin: editable(module.values.power?.origin, plug),
        label: `${printValue(current)} at ${printValue(supply)}`,
        subjects: { of: 'cage', ids: Uint32Array.from(cages) },
        derivation: current,
      });
    }
    return reports;

    function plugOf(at: number, module: Part) {
      const end = firstCageOf(fabric, at + 1);
      for (let cage = firstCageOf(fabric, at); cage < end; cage++)
        if (fabric.cages.module[cage] === module.index) return plugIn(fabric, cage)?.origin;
      return undefined;
    }
  },
});

/** A module that draws too much in a rack. */
interface Draw {
  readonly rack: number;
  /** The class of its device, and one of that class. */
  readonly index: number;
  readonly device: number;
  /** In A. */
  readonly current: Derivation;
}

/** The voltage that a module sees in a device, in V. */
function supplyOf(
  part: Part<'switch'> | Part<'host'> | undefined,
  module: Part<'module'>,
  busbar: Derivation,
): Derivation {
  const cage = module.values['form-factor']?.value;
  return part === undefined || cage === undefined ? busbar : moduleSupply(part, cage, busbar);
}

/** What the connector of a module is rated for, in A; undefined where it isn't given. */
function limitOf(module: Part<'module'>): Derivation | undefined {
  const form = module.values['form-factor']?.value;
  const given = form?.values['connector-current'];
  if (form === undefined || given === undefined) return undefined;
  return stated(`current of the connector of ${form.name}`, 'current', given, '');
}
