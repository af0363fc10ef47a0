// Explains something of a design: what a path names, or a fact as it is written in a requirement.
import {
  type Explanation,
  explainSelector,
  explainValue,
  explainVerdict,
  type Fabric,
  factsOfDesign,
  nameable,
  printAxes,
  printCount,
  verdictOf,
  withoutPlacesIn,
} from '@lightloom/core';
import { URI, UriUtils } from 'langium';
import type { Analysis } from '../analysis/analysis.ts';
import { closest, isQuestion } from '../parse/index.ts';

/** Why something can't be explained; offsets count in what was asked. */
export interface AskProblem {
  readonly message: string;
  readonly help: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** What was asked for, explained, or why it can't be. */
export type Explained =
  | { readonly explanations: readonly Explanation[] }
  | { readonly problems: readonly AskProblem[] };

/**
 * Explains what somebody asks of a design.
 * @param asked a path, `leaf[3].up[1]/5`; a fact or what is computed from facts, `margin(backend)`,
 *   `power(net) / accelerators <= 2 kW when any 1 of feed fail`; or a `let`
 */
export function explain(design: Analysis, asked: string): Explained {
  if (isQuestion(asked)) return factOf(design, asked);
  const explanations = explainSelector(design.facts, asked);
  if (explanations !== undefined) return { explanations };
  // A name of a `let`, a fact alone, or what is computed from them.
  const figure = factOf(design, asked);
  if ('explanations' in figure || / [-+*/] /.test(asked)) return figure;
  const help = suggestionFor(asked, design.fabric);
  const message = `\`${asked}\` matches nothing in ${fileName(design.uri)}.`;
  return { problems: [{ message, help, start: 0, end: asked.length }] };
}

/** A fact of a design, with its verdict where a limit is asked too. Reads the question in the design's scope. */
export function factOf(design: Analysis, question: string): Explained {
  const { requirement, isLimited, isLater, problems } = design.question(question);
  if (problems.length > 0)
    return { problems: problems.map(({ message, help, origin: { start, end } }) => ({ message, help, start, end })) };
  if (requirement === undefined) {
    const why =
      isLater === true ? 'what it is about comes in a later phase' : 'the design has errors where it is about';
    const message = `\`${question}\` can't be answered: ${why}.`;
    return { problems: [{ message, help: undefined, start: 0, end: question.length }] };
  }
  const { facts } = design;
  const explained = isLimited ? explainVerdict(verdictOf(facts, requirement)) : explainValue(facts, requirement);
  return { explanations: [withoutPlacesIn(requirement.origin.uri, explained)] };
}

/** `pod.fabric` */
function fileName(uri: string): string {
  return UriUtils.basename(URI.parse(uri)).replace('<stdin>.fabric', 'the standard input');
}

/** Maximum of names that a text lists. */
const maxNames = 20;

/** What can be named in a design, as a sentence. */
export function namesText({ fabric }: Pick<Analysis, 'fabric'>): string {
  const names = nameable(fabric);
  if (names.length === 0) return 'It has nothing to name yet.';
  const more = names.length - maxNames;
  return `It has ${names.slice(0, maxNames).join(', ')}${more > 0 ? ` and ${printCount(more, 'more', 'more')}` : ''}.`;
}

/** The likely suggestion for a path that names nothing: a name with nearly the same spelling, or the indices there are. */
function suggestionFor(path: string, fabric: Fabric): string {
  const steps = path
    .replace(/\/[^/]*$/, '')
    .replace(/\[[^\]]*(?:\]|$)/g, '')
    .split('.')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const known = nameable(fabric);
  for (const step of steps) {
    if (known.includes(step)) continue;
    const near =
      known.find((each) => step.length > 1 && each.startsWith(step)) ?? closest(step, [...known, ...factsOfDesign]);
    if (near !== undefined) return `Did you mean ${near}?`;
  }
  const block = fabric.blocks.findLast((each) => steps.includes(each.name));
  if (block === undefined) return namesText({ fabric });
  const ports = block.part?.ports.map((group) => `${group.name}${printAxes(group.axes)}`) ?? [];
  const holds = ports.length === 0 ? '' : `, with the ports ${ports.join(', ')}`;
  return `There is ${block.name}${printAxes(block.axes)}${holds}.`;
}
