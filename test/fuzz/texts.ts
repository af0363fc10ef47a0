// The texts that are mutated: what people read, and what each rule shows.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '@lightloom/core';
import { examples } from '../kit/examples.ts';
import { filesBelow, root } from '../sources.ts';

/** Longer texts take longer than hundreds of cases in a second leave: they are taken less often. */
const usualLength = 3000;

const small = (text: string): boolean => text.length <= usualLength;

/** Examples of rules and of the documentation, and cases that came out wrong once. */
function allTexts(): string[] {
  const pages = filesBelow('docs').filter((path) => path.endsWith('.md') && !path.startsWith('docs/rules/'));
  const shown = pages.flatMap((path) => [
    ...readFileSync(join(root, path), 'utf8').matchAll(/^```fabric\n([\s\S]*?)^```/gm),
  ]);
  const cases = existsSync(join(root, 'test/cases')) ? filesBelow('test/cases') : [];
  return [
    ...Object.values(examples),
    ...shown.map(([, text = '']) => text),
    ...allRules.flatMap((rule) => [rule.bad, rule.good]),
    ...cases.filter((path) => path.endsWith('.fabric')).map((path) => readFileSync(join(root, path), 'utf8')),
  ];
}

/** Texts of which a case takes a few milliseconds. */
export const smallTexts: readonly string[] = allTexts().filter(small);

/** The others. */
export const largeTexts: readonly string[] = allTexts().filter((text) => !small(text));
