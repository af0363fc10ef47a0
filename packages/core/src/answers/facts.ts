// All facts of a fabric: each subject is computed once, when it is first asked for.
import type { Basis } from '../facts/conditions/basis.ts';
import { nothingFailed, type Scenario } from '../facts/conditions/scenario.ts';
import type { Fabric } from '../model/index.ts';
import { type AnswerStore, type Apart, defineStore, type Inputs, KeptAnswers } from './answer.ts';
import { type SubjectFacts, subjectFacts } from './subject-facts.ts';

/** What is true of a fabric. Numbers and their derivations; no judgement. */
export interface Facts extends AnswerStore, Omit<SubjectFacts, keyof Inputs> {
  /** The facts of the same fabric after failures. What doesn't depend on them isn't computed again. */
  under(scenario: Scenario): Facts;
  /** The same facts, with fewer links to judge: of those that differ in the length they give the shortest and the longest. */
  atExtremes(): Facts;
}

/** All facts as an answer, for what may read any of them. */
export const allFacts = defineStore<Facts>(subjectFacts);

/**
 * The facts of a fabric. Nothing is computed before it is asked for, and nothing twice.
 * @param basis what power, heat and loss are computed from; the worst case by default
 * @param apart asked before an answer is computed while nothing has failed
 */
export function factsOf(fabric: Fabric, basis: Basis = 'worst-case', apart?: Apart): Facts {
  return new LazyFacts({ fabric, basis, scenario: nothingFailed, lengths: 'all' }, undefined, apart);
}

class LazyFacts extends KeptAnswers implements Facts {
  private readonly base: LazyFacts;
  private extremes: LazyFacts | undefined;

  /** @param base the facts with nothing failed */
  constructor(inputs: Inputs, base?: LazyFacts, apart?: Apart) {
    super(inputs, base, apart);
    this.base = base ?? this;
  }

  get deviceLosses(): SubjectFacts['deviceLosses'] {
    return subjectFacts.deviceLosses(this);
  }
  get linkLosses(): SubjectFacts['linkLosses'] {
    return subjectFacts.linkLosses(this);
  }
  get devices(): SubjectFacts['devices'] {
    return subjectFacts.devices(this);
  }
  get links(): SubjectFacts['links'] {
    return subjectFacts.links(this);
  }
  get contents(): SubjectFacts['contents'] {
    return subjectFacts.contents(this);
  }
  get power(): SubjectFacts['power'] {
    return subjectFacts.power(this);
  }
  get heat(): SubjectFacts['heat'] {
    return subjectFacts.heat(this);
  }
  get placement(): SubjectFacts['placement'] {
    return subjectFacts.placement(this);
  }
  get cooling(): SubjectFacts['cooling'] {
    return subjectFacts.cooling(this);
  }
  get flows(): SubjectFacts['flows'] {
    return subjectFacts.flows(this);
  }
  get deviceFlows(): SubjectFacts['deviceFlows'] {
    return subjectFacts.deviceFlows(this);
  }
  get pressure(): SubjectFacts['pressure'] {
    return subjectFacts.pressure(this);
  }
  get optics(): SubjectFacts['optics'] {
    return subjectFacts.optics(this);
  }
  get cabling(): SubjectFacts['cabling'] {
    return subjectFacts.cabling(this);
  }
  get topology(): SubjectFacts['topology'] {
    return subjectFacts.topology(this);
  }
  get connectivity(): SubjectFacts['connectivity'] {
    return subjectFacts.connectivity(this);
  }
  get bandwidth(): SubjectFacts['bandwidth'] {
    return subjectFacts.bandwidth(this);
  }

  under(scenario: Scenario): Facts {
    return new LazyFacts({ fabric: this.fabric, basis: this.basis, scenario, lengths: this.lengths }, this.base);
  }

  atExtremes(): Facts {
    const { fabric, basis, scenario } = this;
    this.extremes ??= new LazyFacts({ fabric, basis, scenario, lengths: 'extremes' }, this.base);
    return this.extremes;
  }
}
