// Laws of a comparison: nothing differs from itself, refactoring changes nothing, there and back are mirror images, and what is added
// and removed adds up.
import {
  allRules,
  type Change,
  type DesignDiff,
  diffOf,
  type Fabric,
  type Finding,
  type JudgedDesign,
  withoutCarets,
} from '@lightloom/core';
import { problemKinds } from '@lightloom/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf, knownAnalysisOf } from '../kit/design.ts';
import { examples, pod, podWith, site } from '../kit/examples.ts';
import { type Files, refactorings } from '../kit/refactorings.ts';

function opened({ text, beside }: Files): Promise<JudgedDesign> {
  return Object.keys(beside).length === 0 ? knownAnalysisOf(text) : analysisOf(text, beside);
}

const textErrors = ({ findings }: JudgedDesign): string =>
  findings
    .filter(({ rule, severity }: Finding) => severity === 'error' && Object.hasOwn(problemKinds, rule))
    .map(({ rule }) => rule)
    .join();

/** What a reader is told, but for names. */
const told = ({ changes, cables, requirements, findings, isSame }: DesignDiff): unknown => ({
  changes,
  touched: cables.touched,
  requirements: requirements
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, after }) => [kind, after?.requirement.text]),
  fresh: findings.fresh.map(({ finding }) => `${finding.rule}: ${finding.message}`),
  gone: findings.gone.map(({ finding }) => `${finding.rule}: ${finding.message}`),
  isSame,
});
const nothing = { changes: [], touched: [], requirements: [], fresh: [], gone: [], isSame: true };

describe('a design and itself', () => {
  it.each(Object.keys(examples))('%s', async (name) => {
    const text = examples[name] as string;
    const diff = diffOf(await knownAnalysisOf(text, site), await analysisOf(text, site));
    expect(told(diff)).toEqual(nothing);
    expect(diff.renamed).toEqual([]);
    const { before, kept } = diff.cables;
    if (!Number.isNaN(before.value)) expect(kept).toBe(before.value);
  });
});

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(refactorings)), fc.nat(255)), {
  minLength: 1,
  maxLength: 4,
});
/** All of them one after the other; and each by itself. */
const together: [[string, number][]][] = [[Object.keys(refactorings).map((name) => [name, 7])]];
const each = Object.keys(refactorings).map((name): [[string, number][]] => [[[name, 7]]]);
const tried = new Map<string, number>();

/** Refactors a design at random, and compares it with what it was. */
async function expectSame(files: Files, chains: [[string, number][]][], numRuns = 0): Promise<void> {
  const before = await opened(files);
  await fc.assert(
    fc.asyncProperty(steps, async (chosen) => {
      let [now, after] = [files, before];
      for (const [name, random] of chosen) {
        const next = refactorings[name]?.(now, random);
        if (next === undefined) continue;
        const judged = await opened(next);
        // A change by text alone may go wrong: then the design isn't the same any more.
        if (textErrors(judged) !== textErrors(before)) continue;
        [now, after] = [next, judged];
        tried.set(name, (tried.get(name) ?? 0) + 1);
      }
      expect(told(diffOf(before, after)), now.text).toEqual(nothing);
      expect(told(diffOf(after, before)), now.text).toEqual(nothing);
    }),
    { numRuns: numRuns + chains.length, seed: 3, examples: chains },
  );
}

describe('refactoring changes nothing', () => {
  it.each(allRules.map((rule) => [rule.id, rule] as const))('of the example of %s', async (_, rule) => {
    await expectSame({ text: withoutCarets(rule.bad), beside: {} }, together);
  });

  it.each(Object.keys(examples).filter((name) => !/xpo-pod|site/.test(name)))('of %s', async (name) => {
    await expectSame(
      { text: examples[name] as string, beside: {} },
      /plane|dragonfly|tree/.test(name) ? together : each,
      1,
    );
  });

  it('of the pod', async () => {
    await expectSame({ text: pod, beside: site }, together);
  });

  it('with each kind of refactoring', () => {
    expect([...tried.keys()].sort()).toEqual(Object.keys(refactorings).sort());
  });
});

/** Pairs of designs that differ. */
const pairs: readonly (readonly [name: string, before: string, after: string])[] = [
  ['another technology', examples['osfp-leaf-spine.fabric'] as string, pod],
  ['fewer hosts', pod, podWith('ScalableUnit(64)', 'ScalableUnit(48)')],
  ['more blocks', podWith('su[1..2] ', 'su[1..1] '), pod],
  ['another module', pod, podWith('plug Osfp800Dr4 into', 'plug Osfp800Dr8 into')],
  ['other racks', pod, podWith('place su[*].node[*] in gpu[*] 4 each', 'place su[*].node[*] in gpu[1..26] 5 each')],
  ['other lengths', pod, podWith('length 30 m', 'length 45 m')],
  ['two shapes', examples['fat-tree.fabric'] as string, examples['multi-plane.fabric'] as string],
  ['a torus and a dragonfly', examples['torus.fabric'] as string, examples['dragonfly.fabric'] as string],
];

const mirrored: Readonly<Record<Change['kind'], Change['kind']>> = {
  added: 'removed',
  removed: 'added',
  replaced: 'replaced',
  moved: 'moved',
  changed: 'changed',
  renamed: 'renamed',
};

const total = (changes: readonly Change[], of: readonly Change['of'][], kind: Change['kind']): number =>
  changes.reduce((all, each) => (of.includes(each.of) && each.kind === kind ? all + each.count : all), 0);

const modulesIn = ({ cages }: Fabric): number => cages.module.filter((module) => module >= 0).length;

describe('a pair of designs', () => {
  it.each(pairs)('with %s: there and back are mirror images', async (_, a, b) => {
    const [old, now] = [await knownAnalysisOf(a, site), await knownAnalysisOf(b, site)];
    const [there, back] = [diffOf(old, now), diffOf(now, old)];
    const counted = (changes: readonly Change[], kindOf: (each: Change) => Change['kind']): string[] => {
      const counts = new Map<string, number>();
      for (const change of changes) {
        const key = `${change.of} ${kindOf(change)}`;
        counts.set(key, (counts.get(key) ?? 0) + change.count);
      }
      return [...counts].map(([key, count]) => `${key} ${count}`).sort();
    };
    expect(counted(back.changes, ({ kind }) => mirrored[kind])).toEqual(counted(there.changes, ({ kind }) => kind));
    expect(back.cables.kept).toBe(there.cables.kept);
    expect(back.findings.gone.map(({ finding }) => finding.message).sort()).toEqual(
      there.findings.fresh.map(({ finding }) => finding.message).sort(),
    );
  });

  it.each(pairs)('with %s: what is added and removed adds up', async (_, a, b) => {
    const [old, now] = [await knownAnalysisOf(a, site), await knownAnalysisOf(b, site)];
    const { changes, cables } = diffOf(old, now);
    const grows = (of: readonly Change['of'][]): number => total(changes, of, 'added') - total(changes, of, 'removed');
    const [before, after] = [old.fabric, now.fabric];
    expect(grows(['switch', 'host'])).toBe(after.devices.count - before.devices.count);
    expect(grows(['module', 'engine'])).toBe(modulesIn(after) - modulesIn(before));
    expect(grows(['link'])).toBe(after.links.count - before.links.count);
    expect(grows(['rack'])).toBe(after.racks.count - before.racks.count);
    expect(grows(['cdu'])).toBe(after.cdus.count - before.cdus.count);
    const work = (kind: string): number =>
      cables.touched.reduce((all, each) => (each.work === kind ? all + each.count : all), 0);
    const stays = cables.kept + work('plugged again') + work('replaced');
    expect(stays + work('removed')).toBe(cables.before.value);
    expect(stays + work('new')).toBe(cables.after.value);
  });
});
