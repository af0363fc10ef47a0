// The ways to link two sides. A new one is a file here and a line in the list.
import { mesh } from './mesh.ts';
import { pairs } from './pairs.ts';
import type { Pattern } from './pattern.ts';
import { rails } from './rails.ts';

export { devicesOf, type Laid, type Pattern, type PortSet, portsEachOf } from './pattern.ts';

/** Every pattern by name. */
export const patterns: ReadonlyMap<string, Pattern> = new Map([pairs, mesh, rails].map((each) => [each.name, each]));
