// What the optics of the library come to, for the tests that compare it with published figures.
import { type LinkBudget, type Part, propertyOf } from '@lightloom/core';
import { libraryNames } from '@lightloom/language';
import { analyzeText } from '@lightloom/language/testing';

/** Two modules of one PMD over a path. */
export const link = (optics: string, path: string, before = '') => `
import "std/xpo"
import "std/cages"
import "std/copper"
${before}
module type M { form-factor OSFP1600  channels 1 x ${optics}  power 10 W }
switch type Box { height 2 RU  ports p : OSFP1600 }
switch a : Box
switch b : Box
plug M into a.p, b.p
link a.p to b.p over ${path}`;

export async function budgetOf(text: string): Promise<LinkBudget> {
  const { facts } = (await analyzeText(text)).analysis;
  return facts.optics.budgets[0] as LinkBudget;
}

const all = libraryNames().map((name) => `import "std/${name}"`);
/** Every part of the library. */
export const { parts } = (await analyzeText(all.join('\n'))).analysis.fabric;

/** A part of the library. */
export function named(name: string): Part {
  const found = parts.find((part) => part.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

/** What a part says. */
export const figureOf = (name: string, property: string): unknown => propertyOf(named(name).values, property)?.value;
