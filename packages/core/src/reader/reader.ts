// Reads a design for a program or a plug-in: what is installed, and the facts of it.
import { type Facts, requiredFact } from '../answers/index.ts';
import { pointsOfFact, requirableFacts } from '../catalogue/index.ts';
import { nameOf } from '../model/index.ts';
import type { DesignReader } from './design-reader.ts';
import type { Element } from './elements.ts';
import { figureOf, quantity } from './figure.ts';
import { elementsOf } from './installed.ts';

/** The reader of a design's facts. */
export function readerOf(facts: Facts): DesignReader {
  const { fabric } = facts;
  return {
    uri: fabric.uri,
    ...elementsOf(facts),
    quantity,
    fact(name, of, point) {
      const asked = 'of' in of ? [of] : [...of];
      const why = whyNot(name, asked, point);
      if (why !== undefined) throw new Error(why);
      const [{ of: family } = { of: 'network' as const }] = asked;
      if (family === 'link') throw new Error(`${name} can't be asked of a link.`);
      const ids = Uint32Array.from(asked, ({ id }) => id);
      const names = asked.map((each) => nameOf(fabric, each.of, each.id));
      return figureOf(requiredFact(facts, name, { of: family, ids, point, name: names.join(', ') }).value);
    },
  };
}

/** Why a fact can't be asked of some things; undefined when it can. */
function whyNot(name: string, asked: readonly Element[], point: string | undefined): string | undefined {
  const fact = Object.hasOwn(requirableFacts, name) ? requirableFacts[name] : undefined;
  if (fact === undefined) return `\`${name}\` isn't a fact; docs/facts.md lists all of them.`;
  const [first] = asked;
  if (first === undefined) return `${name} is asked of nothing.`;
  if (asked.some(({ of }) => of !== first.of)) return `${name} is asked of things of different kinds.`;
  const subjects: readonly string[] = fact.subjects;
  if (!subjects.includes(first.of)) return `${name} can't be asked of a ${first.of}, only of: ${subjects.join(', ')}.`;
  if (asked.length > 1 && fact.several !== 'together')
    return `${name} is asked of one thing at a time, not of ${asked.length}.`;
  if (point !== undefined && !(fact.points ?? []).includes(point))
    return `${name} has no point \`${point}\`; it has: ${pointsOfFact(fact).join(', ') || 'none'}.`;
  return undefined;
}
