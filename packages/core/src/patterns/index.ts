// The patterns of links. A new one is a file here and an entry in the list.
import { dragonfly } from './dragonfly.ts';
import { full, hyperx, ring, torus } from './grid.ts';
import { mesh } from './mesh.ts';
import { pairs } from './pairs.ts';
import type { Pattern } from './pattern.ts';
import { rails } from './rails.ts';
import { slimfly } from './slimfly.ts';

export {
  devicesOf,
  type Laid,
  type OneSided,
  type Pattern,
  type PortSet,
  portsEachOf,
} from './pattern.ts';

/** Every pattern by name. */
export const patterns: ReadonlyMap<string, Pattern> = new Map(
  [pairs, mesh, rails, ring, full, torus, hyperx, dragonfly, slimfly].map((each) => [each.name, each]),
);
