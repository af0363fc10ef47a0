// Walks statements and installs what they declare; puts off what needs all of it to be there.
import {
  type Axis,
  axesSize,
  type Block,
  cagesOf,
  type Group,
  indexSuffix,
  maxBlocks,
  maxTableRows,
  type Network,
  type Origin,
  type Part,
  printNumber,
} from '@lightloom/core';
import type { CommentProvider } from 'langium';
import type * as ast from '../generated/ast.ts';
import { closest, networkKinds } from '../parse/index.ts';
import { bindArguments } from './arguments.ts';
import type { Context } from './context.ts';
import { axesOf } from './indices.ts';
import type { Parts } from './parts.ts';
import type { Properties } from './properties.ts';
import { holdsAny, type Plain, type Repeater } from './repeat.ts';
import { Scope } from './scope.ts';
import { newSuffixes, piecesOf } from './turns.ts';
import { unknownsIn } from './unknowns.ts';
import { allowancesIn, type Waiting } from './waiting.ts';

/** Statements that a loop is walked for while things are installed, and those it is walked for later. */
const installing = ['Instance', 'TemplateInstance', 'Require', 'Allow'] as const;
const joining = ['Override', 'Plug', 'Link', 'Place'] as const;

const nodeKind: Readonly<Record<string, Block['kind']>> = { switch: 'switch', host: 'host', rack: 'rack', cdu: 'cdu' };

export class Installer {
  readonly waiting: Waiting = {
    plants: [],
    branches: [],
    racks: [],
    overrides: [],
    plugs: [],
    links: [],
    places: [],
    requirements: [],
    allowances: [],
    views: [],
  };
  /** Whether there is no room for more: the rest of an array is not even tried. */
  private full = false;
  /** Bodies whose excuses are put off already. */
  private readonly bodies = new Set<ast.Statement>();
  private readonly context: Context;
  private readonly parts: Parts;
  private readonly properties: Properties;
  private readonly comments: CommentProvider | undefined;
  private readonly repeater: Repeater;

  constructor(
    context: Context,
    parts: Parts,
    properties: Properties,
    repeater: Repeater,
    comments: CommentProvider | undefined,
  ) {
    this.context = context;
    this.repeater = repeater;
    this.parts = parts;
    this.properties = properties;
    this.comments = comments;
  }

  /** Installs what some statements declare, in a scope. */
  run(statements: readonly ast.Statement[], scope: Scope): void {
    this.repeater.walk(
      statements,
      scope,
      (node, at) => this.statement(node, at),
      (node, at) => this.loop(node, at),
    );
  }

  /** Puts off what a loop joins, and tells whether it installs something too. */
  private loop(node: ast.For, scope: Scope): boolean {
    if (scope.indices === undefined) {
      for (const [type, waiting] of [
        ['Override', this.waiting.overrides],
        ['Plug', this.waiting.plugs],
        ['Link', this.waiting.links],
        ['Place', this.waiting.places],
      ] as const)
        if (holdsAny(node, type)) waiting.push({ node, scope });
    }
    return installing.some((type) => holdsAny(node, type)) || !joining.some((type) => holdsAny(node, type));
  }

  /** Excuses in a body that holds no other statements: each once, however often the body is elaborated. */
  private allowancesIn(node: ast.TypeDeclaration | ast.Instance, scope: Scope): void {
    if (this.bodies.has(node)) return;
    this.bodies.add(node);
    this.waiting.allowances.push(...allowancesIn(node, scope));
  }

  private statement(node: Plain, scope: Scope): void {
    const joins = joining.some((each) => each === node.$type);
    // In a loop they come again when the loop is walked for them.
    if (joins && scope.indices !== undefined) return;
    switch (node.$type) {
      case 'TypeDeclaration':
        this.parts.of(node);
        this.allowancesIn(node, scope);
        break;
      case 'Instance':
        this.instance(node, scope);
        this.allowancesIn(node, scope);
        break;
      case 'TemplateInstance':
        this.units(node, scope);
        break;
      case 'Network':
        this.network(node, scope);
        break;
      case 'Override':
        this.waiting.overrides.push({ node, scope });
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
        this.waiting.requirements.push({ node, scope: scope.kept });
        break;
      case 'Allow':
        this.waiting.allowances.push({ node, scope: scope.kept });
        break;
      case 'View':
        this.waiting.views.push({ node, scope: scope.kept });
        break;
    }
  }

  private instance(node: ast.Instance, scope: Scope): void {
    if (node.name === '') return;
    if (node.kind === 'loop' || node.kind === 'feed' || node.kind === 'hall') {
      this.plant(node, scope);
      return;
    }
    if (node.kind === 'branch') {
      this.misplaced(node, 'A branch stands in the body of its loop.', 'Write `loop NAME { … branch NAME { … } }`.');
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
    const suffixes = newSuffixes(this.context, node, axes, scope);
    if (suffixes === undefined) return;
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
    if (scope.indices === undefined) scope.declare(node.name, { kind: 'block', block });
    else piecesOf(node, scope, block.kind)?.add({ axes, first: block.first, units: undefined }, suffixes);
    if (kind === 'rack') this.waiting.racks.push({ node, block, scope: scope.kept });
  }

  /** The type of an instance, with what the instance itself says on top. */
  private partOf(node: ast.Instance, kind: Block['kind'], scope: Scope): Part | undefined {
    const part = this.parts.ofUse(node.type, kind, scope);
    if (part === undefined || kind === 'rack') return part;
    const own = this.properties.read(node.statements, kind, 'installed', scope);
    const unknowns = unknownsIn(this.context, node.statements);
    const plain = Object.keys(own).length + Object.keys(unknowns).length === 0;
    return plain ? part : this.parts.withOverrides(part, own, unknowns);
  }

  private isTooLarge(node: ast.Instance, axes: readonly Axis[], part: Part | undefined): boolean {
    const count = axesSize(axes);
    const { builder } = this.context;
    const cages = builder.cageCount + (part === undefined ? 0 : cagesOf(part) * count);
    if (builder.deviceCount + count <= maxTableRows && cages <= maxTableRows) return false;
    this.full = true;
    this.repeater.stop();
    const what =
      cages > maxTableRows ? `${printNumber(cages)} cages` : `${printNumber(builder.deviceCount + count)} devices`;
    this.context.problem(
      'value/too-large',
      this.context.headOrigin(node),
      `With \`${node.name}\` there are ${what}; a fabric holds at most ${printNumber(maxTableRows)}.`,
    );
    return true;
  }

  /** What is not installed can't be selected; what selectors would do with it is not judged. */
  private notInstalled(name: string, scope: Scope): void {
    scope.base.declare(name, { kind: 'missing' });
    for (const kind of ['plugs', 'links', 'placements', 'values'] as const) this.context.builder.noteGap(kind);
  }

  /** Loops, feeds and halls: single things, known by name. */
  private plant(node: ast.Instance, scope: Scope): void {
    if (this.isArray(node, scope) || newSuffixes(this.context, node, [], scope) === undefined) return;
    const { builder } = this.context;
    const origin = this.context.headOrigin(node);
    if (node.kind === 'hall') {
      this.hall(node, scope);
      return;
    }
    const named = { name: scope.path(node.name), values: {}, origin };
    const index = node.kind === 'loop' ? builder.plant.addLoop(named).index : builder.plant.addFeed(named).index;
    scope.base.declare(node.name, {
      kind: 'element',
      selection: { of: node.kind as 'loop' | 'feed', ids: Uint32Array.of(index) },
    });
    this.waiting.plants.push({ node, index, scope: scope.kept });
    if (node.kind === 'loop') this.branches(node, index, scope);
  }

  private hall(node: ast.Instance, scope: Scope): void {
    const first = this.waiting.plants.find((each) => each.node.kind === 'hall');
    if (first !== undefined) {
      this.context.problem('name/twice', this.context.nameOrigin(node), 'There is one hall in a design.', {
        related: [{ origin: this.context.nameOrigin(first.node), message: 'First declared here.' }],
      });
      return;
    }
    this.waiting.plants.push({ node, index: 0, scope: scope.kept });
  }

  /** The branches in the body of a loop. */
  private branches(node: ast.Instance, loop: number, scope: Scope): void {
    const within = new Scope(scope.kept, scope.group, scope.templates);
    for (const each of node.statements) {
      if (each.$type !== 'Instance' || each.name === '') continue;
      if (each.kind !== 'branch') {
        this.misplaced(each, `A ${each.kind} has no meaning in a loop.`, 'Move it out of this body.');
        continue;
      }
      if (this.isArray(each, within)) continue;
      const { index } = this.context.builder.plant.addBranch({
        name: `${scope.path(node.name)}.${each.name}`,
        loop,
        origin: this.context.headOrigin(each),
      });
      within.declare(each.name, { kind: 'element', selection: { of: 'branch', ids: Uint32Array.of(index) } });
      this.waiting.branches.push({ node: each, index, scope: within });
    }
  }

  private misplaced(node: ast.Instance, message: string, help: string): void {
    this.context.problem('statement/misplaced', this.context.nameOrigin(node), message, { help });
  }

  /** Tells of indices or a type on something that has none. */
  private isArray(node: ast.Instance, scope: Scope): boolean {
    const [dimension] = node.dimensions;
    const what = dimension !== undefined ? 'indices' : node.type !== undefined ? 'type' : undefined;
    if (what === undefined) return false;
    this.context.problem(
      'type/kind',
      this.context.origin(dimension ?? (node.type as ast.TypeUse)),
      `A ${node.kind} is one thing and has no ${what}.`,
      { help: what === 'indices' ? 'Declare each by a name of its own.' : 'Say what it is in its body.' },
    );
    this.notInstalled(node.name, scope);
    return true;
  }

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
    scope.declare(node.name, { kind: 'network', scope: within });
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
    const suffixes = newSuffixes(this.context, node, axes, scope);
    if (suffixes === undefined) return;
    if (this.full || this.isTooManyBlocks(node, axesSize(axes))) {
      this.notInstalled(node.name, scope);
      return;
    }
    const values = bindArguments(this.context, node.type, type, scope);
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
      const within = new Scope(scope.base, group, [...scope.templates, type]);
      for (const [name, value] of values) within.values.set(name, value);
      this.run(type.statements, within);
      units.push(within);
      if (this.full) break;
    }
    if (scope.indices === undefined) scope.declare(node.name, { kind: 'units', axes, units });
    else piecesOf(node, scope, undefined)?.add({ axes, first: 0, units }, suffixes);
  }

  /** Tells of more blocks than there is room for: templates that hold each other twice double each time. */
  private isTooManyBlocks(node: ast.TemplateInstance, more: number): boolean {
    const { context } = this;
    if (context.builder.groupCount + more <= maxBlocks) return false;
    this.full = true;
    this.repeater.stop();
    const most = printNumber(maxBlocks);
    const text = `With \`${node.name}\` there are more than ${most} instances of templates, the most a fabric holds.`;
    context.problem('value/too-large', context.headOrigin(node), text);
    return true;
  }
}
