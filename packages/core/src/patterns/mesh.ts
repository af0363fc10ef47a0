// Every device to every device, the ports spread evenly.
import { unsignedAt } from '../model/index.ts';
import { devicesOf, noArguments, portsEachOf, type TwoSided } from './pattern.ts';

export const mesh: TwoSided = {
  name: 'mesh',
  form: 'mesh',
  doc: 'Every device of one side to every device of the other, the ports of each spread evenly.',
  takes: noArguments,
  sides: 2,
  lay(from, to) {
    const sources = devicesOf(from);
    const targets = devicesOf(to);
    const each = portsEachOf(from);
    const perPair = each / targets;
    if (!Number.isInteger(perPair) || perPair < 1) return { kind: 'uneven', perPair };
    const needed = perPair * sources;
    const have = portsEachOf(to);
    if (!(have >= needed)) return { kind: 'too few ports', needed, have, side: 'to' };
    const a = new Uint32Array(sources * targets * perPair);
    const b = new Uint32Array(a.length);
    let link = 0;
    for (let i = 0; i < sources; i++) {
      const source = unsignedAt(from.starts, i);
      for (let j = 0; j < targets; j++) {
        const target = unsignedAt(to.starts, j) + i * perPair;
        for (let k = 0; k < perPair; k++) {
          a[link] = unsignedAt(from.ports, source + j * perPair + k);
          b[link++] = unsignedAt(to.ports, target + k);
        }
      }
    }
    return { from: a, to: b };
  },
};
