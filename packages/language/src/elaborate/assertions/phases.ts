// Phases of growth: `phase NAME "…" adds SELECTOR, … { require … }`.
import { canBeAdded, type Requirement, type Selection } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Context } from '../scope/context.ts';
import { nounsOf } from '../selection/families.ts';
import { textOf } from '../selection/selector-text.ts';
import type { Selectors } from '../selection/selectors.ts';
import type { Deferred } from '../statements/deferred.ts';
import { type RequirementReading, readRequirement } from './requirements.ts';

/** What a phase adds, read before modules and links are. */
export interface PhaseAdds extends Deferred<ast.Phase> {
  readonly adds: readonly Selection[];
}

/** Reads what phases add; what two of them add is reported. */
export function readPhases(
  context: Context,
  selectors: Selectors,
  phases: readonly Deferred<ast.Phase>[],
): readonly PhaseAdds[] {
  const added = new Map<Selection['of'], Map<number, ast.Selector>>();
  return phases
    .filter(({ node }) => node.name !== '')
    .map(({ node, scope }) => ({
      node,
      scope,
      adds: node.adds.flatMap((selector) => {
        const selection = selectors.one(selector, scope);
        if (selection === undefined) return [];
        if (!canBeAdded(selection.of)) {
          const text = `\`${textOf(selector)}\` selects ${nounsOf(selection.of)}, which no phase can add.`;
          const help =
            'A phase adds devices and their cages, racks, CDUs, loops, feeds, networks and template instances.';
          context.problem('phase/adds', context.origin(selector), text, { help });
          return [];
        }
        const known = added.get(selection.of) ?? new Map<number, ast.Selector>();
        added.set(selection.of, known);
        const twice = selection.ids.find((id) => known.has(id));
        if (twice !== undefined) {
          const first = known.get(twice) as ast.Selector;
          const text = `\`${textOf(selector)}\` adds what \`${textOf(first)}\` adds already.`;
          context.problem('phase/adds', context.origin(selector), text, {
            help: 'Add each thing in one phase: the first that has it.',
            related: [{ origin: context.origin(first), message: 'Added here.' }],
          });
        }
        for (const id of selection.ids) known.set(id, known.get(id) ?? selector);
        return [selection];
      }),
    }));
}

/** Adds phases to the fabric. What the last one requires, the design does. */
export function addPhases(reading: RequirementReading, phases: readonly PhaseAdds[]): void {
  const { context } = reading;
  for (const [index, { node, scope, adds }] of phases.entries()) {
    const isLast = index === phases.length - 1;
    const requirements: Requirement[] = [];
    for (const each of node.statements) {
      const requirement = each.$type === 'Require' ? readRequirement({ ...reading, scope }, each) : undefined;
      if (requirement === undefined) continue;
      if (isLast) context.builder.addRequirement({ ...requirement, phase: index });
      else requirements.push({ ...requirement, phase: index, index: requirements.length });
    }
    context.builder.addPhase({
      name: node.name,
      title: node.title,
      adds,
      requirements,
      declaration: context.declaration(node),
      origin: context.nameOrigin(node),
    });
  }
}
