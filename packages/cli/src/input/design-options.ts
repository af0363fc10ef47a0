// Options of every command that reads designs: values for a what-if, the phase, the configuration, the basis.
import { resolve } from 'node:path';
import type { Basis, Setting } from '@lightloom/core';

export interface DesignOptions {
  readonly set?: readonly Setting[];
  /** The phase of growth at which designs are read; the last when not given. */
  readonly phase?: string;
  readonly config?: string;
  /** The price book to use in place of that of the configuration. */
  readonly prices?: string;
  readonly basis?: Basis;
  /** Folders that imports may lead to, beside the working directory and the project of each file. */
  readonly importFrom?: readonly string[];
  /** Whether the plug-ins that a configuration names may run. */
  readonly allowPlugins?: boolean;
}

/** What figures depend on beside the files: the values that are set, and the phase. */
export function settingsOf({ set = [], phase }: DesignOptions): readonly Setting[] {
  return phase === undefined ? set : [...set, { name: 'phase', text: phase }];
}

/** The path of the configuration that was given; undefined when none was. */
export function configurationPath({ config }: DesignOptions, cwd: string): string | undefined {
  return config === undefined ? undefined : resolve(cwd, config);
}

/** The path of the price book that was given; undefined when none was. */
export function pricesPath({ prices }: DesignOptions, cwd: string): string | undefined {
  return prices === undefined ? undefined : resolve(cwd, prices);
}

/** The folders that imports may lead to from anywhere; absolute. */
export function importFolders({ importFrom = [] }: DesignOptions, cwd: string): readonly string[] {
  return [cwd, ...importFrom.map((each) => resolve(cwd, each))];
}

/** What power, heat and loss are computed from: the worst case by default. */
export function basisOf({ basis }: DesignOptions): Basis {
  return basis ?? 'worst-case';
}
