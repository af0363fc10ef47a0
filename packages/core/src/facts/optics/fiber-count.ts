// Fibers and connectors that come out of devices.

import { type Derivation, figure, stated, sum, times, unknown } from '../../figures/derivation.ts';
import { missingIn, missingText, type Part } from '../../model/index.ts';
import { independentPorts, moduleFront } from '../cabling/module-front.ts';
import type { DeviceClass } from '../classes/device-classes.ts';

/** Fibers of one module, both directions. */
export function moduleFibers(module: Part<'module'>): Derivation {
  const label = `fibers of ${module.name}`;
  const channels = module.values.channels?.value;
  if (channels === undefined) return unknown(label, 'count', missingIn(module, 'channels'));
  const terms = channels.map(({ count, part }) =>
    times(count, stated(`fibers of ${part.name}`, 'count', part.values.fibers, missingIn(part, 'fibers'))),
  );
  return sum(label, 'count', 'channels × fibers of a channel', terms);
}

/** Fiber connectors of one module. */
export function moduleConnectors(module: Part<'module'>): Derivation {
  const label = `connectors of ${module.name}`;
  const channels = module.values.channels?.value;
  const face = module.values.connector;
  if (face !== undefined) {
    const count = face.value.reduce((all, each) => all + each.count, 0);
    return { ...figure(label, 'count', count, face.origin), provenance: face.provenance };
  }
  if (channels === undefined) return unknown(label, 'count', missingIn(module, 'channels'));
  const all = channels.reduce((sum, { count, part }) => sum + (isDry(part) ? 0 : count), 0);
  const front = all > independentPorts(module) ? moduleFront(module) : undefined;
  if (typeof front === 'string') return unknown(label, 'count', front);
  const terms = channels.map(({ count, part }) => {
    const given = part.values.connector;
    const each = given?.value.reduce((all, one) => all + one.count, 0) ?? (isDry(part) ? 0 : Number.NaN);
    const term: Derivation = {
      label: `connectors of ${part.name}`,
      dimension: 'count',
      value: each,
      known: Number.isNaN(each) ? 0 : each,
      terms: [],
      ...(given === undefined ? {} : { origin: given.origin, provenance: given.provenance }),
      ...(Number.isNaN(each) ? { unknown: missingText(part, 'connector') } : {}),
    };
    return times(count, term);
  });
  return sum(label, 'count', 'channels × connectors of a channel', terms);
}

/** Whether a PMD has no fibers: copper, radio. */
function isDry({ values }: Part<'optics'>): boolean {
  return values.fibers?.value === 0;
}

/** Fibers that come out of a device with its modules. */
export function deviceFibers({ part, modules }: DeviceClass): Derivation {
  const terms = modules.map(({ module, count }) => times(count, moduleFibers(module)));
  return sum(`fibers of ${part?.name ?? 'the device'}`, 'count', 'sum of its modules', terms);
}

/** Fiber connectors on the front of a device with its modules. */
export function deviceConnectors({ part, modules }: DeviceClass): Derivation {
  const terms = modules.map(({ module, count }) => times(count, moduleConnectors(module)));
  return sum(`connectors of ${part?.name ?? 'the device'}`, 'count', 'sum of its modules', terms);
}
