// Sizes of a mesh or of rails that can be laid, for the help of what can't.
import type { LinkGroup } from '../model/index.ts';
import { printCount } from '../units/index.ts';
import { anyOf } from './naming.ts';

/** The most sizes that are listed. */
const maxListed = 12;

/**
 * What to choose so that a mesh can be laid: sizes of the second side that divide the ports and leave each device there enough of them;
 * a size of the first side; fewer ports of each device. With n × p ports on m devices of q ports, p is a multiple of m, and
 * n × p ÷ m is q or less.
 */
export function meshSizesHelp({ from, to }: Pick<LinkGroup, 'from' | 'to'>): string {
  const [n, p, m, q] = [from.devices, from.portsEach, to.devices, to.portsEach];
  if (Number.isNaN(p) || Number.isNaN(q)) return 'Select devices of one type on each side.';
  const sizes = meshSizes({ from, to });
  const choices: string[] = [];
  if (sizes.length > 0) {
    const shown = sizes.length > maxListed ? [...sizes.slice(0, maxListed - 1), '…', p] : sizes;
    choices.push(`Change the number of devices of ${to.text} from ${m} to ${anyOf(shown)}`);
  }
  const most = p % m === 0 ? Math.floor(q / (p / m)) : 0;
  if (most >= 1 && most < n) choices.push(sizesOf(choices, from, most));
  const fewer = m * Math.floor(q / n);
  if (fewer >= m && fewer < p)
    choices.push(
      `${choices.length === 0 ? 'Select' : 'or select'} ${printCount(fewer, 'port')} of each device of ${from.text}`,
    );
  if (choices.length > 0) return `${choices.join('; ')}.`;
  return `Choose ${printCount(p, 'device')} of ${to.text}, and of ${from.text} no more than ${q}.`;
}

/** Numbers of devices of the second side of a mesh that divide the ports and leave each of them enough. */
export function meshSizes({ from, to }: Pick<LinkGroup, 'from' | 'to'>): readonly number[] {
  const [n, p, q] = [from.devices, from.portsEach, to.portsEach];
  const sizes: number[] = [];
  for (let size = 1; size <= p; size++) if (p % size === 0 && n * (p / size) <= q) sizes.push(size);
  return sizes;
}

function sizesOf(before: readonly string[], { text, devices }: LinkGroup['from'], most: number): string {
  const size = `from ${devices} to ${most === 1 ? '1' : `${most} or fewer`}`;
  return before.length === 0 ? `Change the number of devices of ${text} ${size}` : `or that of ${text} ${size}`;
}

/** What to choose so that rails can be laid: each device of the second side has a port for each of the first. */
export function railSizesHelp({ from, to }: Pick<LinkGroup, 'from' | 'to'>): string {
  const [n, q] = [from.devices, to.portsEach];
  if (Number.isNaN(q)) return 'Select devices of one type on each side.';
  return `Change the number of devices of ${from.text} from ${n} to ${q === 1 ? '1' : `${q} or fewer`}; or use devices with at least ${printCount(n, 'port')} for ${to.text}.`;
}
