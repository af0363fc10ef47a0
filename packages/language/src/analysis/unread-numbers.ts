// Edits of a number that a design doesn't read: the value of a `let` in a file that it imports for something else.
import type * as ast from '../generated/ast.ts';
import { changeBetween, extentOf, referencesIn, type TextChange, textOfNode, wholeText } from '../parse/index.ts';
import { statementBefore } from './between-statements.ts';

/**
 * Where two states of a file differ, if that is the number of a `let` of which no statement of some files makes use.
 * @param before a file without syntax problems
 * @param files all that the design reads, with the file as it is after the change
 */
export function changeOfUnreadNumber(
  before: ast.FabricFile,
  after: ast.FabricFile,
  files: readonly ast.FabricFile[],
): TextChange | undefined {
  const change = changeBetween(wholeText(before), wholeText(after));
  const at = statementBefore(before.statements, change.start);
  const [was, is] = [numberOf(before.statements[at]), numberOf(after.statements[at])];
  const { length } = before.statements;
  if (was === undefined || is === undefined || after.statements.length !== length) return undefined;
  if (was.named !== is.named || was.unit !== is.unit || was.start !== is.start) return undefined;
  if (change.start < was.start || change.endBefore > was.end || change.endAfter > is.end) return undefined;
  return files.some((each) => reads(each, is.statement)) ? undefined : change;
}

/** The name of a `let`, and where its number is without its unit; undefined for other statements, and other values. */
function numberOf(statement: ast.Statement | undefined) {
  if (statement?.$type !== 'Let') return undefined;
  const { name: named, value } = statement;
  if (value.$type !== 'Numeral' && value.$type !== 'Quantity') return undefined;
  const [digits = ''] = /^[0-9.]+/.exec(textOfNode(value)) ?? [];
  const { start, end } = extentOf(value);
  return {
    statement,
    named,
    unit: textOfNode(value).slice(digits.length),
    start,
    end: Math.min(end, start + digits.length),
  };
}

/** Whether a file names a declaration. */
function reads(file: ast.FabricFile, declaration: ast.Let): boolean {
  return referencesIn(file).some(
    (each) => (each.$type === 'Segment' ? each.named : each.definition).ref === declaration,
  );
}
