// The pattern of a link statement: its name, its arguments, and whether it fits the sides.
import { type Pattern, patterns } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { replacement } from '../../problems/problem.ts';
import { codeList } from '../../problems/wording.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { wholeNumber } from '../values/evaluate.ts';

/** A pattern with its arguments. */
export interface AppliedPattern {
  readonly pattern: Pattern;
  readonly given: readonly number[];
  /** `torus(4, 4, 4)` */
  readonly text: string;
}

const pairs = patterns.get('pairs') as Pattern;

export class LinkPatterns {
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  /** The pattern of a statement, `pairs` if none is given; undefined when it is invalid, which is reported. */
  read(node: ast.Link, scope: Scope): AppliedPattern | undefined {
    if (node.pattern === undefined) return { pattern: pairs, given: [], text: pairs.name };
    const pattern = patterns.get(node.pattern.name);
    if (pattern === undefined) return this.reportUnknown(node.pattern);
    if (!this.fitsSides(node, pattern) || !this.fitsArguments(node.pattern, pattern)) return undefined;
    const given: number[] = [];
    for (const each of node.pattern.arguments) {
      const value = wholeNumber(this.context, scope, each, `An argument of \`${pattern.name}\``);
      if (value === undefined) return undefined;
      given.push(value);
    }
    return { pattern, given, text: given.length === 0 ? pattern.name : `${pattern.name}(${given.join(', ')})` };
  }

  private reportUnknown(node: ast.Pattern): undefined {
    const { name } = node;
    if (name === '') return undefined;
    this.context.problem('link/pattern', this.context.origin(node), `\`${name}\` isn't a link pattern.`, {
      suggestion: closest(name, patterns.keys()),
      suggestionAt: [this.context.wordsOrigin(node, name)],
      help: `Patterns are ${codeList([...patterns.values()].map((each) => each.form))}.`,
    });
    return undefined;
  }

  private fitsSides(node: ast.Link, { name, sides }: Pattern): boolean {
    const [first, last] = [node.to[0], node.to.at(-1)];
    if (sides === 1 && first !== undefined && last !== undefined) {
      this.context.problem(
        'link/sides',
        this.context.span(first, last),
        `\`${name}\` joins the devices of one side to each other and has no \`to\`.`,
        { help: `Write \`link A, B as ${name}\`, or use \`mesh\` between two sides.` },
      );
      return false;
    }
    if (sides === 1 || first !== undefined) return true;
    const origin = this.context.origin(node.pattern as ast.Pattern);
    this.context.problem('link/sides', origin, `\`${name}\` joins two sides, but only one is given.`, {
      fixes: [replacement([origin], 'full')],
      help: 'Write `to` and the other side before `as`, or use `full` to join the devices of one side to each other.',
    });
    return false;
  }

  private fitsArguments(node: ast.Pattern, { name, form, takes }: Pattern): boolean {
    const { length } = node.arguments;
    const fits = takes.repeated ? length >= takes.names.length : length === takes.names.length;
    if (fits) return true;
    const names = takes.names.join(', ');
    const wanted = takes.repeated
      ? `the ${names} of each dimension`
      : takes.names.length === 0
        ? 'no numbers'
        : takes.names.length === 1
          ? `one number, ${names}`
          : `${takes.names.length} numbers: ${names}`;
    this.context.problem('link/arguments', this.context.origin(node), `\`${name}\` takes ${wanted}.`, {
      help: `Write \`${form}\`.`,
      fixes: [replacement([this.context.origin(node)], form)],
    });
    return false;
  }
}
