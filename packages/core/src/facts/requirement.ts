// What a requirement asks for, and whether it holds.
import type { Comparator, Requirement } from '../model/index.ts';
import { same } from '../units/index.ts';
import { densityOfSelection } from './density.ts';
import { type Derivation, derived, unknown } from './derivation.ts';
import type { Facts } from './facts.ts';
import { worstScenario } from './failure.ts';
import { powerOfSelection } from './selected-power.ts';
import { worstLatency, worstLoss, worstTypicalLoss, worstTypicalMargin } from './worst-link.ts';

/** A requirement, evaluated. */
export interface Verdict {
  readonly requirement: Requirement;
  readonly value: Derivation;
  /** The limit in the unit of the value. `NaN` when it rests on something unknown. */
  readonly limit: number;
  /** Undefined when the value is unknown. */
  readonly holds: boolean | undefined;
  /** What has failed in the worst case. */
  readonly failed: readonly string[];
}

/** Every requirement of the fabric, evaluated. */
export function verdictsOf(facts: Facts): readonly Verdict[] {
  return facts.once('verdicts', () => facts.fabric.requirements.map((each) => evaluate(facts, each)));
}

/** Evaluates a requirement in its worst scenario. */
function evaluate(facts: Facts, requirement: Requirement): Verdict {
  const scenario = requirement.failures.length === 0 ? facts.scenario : worstScenario(facts, requirement.failures);
  if (scenario === undefined) {
    const value = unknown(
      requirement.fact,
      'count',
      `what follows when ${requirement.failures[0]?.text ?? ''} fails is not known`,
    );
    return { requirement, value, limit: requirement.limit, holds: undefined, failed: [] };
  }
  const under = requirement.failures.length === 0 ? facts : facts.under(scenario);
  return verdictAsIs(under, requirement);
}

/** Evaluates a requirement with just what has failed in these facts, whatever failures it names itself. */
export function verdictAsIs(facts: Facts, requirement: Requirement): Verdict {
  const { unit } = requirement;
  const value = { ...valueFor(facts, requirement), ...(unit === undefined ? {} : { unit }) };
  const limit = requirement.ofFull ? requirement.limit * fullOf(facts, requirement).value : requirement.limit;
  return {
    requirement,
    value,
    limit,
    holds: compare(value.value, requirement.comparator, limit),
    failed: facts.scenario.names,
  };
}

function valueFor(facts: Facts, requirement: Requirement): Derivation {
  const { fact, subject, point } = requirement;
  const id = subject.ids[0] ?? 0;
  const loop = facts.fabric.loops[id];
  switch (fact) {
    case 'oversubscription':
      return facts.bandwidth.oversubscription(id);
    case 'bisection':
      return facts.bandwidth.bisection(id);
    case 'margin':
      return facts.optics.margin(id);
    case 'typical-margin':
      return worstTypicalMargin(facts, id);
    case 'loss':
      return worstLoss(facts, id);
    case 'typical-loss':
      return worstTypicalLoss(facts, id);
    case 'latency':
      return worstLatency(facts, id);
    case 'diameter':
      return facts.connectivity.diameter(id);
    case 'paths':
      return facts.connectivity.paths(id);
    case 'density':
      return densityOfSelection(facts.fabric, subject, `density of ${requirement.subjectText}`);
    case 'power':
      return powerOfSelection(facts, subject, point === 'typical' ? 'typical' : 'maximum', requirement.subjectText);
    case 'headroom':
      return loop === undefined ? missing(requirement) : facts.cooling.headroom(loop);
    case 'temperature': {
      const branch = subject.of === 'branch' ? facts.fabric.branches[id] : undefined;
      if (branch !== undefined) {
        const { inlet, outlet } = facts.cooling.branches;
        return point === 'supply' ? { ...inlet(branch), label: `supply of ${branch.name}` } : outlet(branch);
      }
      if (loop === undefined) return missing(requirement);
      return point === 'supply'
        ? derived(`supply of ${loop.name}`, 'temperature', 'as set', [], loop.values.supply?.value ?? Number.NaN)
        : facts.cooling.returnTemperature(loop);
    }
    default:
      return missing(requirement);
  }
}

/** What `of full` refers to. */
function fullOf(facts: Facts, requirement: Requirement): Derivation {
  return requirement.fact === 'bisection'
    ? facts.bandwidth.fullBisection(requirement.subject.ids[0] ?? 0)
    : missing(requirement);
}

function missing(requirement: Requirement): Derivation {
  return unknown(requirement.fact, 'count', `${requirement.fact} of ${requirement.subjectText} is not known`);
}

function compare(value: number, comparator: Comparator, limit: number): boolean | undefined {
  if (Number.isNaN(value) || Number.isNaN(limit)) return undefined;
  if (same(value, limit)) return comparator !== '<' && comparator !== '>';
  switch (comparator) {
    case '<=':
    case '<':
      return value < limit;
    case '>=':
    case '>':
      return value > limit;
    case '==':
      return false;
  }
}
