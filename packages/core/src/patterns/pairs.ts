// One port to one port, in order.
import { noArguments, type TwoSided } from './pattern.ts';

export const pairs: TwoSided = {
  name: 'pairs',
  form: 'pairs',
  doc: 'First port to first port, second to second, and so on; both sides have as many.',
  takes: noArguments,
  sides: 2,
  lay(from, to) {
    if (from.ports.length !== to.ports.length) {
      return { kind: 'unequal', from: from.ports.length, to: to.ports.length, what: 'ports' };
    }
    return { from: from.ports, to: to.ports };
  },
};
