// What a baseline accepts is about things and what they mean: refactoring a design neither adds nor loses an entry.
import { type Accepted, acceptable, allRules, type Finding, withoutCarets } from '@lightloom/core';
import { problemKinds } from '@lightloom/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf, knownAnalysisOf } from '../kit/design.ts';
import { examples, podWith, site } from '../kit/examples.ts';
import { type Files, refactorings } from '../kit/refactorings.ts';

interface Judged {
  readonly entries: readonly Omit<Accepted, 'name'>[];
  /** Errors of the text, by rule. */
  readonly errors: readonly string[];
}

async function judge({ text, beside }: Files): Promise<Judged> {
  const analysis = await (Object.keys(beside).length === 0 ? knownAnalysisOf(text) : analysisOf(text, beside));
  const isOfText = ({ rule, severity }: Finding): boolean => severity === 'error' && Object.hasOwn(problemKinds, rule);
  return {
    entries: acceptable([analysis]).map(({ name: _, ...entry }) => entry),
    errors: analysis.findings.filter(isOfText).map(({ rule }) => rule),
  };
}

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(refactorings)), fc.nat(255)), {
  minLength: 1,
  maxLength: 4,
});
/** How often each refactoring was tried with success. */
const tried = new Map<string, number>();

/** Each refactoring by itself. */
const each = Object.keys(refactorings).map((name): [[string, number][]] => [[[name, 7]]]);

/** Refactors a design at random, and compares what could be accepted before and after. */
async function expectSame(files: Files, numRuns: number): Promise<void> {
  const before = await judge(files);
  await fc.assert(
    fc.asyncProperty(steps, async (chosen) => {
      let [now, judged] = [files, before];
      const done: string[] = [];
      for (const [name, random] of chosen) {
        const next = refactorings[name]?.(now, random);
        if (next === undefined) continue;
        // A change by text alone may go wrong: then the design isn't the same any more.
        const after = await judge(next);
        if (after.errors.join() !== before.errors.join()) continue;
        [now, judged] = [next, after];
        done.push(name);
      }
      for (const name of done) tried.set(name, (tried.get(name) ?? 0) + 1);
      expect(judged.entries, `${done.join()}\n${now.text}`).toEqual(before.entries);
    }),
    { numRuns: numRuns + each.length, seed: 12, examples: each },
  );
}

describe('refactoring neither adds nor loses an entry', () => {
  it.each(allRules.map((rule) => [rule.id, rule] as const))('of %s', async (_, rule) => {
    await expectSame({ text: withoutCarets(rule.bad), beside: {} }, 2);
  });

  it.each(Object.keys(examples).filter((name) => !/xpo-pod|site/.test(name)))('of the example %s', async (name) => {
    await expectSame({ text: examples[name] as string, beside: {} }, 1);
  });

  it('of a pod whose modules are too hot', async () => {
    await expectSame({ text: podWith('128 W ', '420 W '), beside: site }, 1);
  });

  it('of links of two kinds of optics, too long for either, once one statement makes them', async () => {
    const medium = 'over OS2 { length 700 m  connectors 2 x MPO16 }';
    const links = (made: string): string => `import "std/osfp"
switch type Box { height 1 RU  ports p : OSFP }
switch a[1..2] : Box
switch b[1..2] : Box
plug Osfp800Dr8 into a[1].p, b[1].p
plug Osfp1600Dr8 into a[2].p, b[2].p
${made}
`;
    const apart = links(`link a[1].p to b[1].p ${medium}\nlink a[2].p to b[2].p ${medium}`);
    const [before, after] = [
      await judge({ text: apart, beside: {} }),
      await judge({ text: links(`link a[*].p to b[*].p ${medium}`), beside: {} }),
    ];
    expect(after).toEqual(before);
    expect(before.entries.filter(({ rule }) => rule === 'optics/reach')).toHaveLength(2);
  });

  it('with each kind of refactoring', () => {
    expect([...tried.keys()].sort()).toEqual(Object.keys(refactorings).sort());
  });
});
