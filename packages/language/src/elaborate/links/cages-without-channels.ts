// Cages without a module that says its channels: each counts as one port, so that no pattern fits them as it was meant.
import { type FabricBuilder, isPart, type LinkFault, type PortSet } from '@lightloom/core';

/** What makes a side look as if it had the wrong size, when that is a missing module; undefined when nothing is missing. */
export function bareCages(builder: FabricBuilder, from: PortSet, to: PortSet): LinkFault | undefined {
  return bareSide(builder, 'from', from) ?? (from === to ? undefined : bareSide(builder, 'to', to));
}

function bareSide(builder: FabricBuilder, side: 'from' | 'to', { ports }: PortSet): LinkFault | undefined {
  const { cage: cageOf } = builder.layPorts();
  for (const port of ports) {
    const module = builder.moduleIn(cageOf[port] as number);
    if (module === undefined) return { kind: 'bare', side, module: undefined };
    if (isPart(module, 'module') && module.values.channels === undefined) return { kind: 'bare', side, module };
  }
  return undefined;
}
