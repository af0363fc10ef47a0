// Values set from outside for a what-if: each replaces a `let` at the top of a file, or the default of a parameter.
import { inLibrary, type Setting } from '@lightloom/core';
import type { AstNode } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { closest, parseFabric, putInScopeOf, referencesIn } from '../../parse/index.ts';
import { codeList } from '../../problems/wording.ts';
import { bind } from '../../references/binding.ts';
import { factDependence } from '../../references/fact-names.ts';
import type { Symbols } from '../../references/symbols.ts';
import { Context } from '../scope/context.ts';
import { Scope } from '../scope/scope.ts';
import type { Value } from '../scope/value.ts';
import { fits, kindOfValue, type Takes, takesOfParameter, takesText, valueText } from './argument-kinds.ts';
import { evaluate } from './evaluate.ts';

/** Why a value can't be set. */
export interface SettingProblem {
  readonly name: string;
  /** Whether nothing in the design that can be set has that name. */
  readonly unknown: boolean;
  readonly message: string;
}

type Settable = ast.Let | ast.Parameter;

export interface Settings {
  readonly problems: readonly SettingProblem[];
  /** What is set, in the order it was given. */
  readonly made: readonly Setting[];
  readonly values: ReadonlyMap<Settable, Value>;
}

/**
 * Finds what settings refer to in a design.
 * @param uri of the design
 * @param files the design and what it imports
 */
export function settingsOf(
  given: readonly Setting[],
  uri: string,
  files: readonly ast.FabricFile[],
  symbols: Symbols,
): Settings {
  const problems: SettingProblem[] = [];
  const made: Setting[] = [];
  const values = new Map<Settable, Value>();
  if (given.length === 0) return { problems, made, values };
  const known = settables(files);
  const top = files.at(-1);
  for (const setting of given) {
    const { name, text } = setting;
    const node = known.get(name);
    if (node === undefined) {
      problems.push({ name, unknown: true, message: unknownText(name, [...known.keys()]) });
      continue;
    }
    // What is wrong with a value is reported in one sentence, not at a place in the design.
    const aside = new Context(uri, symbols);
    const expression = top === undefined ? undefined : readExpression(text, top, symbols);
    if (expression !== undefined && isMadeOf(expression, node)) {
      const message = `\`${name}\` can't be set to \`${shown(text)}\`, which depends on it.`;
      problems.push({ name, unknown: false, message });
      continue;
    }
    const value = valueIn(expression, aside);
    const takes = takesOf(node, aside);
    if (value === undefined || value.kind === 'name')
      problems.push({ name, unknown: false, message: `\`${shown(text)}\` isn't a value for \`${name}\`.` });
    else if (takes !== undefined && !fits(takes, value))
      problems.push({
        name,
        unknown: false,
        message: `\`${name}\` takes ${takesText(takes)}; \`${shown(text)}\` is ${valueText(value)}.`,
      });
    else {
      values.set(node, value);
      made.push(setting);
    }
  }
  return { problems, made, values };
}

/** What can be set, by name: `hosts` for a `let`, `Unit.hosts` for a parameter with a default. */
function settables(files: readonly ast.FabricFile[]): Map<string, Settable> {
  const found = new Map<string, Settable>();
  const dependsOnFact = factDependence();
  for (const file of files) {
    if (inLibrary({ uri: file.$document?.uri.toString() ?? '', start: 0, end: 0 })) continue;
    for (const each of file.statements) {
      // What depends on a fact is a figure of the design, not a choice.
      if (each.$type === 'Let' && each.name !== '' && !dependsOnFact(each.value)) found.set(each.name, each);
      if (each.$type !== 'Template') continue;
      for (const parameter of each.parameters)
        if (parameter.default !== undefined) found.set(`${each.name}.${parameter.name}`, parameter);
    }
  }
  return found;
}

function unknownText(name: string, names: readonly string[]): string {
  const near = closest(name, names) ?? names.find((each) => each.endsWith(`.${name}`));
  const list =
    names.length === 0
      ? 'The design has no `let` at the top of a file, and no template parameter with a default.'
      : `The design has ${codeList(names)}.`;
  return `\`${shown(name)}\` can't be set. ${near === undefined ? list : `Did you mean \`${near}\`?`}`;
}

/** Characters of a text from outside that a message shows. */
const maxShown = 80;

function shown(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}

/** An expression, read as if it were at the top of the design; undefined where it isn't one. */
function readExpression(text: string, file: ast.FabricFile, symbols: Symbols): ast.Expression | undefined {
  const { file: parsed, problems } = parseFabric(`let x = ${text}`);
  // It isn't a document, so Langium doesn't link it; its names mean what they mean at the top of the design.
  if (file.$document !== undefined) putInScopeOf(file.$document, parsed, '');
  for (const each of referencesIn(parsed)) bind(each, symbols);
  const [only, more] = parsed.statements;
  return problems.length > 0 || only?.$type !== 'Let' || more !== undefined ? undefined : only.value;
}

/** Whether a value is computed from something that can be set, directly or through other values. */
function isMadeOf(expression: ast.Expression, node: Settable): boolean {
  const open: (ast.Expression | undefined)[] = [expression];
  const seen = new Set<AstNode>();
  for (const each of open) {
    if (each?.$type === 'Binary') open.push(each.left, each.right);
    const [first] = each?.$type === 'Selector' ? each.segments : [];
    const named = first?.$type === 'Segment' ? first.named.ref : undefined;
    if (named === node) return true;
    if (named?.$type !== 'Let' || seen.has(named)) continue;
    seen.add(named);
    open.push(named.value);
  }
  return false;
}

function valueIn(expression: ast.Expression | undefined, context: Context): Value | undefined {
  const value = evaluate(context, new Scope(undefined, undefined, []), expression);
  return context.problems.length > 0 ? undefined : value;
}

/** What a setting must be: the kind of what it replaces. */
function takesOf(node: Settable, context: Context): Takes | undefined {
  const top = new Scope(undefined, undefined, []);
  return node.$type === 'Let' ? kindOfValue(evaluate(context, top, node.value)) : takesOfParameter(node);
}
