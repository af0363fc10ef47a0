// Branches of coolant loops: which racks are on them, in which order, and where their coolant comes from.
import type { Values } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Properties } from '../parts/properties.ts';
import { unknownsIn } from '../parts/unknown-properties.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { DeferredBranch } from '../statements/deferred.ts';

/** The most racks, or branches, in series: the coolant would boil long before. */
const maxInSeries = 64;

/** Reads the values of branches and puts racks on them. */
export function connectBranches(context: Context, branches: readonly DeferredBranch[], properties: Properties): void {
  for (const each of branches) connect(context, each, properties);
  limitChains(context, branches);
}

/** Cuts chains of branches that are longer than the maximum, which is reported once. */
function limitChains(context: Context, branches: readonly DeferredBranch[]): void {
  const { plant } = context.builder;
  // How many are before a branch, up to one too many.
  const before = (index: number): number => {
    let count = 0;
    for (let each = plant.branch(index).after; each >= 0 && count < maxInSeries; each = plant.branch(each).after)
      count++;
    return count;
  };
  const tooLong = branches.filter(({ index }) => before(index) === maxInSeries);
  const [first] = tooLong;
  if (first === undefined) return;
  const { values, origin } = plant.branch(first.index);
  context.problem(
    'value/too-large',
    values.after?.origin ?? origin,
    `More than ${maxInSeries} branches are in series.`,
    {
      help: 'Let some of them take the supply of the loop, side by side.',
    },
  );
  context.builder.noteGap('values');
  for (const { index } of tooLong) plant.describeBranch(index, { ...plant.branch(index), after: -1 });
}

function connect(context: Context, { node, index, scope }: DeferredBranch, properties: Properties): void {
  const { builder } = context;
  // A branch may have the same name as its racks: only `after` names branches.
  const isAfter = (each: ast.Statement): boolean => each.$type === 'Property' && each.name === 'after';
  const read = (statements: readonly ast.Statement[], at: Scope | undefined) =>
    properties.read(statements, 'branch', 'installed', at ?? scope) as Values<'branch'>;
  const values = {
    ...read(
      node.statements.filter((each) => !isAfter(each)),
      scope.parent,
    ),
    ...read(node.statements.filter(isAfter), scope),
  };
  const origin = context.nameOrigin(node);
  const isGiven = (name: string): boolean =>
    node.statements.some((each) => each.$type === 'Property' && each.name === name);
  if (isGiven('series') && isGiven('parallel')) {
    context.problem(
      'loop/branch',
      values.series?.origin ?? origin,
      `\`${node.name}\` has racks both in parallel and in series.`,
      {
        help: `Move one of the two to a branch of its own; write \`after ${node.name}\` there if the outlet of this branch supplies it.`,
      },
    );
    return;
  }
  if (!isGiven('series') && !isGiven('parallel')) {
    context.problem('loop/branch', origin, `\`${node.name}\` has no racks.`, {
      help: 'Write `parallel r[1..4]` for racks side by side, or `series r[1], r[2]` for one after the other.',
    });
    return;
  }
  const given = values.series ?? values.parallel;
  if (given === undefined) return;
  if (values.series !== undefined && values.series.value.selection.ids.length > maxInSeries) {
    context.problem(
      'value/too-large',
      values.series.origin,
      `${values.series.value.selection.ids.length} racks in series are too many; the maximum is ${maxInSeries}.`,
      { help: 'Write `parallel` for racks side by side.' },
    );
    return;
  }
  const { loop } = builder.plant.branch(index);
  for (const rack of given.value.selection.ids) {
    const other = builder.plant.branchOf(rack);
    const elsewhere = builder.plant.loopOf(rack);
    const where =
      other !== undefined
        ? other.name
        : elsewhere >= 0 && elsewhere !== loop
          ? builder.plant.loopName(elsewhere)
          : undefined;
    if (where === undefined) continue;
    context.problem('loop/branch', given.origin, `${builder.nameOf('rack', rack)} is already cooled by ${where}.`, {
      help: 'Connect each rack to one branch of one loop.',
    });
    return;
  }
  builder.plant.describeBranch(index, {
    values,
    unknowns: unknownsIn(context, node.statements),
    racks: given.value.selection.ids,
    order: values.series === undefined ? 'parallel' : 'series',
    after: afterOf(context, index, values),
  });
}

/** The branch before this one: one of the same loop that does not itself come after it. */
function afterOf(context: Context, index: number, { after }: Values<'branch'>): number {
  if (after === undefined) return -1;
  const { builder } = context;
  const report = (message: string, help: string): number => {
    context.problem('loop/branch', after.origin, message, { help });
    return -1;
  };
  const [before, other] = after.value.selection.ids;
  if (before === undefined) return -1;
  const own = builder.plant.branch(index);
  if (other !== undefined)
    return report('A branch can be after one branch only.', 'Name the branch whose outlet supplies it.');
  if (builder.plant.branch(before).loop !== own.loop)
    return report(
      `${builder.plant.branch(before).name} is a branch of another loop.`,
      'Name a branch of the same loop.',
    );
  // A larger circle is a chain that is too long.
  let steps = 0;
  for (let each = before; each >= 0 && steps <= maxInSeries; each = builder.plant.branch(each).after, steps++)
    if (each === index)
      return report(`${own.name} comes after itself.`, 'Let one branch of the chain take the supply of the loop.');
  return before;
}
