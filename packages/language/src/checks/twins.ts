// A name declared twice where another, used beside it, isn't declared at all: the second one was meant to have that name.
import type { Finding } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import { replacement } from '../problems/problem.ts';
import { namesBeside } from './names-beside.ts';
import { undeclaredUses } from './undeclared-uses.ts';

/**
 * What is wrong with the names of a file, once a second `feed A` is taken for the `B` of `fed by A, B`: one mistake, one message.
 * @param found names declared twice, and undeclared names
 */
export function withoutTwins(found: readonly Finding[], document: LangiumDocument): readonly Finding[] {
  const twice = found.filter((each) => each.rule === 'name/twice' && each.fixes.length === 0);
  if (twice.length === 0) return found;
  const text = document.textDocument.getText();
  const textAt = ({ origin }: Finding): string => text.slice(origin.start, origin.end);
  const mended = new Map<Finding, Finding | undefined>();
  for (const [name, [first]] of undeclaredUses(document.parseResult.value)) {
    if (first === undefined) continue;
    const unknown = found.find(({ origin }) => origin.start === first.origin.start && origin.uri === first.origin.uri);
    const beside = namesBeside(first.container);
    const twin = twice.find((each) => !mended.has(each) && beside.has(textAt(each)));
    if (twin === undefined || unknown === undefined) continue;
    mended.set(twin, {
      ...twin,
      help: `\`${name}\` is used and not declared: did you mean it here?`,
      fixes: [replacement([twin.origin], name)],
    });
    mended.set(unknown, undefined);
  }
  return found.flatMap((each) => (mended.has(each) ? (mended.get(each) ?? []) : each));
}
