// Hovers that need no analysis: an import, a rule, a quantity.
import { allRules, type FactSpec, printConverted, type Rule, readQuantity, unitsOf } from '@lightloom/core';
import { markdownText } from '@lightloom/print/shown';
import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { alternatives, capitalized, withArticle } from '../../problems/wording.ts';
import { bareFact, factOf } from '../../references/fact-names.ts';
import type { Imports } from '../../workspace/imports.ts';
import { headline } from '../wording/headline.ts';
import { code } from '../wording/markdown.ts';

/** Maximum of declarations of an imported file that are listed. */
const maxNames = 20;

/** What an imported file declares, a line each. */
export function importText(node: ast.Import, imports: Imports): string | undefined {
  const file = imports.fileOf(node);
  if (file === undefined) return undefined;
  const lines = file.statements.flatMap((each) =>
    each.$type !== 'Import' && each.$type !== 'Allow' && 'name' in each ? [headline(each)] : [],
  );
  const rest = lines.length - maxNames;
  const shown = rest > 0 ? [...lines.slice(0, maxNames), `// and ${rest} more`] : lines;
  return `**${markdownText(node.path)}**\n\n${code(shown.join('\n'))}`;
}

/** Where a value comes from, as its author states it: a paragraph of its own, or nothing. */
export function provenanceText({ provenance }: ast.Property): string {
  return provenance === undefined ? '' : `\n\n*${provenance.kind}: ${markdownText(provenance.text)}*`;
}

/** The rule that an allowance names, or the rules of its family. @param house the rules of plug-ins */
export function ruleText(
  node: ast.Allow,
  leaf: { readonly text: string; readonly astNode: AstNode },
  house: readonly Rule[],
): string | undefined {
  if (!node.rule.split('/').includes(leaf.text)) return undefined;
  const rules = [...allRules, ...house].filter((each) => each.id === node.rule || each.id.startsWith(`${node.rule}/`));
  return rules.length === 0
    ? undefined
    : rules
        .map((each) => `**${each.id}** (${each.severity}): ${each.title}\n\n${each.why}\n\n${each.override}`)
        .join('\n\n---\n\n');
}

/** What a fact is, at its name; undefined anywhere else. */
export function factText({ text, astNode }: { readonly text: string; readonly astNode: AstNode }): string | undefined {
  const call = astNode.$type === 'FactCall' ? (astNode as ast.FactCall) : undefined;
  const bare = astNode.$type === 'Segment' ? bareFact(astNode.$container as ast.Selector) : undefined;
  if (call?.fact !== text && bare === undefined) return undefined;
  const fact = factOf(text);
  if (fact === undefined) return undefined;
  const form = bare === undefined ? `${text}(…)` : text;
  return `${code(form)}\n\n${fact.doc}\n\n*${dimensionText(fact)}${severalText(fact)}*`;
}

function dimensionText({ dimension }: FactSpec): string {
  return dimension === 'count'
    ? 'A plain number'
    : capitalized(`${withArticle(dimension)}, in ${alternatives(unitsOf(dimension).map(({ name }) => name))}`);
}

function severalText({ several }: FactSpec): string {
  if (several === undefined) return '.';
  return several === 'together' ? '. Several subjects count together.' : '. Of several subjects, the worst.';
}

/** `128 W = 0.128 kW`: a quantity in the units a person may think in; undefined when the text isn't a quantity. */
export function inOtherUnits(text: string): string | undefined {
  const read = readQuantity(text);
  if (read === undefined) return undefined;
  const { dimension } = read.unit;
  const others = unitsOf(dimension)
    .filter((each) => each.name !== read.unit.name && isReadable(read.value / each.factor))
    .map((each) => `${printConverted(read.value / each.factor)} ${each.name}`);
  return [`**${markdownText(text)}**`, ...others].join(' = ');
}

/** Whether a person would write such a number. */
function isReadable(value: number): boolean {
  const size = Math.abs(value);
  return size >= 0.001 && size < 1e6;
}
