// Cages without a module, or whose module has no channels: each counts as one port, so that no pattern fits as intended.
import { type FabricBuilder, isPart, type LinkFault, type PortSet, unsignedAt } from '@lightloom/core';

/** The first cage whose channels are missing, which makes its side appear to have the wrong size; undefined if none is. */
export function cageWithoutChannels(builder: FabricBuilder, from: PortSet, to: PortSet): LinkFault | undefined {
  return bareSide(builder, 'from', from) ?? (from === to ? undefined : bareSide(builder, 'to', to));
}

function bareSide(builder: FabricBuilder, side: 'from' | 'to', { ports }: PortSet): LinkFault | undefined {
  const { cage: cageOf } = builder.layPorts();
  for (const port of ports) {
    const module = builder.moduleIn(unsignedAt(cageOf, port));
    if (module === undefined) return { kind: 'bare', side, module: undefined };
    if (isPart(module, 'module') && module.values.channels === undefined) return { kind: 'bare', side, module };
  }
  return undefined;
}
