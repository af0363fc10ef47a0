// A question for a fact, as `margin(backend)`: read in the scope of a design without touching its text.
import type { Finding, Origin, Requirement } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import { unknownNamesIn } from '../checks/index.ts';
import type { Elaborated } from '../elaborate/index.ts';
import { parseQuestion, putInScopeOf, referencesIn, type SyntaxProblem } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';
import type { ProblemId } from '../problems/problem-kinds.ts';
import { bind } from '../references/binding.ts';
import type { Symbols } from '../references/symbols.ts';
import type { LibraryNames } from '../workspace/library-names.ts';

/** The address of a question, in the places of what is wrong with it. */
const questionUri = 'lightloom-question:';

/** What a question asks for. */
export interface Question {
  /** Undefined where the question can't be answered: because of its problems, or because the design isn't complete. */
  readonly requirement: Requirement | undefined;
  /** Whether it is about something that isn't there yet, in the phase that was asked for. */
  readonly isLater?: boolean;
  /** Whether it has a limit to hold, and not the name of a fact alone. */
  readonly isLimited: boolean;
  /** What is wrong with it; offsets count in the question. */
  readonly problems: readonly Finding[];
}

/** What a question needs to know beside the design. */
export interface QuestionServices {
  readonly symbols: Symbols;
  readonly library: LibraryNames;
}

/** Reads a question, step by step as a file is read: parse, bind, check names, elaborate. The first step that fails ends it. */
export function readQuestion(
  text: string,
  document: LangiumDocument,
  { ask }: Pick<Elaborated, 'ask'>,
  { symbols, library }: QuestionServices,
): Question {
  const { root, require, problems: syntax } = parseQuestion(text);
  const isLimited = require.limit !== undefined;
  if (syntax.length > 0) return { requirement: undefined, isLimited, problems: syntax.map(toFinding) };
  putInScopeOf(document, root, questionUri);
  for (const referrer of referencesIn(root)) bind(referrer, symbols);
  const unknown = unknownNamesIn(root, document, symbols, library);
  if (unknown.length > 0) return { requirement: undefined, isLimited, problems: unknown };
  return { isLimited, ...ask(require) };
}

function toFinding({ rule, message, help, suggestion, start, end }: SyntaxProblem): Finding {
  const origin: Origin = { uri: questionUri, start, end };
  const example = 'A fact is written as in a requirement: `margin(backend)`, `power(net) when any 1 of feed fail`.';
  return problem(rule as ProblemId, origin, message, { help: help ?? example, suggestion });
}
