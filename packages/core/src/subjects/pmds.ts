// The first difference between the PMDs at the ends of a link that keeps it down.
import { type LinkBudget, opticsRate } from '../facts/index.ts';
import { printValue } from '../figures/index.ts';
import type { Part } from '../model/index.ts';
import { printQuantity, same } from '../units/index.ts';
import { wantsNoFiber, wrongFiber } from './links.ts';

/** A difference between two PMDs that keeps their link down. */
export interface Mismatch {
  readonly from: Part<'optics'>;
  readonly to: Part<'optics'>;
  readonly kind: 'lanes' | 'wavelength' | 'FEC' | 'standard';
  /** `lanes of 100 Gbps against 200 Gbps` */
  readonly text: string;
}

/** How the PMDs of a link differ; undefined if they are the same, or if one is on the wrong fiber, which is reported instead. */
export function mismatchOf(budget: LinkBudget): Mismatch | undefined {
  const { from, to } = budget.class;
  if (from.optics === undefined || to.optics === undefined || from.optics === to.optics) return undefined;
  if ([from, to].some((end) => wrongFiber(budget, end) || wantsNoFiber(budget, end))) return undefined;
  return { from: from.optics, to: to.optics, ...differenceOf(from.optics, to.optics) };
}

function differenceOf(a: Part<'optics'>, b: Part<'optics'>): Pick<Mismatch, 'kind' | 'text'> {
  const [rateOfA, rateOfB] = [a.values['lane-rate']?.value, b.values['lane-rate']?.value];
  if (rateOfA !== undefined && rateOfB !== undefined && rateOfA !== rateOfB)
    return {
      kind: 'lanes',
      text: `lanes of ${printQuantity(rateOfA, 'bit rate')} against ${printQuantity(rateOfB, 'bit rate')}`,
    };
  const [allA, allB] = [opticsRate(a), opticsRate(b)];
  if (allA.value !== allB.value && !(Number.isNaN(allA.value) && Number.isNaN(allB.value)))
    return { kind: 'lanes', text: `${printValue(allA)} against ${printValue(allB)}` };
  const [waveA, waveB] = [a.values.wavelength?.value, b.values.wavelength?.value];
  if (waveA !== undefined && waveB !== undefined && !same(waveA, waveB))
    return {
      kind: 'wavelength',
      text: `${printQuantity(waveA, 'length', 'nm')} against ${printQuantity(waveB, 'length', 'nm')}`,
    };
  const [fecA, fecB] = [a.values.fec?.value, b.values.fec?.value];
  if (fecA !== undefined && fecB !== undefined && fecA !== fecB)
    return { kind: 'FEC', text: `FEC ${fecA} against ${fecB}` };
  return { kind: 'standard', text: `${a.name} against ${b.name}` };
}

/** `800GBASE-DR4 (4 lanes of 200 Gbps)` */
export function describePmd(optics: Part<'optics'>): string {
  const lanes = optics.values.lanes?.value;
  const rate = optics.values['lane-rate']?.value;
  return lanes === undefined || rate === undefined
    ? optics.name
    : `${optics.name} (${lanes} ${lanes === 1 ? 'lane' : 'lanes'} of ${printQuantity(rate, 'bit rate')})`;
}
