// Which modules are in which port groups, and whether they fit.
import type { Facts } from '../answers/index.ts';
import {
  derivesFrom,
  type Fabric,
  firstCageOf,
  moduleIn,
  type Part,
  type PortGroup,
  portGroupAt,
  signedAt,
} from '../model/index.ts';

/** A module type in a port group of a device type. */
export interface Fit {
  readonly module: Part<'module'>;
  readonly group: PortGroup;
  readonly plug: number;
  /** The type of the device. */
  readonly device: string;
  /** How many such modules are plugged. */
  readonly count: number;
}

/** Every combination of module type and port group, once. */
export function fitsOf(facts: Facts): Fit[] {
  const { fabric } = facts;
  const found = new Map<string, { readonly fit: Fit; count: number }>();
  for (const { sample, part, count } of facts.devices.classes) {
    if (part === undefined) continue;
    for (const [within, cage] of cagesOfDevice(fabric, sample)) {
      const module = moduleIn(fabric, cage);
      const group = portGroupAt(part, within);
      if (module === undefined || group === undefined) continue;
      const key = `${module.index} ${part.index} ${group.name}`;
      const known = found.get(key);
      const fit = { module, group, plug: signedAt(fabric.cages.plug, cage), device: part.name, count };
      if (known === undefined) found.set(key, { fit, count });
      else known.count += count;
    }
  }
  return [...found.values()].map(({ fit, count }) => ({ ...fit, count }));
}

function* cagesOfDevice(fabric: Fabric, device: number): Iterable<[within: number, cage: number]> {
  const first = firstCageOf(fabric, device);
  const end = firstCageOf(fabric, device + 1);
  for (let cage = first; cage < end; cage++) yield [cage - first, cage];
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
