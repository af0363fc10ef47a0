// What each name refers to during elaboration: in an instance of a template, in a network, or at the top of a file.
import type { Axis, Block, Group, Network, Selection } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Pieces } from './pieces.ts';
import type { Value } from './value.ts';

/** What a name refers to. */
export type Member =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'units'; readonly axes: readonly Axis[]; readonly units: readonly Scope[] }
  /** An array that a `for` installs, one piece an iteration. */
  | { readonly kind: 'pieces'; readonly pieces: Pieces<Scope> }
  | { readonly kind: 'network'; readonly scope: Scope }
  /** A single thing, or feeds of an array in the order of its indices. */
  | { readonly kind: 'element'; readonly selection: Selection; readonly axes?: readonly Axis[] }
  /** Declared, but not installed because of a problem that is reported there. */
  | { readonly kind: 'missing' };

/** The names of one body. */
export class Scope {
  readonly parent: Scope | undefined;
  /** The network or template instance; undefined at the top. */
  readonly group: Group | undefined;
  readonly members = new Map<string, Member>();
  /** Values of parameters. */
  readonly values = new Map<string, Value>();
  /** Templates being instantiated, from the outermost in. */
  readonly templates: readonly ast.Template[];
  /** The indices of a `for` in this iteration; undefined in any other body. The body of a `for` declares its names around it. */
  readonly indices: Map<string, number> | undefined;
  /** At the top: members of networks by name, until one is declared. */
  private withinNetworks: Map<string, Member[]> | undefined;

  constructor(
    parent: Scope | undefined,
    group: Group | undefined,
    templates: readonly ast.Template[],
    indices?: Map<string, number>,
  ) {
    this.parent = parent;
    this.group = group;
    this.templates = templates;
    this.indices = indices;
  }

  /** A scope for the iterations of a `for`; each sets the indices anew. */
  loop(): Scope {
    return new Scope(this, this.group, this.templates, new Map());
  }

  /** The scope around every enclosing `for`, in which their bodies declare. */
  get base(): Scope {
    return this.indices === undefined || this.parent === undefined ? this : this.parent.base;
  }

  /** This iteration, for later: its indices don't change with the next one. */
  get kept(): Scope {
    return this.indices === undefined || this.parent === undefined
      ? this
      : new Scope(this.parent.kept, this.group, this.templates, new Map(this.indices));
  }

  /** `i = 3, j = 1`: the iterations of every enclosing `for`; empty outside of any. */
  get iteration(): string {
    if (this.indices === undefined) return '';
    const around = this.parent?.iteration ?? '';
    const own = [...this.indices].map(([name, value]) => `${name} = ${value}`).join(', ');
    return around === '' ? own : `${around}, ${own}`;
  }

  /** Declares a name. The first declaration counts; a second is reported where names are checked. */
  declare(name: string, member: Member): void {
    if (this.members.has(name)) return;
    this.members.set(name, member);
    this.top.withinNetworks = undefined;
  }

  /** The scope of the file. */
  get top(): Scope {
    return this.parent === undefined ? this : this.parent.top;
  }

  get network(): Network | undefined {
    return this.group?.network;
  }

  /** The path of something declared here. */
  path(name: string): string {
    return this.group === undefined ? name : `${this.group.path}.${name}`;
  }

  /** A member by name, from the inside out; at the top, members of networks too. Several: the name is ambiguous. */
  find(name: string): readonly Member[] {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const own = scope.members.get(name);
      if (own !== undefined) return [own];
      if (scope.parent === undefined) return scope.inNetworks(name);
    }
    return [];
  }

  /** A member by name where it is the only one. */
  only(name: string): Member | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const own = scope.members.get(name);
      if (own !== undefined) return own;
      if (scope.parent !== undefined) continue;
      const within = scope.inNetworks(name);
      return within.length === 1 ? within[0] : undefined;
    }
    return undefined;
  }

  private inNetworks(name: string): readonly Member[] {
    if (this.withinNetworks === undefined) {
      this.withinNetworks = new Map();
      for (const each of this.members.values()) {
        if (each.kind !== 'network') continue;
        for (const [within, member] of each.scope.members) {
          const known = this.withinNetworks.get(within);
          if (known === undefined) this.withinNetworks.set(within, [member]);
          else known.push(member);
        }
      }
    }
    return this.withinNetworks.get(name) ?? [];
  }

  /** The index of a `for` in this iteration, from the inside out. */
  index(name: string): number | undefined {
    for (let scope: Scope | undefined = this; scope?.indices !== undefined; scope = scope.parent) {
      const own = scope.indices.get(name);
      if (own !== undefined) return own;
    }
    return undefined;
  }

  /** The value of a parameter, from the inside out. */
  value(name: string): Value | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const own = scope.values.get(name);
      if (own !== undefined) return own;
    }
    return undefined;
  }
}
