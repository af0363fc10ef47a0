// Modules into cages, links between ports, devices into racks.
import { maxTableRows } from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { extentOf } from '../parse/index.ts';
import type { Context } from './context.ts';
import { wholeNumber } from './evaluate.ts';
import { LinkEnds } from './link-ends.ts';
import { LinkPaths } from './link-paths.ts';
import { LinkPatterns } from './link-patterns.ts';
import { Links } from './links.ts';
import type { Parts } from './parts.ts';
import type { Properties } from './properties.ts';
import type { Repeater } from './repeat.ts';
import type { Scope } from './scope.ts';
import { type Selectors, textOf } from './selectors.ts';
import type { Later, Waiting } from './waiting.ts';

export class Connector {
  private readonly context: Context;
  private readonly parts: Parts;
  private readonly properties: Properties;
  private readonly selectors: Selectors;
  private readonly repeater: Repeater;
  /** Ports of all plugged modules so far. */
  private ports = 0;

  constructor(context: Context, parts: Parts, properties: Properties, selectors: Selectors, repeater: Repeater) {
    this.context = context;
    this.parts = parts;
    this.properties = properties;
    this.selectors = selectors;
    this.repeater = repeater;
  }

  run(waiting: Waiting): void {
    this.each(waiting.plugs, 'Plug', (node, scope) => this.plug(node, scope));
    this.context.modulesIn = true;
    this.context.builder.layPorts();
    const { context, parts, repeater } = this;
    new Links(context, parts, repeater, {
      paths: new LinkPaths(context, this.properties),
      ends: new LinkEnds(context, this.selectors),
      patterns: new LinkPatterns(context),
    }).run(waiting.links);
    this.each(waiting.places, 'Place', (node, scope) => this.place(node, scope));
  }

  /** Visits what waits, in every turn where it stands in a loop. */
  private each<T extends ast.Plug | ast.Place>(
    waiting: readonly Later<T | ast.For>[],
    type: T['$type'],
    visit: (node: T, scope: Scope) => void,
  ): void {
    this.repeater.startOver();
    for (const { node, scope } of waiting) {
      if (node.$type !== 'For') visit(node as T, scope);
      else
        this.repeater.walk([node as ast.For], scope, (each, at) => {
          if (each.$type === type) visit(each as T, at);
        });
    }
  }

  private plug(node: ast.Plug, scope: Scope): void {
    if (this.isOneChannel(node)) return;
    const module = this.parts.ofUse(node.module, 'module', scope);
    const cages = this.selectors.all(node.into, scope, 'any');
    if (module === undefined || cages === undefined) this.context.builder.noteGap('plugs');
    if (cages === undefined) return;
    if (cages.of !== 'cage') {
      const first = node.into[0] as ast.Selector;
      this.context.problem(
        'selection/kind',
        this.context.origin(first),
        `Modules are plugged into ports; \`${textOf(first)}\` names none.`,
        { help: `Write \`${textOf(first)}.*\` for all its ports.` },
      );
      this.context.builder.noteGap('plugs');
      return;
    }
    this.ports += cages.ids.length * (module?.values.channels?.value.reduce((sum, each) => sum + each.count, 0) ?? 1);
    if (this.context.isTooMany(node, this.ports, maxTableRows)) {
      this.context.builder.noteGap('plugs');
      return;
    }
    const last = node.into.at(-1) as ast.Selector;
    this.context.builder.plug({ module, origin: this.context.span(node.module, last) }, cages.ids);
  }

  /** Tells of a channel: a module fills a whole cage. */
  private isOneChannel({ into }: ast.Plug): boolean {
    const found = into.find((each) => each.channels !== undefined);
    if (found?.channels === undefined) return false;
    const text = textOf(found);
    this.context.problem(
      'selection/kind',
      this.context.origin(found),
      `A module fills a whole cage; \`${text}\` names channels of the module in it.`,
      { help: `Write \`${text.slice(0, text.lastIndexOf('/'))}\`.` },
    );
    this.context.builder.noteGap('plugs');
    return true;
  }

  private place(node: ast.Place, scope: Scope): void {
    const { builder } = this.context;
    const devices = this.selectors.all(node.devices, scope, 'device');
    const racks = node.racks.length === 0 ? undefined : this.selectors.all(node.racks, scope, 'rack');
    if (devices === undefined || racks === undefined) {
      builder.noteGap('placements');
      return;
    }
    const each =
      node.each === undefined
        ? Math.ceil(devices.ids.length / racks.ids.length)
        : wholeNumber(this.context, scope, node.each, 'How many a rack takes');
    if (each === undefined || each < 1) {
      builder.noteGap('placements');
      return;
    }
    const { end } = extentOf(node);
    builder.place({ ...this.context.span(node.devices[0] ?? node, node), end }, devices.ids, racks.ids, each);
  }
}
