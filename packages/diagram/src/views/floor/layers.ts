// What the colors of a floor plan show: power, heat, flow, fibers.
import { type Derivation, type Facts, loopOfRack, printValue, rackFibers, rackPowerLimit } from '@lightloom/core';
import { known } from '../text/json-values.ts';
import { ofLimit } from '../text/phrases.ts';

/** A figure of each rack. */
export interface Layer {
  readonly id: string;
  readonly label: string;
  /** The figure of a rack; undefined where a rack has none. */
  value(rack: number): Derivation | undefined;
  /** What counts as full, for a rack; undefined where the highest rack does. */
  limit?(rack: number): Derivation;
}

/** The layers a design has something for. */
export function layersOf(facts: Facts): Layer[] {
  const { fabric, power, cooling } = facts;
  const cooled = (rack: number): boolean => loopOfRack(fabric, rack) !== undefined;
  const all: Layer[] = [
    { id: 'power', label: 'Power', value: (rack) => power.rack(rack), limit: (rack) => rackPowerLimit(fabric, rack) },
    {
      id: 'liquid',
      label: 'Heat to liquid',
      value: (rack) => (cooled(rack) ? cooling.rackHeat(rack) : undefined),
    },
    { id: 'air', label: 'Heat to air', value: (rack) => cooling.rackAirHeat(rack) },
    {
      id: 'flow',
      label: 'Coolant flow',
      value: (rack) => (cooled(rack) ? cooling.branches.rackFlow(rack) : undefined),
    },
    { id: 'fibers', label: 'Fibers that leave the rack', value: (rack) => rackFibers(facts, rack).fibersOut },
  ];
  const racks = Array.from({ length: fabric.racks.count }, (_, rack) => rack);
  return all.filter(({ value }) => racks.some((rack) => value(rack) !== undefined && value(rack)?.value !== 0));
}

/** A rack on the scale of a layer: as a share of its limit, or of the highest rack. */
export function statusIn(layer: Layer, highest: number, rack: number) {
  const value = layer.value(rack);
  if (value === undefined) return { value: 0, text: 'none' };
  const limit = layer.limit?.(rack);
  return {
    value: known(value.value / (limit?.value ?? highest)),
    text: limit === undefined ? printValue(value) : ofLimit(value, limit, layer.id),
  };
}
