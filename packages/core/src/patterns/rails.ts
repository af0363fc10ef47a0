// Port k of every device to device k: a rail per port.
import { unsignedAt } from '../model/index.ts';
import { devicesOf, noArguments, portsEachOf, type TwoSided } from './pattern.ts';

export const rails: TwoSided = {
  name: 'rails',
  form: 'rails',
  doc: 'Port k of every device of one side to device k of the other.',
  takes: noArguments,
  sides: 2,
  lay(from, to) {
    const sources = devicesOf(from);
    const targets = devicesOf(to);
    const each = portsEachOf(from);
    if (each !== targets) return { kind: 'unequal', from: each, to: targets, what: 'rails' };
    const have = portsEachOf(to);
    if (!(have >= sources)) return { kind: 'too few ports', needed: sources, have, side: 'to' };
    const a = new Uint32Array(sources * targets);
    const b = new Uint32Array(a.length);
    let link = 0;
    for (let i = 0; i < sources; i++) {
      const source = unsignedAt(from.starts, i);
      for (let rail = 0; rail < targets; rail++) {
        a[link] = unsignedAt(from.ports, source + rail);
        b[link++] = unsignedAt(to.ports, unsignedAt(to.starts, rail) + i);
      }
    }
    return { from: a, to: b };
  },
};
