// A text that breaks off in the middle of bodies: one mistake, one message.
import type { SyntaxProblem, Tokens } from './tokens/token.ts';

/**
 * The problems of a text with one for its end. Where it breaks off within a statement, what that statement lacks explains why the bodies around
 * it aren't closed; else the innermost of them is reported, with a fix for all.
 */
export function brokenOff(problems: readonly SyntaxProblem[], tokens: Tokens): readonly SyntaxProblem[] {
  // Before the end of the text, which is a token too.
  const last = tokens.ends[tokens.count - 2] ?? 0;
  const open = problems.filter((each) => each.rule === 'syntax/unclosed' && (closingOf(each)?.start ?? 0) >= last);
  if (open.length === 0) return problems;
  const others = problems.filter((each) => !open.includes(each));
  const isLast = ({ start }: SyntaxProblem): boolean => !/[\r\n]/.test(tokens.text.slice(start, last));
  return others.some(isLast) ? others : [...others, allClosed(open)];
}

const closingOf = ({ fix }: SyntaxProblem) => fix?.edits[0];

/** The problem of the innermost body, whose fix closes those around it too. */
function allClosed(open: readonly SyntaxProblem[]): SyntaxProblem {
  const outward = open.toSorted((a, b) => b.start - a.start);
  const [innermost] = outward as [SyntaxProblem];
  const closing = closingOf(innermost);
  if (outward.length === 1 || closing === undefined) return innermost;
  const text = outward.map((each) => closingOf(each)?.text ?? '').join('');
  const around = outward.length === 2 ? 'the one around it' : `the ${outward.length - 1} around it`;
  return {
    ...innermost,
    help: `Close it and ${around} with \`}\`.`,
    fix: { title: `Add ${outward.length} \`}\``, edits: [{ ...closing, text }] },
  };
}
