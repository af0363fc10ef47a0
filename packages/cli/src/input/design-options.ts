// Options of every command that reads designs: values for a what-if, the configuration, the basis.
import { resolve } from 'node:path';
import type { Basis, Setting } from '@lightloom/core';

export interface DesignOptions {
  readonly set?: readonly Setting[];
  readonly config?: string;
  readonly basis?: Basis;
}

/** The path of the configuration that was given; undefined when none was. */
export function configurationPath({ config }: DesignOptions, cwd: string): string | undefined {
  return config === undefined ? undefined : resolve(cwd, config);
}

/** What power, heat and loss are computed from: the worst case by default. */
export function basisOf({ basis }: DesignOptions): Basis {
  return basis ?? 'worst-case';
}
