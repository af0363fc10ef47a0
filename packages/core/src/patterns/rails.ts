// Port k of every device to device k: a rail per port.
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
      const source = from.starts[i] as number;
      for (let rail = 0; rail < targets; rail++) {
        a[link] = from.ports[source + rail] as number;
        b[link++] = to.ports[(to.starts[rail] as number) + i] as number;
      }
    }
    return { from: a, to: b };
  },
};
