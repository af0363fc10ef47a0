// What some elements say otherwise than the rest: `leaf[3] { power 1.7 kW }`. Elements that say the same share a part.
import {
  type Block,
  type Changeable,
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
import { servicesOf } from '../plant/plant.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { nounsOf } from '../selection/families.ts';
import { type Selectors, textOf } from '../selection/selectors.ts';
import { textInTurn } from '../selection/text-in-iteration.ts';
import { allowancesIn, type Waiting } from '../statements/deferred.ts';
import type { Repeater } from '../statements/repeater.ts';

/** What has been changed about an element so far; all elements of which the same can be said share one. */
interface State {
  /** The part its declaration gave it; undefined when it could not be resolved. */
  readonly declared: Part | undefined;
  readonly part: Part | undefined;
  /** Where each property was changed. */
  readonly changed: ReadonlyMap<string, Origin>;
}

/** What one statement says in one scope. */
interface Change {
  readonly kind: Block['kind'];
  readonly values: Values<Kind>;
  readonly unknowns: Readonly<Record<string, Unknown>>;
  /** Where each property is said. */
  readonly places: ReadonlyMap<string, Origin>;
  /** The elements as written, for the name of their part. */
  readonly text: string;
  /** The same for all changes that say the same. */
  readonly key: string;
}

/** Stands for no state yet, less the part's index: elements of one part start alike. */
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
  run({ overrides, allowances }: Waiting): void {
    this.repeater.startOver();
    const visit = (node: ast.Override, scope: Scope): void => {
      if (!this.numbers.has(node)) allowances.push(...allowancesIn(node, scope));
      this.apply(node, scope);
    };
    for (const { node, scope } of overrides) {
      if (node.$type === 'Override') visit(node, scope);
      else
        this.repeater.walk([node], scope, (each, at) => {
          if (each.$type === 'Override') visit(each, at);
        });
    }
  }

  private apply(node: ast.Override, scope: Scope): void {
    if (!this.numbers.has(node)) this.numbers.set(node, this.numbers.size);
    const selection = this.selectors.all(node.of, scope, 'any');
    const kind = selection === undefined ? undefined : this.kindOf(node, selection);
    if (selection === undefined || kind === undefined) {
      this.context.builder.noteGap('values');
      return;
    }
    const of = selection.of as Changeable;
    const change = this.read(node, kind, scope);
    const { builder } = this.context;
    const states = this.stateOf[of];
    // Elements that were alike before stay alike: one look-up each.
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
  }

  /** The kind of what is changed; undefined when it has no properties of its own or is of several, which is told. */
  private kindOf(node: ast.Override, selection: Selection): Block['kind'] | undefined {
    const { context } = this;
    const [first] = node.of as [ast.Selector];
    if (selection.of === 'rack' || selection.of === 'cdu') return selection.of;
    if (selection.of !== 'device') {
      context.problem(
        'selection/kind',
        context.origin(first),
        `\`${textOf(first)}\` selects ${nounsOf(selection.of)}; switches, hosts, racks and CDUs can be changed one by one.`,
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
      'This selects switches and hosts; each has properties of its own.',
      { help: 'Write a statement for the switches and one for the hosts.' },
    );
    return undefined;
  }

  private read(node: ast.Override, kind: Block['kind'], scope: Scope): Change {
    const values = this.properties.read(node.statements, kind, 'installed', scope);
    const unknowns = unknownsIn(this.context, node.statements);
    const places = new Map<string, Origin>();
    for (const each of node.statements) {
      const known =
        each.$type === 'Property' && (Object.hasOwn(values, each.name) || Object.hasOwn(unknowns, each.name));
      if (known && !places.has(each.name)) places.set(each.name, this.context.nameOrigin(each));
    }
    const number = this.numbers.get(node) ?? -1;
    const text = scope.indices === undefined ? node.of.map(textOf).join(', ') : textInTurn(node.of, scope);
    return { kind, values, unknowns, places, text, key: `${number} ${keyOf(values)}` };
  }

  /** The state of an element behind a change; `before` is its state, or which part it has when there is none. */
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
    const changed = new Map(state.changed);
    const values: Record<string, Given<unknown>> = {};
    const unknowns: Record<string, Unknown> = {};
    for (const [name, place] of change.places) {
      const first = changed.get(name);
      if (first !== undefined) {
        this.twice(name, of, id, first, place);
        continue;
      }
      changed.set(name, place);
      // What it hangs on is no property of its type.
      if (propertiesOf(change.kind)[name]?.installedOnly === true) continue;
      const given = (change.values as Readonly<Record<string, Given<unknown>>>)[name];
      if (given !== undefined) values[name] = given;
      const said = change.unknowns[name];
      if (said !== undefined) unknowns[name] = said;
    }
    const { declared } = state;
    const said = Object.keys(values).length + Object.keys(unknowns).length > 0;
    const part =
      state.part === undefined || declared === undefined || !said
        ? state.part
        : this.parts.withOverrides(state.part, values, unknowns, `${declared.name} at ${change.text}`);
    return { declared, part, changed };
  }

  private twice(name: string, of: Changeable, id: number, first: Origin, second: Origin): void {
    const { context } = this;
    const again = first.start === second.start && first.uri === second.uri;
    context.problem(
      'property/twice',
      second,
      `\`${name}\` of ${context.builder.nameOf(of, id)} is changed twice.`,
      again
        ? { help: 'Select each element in one turn of the loop only.' }
        : {
            help: 'Select each element in one of the two statements only.',
            related: [{ origin: first, message: 'First changed here.' }],
          },
    );
  }

  /** What racks hang on, where it is changed. */
  private serve(selection: Selection, values: Values<'rack'>): void {
    const services = servicesOf(values);
    for (const id of selection.ids) this.context.builder.plant.serveRack(id, services);
  }
}

/** A text that is the same for values that are the same. */
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
