// Branches of coolant loops: which racks are on them, in which order, and where their coolant comes from.
import type { Values } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Properties } from '../parts/properties.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';

/** Most racks, or branches, that the same coolant passes: it would boil long before. */
const mostInSeries = 64;

/** A branch that waits for its racks. */
export interface WaitingBranch {
  readonly node: ast.Instance;
  readonly index: number;
  /** Inside the loop. */
  readonly scope: Scope;
}

/** Reads the values of branches and puts racks on them. */
export function connectBranches(context: Context, branches: readonly WaitingBranch[], properties: Properties): void {
  for (const each of branches) connect(context, each, properties);
  for (const { index } of branches) limitChain(context, index);
}

/** Cuts a chain of branches that is longer than can be meant. */
function limitChain(context: Context, index: number): void {
  const { builder } = context;
  const branch = builder.plant.branch(index);
  let length = 1;
  for (let each = branch.after; each >= 0; each = builder.plant.branch(each).after) {
    if (++length <= mostInSeries) continue;
    const origin = branch.values.after?.origin ?? branch.origin;
    context.problem('value/too-large', origin, `More than ${mostInSeries} branches come after each other.`);
    builder.plant.describeBranch(index, { ...branch, after: -1 });
    return;
  }
}

function connect(context: Context, { node, index, scope }: WaitingBranch, properties: Properties): void {
  const { builder } = context;
  // A branch may be called as its racks are: only what comes after one means branches.
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
  const said = (name: string): boolean =>
    node.statements.some((each) => each.$type === 'Property' && each.name === name);
  if (said('series') && said('parallel')) {
    context.problem(
      'loop/branch',
      values.series?.origin ?? origin,
      `\`${node.name}\` has racks in parallel and in series.`,
      {
        help: `Put those of one sort into a branch of their own, with \`after ${node.name}\` where it takes the outlet of this one.`,
      },
    );
    return;
  }
  if (!said('series') && !said('parallel')) {
    context.problem('loop/branch', origin, `\`${node.name}\` has no racks.`, {
      help: 'Write `parallel r[1..4]` for racks side by side, or `series r[1], r[2]` for one behind the other.',
    });
    return;
  }
  const given = values.series ?? values.parallel;
  if (given === undefined) return;
  if (values.series !== undefined && values.series.value.selection.ids.length > mostInSeries) {
    context.problem(
      'value/too-large',
      values.series.origin,
      `${values.series.value.selection.ids.length} racks can’t stand in series; at most ${mostInSeries} can.`,
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
    context.problem('loop/branch', given.origin, `${builder.nameOf('rack', rack)} is cooled by ${where} already.`, {
      help: 'A rack hangs on one branch of one loop.',
    });
    return;
  }
  builder.plant.describeBranch(index, {
    values,
    racks: given.value.selection.ids,
    order: values.series === undefined ? 'parallel' : 'series',
    after: afterOf(context, index, values),
  });
}

/** The branch before this one: one of the same loop that does not itself come after it. */
function afterOf(context: Context, index: number, { after }: Values<'branch'>): number {
  if (after === undefined) return -1;
  const { builder } = context;
  const tell = (message: string, help: string): number => {
    context.problem('loop/branch', after.origin, message, { help });
    return -1;
  };
  const [before, other] = after.value.selection.ids;
  if (before === undefined) return -1;
  const own = builder.plant.branch(index);
  if (other !== undefined) return tell('A branch comes after one other.', 'Name the one whose outlet it takes.');
  if (builder.plant.branch(before).loop !== own.loop)
    return tell(`${builder.plant.branch(before).name} is a branch of another loop.`, 'Name a branch of the same loop.');
  for (let each = before; each >= 0; each = builder.plant.branch(each).after)
    if (each === index)
      return tell(`${own.name} comes after itself.`, 'One branch of the chain takes the supply of the loop.');
  return before;
}
