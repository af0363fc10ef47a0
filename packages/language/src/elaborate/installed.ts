// Walks statements and installs what they declare; puts off what needs all of it to be there.
import {
  type Axis,
  axesSize,
  type Block,
  cagesOf,
  type Group,
  indexSuffix,
  largestTable,
  type Network,
  type Origin,
  type Part,
  printNumber,
} from '@lightloom/core';
import type { CommentProvider } from 'langium';
import type * as ast from '../generated/ast.ts';
import { closest, networkKinds } from '../parse/index.ts';
import type { Context } from './context.ts';
import { evaluate, wholeNumber } from './evaluate.ts';
import { axesOf } from './indices.ts';
import type { Parts } from './parts.ts';
import type { Properties } from './properties.ts';
import { type Member, Scope } from './scope.ts';
import type { Value } from './value.ts';

/** A statement and the scope it stands in, for later. */
export interface Later<T> {
  readonly node: T;
  readonly scope: Scope;
}

/** What waits until everything is installed. */
export interface Waiting {
  readonly racks: { readonly node: ast.Instance; readonly block: Block; readonly scope: Scope }[];
  readonly plugs: Later<ast.Plug>[];
  readonly links: Later<ast.Link>[];
  readonly places: Later<ast.Place>[];
  readonly requirements: Later<ast.Require>[];
  readonly allowances: Later<ast.Allow>[];
  readonly views: Later<ast.View>[];
}

const nodeKind: Readonly<Record<string, Block['kind']>> = { switch: 'switch', host: 'host', rack: 'rack', cdu: 'cdu' };

export class Installer {
  readonly waiting: Waiting = {
    racks: [],
    plugs: [],
    links: [],
    places: [],
    requirements: [],
    allowances: [],
    views: [],
  };
  /** Whether there is no room for more: the rest of an array is not even tried. */
  private full = false;
  private readonly context: Context;
  private readonly parts: Parts;
  private readonly properties: Properties;
  private readonly comments: CommentProvider | undefined;

  constructor(context: Context, parts: Parts, properties: Properties, comments: CommentProvider | undefined) {
    this.context = context;
    this.parts = parts;
    this.properties = properties;
    this.comments = comments;
  }

  /** Installs what some statements declare, in a scope. */
  run(statements: readonly ast.Statement[], scope: Scope): void {
    for (const node of statements) {
      switch (node.$type) {
        case 'TypeDeclaration':
          this.parts.of(node);
          break;
        case 'Instance':
          this.instance(node, scope);
          break;
        case 'TemplateInstance':
          this.units(node, scope);
          break;
        case 'Network':
          this.network(node, scope);
          break;
        case 'Plug':
          this.waiting.plugs.push({ node, scope });
          break;
        case 'Link':
          this.waiting.links.push({ node, scope });
          break;
        case 'Place':
          this.waiting.places.push({ node, scope });
          break;
        case 'Require':
          this.waiting.requirements.push({ node, scope });
          break;
        case 'Allow':
          this.waiting.allowances.push({ node, scope });
          break;
        case 'View':
          this.waiting.views.push({ node, scope });
          break;
      }
    }
  }

  private instance(node: ast.Instance, scope: Scope): void {
    if (node.name === '') return;
    if (node.kind === 'loop' || node.kind === 'feed') {
      this.plant(node, scope);
      return;
    }
    const kind = nodeKind[node.kind] as Block['kind'];
    const axes = axesOf(this.context, scope, node.dimensions);
    if (axes === undefined) {
      this.notInstalled(node.name, scope);
      return;
    }
    const part = this.partOf(node, kind, scope);
    if (node.type === undefined) {
      this.context.problem('type/missing', this.context.headOrigin(node), `\`${node.name}\` has no type.`, {
        help: `Write \`${node.kind} ${node.name} : TYPE\`, or \`${node.kind} type ${node.name}\` if it is one.`,
      });
    }
    if (this.isTooLarge(node, axes, part)) {
      this.notInstalled(node.name, scope);
      return;
    }
    const block = this.context.builder.addBlock({
      kind,
      name: node.name,
      path: scope.path(node.name),
      group: scope.group,
      axes,
      part,
      origin: this.context.headOrigin(node),
      doc: this.comments?.getComment(node),
    });
    this.declare(scope, node.name, { kind: 'block', block });
    if (kind === 'rack') this.waiting.racks.push({ node, block, scope });
  }

  /** The type of an instance, with what the instance itself says on top. */
  private partOf(node: ast.Instance, kind: Block['kind'], scope: Scope): Part | undefined {
    const part = this.parts.ofUse(node.type, kind, scope);
    if (part === undefined || kind === 'rack') return part;
    const own = this.properties.read(node.statements, kind, 'installed', scope);
    return Object.keys(own).length === 0 ? part : this.parts.withOverrides(part, own);
  }

  private isTooLarge(node: ast.Instance, axes: readonly Axis[], part: Part | undefined): boolean {
    const count = axesSize(axes);
    const { builder } = this.context;
    const cages = builder.cageCount + (part === undefined ? 0 : cagesOf(part) * count);
    if (builder.deviceCount + count <= largestTable && cages <= largestTable) return false;
    this.full = true;
    const what =
      cages > largestTable ? `${printNumber(cages)} cages` : `${printNumber(builder.deviceCount + count)} devices`;
    this.context.problem(
      'value/too-large',
      this.context.headOrigin(node),
      `With \`${node.name}\` there are ${what}; a fabric holds at most ${printNumber(largestTable)}.`,
    );
    return true;
  }

  /** What is not installed can't be selected; what selectors would do with it is not judged. */
  private notInstalled(name: string, scope: Scope): void {
    this.declare(scope, name, { kind: 'missing' });
    for (const kind of ['plugs', 'links', 'placements', 'values'] as const) this.context.builder.noteGap(kind);
  }

  /** Loops and feeds: single things, known by name. */
  private plant(node: ast.Instance, scope: Scope): void {
    const origin = this.context.headOrigin(node);
    const index =
      node.kind === 'loop'
        ? this.context.builder.addLoop({ name: scope.path(node.name), values: {}, origin }).index
        : this.context.builder.addFeed({ name: scope.path(node.name), values: {}, origin }).index;
    this.declare(scope, node.name, {
      kind: 'element',
      selection: { of: node.kind as 'loop' | 'feed', ids: Uint32Array.of(index) },
    });
    this.plants.push({ node, index, scope });
  }

  /** Loops and feeds whose values are read once CDUs are there. */
  readonly plants: { readonly node: ast.Instance; readonly index: number; readonly scope: Scope }[] = [];

  /** Where the kind of a network stands; its name when it has none. */
  private kindOrigin(node: ast.Network, kind: string): Origin {
    const name = this.context.nameOrigin(node);
    const text = node.$cstNode?.text ?? '';
    const at = text.indexOf(kind, name.end - (node.$cstNode?.offset ?? 0));
    const start = (node.$cstNode?.offset ?? 0) + at;
    return kind === '' || at < 0 ? name : { ...name, start, end: start + kind.length };
  }

  private network(node: ast.Network, scope: Scope): void {
    if (node.name === '') return;
    const { builder } = this.context;
    const kind = node.kind ?? '';
    if (!networkKinds.some((each) => each === kind)) {
      this.context.problem(
        'value/word',
        this.kindOrigin(node, kind),
        `A network is one of ${networkKinds.map((each) => `\`${each}\``).join(', ')}.`,
        {
          meant: kind === '' ? undefined : closest(kind, networkKinds),
          help: kind === '' ? `Write \`network ${node.name} : scale-out\`.` : undefined,
        },
      );
    }
    const path = scope.path(node.name);
    const network: Network = builder.addNetwork({ name: path, kind, origin: this.context.headOrigin(node) });
    const group = builder.addGroup({
      kind: 'network',
      name: node.name,
      path,
      array: path,
      parent: scope.group,
      network,
      template: undefined,
      origin: this.context.headOrigin(node),
    });
    const within = new Scope(scope, group, scope.templates);
    this.declare(scope, node.name, { kind: 'network', scope: within });
    this.run(node.statements, within);
  }

  private units(node: ast.TemplateInstance, scope: Scope): void {
    if (node.name === '' || node.type === undefined) return;
    const { context } = this;
    const axes = axesOf(context, scope, node.dimensions);
    const type = node.type.definition.$refText === '' ? undefined : this.parts.declarationOf(node.type, scope);
    if (axes === undefined || type === undefined) {
      this.notInstalled(node.name, scope);
      return;
    }
    if (type.$type !== 'Template') {
      context.problem(
        'template/not-one',
        context.origin(node.type),
        `${type.name} is a ${type.kind} type, not a template.`,
        { help: `Write \`${type.kind} ${node.name} : ${type.name}\`.` },
      );
      this.notInstalled(node.name, scope);
      return;
    }
    if (scope.templates.includes(type)) {
      context.problem('template/cycle', context.origin(node.type), `${type.name} contains itself.`);
      this.notInstalled(node.name, scope);
      return;
    }
    const values = this.bind(node.type, type, scope);
    const units: Scope[] = [];
    const array = scope.path(node.name);
    for (let position = 0; position < axesSize(axes); position++) {
      const suffix = indexSuffix(axes, position);
      const group: Group = context.builder.addGroup({
        kind: 'template',
        name: node.name + suffix,
        path: array + suffix,
        array,
        parent: scope.group,
        network: scope.network,
        template: type.name,
        origin: context.headOrigin(node),
      });
      const within = new Scope(scope, group, [...scope.templates, type]);
      for (const [name, value] of values) within.values.set(name, value);
      this.run(type.statements, within);
      units.push(within);
      if (this.full) break;
    }
    this.declare(scope, node.name, { kind: 'units', axes, units });
  }

  /** Arguments to parameters, by name or by place. */
  private bind(use: ast.TypeUse, template: ast.Template, scope: Scope): Map<string, Value> {
    const { context } = this;
    const values = new Map<string, Value>();
    const given = new Set<string>();
    let place = 0;
    for (const argument of use.arguments) {
      const parameter =
        argument.name === undefined
          ? template.parameters[place++]
          : template.parameters.find((each) => each.name === argument.name);
      if (parameter === undefined) {
        const names = template.parameters.map((each) => each.name).join(', ');
        context.problem(
          'template/arguments',
          context.origin(argument),
          argument.name === undefined
            ? `${template.name} takes ${template.parameters.length} arguments: ${names}.`
            : `${template.name} has no parameter \`${argument.name}\`; it has ${names}.`,
        );
        continue;
      }
      given.add(parameter.name);
      const value = evaluate(context, scope, argument.value);
      if (value !== undefined) values.set(parameter.name, value);
    }
    for (const parameter of template.parameters) {
      if (given.has(parameter.name)) continue;
      // Defaults mean the same wherever the template is used.
      const value = parameter.default === undefined ? undefined : evaluate(context, scope.top, parameter.default);
      if (value !== undefined) values.set(parameter.name, value);
      else if (parameter.default === undefined)
        context.problem(
          'template/arguments',
          context.origin(use),
          `${template.name} needs a value for \`${parameter.name}\`.`,
        );
    }
    return values;
  }

  /** The first declaration of a name holds; a second is told where names are checked. */
  private declare(scope: Scope, name: string, member: Member): void {
    if (!scope.members.has(name)) scope.members.set(name, member);
  }

  /** Which rows the racks of a declaration stand in: spread evenly over them. */
  rowsOf(node: ast.Instance, block: Block, scope: Scope): number[] {
    if (node.rows === undefined) return [];
    const low = wholeNumber(this.context, scope, node.rows.low, 'A row');
    const high = node.rows.high === undefined ? low : wholeNumber(this.context, scope, node.rows.high, 'A row');
    if (low === undefined || high === undefined) return [];
    const rows = high - low + 1;
    if (rows < 1) {
      this.context.problem('value/range', this.context.origin(node.rows), `The range ${low}..${high} holds nothing.`);
      return [];
    }
    const each = Math.ceil(block.count / rows);
    return Array.from({ length: block.count }, (_, i) => low + Math.floor(i / each));
  }
}
