// What a design costs, for the report.
import { bill, type Facts, requiredFact } from '../answers/index.ts';
import { billText } from '../facts/index.ts';
import type { Derivation } from '../figures/index.ts';
import { single } from '../model/index.ts';

/** Costs of the hall or of a network. */
interface CostRow {
  /** Name of the network; undefined of everything. */
  readonly network: string | undefined;
  readonly cost: Derivation;
  /** Of a network only. */
  readonly perGbps: Derivation | undefined;
  readonly perAccelerator: Derivation;
  /** In W. */
  readonly powerPerAccelerator: Derivation;
  readonly energyCost: Derivation;
  readonly totalCost: Derivation;
}

/** The costs of a design. */
export interface CostRows {
  /** The sum of its bill as a sentence. */
  readonly text: string;
  /** Everything, then the networks. */
  readonly rows: readonly CostRow[];
}

/** Costs of everything and of each network; undefined where nothing has a price. */
export function costRows(facts: Facts): CostRows | undefined {
  const text = billText(bill(facts));
  if (text === '') return undefined;
  const { hall, networks } = facts.fabric;
  return {
    text,
    rows: [
      rowOf(facts, 'hall', 0, hall?.name ?? 'the design'),
      ...networks.map(({ index, name }) => rowOf(facts, 'network', index, name)),
    ],
  };
}

function rowOf(facts: Facts, of: 'hall' | 'network', id: number, name: string): CostRow {
  const asked = { ...single(of, id), point: undefined, name };
  const value = (fact: string): Derivation => requiredFact(facts, fact, asked).value;
  return {
    network: of === 'network' ? name : undefined,
    cost: value('cost'),
    perGbps: of === 'network' ? value('cost-per-gbps') : undefined,
    perAccelerator: value('cost-per-accelerator'),
    powerPerAccelerator: value('power-per-accelerator'),
    energyCost: value('energy-cost'),
    totalCost: value('total-cost'),
  };
}
