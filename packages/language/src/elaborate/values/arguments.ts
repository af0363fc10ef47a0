// Arguments of a template: which parameter each is for, and whether its kind is the one that the parameter takes.
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { codeList } from '../../problems/wording.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { Value } from '../scope/value.ts';
import {
  fits,
  kindOfExpression,
  parameterWords,
  type Takes,
  takesOfWord,
  takesText,
  valueText,
} from './argument-kinds.ts';
import { evaluate, isUndeclared } from './evaluate.ts';

/** Values of parameters, by name or by position. An argument that doesn't fit is reported and has no value. */
export function bindArguments(
  context: Context,
  use: ast.TypeUse,
  template: ast.Template,
  scope: Scope,
): Map<string, Value> {
  const values = new Map<string, Value>();
  const given = new Set<string>();
  let place = 0;
  for (const argument of use.arguments) {
    const parameter = argument.name === undefined ? template.parameters[place++] : named(template, argument.name);
    if (parameter === undefined) {
      reportNoParameter(context, argument, template);
      // All surplus arguments are one mistake.
      if (argument.name === undefined) break;
      continue;
    }
    if (given.has(parameter.name)) {
      context.problem('template/arguments', context.origin(argument), `\`${parameter.name}\` is given twice.`);
      continue;
    }
    given.add(parameter.name);
    const value = evaluate(context, scope, argument.value);
    if (value !== undefined && isOfKind(context, parameter, template, value, argument))
      values.set(parameter.name, value);
  }
  const missing = template.parameters.filter((each) => !given.has(each.name) && each.default === undefined);
  if (missing.length > 0) {
    context.problem(
      'template/arguments',
      context.origin(use),
      `${template.name} needs a value for ${missing.map((each) => `\`${each.name}\``).join(' and ')}.`,
      { help: `Write \`${template.name}(${missing.map((each) => `${each.name} = …`).join(', ')})\`.` },
    );
  }
  for (const parameter of template.parameters) {
    if (given.has(parameter.name) || parameter.default === undefined) continue;
    const value = defaultOf(context, parameter, template, scope);
    if (value !== undefined) values.set(parameter.name, value);
  }
  return values;
}

function named(template: ast.Template, name: string): ast.Parameter | undefined {
  return template.parameters.find((each) => each.name === name);
}

/** The default of a parameter, the same wherever the template is used; a value set from outside replaces it. */
function defaultOf(
  context: Context,
  parameter: ast.Parameter,
  template: ast.Template,
  scope: Scope,
): Value | undefined {
  const value = context.settings.get(parameter) ?? evaluate(context, scope.top, parameter.default);
  const takes = declaredKind(context, parameter);
  if (value === undefined || takes === undefined || fits(takes, value) || isUndeclared(value)) return value;
  context.problem(
    'template/arguments',
    context.origin(parameter.default ?? parameter),
    `\`${parameter.name}\` of ${template.name} takes ${takesText(takes)}; its default is ${valueText(value)}.`,
  );
  return undefined;
}

function reportNoParameter(context: Context, argument: ast.Argument, template: ast.Template): void {
  const names = template.parameters.map((each) => each.name);
  const list = codeList(names);
  if (argument.name === undefined) {
    const takes =
      names.length === 0
        ? 'takes no arguments'
        : `takes ${names.length === 1 ? 'one argument' : `${names.length} arguments`}: ${list}`;
    context.problem('template/arguments', context.origin(argument), `${template.name} ${takes}.`);
    return;
  }
  const start = context.nameOrigin(argument as ast.Argument & { readonly name: string });
  context.problem('template/arguments', start, `${template.name} has no parameter \`${argument.name}\`.`, {
    suggestion: closest(argument.name, names),
    help: names.length === 0 ? 'It has no parameters.' : `It has ${list}.`,
  });
}

/** The declared kind of a parameter; undefined where none is declared, or an unknown one, which is reported. */
function declaredKind(context: Context, parameter: ast.Parameter): Takes | undefined {
  const { takes: word } = parameter;
  if (word === undefined || word === '') return undefined;
  const takes = takesOfWord(word);
  if (takes !== undefined) return takes;
  context.problem(
    'value/word',
    context.wordOriginOf(parameter, 'takes') ?? context.origin(parameter),
    `\`${word}\` isn't a kind that a parameter can take.`,
    {
      suggestion: closest(word, parameterWords),
      help: 'Write `count`, `number`, `text`, `template`, a dimension such as `length`, or a kind of part such as `switch`.',
    },
  );
  return undefined;
}

/** Whether an argument is of the kind that is declared, or that the default shows; reported if not. */
function isOfKind(
  context: Context,
  parameter: ast.Parameter,
  template: ast.Template,
  value: Value,
  argument: ast.Argument,
): boolean {
  const declared = declaredKind(context, parameter);
  const byDefault =
    declared === undefined && parameter.takes === undefined ? kindOfExpression(parameter.default) : undefined;
  const takes = declared ?? byDefault;
  if (takes === undefined || fits(takes, value) || isUndeclared(value)) return true;
  const because = byDefault === undefined ? '' : ', as its default shows';
  context.problem(
    'template/arguments',
    context.origin(argument.value),
    `\`${parameter.name}\` of ${template.name} takes ${takesText(takes)}${because}; this is ${valueText(value)}.`,
    { related: [{ origin: context.origin(parameter), message: 'The parameter is declared here.' }] },
  );
  return false;
}
