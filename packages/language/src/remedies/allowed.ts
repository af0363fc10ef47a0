// The fix that accepts what a rule finds: an allowance for the things it is about, with a reason to fill in.
import { type Fabric, type Finding, type Fix, nameOf } from '@lightloom/core';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { extentOf } from '../parse/index.ts';

/** Names that an allowance lists; of more things, their arrays are named. */
const maxNames = 3;

/** Allows a finding of a rule, behind the other allowances at the top of the file; undefined where its subjects have no short names. */
export function allowing(finding: Finding, fabric: Fabric, document: LangiumDocument): Fix | undefined {
  const names = namesOf(fabric, finding);
  if (names.length === 0 || names.length > maxNames) return undefined;
  const text = document.textDocument.getText();
  const { statements } = document.parseResult.value as ast.FabricFile;
  const last = statements.findLast((each) => each.$type === 'Allow');
  const end = last === undefined ? text.trimEnd().length : extentOf(last).end;
  const statement = `allow ${finding.rule} because "reason" on ${names.join(', ')}`;
  const origin = { uri: document.uri.toString(), start: end, end };
  return {
    title: `Allow ${finding.rule} here, with a reason`,
    edits: [{ origin, text: `${last === undefined ? '\n' : ''}\n${statement}` }],
    isSafe: false,
    changesDesign: true,
    toFillIn: ['reason'],
  };
}

/** What a finding is about, as the design names it at its top; arrays of more than a few. */
function namesOf(fabric: Fabric, { subjects, alike = [] }: Finding): readonly string[] {
  const all = [subjects, ...alike.map((each) => each.subjects)].flatMap((each) => each ?? []);
  const names = new Set<string>();
  const arrays = new Set<string>();
  for (const { of, ids } of all)
    for (const id of ids) {
      // A link is named by one of its ends.
      const name = nameOf(fabric, of, id).split(' to ')[0] ?? '';
      if (names.size <= maxNames) names.add(name);
      arrays.add(name.replace(/\[\d+\]/g, '[*]').replace(/\/\d+$/, ''));
      if (arrays.size > maxNames) return [];
    }
  return names.size <= maxNames ? [...names] : [...arrays];
}
