// One port to one port, in order.
import type { Pattern } from './pattern.ts';

export const pairs: Pattern = {
  name: 'pairs',
  doc: 'First port to first port, second to second, and so on; both sides have as many.',
  lay(from, to) {
    if (from.ports.length !== to.ports.length) {
      return { kind: 'unequal', from: from.ports.length, to: to.ports.length, what: 'ports' };
    }
    return { from: from.ports, to: to.ports };
  },
};
