// The facts a `require` statement can name.
import { factsOfCost } from './cost-facts.ts';
import { factsOfDevices } from './device-facts.ts';
import { type FactSpec, isOfDesign } from './fact-spec.ts';
import { factsOfNetworks } from './network-facts.ts';
import { factsOfPlant } from './plant-facts.ts';

export const requirableFacts: Readonly<Record<string, FactSpec>> = {
  ...factsOfNetworks,
  ...factsOfDevices,
  ...factsOfPlant,
  ...factsOfCost,
};

/** Facts that can be asked without a subject, of the whole design. */
export const factsOfDesign: readonly string[] = Object.entries(requirableFacts)
  .filter(([, fact]) => isOfDesign(fact))
  .map(([name]) => name);
