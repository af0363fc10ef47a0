// What a command line says about a check.
import type { BaselineOptions } from '../baseline/baseline-options.ts';
import type { FixOptions } from '../fixes/fix-options.ts';
import type { DesignOptions } from '../input/design-options.ts';
import type { Output, SeveralOutputs } from '../input/several-outputs.ts';
import type { PrintOptions } from '../output/printed.ts';

export interface CheckOptions
  extends Omit<PrintOptions, keyof Output>,
    SeveralOutputs,
    DesignOptions,
    FixOptions,
    BaselineOptions {
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly errorOnUnmatchedPattern: boolean;
  readonly skipIgnored?: boolean;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly errorOnWarning?: boolean;
  readonly errorOnUnjudged?: boolean;
  readonly exitZero?: boolean;
  readonly explain?: boolean;
  readonly printConfig?: string;
  readonly reportSuppressed?: boolean;
  readonly watch?: boolean;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}
