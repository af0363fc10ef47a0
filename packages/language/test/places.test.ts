// Places of words in statements: problems point at them whatever is written around them.
import { expect, it } from 'vitest';
import { analyzeText } from '../src/testing.ts';

it.each([
  ['network n : scale-out { }\nrequire /* foo */ foo(n) <= 1 kW', 'require/fact', 'foo', 1],
  ['allow /* power */ power / nothing because "power"', 'allow/rule', 'power / nothing', 0],
  ['network scaleout /* scaleout */ : scaleout { }', 'value/word', 'scaleout', 2],
  ['template T(cuont /* cuont */ : cuont) { }\nt : T(cuont = 1)', 'value/word', 'cuont', 2],
] as const)('%s', async (text, rule, word, nth) => {
  const { analysis } = await analyzeText(text);
  const { origin } = analysis.findings.find((each) => each.rule === rule) ?? {};
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(word, start + 1);
  expect([origin?.start, text.slice(origin?.start, origin?.end)]).toEqual([start, word]);
});

it('of a requirement start at its fact, and its text is one line', async () => {
  const text = 'network n : scale-out { }\nrequire\n  links(n)\n  <= 3\n';
  const [requirement] = (await analyzeText(text)).analysis.fabric.requirements;
  expect(requirement?.text).toBe('require links(n) <= 3');
  expect(text.slice(requirement?.origin.start, requirement?.origin.end)).toBe('links(n)\n  <= 3');
});

it('`auto` is the word alone', async () => {
  const parts = 'import "std/fiber"\nswitch type S { height 1 OU }\nswitch a : S\nswitch b : S\n';
  const rules = async (length: string) => {
    const { analysis } = await analyzeText(`${parts}link a.p to b.p over OS2 {\n  length ${length}\n}\n`);
    return analysis.findings.filter(({ origin }) => origin.start > parts.length).map(({ message }) => message);
  };
  expect((await rules('auto')).filter((each) => each.includes('auto'))).toEqual([]);
  expect((await rules('auto[1]')).filter((each) => each.includes('auto'))).not.toEqual([]);
});
