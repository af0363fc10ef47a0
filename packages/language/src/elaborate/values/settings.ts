// Values set from outside for a what-if: each replaces a `let` at the top of a file, or the default of a parameter.
import { inLibrary, type Setting } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest, parseFabric, putInScopeOf, referencesIn } from '../../parse/index.ts';
import { codeList } from '../../problems/wording.ts';
import { bind } from '../../references/binding.ts';
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
    const value = top === undefined ? undefined : readValue(text, aside, top, symbols);
    const takes = takesOf(node, aside);
    if (value === undefined || value.kind === 'name')
      problems.push({ name, unknown: false, message: `\`${text}\` isn't a value for \`${name}\`.` });
    else if (takes !== undefined && !fits(takes, value))
      problems.push({
        name,
        unknown: false,
        message: `\`${name}\` takes ${takesText(takes)}; \`${text}\` is ${valueText(value)}.`,
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
  for (const file of files) {
    if (inLibrary({ uri: file.$document?.uri.toString() ?? '', start: 0, end: 0 })) continue;
    for (const each of file.statements) {
      if (each.$type === 'Let' && each.name !== '') found.set(each.name, each);
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
  return `\`${name}\` can't be set. ${near === undefined ? list : `Did you mean \`${near}\`?`}`;
}

/** The value of an expression, read as if it were at the top of the design. */
function readValue(text: string, context: Context, file: ast.FabricFile, symbols: Symbols): Value | undefined {
  const { file: parsed, problems } = parseFabric(`let x = ${text}`);
  // It isn't a document, so Langium doesn't link it; its names mean what they mean at the top of the design.
  if (file.$document !== undefined) putInScopeOf(file.$document, parsed, '');
  for (const each of referencesIn(parsed)) bind(each, symbols);
  const [only, more] = parsed.statements;
  if (problems.length > 0 || only?.$type !== 'Let' || more !== undefined) return undefined;
  const value = evaluate(context, new Scope(undefined, undefined, []), only.value);
  return context.problems.length > 0 ? undefined : value;
}

/** What a setting must be: the kind of what it replaces. */
function takesOf(node: Settable, context: Context): Takes | undefined {
  const top = new Scope(undefined, undefined, []);
  return node.$type === 'Let' ? kindOfValue(evaluate(context, top, node.value)) : takesOfParameter(node);
}
