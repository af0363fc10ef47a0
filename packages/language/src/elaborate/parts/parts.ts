// Types of parts: inheritance, properties, ports.
import {
  type Given,
  isFeedKind,
  isPart,
  type Kind,
  layOutPorts,
  libraryScheme,
  type Part,
  type PartKind,
  type PortGroup,
  type Unknown,
  type Values,
} from '@lightloom/core';
import type { CommentProvider } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { alternatives, withArticle } from '../../problems/wording.ts';
import { statementsOf } from '../../syntax/index.ts';
import type { Context } from '../scope/context.ts';
import { Scope } from '../scope/scope.ts';
import { isUndeclared, valueOfLet } from '../values/evaluate.ts';
import { axesOf } from '../values/indices.ts';
import { inherited, unknownsIn } from './unknown-properties.ts';

/** Reads the properties of a body; passed in, because their values may be parts themselves. */
export type PropertyReader = (
  statements: readonly ast.Statement[],
  kind: Kind,
  place: 'type' | 'installed',
  scope: Scope,
) => Values<Kind>;

/** Maximum of types that are each the base or a property of the next: far from the end of the stack. */
const maxBases = 100;

export class Parts {
  private readonly context: Context;
  private readonly readProperties: PropertyReader;
  private readonly known = new Map<ast.TypeDeclaration, Part | undefined>();
  private readonly underway = new Set<ast.TypeDeclaration>();
  /** Those underway whose properties are being read. */
  private readonly reading = new Set<ast.TypeDeclaration>();
  private readonly open = new Set<Part>();
  private tooDeep = false;
  private readonly comments: CommentProvider | undefined;
  private readonly top = new Scope(undefined, undefined, []);

  constructor(context: Context, readProperties: PropertyReader, comments?: CommentProvider) {
    this.context = context;
    this.readProperties = readProperties;
    this.comments = comments;
  }

  /** Starts with parts that were made for another fabric of the same files. */
  startWith(parts: readonly (readonly [ast.TypeDeclaration, Part])[]): void {
    for (const [declaration, part] of parts) this.known.set(declaration, this.context.builder.addPart(part));
  }

  /** The parts so far, each with its declaration, in their order; undefined where something of them isn't known. */
  get whole(): readonly (readonly [ast.TypeDeclaration, Part])[] | undefined {
    const found = [...this.known].filter((each): each is [ast.TypeDeclaration, Part] => each[1] !== undefined);
    const isWhole = this.open.size === 0 && found.length === this.context.builder.partCount;
    return isWhole ? found.sort(([, a], [, b]) => a.index - b.index) : undefined;
  }

  /** The part a declaration describes; undefined when it is its own base, or when a property leads back to it. */
  of(declaration: ast.TypeDeclaration): Part | undefined {
    if (this.known.has(declaration)) return this.known.get(declaration);
    if (this.underway.has(declaration)) {
      const all = [...this.underway];
      const isByProperty = all.slice(all.indexOf(declaration)).some((each) => this.reading.has(each));
      const what = isByProperty ? 'refers to itself; give the property on one of the types only' : 'is its own base';
      this.context.problem('type/cycle', this.context.nameOrigin(declaration), `${declaration.name} ${what}.`);
      return undefined;
    }
    if (this.underway.size >= maxBases) {
      this.reportDepth(declaration);
      return undefined;
    }
    this.underway.add(declaration);
    const part = this.make(declaration);
    this.underway.delete(declaration);
    this.known.set(declaration, part);
    return part;
  }

  /** Reports a chain of types that is too long: once, as it would be met again from each of its other ends. */
  private reportDepth(declaration: ast.TypeDeclaration): void {
    if (this.tooDeep) return;
    this.tooDeep = true;
    const text = `More than ${maxBases} types depend on one another here, each on the next.`;
    const help = 'Derive the type from one that is nearer to the last of them.';
    this.context.problem('value/too-large', this.context.nameOrigin(declaration), text, { help });
  }

  /** The part of a kind that a type use names; undefined when it names something else, which is reported. */
  ofUse<K extends PartKind>(use: ast.TypeUse | undefined, kind: K, scope: Scope): Part<K> | undefined {
    return this.ofAny(use, [kind], scope);
  }

  /** The same for one of some kinds. */
  ofAny<K extends PartKind>(use: ast.TypeUse | undefined, kinds: readonly K[], scope: Scope): Part<K> | undefined {
    if (use === undefined || use.definition.$refText === '') return undefined;
    const type = this.declarationOf(use, scope);
    if (type === undefined) return undefined;
    if (type.$type === 'Template') {
      const text = `${type.name} is a template, not ${oneOf(kinds)} type.`;
      this.context.problem('type/kind', this.context.origin(use), text);
      return undefined;
    }
    const part = this.of(type);
    const found = kinds.find((kind) => part !== undefined && isPart(part, kind));
    if (part === undefined || found !== undefined) return part as Part<K> | undefined;
    this.context.problem(
      'type/kind',
      this.context.origin(use),
      `${type.name} is ${withArticle(type.kind)} type, not ${oneOf(kinds)} type.`,
    );
    return undefined;
  }

  /** The type or template a use names, through parameters. */
  declarationOf(use: ast.TypeUse, scope: Scope): ast.TypeDeclaration | ast.Template | undefined {
    const named = use.definition.ref;
    if (named === undefined) return undefined;
    if (named.$type === 'TypeDeclaration' || named.$type === 'Template') return named;
    const value = named.$type === 'Parameter' ? scope.value(named.name) : undefined;
    if (value?.kind === 'type') return value.type;
    const type = value === undefined ? this.context.symbols.typeOf(named) : undefined;
    if (type !== undefined) return type;
    // Something without a type that is used as a type should have been one: that is reported at its declaration. An
    // undeclared name is reported where names are checked.
    if (named.$type === 'Instance' && named.type === undefined && needsType(named)) return undefined;
    if (value !== undefined && isUndeclared(value)) return undefined;
    // A value that can't be computed is reported there.
    const isLet = named.$type === 'Let' && !this.context.dependsOnFact(named.value);
    if (isLet && valueOfLet(this.context, scope, named) === undefined) return undefined;
    if (value !== undefined || named.$type !== 'Parameter') {
      this.context.problem('type/kind', this.context.origin(use), `\`${use.definition.$refText}\` isn't a type.`);
    }
    return undefined;
  }

  /**
   * A part like another, with some values of its own: that of an instance that overrides its type.
   * @param name its name in messages, where that isn't the name of its type
   */
  withOverrides<K extends PartKind>(
    base: Part<K>,
    values: Values<Kind>,
    unknowns: Readonly<Record<string, Unknown>> = {},
    name = base.name,
  ): Part<K> {
    const all = inherited(base, values, unknowns);
    return this.context.builder.addPart({
      ...base,
      name,
      index: this.context.builder.partCount,
      base,
      values: all.values as Values<K>,
      unknowns: all.unknowns,
    });
  }

  /** Whether a part may have more ports than are known, because a base or a cage is unknown. */
  isOpen(part: Part): boolean {
    return this.open.has(part) || (part.base !== undefined && this.isOpen(part.base));
  }

  private baseOf(declaration: ast.TypeDeclaration): Part | undefined {
    const base = this.ofUse(declaration.base, declaration.kind, this.top);
    let bases = 0;
    for (let each: Part | undefined = base; each !== undefined; each = each.base) bases++;
    if (bases <= maxBases) return base;
    this.reportDepth(declaration);
    return undefined;
  }

  private make(declaration: ast.TypeDeclaration): Part {
    const { context } = this;
    const base = this.baseOf(declaration);
    this.reading.add(declaration);
    const own = this.readProperties(declaration.statements, declaration.kind, 'type', this.top);
    this.reading.delete(declaration);
    const ports = declaration.statements.filter((each) => each.$type === 'Ports');
    const groups = [
      ...(base?.ports ?? []),
      ...ports.map((each) => this.portGroup(each)).filter((each) => each !== undefined),
    ];
    const origin = context.origin(declaration);
    const part: Part = {
      kind: declaration.kind,
      name: declaration.name,
      index: context.builder.partCount,
      declaration: context.declaration(declaration),
      origin,
      base,
      library: origin.uri.startsWith(`${libraryScheme}:`),
      ...inherited(base, own, unknownsIn(context, declaration.statements)),
      ports: layOutPorts(groups),
      doc: this.comments?.getComment(declaration),
    };
    const hasMisplaced = declaration.statements.some(({ $type }) => !statementsOf(declaration).includes($type));
    const missing = groups.length < (base?.ports.length ?? 0) + ports.length;
    if (hasMisplaced || missing || (declaration.base !== undefined && base === undefined)) this.open.add(part);
    return context.builder.addPart(part);
  }

  private portGroup(node: ast.Ports): Omit<PortGroup, 'first' | 'count'> | undefined {
    const cage = this.ofUse(node.cage, 'cage', this.top);
    const axes = axesOf(this.context, this.top, node.dimensions);
    if (cage === undefined || axes === undefined) return undefined;
    const values = this.readProperties(node.statements, 'ports', 'installed', this.top) as Values<'ports'>;
    return {
      name: node.name,
      cage,
      axes,
      power: values.power as Given<never> | undefined,
      origin: this.context.headOrigin(node),
    };
  }
}

/** `a fiber or a cable` */
function oneOf(kinds: readonly PartKind[]): string {
  return alternatives(kinds.map(withArticle));
}

/** Whether an instance has a type: all but coolant loops and what carries power, which are single things. */
function needsType({ kind }: ast.Instance): boolean {
  return kind !== 'loop' && !isFeedKind(kind);
}
