// Elements that differ from the rest: `leaf[3] { power 1.7 kW }`. Elements with the same changes share a part.
import {
  type Block,
  type Changeable,
  type FeedKind,
  feedNoun,
  type Given,
  type Kind,
  type Origin,
  type Part,
  propertiesOf,
  type Selection,
  type Unknown,
  type Values,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Parts } from '../parts/parts.ts';
import type { Properties } from '../parts/properties.ts';
import { unknownsIn } from '../parts/unknown-properties.ts';
import { describeFeed, feedCdu, servicesOf } from '../plant/plant.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { nounsOf } from '../selection/families.ts';
import { textOf } from '../selection/selector-text.ts';
import type { Selectors } from '../selection/selectors.ts';
import { textInIteration } from '../selection/text-in-iteration.ts';
import { allowancesIn, type DeferredStatements } from '../statements/deferred.ts';
import type { Repeater } from '../statements/repeater.ts';

/** What has been changed about an element so far; elements with the same part and changes share one state. */
interface State {
  /** The part its declaration gave it; undefined when it could not be resolved. */
  readonly declared: Part | undefined;
  readonly part: Part | undefined;
  /** Where each property was changed. */
  readonly changed: ReadonlyMap<string, Origin>;
}

/** What one statement changes in one scope. */
interface Change {
  readonly kind: Block['kind'] | FeedKind;
  readonly values: Values<Kind>;
  readonly unknowns: Readonly<Record<string, Unknown>>;
  /** Where each property is given. */
  readonly places: ReadonlyMap<string, Origin>;
  /** The elements as written, for the name of their part. */
  readonly text: string;
  /** Equal for changes with the same effect. */
  readonly key: string;
}

/** The state of elements without changes, minus the index of their part: elements of one part start in one state. */
const untouched = -2;

export class Overrides {
  private readonly context: Context;
  private readonly parts: Parts;
  private readonly properties: Properties;
  private readonly selectors: Selectors;
  private readonly repeater: Repeater;
  private readonly states: State[] = [];
  /** The state of each element that was changed. */
  private readonly stateOf: Readonly<Record<Changeable, Map<number, number>>> = {
    device: new Map(),
    rack: new Map(),
    cdu: new Map(),
  };
  /** Where properties of feeds, UPSs and PDUs were changed. */
  private readonly changedFeeds = new Map<number, ReadonlyMap<string, Origin>>();
  private readonly next = new Map<string, number>();
  private readonly numbers = new Map<ast.Override, number>();

  constructor(context: Context, parts: Parts, properties: Properties, selectors: Selectors, repeater: Repeater) {
    this.context = context;
    this.parts = parts;
    this.properties = properties;
    this.selectors = selectors;
    this.repeater = repeater;
  }

  /** Applies all of them, in the order of the text. */
  run({ overrides, allowances }: DeferredStatements): void {
    this.repeater.replay(overrides, 'Override', (node, scope) => {
      allowances.push(...allowancesIn(node, scope));
      this.apply(node, scope);
    });
  }

  private apply(node: ast.Override, scope: Scope): void {
    if (!this.numbers.has(node)) this.numbers.set(node, this.numbers.size);
    const selection = this.selectors.all(node.of, scope, 'any');
    const kind = selection === undefined ? undefined : this.kindOf(node, selection);
    if (selection === undefined || kind === undefined) {
      this.context.builder.noteGap('values');
      return;
    }
    const change = this.read(node, kind, scope);
    if (selection.of === 'feed') {
      this.changeFeeds(selection, change);
      return;
    }
    const of = selection.of as Changeable;
    const { builder } = this.context;
    const states = this.stateOf[of];
    // Elements in one state before are in one state after: one look-up each.
    const known = new Map<number, number>();
    for (const id of selection.ids) {
      const before = states.get(id) ?? untouched - (builder.partOf(of, id)?.index ?? -1);
      let after = known.get(before);
      if (after === undefined) known.set(before, (after = this.after(before, of, id, change)));
      states.set(id, after);
      const { part } = this.states[after] as State;
      if (part !== undefined) builder.setPart(of, id, part);
    }
    if (of === 'rack') this.serve(selection, change.values as Values<'rack'>);
    if (of === 'cdu') for (const id of selection.ids) feedCdu(this.context, id, change.values as Values<'cdu'>);
  }

  /** The kind of what is changed; undefined when it can't be changed or is of several kinds, which is reported. */
  private kindOf(node: ast.Override, selection: Selection): Block['kind'] | FeedKind | undefined {
    const { context } = this;
    const [first] = node.of as [ast.Selector];
    if (selection.of === 'rack' || selection.of === 'cdu') return selection.of;
    if (selection.of === 'feed') return this.kindOfFeeds(node, selection);
    if (selection.of !== 'device') {
      context.problem(
        'selection/kind',
        context.origin(first),
        `\`${textOf(first)}\` selects ${nounsOf(selection.of)}; only switches, hosts, racks, CDUs, feeds, UPSs and PDUs can be changed.`,
      );
      return undefined;
    }
    const kinds = new Set<Block['kind']>();
    for (const id of selection.ids) kinds.add(context.builder.blockOf(id).kind);
    const [kind, other] = kinds;
    if (other === undefined) return kind;
    const last = node.of.at(-1) ?? first;
    context.problem(
      'selection/kind',
      context.span(first, last),
      'This selects both switches and hosts, which have different properties.',
      { help: 'Write one statement for the switches and one for the hosts.' },
    );
    return undefined;
  }

  /** The kind of feeds, UPSs or PDUs; undefined where they are of several kinds, which is reported. */
  private kindOfFeeds(node: ast.Override, { ids }: Selection): FeedKind | undefined {
    const { context } = this;
    const [kind, other] = new Set([...ids].map((id) => context.builder.plant.feed(id).kind));
    if (kind === undefined || other === undefined) return kind;
    const [first] = node.of as [ast.Selector];
    context.problem(
      'selection/kind',
      context.span(first, node.of.at(-1) ?? first),
      `This selects both ${feedNoun(kind)}s and ${feedNoun(other)}s, which have different properties.`,
      { help: 'Write one statement for each kind.' },
    );
    return undefined;
  }

  /** Changes feeds, UPSs and PDUs: they have no type, so the values of each are its own. */
  private changeFeeds({ ids }: Selection, { values, unknowns, places }: Change): void {
    const { plant } = this.context.builder;
    for (const id of ids) {
      const { changed, given } = this.notTwice(this.changedFeeds.get(id) ?? new Map(), places, () =>
        plant.feedName(id),
      );
      this.changedFeeds.set(id, changed);
      // One that is given as unknown has no value any more.
      const before = plant.feed(id);
      const changedIn = <T>(all: Readonly<Record<string, T>>, own: Readonly<Record<string, T>>): Record<string, T> =>
        Object.fromEntries([
          ...Object.entries(all).filter(([name]) => !given.has(name)),
          ...Object.entries(own).filter(([name]) => given.has(name)),
        ]);
      describeFeed(this.context, id, {
        values: changedIn<unknown>(before.values, values) as Values<FeedKind>,
        unknowns: changedIn(before.unknowns ?? {}, unknowns),
      });
    }
  }

  private read(node: ast.Override, kind: Block['kind'] | FeedKind, scope: Scope): Change {
    const values = this.properties.read(node.statements, kind, 'installed', scope);
    const unknowns = unknownsIn(this.context, node.statements);
    const places = new Map<string, Origin>();
    for (const each of node.statements) {
      const known =
        each.$type === 'Property' && (Object.hasOwn(values, each.name) || Object.hasOwn(unknowns, each.name));
      if (known && !places.has(each.name)) places.set(each.name, this.context.nameOrigin(each));
    }
    const number = this.numbers.get(node) ?? -1;
    const text = scope.indices === undefined ? node.of.map(textOf).join(', ') : textInIteration(node.of, scope);
    return { kind, values, unknowns, places, text, key: `${number} ${keyOf(values)}` };
  }

  /** The state of an element after a change; `before` is its state, or its part when it has none yet. */
  private after(before: number, of: Changeable, id: number, change: Change): number {
    const key = `${change.key} ${of} ${before}`;
    let next = this.next.get(key);
    if (next === undefined) {
      const part = this.context.builder.partOf(of, id);
      const state = this.states[before] ?? { declared: part, part, changed: new Map() };
      next = this.states.push(this.changed(state, of, id, change)) - 1;
      this.next.set(key, next);
    }
    return next;
  }

  private changed(state: State, of: Changeable, id: number, change: Change): State {
    const { changed, given: fresh } = this.notTwice(state.changed, change.places, () =>
      this.context.builder.nameOf(of, id),
    );
    const values: Record<string, Given<unknown>> = {};
    const unknowns: Record<string, Unknown> = {};
    for (const name of fresh) {
      // Its feeds, loop and position aren't properties of its type.
      if (propertiesOf(change.kind)[name]?.installedOnly === true) continue;
      const given = (change.values as Readonly<Record<string, Given<unknown>>>)[name];
      if (given !== undefined) values[name] = given;
      const unknown = change.unknowns[name];
      if (unknown !== undefined) unknowns[name] = unknown;
    }
    const { declared } = state;
    const hasOwn = Object.keys(values).length + Object.keys(unknowns).length > 0;
    const part =
      state.part === undefined || declared === undefined || !hasOwn
        ? state.part
        : this.parts.withOverrides(state.part, values, unknowns, `${declared.name} at ${change.text}`);
    return { declared, part, changed };
  }

  /**
   * The properties that a statement gives and none before it did, and where all of them were given; another one is reported.
   * @param before where properties of the element were given
   */
  private notTwice(
    before: ReadonlyMap<string, Origin>,
    places: ReadonlyMap<string, Origin>,
    nameOf: () => string,
  ): { readonly changed: ReadonlyMap<string, Origin>; readonly given: ReadonlySet<string> } {
    const changed = new Map(before);
    const given = new Set<string>();
    for (const [name, place] of places) {
      const first = before.get(name);
      if (first !== undefined) this.reportTwice(name, nameOf(), { first, second: place });
      else {
        changed.set(name, place);
        given.add(name);
      }
    }
    return { changed, given };
  }

  private reportTwice(
    name: string,
    of: string,
    { first, second }: { readonly first: Origin; readonly second: Origin },
  ): void {
    const { context } = this;
    const isSameStatement = first.start === second.start && first.uri === second.uri;
    context.problem(
      'property/twice',
      second,
      `\`${name}\` of ${of} is changed twice.`,
      isSameStatement
        ? { help: 'Select each element in only one iteration of the loop.' }
        : {
            help: 'Select each element in only one of the two statements.',
            related: [{ origin: first, message: 'First changed here.' }],
          },
    );
  }

  /** The feeds and the coolant loop of racks, where they are changed. */
  private serve(selection: Selection, values: Values<'rack'>): void {
    const services = servicesOf(this.context, values);
    for (const id of selection.ids) this.context.builder.plant.serveRack(id, services);
  }
}

/** A text that is equal for equal values. */
function keyOf(values: Values<Kind>): string {
  const rows = Object.entries(values as Readonly<Record<string, Given<unknown>>>).map(([name, given]) => [
    name,
    given.value,
    given.unit,
  ]);
  return JSON.stringify(rows, (_, value: unknown) => (isPartValue(value) ? `#${value.index}` : value));
}

function isPartValue(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'kind' in value && 'ports' in value;
}
