// Which modules are in which port groups, and whether they fit.
import { defineAnswer, type Facts, reads } from '../answers/index.ts';
import {
  cageOfPort,
  derivesFrom,
  type Fabric,
  firstCageOf,
  type Given,
  type LinkGroup,
  moduleIn,
  type Part,
  type PortGroup,
  portGroupAt,
  type Subjects,
  signedAt,
} from '../model/index.ts';

/** A module type in a port group of a device type. */
export interface Fit {
  readonly module: Part<'module'>;
  readonly group: PortGroup;
  readonly plug: number;
  /** The type of the device: its name, and itself. */
  readonly device: string;
  readonly part: Part;
  /** How many such modules are plugged. */
  readonly count: number;
}

/** Every combination of module type and port group, once. */
export const fitsOf = defineAnswer(reads('fabric', 'devices'), ({ fabric, devices }): readonly Fit[] => {
  const found = new Map<string, { readonly fit: Fit; count: number }>();
  for (const { sample, part, count } of devices.classes) {
    if (part === undefined) continue;
    let last: { readonly fit: Fit; count: number } | undefined;
    for (const [within, cage] of cagesOfDevice(fabric, sample)) {
      const module = moduleIn(fabric, cage);
      const group = portGroupAt(part, within);
      if (module === undefined || group === undefined) continue;
      // Most cages of a device hold what the one before holds.
      if (last?.fit.module !== module || last.fit.group !== group) {
        const key = `${module.index} ${part.index} ${group.name}`;
        last = found.get(key);
        if (last === undefined) {
          const fit = { module, group, plug: signedAt(fabric.cages.plug, cage), device: part.name, part, count };
          found.set(key, (last = { fit, count: 0 }));
        }
      }
      last.count += count;
    }
  }
  return [...found.values()].map(({ fit, count }) => ({ ...fit, count }));
});

/** The `plug` statements that put a module into a cage it doesn't fit. */
const misfits = defineAnswer({ fits: fitsOf }, ({ fits }): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const { module, group, plug } of fits) {
    const form = module.values['form-factor']?.value;
    if (form !== undefined && !fitsCage(module, form, group.cage)) found.add(plug);
  }
  return found;
});

/** Whether the links of a statement can't be made while a module is in a cage that it doesn't fit, which is reported. */
export function hasMisfit(facts: Facts, { unlinked }: LinkGroup): boolean {
  const plugs = misfits(facts);
  if (plugs.size === 0 || unlinked === undefined) return false;
  const { cages } = facts.fabric;
  const isMisfit = (port: number): boolean => plugs.has(signedAt(cages.plug, cageOfPort(facts.fabric, port)));
  return unlinked.from.some(isMisfit) || unlinked.to.some(isMisfit);
}

/** The cages of a combination, as what a finding is about. */
export function cagesOf({ fabric }: Facts, { module, group, part }: Pick<Fit, 'module' | 'group' | 'part'>): Subjects {
  const found: number[] = [];
  for (let device = 0; device < fabric.devices.count; device++) {
    if (fabric.devices.part[device] !== part.index) continue;
    const first = firstCageOf(fabric, device) + group.first;
    for (let cage = first; cage < first + group.count; cage++) if (moduleIn(fabric, cage) === module) found.push(cage);
  }
  return { of: 'cage', ids: Uint32Array.from(found) };
}

/** The cages with a module in devices of a class, as what a finding is about. */
export function cagesWith({ fabric, devices }: Facts, index: number, module: Part): Subjects {
  const found: number[] = [];
  for (let device = 0; device < fabric.devices.count; device++)
    if (devices.of[device] === index)
      for (const [, cage] of cagesOfDevice(fabric, device)) if (moduleIn(fabric, cage) === module) found.push(cage);
  return { of: 'cage', ids: Uint32Array.from(found) };
}

function* cagesOfDevice(fabric: Fabric, device: number): Iterable<[within: number, cage: number]> {
  const first = firstCageOf(fabric, device);
  const end = firstCageOf(fabric, device + 1);
  for (let cage = first; cage < end; cage++) yield [cage - first, cage];
}

/** The rate of one port of a cage with several independent ones, where the chip gives it; undefined where a port may have all lanes. */
export function twinPortRate(part: Part<'switch'>, cage: Part<'cage'>): Given<number> | undefined {
  return (cage.values['independent-ports']?.value ?? 1) < 2 ? undefined : part.values.asic?.value.values['port-rate'];
}

/** The top of a module: its own, or that of its form factor. */
export function topOf(module: Part<'module'>, form: Part<'cage'>): 'finned' | 'flat' | undefined {
  return (module.values.top ?? form.values.top)?.value;
}

/** Whether a module has another top than its cage needs. */
export function topsDiffer(module: Part<'module'>, form: Part<'cage'>, cage: Part<'cage'>): boolean {
  const [top, wanted] = [topOf(module, form), cage.values.top?.value];
  return top !== undefined && wanted !== undefined && top !== wanted;
}

/** Whether a cage takes a module: same form factor, one that the cage accepts, or one that the design derives and keeps compatible. */
export function fitsCage(module: Part<'module'>, form: Part<'cage'>, cage: Part<'cage'>): boolean {
  if (topsDiffer(module, form, cage)) return false;
  if (form === cage) return true;
  const accepted = cage.values.accepts?.value ?? [];
  if (accepted.some(({ part }) => derivesFrom(form, part) && isRefined(form, part))) return true;
  return (derivesFrom(cage, form) && isRefined(cage, form)) || (derivesFrom(form, cage) && isRefined(form, cage));
}

/** Whether a form factor is derived by the design and has the lanes, cooling and width of its base. */
function isRefined(form: Part<'cage'>, base: Part<'cage'>): boolean {
  for (let each: Part<'cage'> | undefined = form; each !== base; each = each.base)
    if (each === undefined || each.library) return false;
  return (['lanes', 'cooling', 'width'] as const).every((name) => {
    const [own, other] = [form.values[name]?.value, base.values[name]?.value];
    return own === undefined || other === undefined || own === other;
  });
}
