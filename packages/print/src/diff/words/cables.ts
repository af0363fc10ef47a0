// Cables to touch, in words.
import { type CableWork, printCount, printNumber, type TouchedCables } from '@lightloom/core';

/** How many cables something is done with. */
export interface CableCounts {
  readonly plugged: number;
  readonly replaced: number;
  readonly removed: number;
  readonly laid: number;
  /** Of which it isn't known what becomes of them. */
  readonly unknown: number;
}

/** Cables by what is done with them. */
export function cableCounts({ touched }: CableWork): CableCounts {
  const count = (work: TouchedCables['work']): number =>
    touched.reduce((all, each) => (each.work === work ? all + each.count : all), 0);
  return {
    plugged: count('plugged again'),
    replaced: count('replaced'),
    removed: count('removed'),
    laid: count('new'),
    unknown: count('unknown'),
  };
}

/** All cables that something is done with. */
export function touchedCount({ touched }: CableWork): number {
  return touched.reduce((all, { count }) => all + count, 0);
}

/** What port numbers alone cause; empty where they cause nothing. */
function renumberedText({ renumbered }: CableWork): string {
  if (renumbered === 0) return '';
  const [they, join] = renumbered === 1 ? ['it', 'joins'] : ['they', 'join'];
  return ` ${printNumber(renumbered, 0)} of the touched cables ${join} the same devices as before: with other port numbers in the new design, ${they} would stay.`;
}

/** `192 of 1,024 cables stay as they are; 192 are plugged again, 640 are removed.` */
export function cablesLine(work: CableWork): string {
  const { before, kept, unknown: openLinks } = work;
  const { plugged, replaced, removed, laid, unknown } = cableCounts(work);
  const of = Number.isNaN(before.value)
    ? printCount(kept, 'cable')
    : `${printNumber(kept, 0)} of ${printCount(before.value, 'cable')}`;
  const stay = before.value === 0 ? [] : [`${of} ${kept === 1 ? 'stays as it is' : 'stay as they are'}`];
  const done = [
    ...(plugged === 0 ? [] : [`${are(plugged)} unplugged and plugged in again`]),
    ...(replaced === 0 ? [] : [`${are(replaced)} replaced`]),
    ...(removed === 0 ? [] : [`${are(removed)} removed`]),
    ...(laid === 0
      ? []
      : [before.value === 0 ? `${printCount(laid, 'cable is', 'cables are')} new` : `${are(laid)} new`]),
    ...(unknown === 0 ? [] : [`what becomes of ${printNumber(unknown, 0)} is unknown`]),
  ];
  const open = Math.max(...openLinks);
  const missing = open === 0 ? '' : ` The cables of ${printCount(open, 'link')} are unknown.`;
  return `${[...stay, done.join(', ')].filter((each) => each !== '').join('; ')}.${renumberedText(work)}${missing}`;
}

function are(count: number): string {
  return `${printNumber(count, 0)} ${count === 1 ? 'is' : 'are'}`;
}

/** The trunk before and after, once where it is the same. */
export function trunkTexts({ before, after }: TouchedCables): readonly string[] {
  return before === after || after === '' ? [before] : before === '' ? [after] : [before, after];
}

/** `OS2, cable, MPO16 to MPO16, 60 m` */
export function cableText({ medium, shape, length }: TouchedCables): string {
  return [medium, shape, length].filter((each) => each !== '').join(', ');
}
