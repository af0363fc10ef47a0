// The facts a `require` statement can name.
import { factsOfDevices } from './device-facts.ts';
import type { FactSpec } from './fact-spec.ts';
import { factsOfNetworks } from './network-facts.ts';
import { factsOfPlant } from './plant-facts.ts';

export const requirableFacts: Readonly<Record<string, FactSpec>> = {
  ...factsOfNetworks,
  ...factsOfDevices,
  ...factsOfPlant,
};
