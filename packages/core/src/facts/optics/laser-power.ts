// Light of an external source, split among the engines it feeds.

import { type Derivation, derived, figure, stated } from '../../figures/derivation.ts';
import { missingIn, type Part } from '../../model/index.ts';

/** What an engine gets from each lane of its external light source, and what it needs, in dBm. */
export interface LaserPower {
  readonly laser: Part<'laser'>;
  readonly arrives: Derivation;
  readonly needed: Derivation;
  /** Engines that share the light of one lane. */
  readonly shared: number;
}

/**
 * The light at an engine; undefined for a module with lasers of its own.
 * @param laser that feeds it: the one the module names, where the switch names none
 */
export function laserPowerOf(
  module: Part<'module'>,
  laser: Part<'laser'> | undefined = module.values.laser?.value,
): LaserPower | undefined {
  if (laser === undefined) return undefined;
  const output = stated(
    `lowest power of one lane of ${laser.name}`,
    'optical power',
    laser.values['output-power'],
    missingIn(laser, 'output-power'),
  );
  const { split, shared } = splitOf(laser, module);
  const loss = laser.values.loss;
  const lost = loss === undefined ? [] : [stated(`loss from ${laser.name} to an engine`, 'loss', loss, '')];
  return {
    laser,
    shared,
    arrives: derived(
      `light at each lane of ${module.name}`,
      'optical power',
      lost.length === 0 ? 'output power − split' : 'output power − split − loss',
      [output, split, ...lost],
      output.value - split.value - (loss?.value ?? 0),
    ),
    needed: stated(
      `light each lane of ${module.name} needs`,
      'optical power',
      module.values['laser-power'],
      missingIn(module, 'laser-power'),
    ),
  };
}

/** Loss of the split in dB, 10·lg n: n engines share a lane, fewer where each needs only some of the lanes. */
function splitOf(
  laser: Part<'laser'>,
  module: Part<'module'>,
): { readonly split: Derivation; readonly shared: number } {
  const engines = laser.values.engines;
  const lanes = laser.values.lanes;
  const wanted = module.values['laser-lanes'];
  if (engines === undefined) return { split: figure('split: one engine', 'loss', 0), shared: 1 };
  const count = stated(`engines ${laser.name} feeds`, 'count', engines, '');
  if (wanted === undefined || lanes === undefined) {
    const shared = Math.max(1, engines.value);
    return {
      split: derived('split', 'loss', '10·lg engines', [count], 10 * Math.log10(shared)),
      shared,
    };
  }
  const shared = Math.max(1, (engines.value * wanted.value) / lanes.value);
  const terms = [
    count,
    stated(`lanes ${module.name} needs`, 'count', wanted, ''),
    stated(`lanes of ${laser.name}`, 'count', lanes, ''),
  ];
  return {
    split: derived(
      'split',
      'loss',
      '10·lg (engines × lanes each ÷ lanes), not below 0',
      terms,
      10 * Math.log10(shared),
    ),
    shared,
  };
}
