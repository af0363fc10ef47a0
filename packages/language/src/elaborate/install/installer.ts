// Walks statements and installs what they declare; defers those that name what is installed.
import { isTyped } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Scope } from '../scope/scope.ts';
import { allowancesIn, type DeferredStatements, noDeferred } from '../statements/deferred.ts';
import { holdsAny, type Plain } from '../statements/repeater.ts';
import { installArray } from './arrays.ts';
import { type Installation, reportMisplaced } from './installation.ts';
import { installNetwork } from './networks.ts';
import { installPlant } from './plant-instances.ts';
import { installTemplate } from './template-instances.ts';

/** Statements for which a `for` is walked while things are installed, and those for which it is replayed later. */
const installing = ['Instance', 'TemplateInstance', 'Require', 'Allow'] as const;
const connecting: readonly ast.Statement['$type'][] = ['Override', 'Plug', 'Link', 'Place'];

export class Installer {
  private readonly installation: Installation;
  /** Bodies whose allowances are deferred already. */
  private readonly bodies = new Set<ast.Statement>();

  constructor(tools: Omit<Installation, 'deferred' | 'full'>) {
    this.installation = { ...tools, deferred: noDeferred(), full: false };
  }

  get deferred(): DeferredStatements {
    return this.installation.deferred;
  }

  /** Whether something is to be done later. */
  get hasDeferred(): boolean {
    return Object.values(this.deferred).some((each) => each.length > 0);
  }

  /** Installs what some statements declare, in a scope. */
  run(statements: readonly ast.Statement[], scope: Scope): void {
    this.installation.repeater.walk(
      statements,
      scope,
      (node, at) => this.statement(node, at),
      (node, at) => this.enter(node, at),
    );
  }

  /** Defers what a `for` connects, and returns whether it also installs something. */
  private enter(node: ast.For, scope: Scope): boolean {
    if (scope.indices === undefined) {
      for (const [type, deferred] of [
        ['Override', this.installation.deferred.overrides],
        ['Plug', this.installation.deferred.plugs],
        ['Link', this.installation.deferred.links],
        ['Place', this.installation.deferred.places],
      ] as const)
        if (holdsAny(node, type)) deferred.push({ node, scope });
    }
    return installing.some((type) => holdsAny(node, type)) || !connecting.some((type) => holdsAny(node, type));
  }

  /**
   * Defers the allowances in the body of a type or an instance. One for the body itself is deferred once, however often the body
   * is elaborated; what another names may be different things each time.
   */
  private deferAllowances(node: ast.TypeDeclaration | ast.Instance, scope: Scope): void {
    const known = this.bodies.has(node);
    const found = allowancesIn(node, scope).filter((each) => !known || each.node.on.length > 0);
    if (found.length > 0) this.bodies.add(node);
    this.installation.deferred.allowances.push(...found);
  }

  private statement(node: Plain, scope: Scope): void {
    const connects = connecting.includes(node.$type);
    // In a `for` they are visited again when it is replayed for them.
    if (connects && scope.indices !== undefined) return;
    switch (node.$type) {
      case 'TypeDeclaration':
        this.installation.parts.of(node);
        this.deferAllowances(node, scope);
        break;
      case 'Instance':
        this.instance(node, scope);
        this.deferAllowances(node, scope);
        break;
      case 'TemplateInstance':
        installTemplate(this.installation, node, scope, (...body) => this.run(...body));
        break;
      case 'Network':
        installNetwork(this.installation, node, scope, (...body) => this.run(...body));
        break;
      case 'Override':
        this.installation.deferred.overrides.push({ node, scope });
        break;
      case 'Plug':
        this.installation.deferred.plugs.push({ node, scope });
        break;
      case 'Link':
        this.installation.deferred.links.push({ node, scope });
        break;
      case 'Place':
        this.installation.deferred.places.push({ node, scope });
        break;
      case 'Require':
        this.installation.deferred.requirements.push({ node, scope: scope.kept });
        break;
      case 'Allow':
        this.installation.deferred.allowances.push({ node, scope: scope.kept });
        break;
      case 'View':
        this.installation.deferred.views.push({ node, scope: scope.kept });
        break;
      case 'Phase':
        this.installation.deferred.phases.push({ node, scope: scope.kept });
        break;
    }
  }

  private instance(node: ast.Instance, scope: Scope): void {
    if (node.name === '') return;
    const { kind } = node;
    if (isTyped(kind)) installArray(this.installation, node, kind, scope);
    else if (kind === 'branch')
      reportMisplaced(
        this.installation,
        node,
        'A branch must be in the body of its loop.',
        'Write `loop NAME { … branch NAME { … } }`.',
      );
    else installPlant(this.installation, node, scope);
  }
}
