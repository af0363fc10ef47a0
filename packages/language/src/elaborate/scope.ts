// Names at elaboration: what each stands for in one instance of a template, a network, or at the top.
import type { Axis, Block, Group, Network, Selection } from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import type { Value } from './value.ts';

/** What a name stands for. */
export type Member =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'units'; readonly axes: readonly Axis[]; readonly units: readonly Scope[] }
  | { readonly kind: 'network'; readonly scope: Scope }
  | { readonly kind: 'element'; readonly selection: Selection }
  /** Declared, but in a way that makes no sense, which is told there. */
  | { readonly kind: 'missing' };

/** Names of one body, elaborated. */
export class Scope {
  readonly parent: Scope | undefined;
  /** The network or template instance; undefined at the top. */
  readonly group: Group | undefined;
  readonly members = new Map<string, Member>();
  /** Values of parameters. */
  readonly values = new Map<string, Value>();
  /** Templates being instantiated, from the outermost in. */
  readonly templates: readonly ast.Template[];

  constructor(parent: Scope | undefined, group: Group | undefined, templates: readonly ast.Template[]) {
    this.parent = parent;
    this.group = group;
    this.templates = templates;
  }

  /** The scope of the file. */
  get top(): Scope {
    return this.parent === undefined ? this : this.parent.top;
  }

  get network(): Network | undefined {
    return this.group?.network;
  }

  /** Path of a thing declared here. */
  path(name: string): string {
    return this.group === undefined ? name : `${this.group.path}.${name}`;
  }

  /** A member by name, from the inside out; at the top, members of networks too. Several: the name is ambiguous. */
  find(name: string): Member[] {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const own = scope.members.get(name);
      if (own !== undefined) return [own];
      if (scope.parent !== undefined) continue;
      const within: Member[] = [];
      for (const each of scope.members.values()) {
        const found = each.kind === 'network' ? each.scope.members.get(name) : undefined;
        if (found !== undefined) within.push(found);
      }
      return within;
    }
    return [];
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
