// The values of racks, CDUs, coolant loops, feeds and the hall, which name each other and are read once all are installed.
import {
  type Block,
  type FeedKind,
  type FeedSet,
  isFeedKind,
  type Kind,
  type Part,
  printCount,
  propertiesOf,
  type RackServices,
  type Selected,
  type Unknown,
  type Values,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Parts } from '../parts/parts.ts';
import type { Properties } from '../parts/properties.ts';
import { unknownsIn } from '../parts/unknown-properties.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { DeferredStatements } from '../statements/deferred.ts';
import { wholeNumber } from '../values/evaluate.ts';

/** The most feeds, UPSs and PDUs of which each supplies the next: many times as many as there are from a utility to a rack. */
const maxSupplyChain = 64;

/** Reads the values of loops, feeds and the hall, and connects racks to them. */
export function connectPlant(
  context: Context,
  deferred: DeferredStatements,
  properties: Properties,
  parts: Parts,
): void {
  const { builder } = context;
  const feeds = new Map<number, string>();
  for (const { node, index, count, scope } of deferred.plants) {
    const values = properties.read(node.statements, node.kind, 'installed', scope);
    const given = unknownsIn(context, node.statements);
    const unknowns = Object.keys(given).length === 0 ? {} : { unknowns: given };
    if (node.kind === 'loop') {
      reportSharedCdus(context, builder.plant.loopName(index), values as Values<'loop'>, feeds);
      builder.plant.describeLoop(index, { values: values as Values<'loop'>, ...unknowns });
    } else if (isFeedKind(node.kind))
      for (let each = index; each < index + count; each++)
        describeFeed(context, each, { values: values as Values<FeedKind>, unknowns: given });
    else if (node.kind === 'hall')
      builder.plant.setHall({
        name: node.name,
        values: values as Values<'hall'>,
        ...unknowns,
        declaration: context.declaration(node),
        origin: context.headOrigin(node),
      });
  }
  for (const { node, block, scope } of deferred.cdus) {
    const values = properties.read(node.statements, 'cdu', 'installed', scope) as Values<'cdu'>;
    const part = ownPart(context, node, block, values, parts);
    for (let i = 0; i < block.count; i++) {
      feedCdu(context, block.first + i, values);
      if (part !== undefined) builder.setPart('cdu', block.first + i, part);
    }
  }
  for (const { node, block, scope } of deferred.racks) {
    const values = properties.read(node.statements, 'rack', 'installed', scope) as Values<'rack'>;
    const services = servicesOf(context, values);
    const part = ownPart(context, node, block, values, parts);
    const positions = positionsOf(context, node, block.count, scope);
    for (let i = 0; i < block.count; i++) {
      builder.plant.serveRack(block.first + i, services);
      if (part !== undefined) builder.setPart('rack', block.first + i, part);
      const at = positions?.(i);
      if (at !== undefined) builder.plant.setPosition(block.first + i, at.row, at.position);
    }
  }
}

/**
 * Reports CDUs that already feed another loop: a CDU has one secondary side.
 * @param feeds the loop of each CDU so far
 */
function reportSharedCdus(context: Context, loop: string, { from }: Values<'loop'>, feeds: Map<number, string>): void {
  const shared: number[] = [];
  for (const id of from?.value.selection.ids ?? []) {
    if (feeds.has(id)) shared.push(id);
    else feeds.set(id, loop);
  }
  const [first] = shared;
  if (from === undefined || first === undefined) return;
  const name = context.builder.nameOf('cdu', first);
  const others = shared.length === 1 ? '' : ` and ${printCount(shared.length - 1, 'other CDU')}`;
  const verb = shared.length === 1 ? 'feeds' : 'feed';
  context.problem('loop/cdu', from.origin, `${name}${others} already ${verb} ${feeds.get(first)}.`, {
    help: 'Give each loop its own CDUs, or make the loops branches of one loop.',
  });
}

/** The type of racks or CDUs with the values of their declaration on top; undefined when it gives none of a type. */
function ownPart(
  context: Context,
  node: ast.Instance,
  { part, kind }: Block,
  values: Values<'rack'> | Values<'cdu'>,
  parts: Parts,
): Part | undefined {
  const known = propertiesOf(kind);
  const ofType = ([name]: readonly [string, unknown]): boolean => {
    const spec = known[name];
    // The feeds, loop and position of a rack aren't properties of its type, nor are the feeds of a CDU.
    return spec !== undefined && spec.installedOnly !== true && spec.value.type !== 'selection';
  };
  const own = Object.fromEntries(Object.entries(values).filter(ofType));
  const unknowns = unknownsIn(context, node.statements);
  const plain = Object.keys(own).length + Object.keys(unknowns).length === 0;
  return part === undefined || plain ? undefined : parts.withOverrides(part, own as Values<Kind>, unknowns);
}

/** The feeds and the coolant loop of racks, and their flow; undefined where not given. More than one loop is reported. */
export function servicesOf(context: Context, values: Values<'rack'>): RackServices {
  const { cooled } = values;
  if (cooled !== undefined && cooled.value.selection.ids.length > 1)
    context.problem('loop/branch', cooled.origin, 'A rack can be cooled by one loop only.', {
      help: 'Name one loop, or make the loops branches of one.',
    });
  return {
    loop: cooled?.value.selection.ids[0],
    feeds: values.fed === undefined ? undefined : feedSet(values.fed.value),
    flow: values.flow?.value,
  };
}

/** Puts a CDU on the feeds that its values name. */
export function feedCdu({ builder }: Context, cdu: number, { fed }: Values<'cdu'>): void {
  if (fed !== undefined) builder.plant.feedCdu(cdu, feedSet(fed.value));
}

/** Gives a feed its values. */
export function describeFeed(
  { builder }: Context,
  index: number,
  { values, unknowns }: { readonly values: Values<FeedKind>; readonly unknowns: Readonly<Record<string, Unknown>> },
): void {
  const { fed } = values;
  const said = Object.keys(unknowns).length === 0 ? { values } : { values, unknowns };
  builder.plant.describeFeed(index, said, fed === undefined ? undefined : feedSet(fed.value));
}

/** Reports feeds that supply each other in a circle, each circle once, and a chain that is too long. All are supplied by nothing then. */
export function untangleFeeds(context: Context): void {
  const { plant } = context.builder;
  const { circles, tooLong } = plant.cutTangles(maxSupplyChain);
  const report = (feed: number, rule: 'feed/circle' | 'value/too-large', message: string, help: string): void => {
    const origin = plant.fedOrigin(feed);
    if (origin !== undefined) context.problem(rule, origin, message, { help });
    context.builder.noteGap('values');
  };
  for (const circle of circles)
    report(
      Math.max(...circle),
      'feed/circle',
      circleText(circle.map((id) => plant.feedName(id))),
      'Let what is nearest to the utility or the generators be supplied by nothing.',
    );
  if (tooLong !== undefined)
    report(
      tooLong,
      'value/too-large',
      `More than ${maxSupplyChain} feeds, UPSs and PDUs supply one another in a chain.`,
      'Supply it from what is nearer to the utility or the generators.',
    );
}

/** `A, B and C supply each other in a circle.`, each the next. */
function circleText(names: readonly string[]): string {
  const last = names.at(-1);
  if (names.length === 1) return `${last} supplies itself.`;
  return `${names.slice(0, -1).join(', ')} and ${last} supply each other${names.length === 2 ? '' : ' in a circle'}.`;
}

function feedSet({ selection, redundancy }: Selected): FeedSet {
  return { ...selection, redundancy };
}

/** A row, and a position in it, 0 where none is given. */
interface Place {
  readonly row: number;
  readonly position: number;
}

/** The places of the racks of a declaration: spread evenly over its rows, side by side in each. */
function positionsOf(
  context: Context,
  node: ast.Instance,
  count: number,
  scope: Scope,
): ((rack: number) => Place) | undefined {
  if (node.rows === undefined) return undefined;
  const low = wholeNumber(context, scope, node.rows.low, 'A row');
  const high = node.rows.high === undefined ? low : wholeNumber(context, scope, node.rows.high, 'A row');
  const first = node.position === undefined ? 0 : wholeNumber(context, scope, node.position, 'A position');
  if (low === undefined || high === undefined) return undefined;
  const rows = high - low + 1;
  if (rows < 1) {
    context.problem(
      'value/range',
      context.origin(node.rows),
      `The range ${low}..${high} is empty: its first row is above its last.`,
    );
    return undefined;
  }
  if (first !== undefined && first < 1 && node.position !== undefined) {
    context.problem(
      'value/range',
      context.origin(node.position),
      `Position ${first} doesn't exist: positions in a row start at 1.`,
    );
    return undefined;
  }
  const each = Math.ceil(count / rows);
  return (rack) => ({ row: low + Math.floor(rack / each), position: first ? first + (rack % each) : 0 });
}
