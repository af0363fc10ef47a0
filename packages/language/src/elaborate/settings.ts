// Values set from outside for a what-if: they take the place of a `let` at the top, or of the default of a parameter.
import { inLibrary, type Setting } from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { closest, parseFabric, referencesIn } from '../parse/index.ts';
import type { Symbols } from '../references/symbols.ts';
import { fits, kindOfValue, type Takes, takesOfParameter, takesText, valueText } from './argument-kinds.ts';
import { Context } from './context.ts';
import { evaluate } from './evaluate.ts';
import { Scope } from './scope.ts';
import type { Value } from './value.ts';

/** Why a setting can't be made. */
export interface SettingProblem {
  readonly name: string;
  /** Whether the design has nothing of that name. */
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
 * Finds what settings mean in a design.
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
    // What is wrong with a value is told as one sentence, and not at a place of the design.
    const aside = new Context(uri, symbols);
    const value = top === undefined ? undefined : readValue(text, aside, top, symbols);
    const takes = takesOf(node, aside);
    if (value === undefined || value.kind === 'name')
      problems.push({ name, unknown: false, message: `\`${text}\` is no value for \`${name}\`.` });
    else if (takes !== undefined && !fits(takes, value))
      problems.push({
        name,
        unknown: false,
        message: `\`${name}\` is ${takesText(takes)}; \`${text}\` is ${valueText(value)}.`,
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
      ? 'The design has no `let` at the top and no template with a default.'
      : `There ${names.length === 1 ? 'is' : 'are'} ${names.map((each) => `\`${each}\``).join(', ')}.`;
  return `Nothing that can be set is called \`${name}\`. ${near === undefined ? list : `Did you mean \`${near}\`?`}`;
}

/** The value that a text stands for, read as if it stood at the top of the design. */
function readValue(text: string, context: Context, file: ast.FabricFile, symbols: Symbols): Value | undefined {
  const { file: parsed, problems } = parseFabric(`let x = ${text}`);
  // It is no document, so nobody links it.
  for (const node of referencesIn(parsed)) {
    const reference = (node.$type === 'Segment' ? node.named : node.definition) as { $refText: string; _ref?: unknown };
    reference._ref = symbols.find(file, reference.$refText);
  }
  const [only, more] = parsed.statements;
  if (problems.length > 0 || only?.$type !== 'Let' || more !== undefined) return undefined;
  const value = evaluate(context, new Scope(undefined, undefined, []), only.value);
  return context.problems.length > 0 ? undefined : value;
}

/** What a setting must be: as what it takes the place of. */
function takesOf(node: Settable, context: Context): Takes | undefined {
  const top = new Scope(undefined, undefined, []);
  return node.$type === 'Let' ? kindOfValue(evaluate(context, top, node.value)) : takesOfParameter(node);
}
