// Options of every command that reads designs: values for a what-if, the configuration, the basis.
import { resolve } from 'node:path';
import type { Basis, Setting } from '@lightloom/core';

export interface DesignOptions {
  readonly set?: readonly Setting[];
  readonly config?: string;
  readonly basis?: JudgedOn;
}

/** Which figures power, heat and loss use, as it is typed. */
type JudgedOn = 'worst-case' | 'typical';

/** The path of the configuration that was given; undefined when none was. */
export function configurationPath({ config }: DesignOptions, cwd: string): string | undefined {
  return config === undefined ? undefined : resolve(cwd, config);
}

/** The basis as the core calls it. */
export function basisOf({ basis }: DesignOptions): Basis {
  return basis === 'typical' ? 'typical' : 'maximum';
}
