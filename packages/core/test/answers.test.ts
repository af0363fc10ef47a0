// Answers: kept once for each fabric and scenario, shared where they read nothing that has failed.
import { describe, expect, it } from 'vitest';
import { factTable } from '../src/answers/required/fact-table.ts';
import {
  type AnswerStore,
  defineAnswer,
  defineAnswerFor,
  type Facts,
  factsOf,
  figuresOfParts,
  hallPower,
  type Needs,
  nothingFailed,
  rackFibers,
  reads,
  requirableFacts,
  type Scenario,
  tierRatios,
  trayOf,
} from '../src/index.ts';
import { smallFabric } from './fabrics.ts';

const fabric = smallFabric();

it('every fact that can be required has a value in answers/required, and no other has one', () => {
  expect(Object.keys(factTable).sort()).toEqual(Object.keys(requirableFacts).sort());
});

/** Device 0, a leaf, has failed. */
const leafFailed: Scenario = { ...nothingFailed, devices: Uint8Array.of(1, 0, 0, 0), names: ['net.leaf[1]'] };
const feedFailed: Scenario = { ...nothingFailed, feeds: new Set([0]), names: ['A'] };

/** An answer that counts how often it is computed. */
function counted(needs: Needs) {
  let times = 0;
  const answer = defineAnswer(needs, () => ++times);
  return { answer, times: () => times };
}

describe('an answer', () => {
  it('is computed when it is first asked for, and once', () => {
    const facts = factsOf(fabric);
    const { answer, times } = counted(reads('fabric'));
    expect(times()).toBe(0);
    expect([answer(facts), answer(facts), facts.get(answer), times()]).toEqual([1, 1, 1, 1]);
  });

  it('is kept even where it is undefined', () => {
    const facts = factsOf(fabric);
    let times = 0;
    const answer = defineAnswer(reads('fabric'), () => {
      times++;
      return undefined;
    });
    expect([answer(facts), answer(facts), times]).toEqual([undefined, undefined, 1]);
  });

  it('is computed for each fabric', () => {
    const { answer } = counted(reads('fabric'));
    expect([answer(factsOf(fabric)), answer(factsOf(fabric))]).toEqual([1, 2]);
  });

  it('never shares a value with another that is defined alike', () => {
    const facts = factsOf(fabric);
    const [one, other] = [1, 2].map((value) => defineAnswer(reads('fabric'), () => value));
    expect([one?.(facts), other?.(facts)]).toEqual([1, 2]);
  });

  it('gets the values of what it declares', () => {
    const answer = defineAnswer(reads('fabric', 'devices', 'basis'), (values) => ({
      names: Object.keys(values).sort(),
      devices: values.fabric.devices.count,
      classes: values.devices.classes.length,
      basis: values.basis,
    }));
    expect(answer(factsOf(fabric, 'typical'))).toEqual({
      names: ['basis', 'devices', 'fabric'],
      devices: 4,
      classes: 2,
      basis: 'typical',
    });
  });

  it('can read another answer, which is computed once for both', () => {
    const facts = factsOf(fabric);
    const { answer, times } = counted(reads('fabric'));
    const double = defineAnswer({ one: answer }, ({ one }) => 2 * one);
    expect([double(facts), answer(facts), times()]).toEqual([2, 1, 1]);
  });
});

describe('an answer in a scenario', () => {
  it('is shared where it reads nothing that has failed', () => {
    const facts = factsOf(fabric);
    const { answer, times } = counted(reads('fabric', 'optics'));
    expect([answer(facts.under(leafFailed)), answer(facts), times()]).toEqual([1, 1, 1]);
  });

  it('is computed again where it reads what has failed, directly or through another', () => {
    const facts = factsOf(fabric);
    const { answer } = counted(reads('deviceLosses'));
    const above = defineAnswer({ one: answer }, ({ one }) => one);
    expect([above(facts), above(facts.under(leafFailed)), answer(facts)]).toEqual([1, 2, 1]);
  });

  it('is kept for that scenario', () => {
    const facts = factsOf(fabric);
    const under = facts.under(leafFailed);
    const { answer, times } = counted(reads('scenario'));
    expect([answer(under), answer(under), answer(facts.under(leafFailed)), times()]).toEqual([1, 1, 2, 2]);
  });

  it('is that of the whole fabric where nothing has failed', () => {
    const facts = factsOf(fabric);
    const { answer } = counted(reads('scenario'));
    const again = facts.under(leafFailed).under({ ...nothingFailed, cdus: new Set(), feeds: new Set(), names: [] });
    expect([answer(facts), answer(again)]).toEqual([1, 1]);
  });
});

describe('an answer for each of several things', () => {
  it('is kept by thing', () => {
    const facts = factsOf(fabric);
    const asked: number[] = [];
    const answer = defineAnswerFor(reads('fabric'), (_, of: number) => {
      asked.push(of);
      return of === 1 ? undefined : 10 * of;
    });
    expect([answer(facts, 2), answer(facts, 1), answer(facts, 2), answer(facts, 1)]).toEqual([
      20,
      undefined,
      20,
      undefined,
    ]);
    expect(asked).toEqual([2, 1]);
  });

  it('can be read by another answer', () => {
    const tens = defineAnswerFor(reads('fabric'), (_, of: number) => 10 * of);
    const sum = defineAnswer({ tens: tens.each }, (values) => values.tens(1) + values.tens(2));
    expect(sum(factsOf(fabric))).toBe(30);
  });
});

describe('the facts of a fabric', () => {
  const subjects = (facts: Facts) => ({
    optics: facts.optics,
    heat: facts.heat,
    topology: facts.topology,
    power: facts.power,
    placement: facts.placement,
    flows: facts.flows,
    cooling: facts.cooling,
    bandwidth: facts.bandwidth,
    connectivity: facts.connectivity,
  });
  const sharedWith = (facts: Facts, under: Facts): string[] => {
    const [whole, part] = [subjects(facts), subjects(under)];
    return Object.keys(whole).filter((name) => whole[name as keyof typeof whole] === part[name as keyof typeof part]);
  };

  it('are kept', () => {
    const facts = factsOf(fabric);
    expect(sharedWith(facts, facts)).toHaveLength(9);
  });

  it('are those that depend on devices computed again when a device fails', () => {
    const facts = factsOf(fabric);
    expect(sharedWith(facts, facts.under(leafFailed))).toEqual(['optics', 'heat', 'topology']);
  });

  it('are all the same when a feed fails', () => {
    const facts = factsOf(fabric);
    expect(sharedWith(facts, facts.under(feedFailed))).toHaveLength(9);
  });

  it('count what still runs', () => {
    const facts = factsOf(fabric);
    expect([facts.power.total.value, facts.under(leafFailed).power.total.value]).toEqual([3090, 2560]);
    expect(facts.under(leafFailed).power.rack(0).value).toBe(1015);
  });

  it('start from the whole in a scenario', () => {
    const facts = factsOf(fabric);
    const under = facts.under(leafFailed);
    expect([facts.bandwidth.injection(0).value, under.bandwidth.injection(0).value]).toEqual([8e11, 4e11]);
    expect(under.bandwidth.fullBisection(0).value).toBe(4e11);
  });

  it('are what the answers of a whole fabric are computed from', () => {
    const facts: AnswerStore = factsOf(fabric);
    expect(hallPower(facts, 'worst-case')?.total.value).toBe(3090);
    expect(hallPower(facts, 'typical')?.total.unknown).toBe('Leaf has no `typical-power`');
    expect(tierRatios(facts, 0).map(({ names, worst }) => [names, worst.value])).toEqual([]);
    expect(rackFibers(facts, 0).fibersOut.value).toBe(8);
    expect(trayOf(facts)?.largest.unknown).toBe('rack[1] has no row');
    expect(figuresOfParts(facts).size).toBeGreaterThan(0);
  });
});
