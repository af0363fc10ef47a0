// Modules into cages, links between ports, devices into racks.
import {
  devicesOf,
  type LinkFault,
  type LinkGroup,
  type PortSet,
  patterns,
  portsEachOf,
  type Selection,
  type Side,
  type Values,
} from '@lightloom/core';
import type * as ast from '../generated/ast.ts';
import { closest, extentOf } from '../parse/index.ts';
import type { Context } from './context.ts';
import { wholeNumber } from './evaluate.ts';
import type { Later, Waiting } from './installed.ts';
import type { Parts } from './parts.ts';
import type { Properties } from './properties.ts';
import type { Scope } from './scope.ts';
import { type Selectors, textOf } from './selectors.ts';

export class Connector {
  private readonly context: Context;
  private readonly parts: Parts;
  private readonly properties: Properties;
  private readonly selectors: Selectors;
  /** The path of a statement is read once, however many scopes it is laid in. */
  private readonly media = new Map<ast.Link, Values<'link'>>();

  constructor(context: Context, parts: Parts, properties: Properties, selectors: Selectors) {
    this.context = context;
    this.parts = parts;
    this.properties = properties;
    this.selectors = selectors;
  }

  run(waiting: Waiting): void {
    for (const each of waiting.plugs) this.plug(each);
    this.context.builder.layPorts();
    for (const each of waiting.links) this.link(each);
    for (const each of waiting.places) this.place(each);
  }

  private plug({ node, scope }: Later<ast.Plug>): void {
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
    const last = node.into.at(-1) as ast.Selector;
    this.context.builder.plug({ module, origin: this.context.span(node.module, last) }, cages.ids);
  }

  private link({ node, scope }: Later<ast.Link>): void {
    const { context } = this;
    const fiber = this.parts.ofUse(node.medium, 'fiber', scope);
    const from = this.side(node.from, scope);
    const to = this.side(node.to, scope);
    const pattern = this.pattern(node);
    const ends = { from: this.describe(node.from, from), to: this.describe(node.to, to) };
    const group: Omit<LinkGroup, 'index' | 'first' | 'count' | 'fault'> = {
      network: scope.network,
      group: scope.group,
      pattern: pattern ?? '',
      ...ends,
      fiber,
      medium: this.medium(node, scope),
      mediumOrigin: node.medium === undefined ? undefined : context.origin(node.medium),
      origin: this.head(node),
    };
    const laid =
      from === undefined || to === undefined || pattern === undefined
        ? unresolved
        : patterns.get(pattern)?.lay(from, to);
    if (laid === undefined || 'kind' in laid)
      context.builder.addLinks({ ...group, fault: laid }, new Uint32Array(0), new Uint32Array(0));
    else context.builder.addLinks({ ...group, fault: undefined }, laid.from, laid.to);
  }

  /** The name of the pattern: `pairs` when none is said. */
  private pattern(node: ast.Link): string | undefined {
    if (node.pattern === undefined) return 'pairs';
    const { name } = node.pattern;
    if (patterns.has(name)) return name;
    if (name === '') return undefined;
    const near = closest(name, patterns.keys());
    this.context.problem('link/pattern', this.context.origin(node.pattern), `\`${name}\` is no pattern.`, {
      meant: near,
      meantAt: [this.context.wordsOrigin(node.pattern, name)],
      help: `Patterns are ${[...patterns.keys()].map((each) => `\`${each}\``).join(', ')}.`,
    });
    return undefined;
  }

  private medium(node: ast.Link, scope: Scope): Values<'link'> {
    let values = this.media.get(node);
    if (values === undefined)
      this.media.set(
        node,
        (values = this.properties.read(node.statements, 'link', 'installed', scope) as Values<'link'>),
      );
    return values;
  }

  /** From the first selector to the pattern: what stands before `over`. */
  private head(node: ast.Link) {
    const last = node.pattern ?? node.to.at(-1) ?? node.from.at(-1) ?? node;
    return this.context.span(node.from[0] ?? node, last);
  }

  /** The ports of one side, device by device. */
  private side(selectors: readonly ast.Selector[], scope: Scope): PortSet | undefined {
    if (selectors.length === 0) return undefined;
    const selection = this.selectors.all(selectors, scope, 'any');
    if (selection === undefined) return undefined;
    const ports = this.portsIn(selection);
    if (ports !== undefined) return ports;
    const first = selectors[0] as ast.Selector;
    this.context.problem(
      'selection/kind',
      this.context.origin(first),
      `Links end at ports; \`${textOf(first)}\` names none.`,
      { help: `Name a port group: \`${textOf(first)}.PORTS\`.` },
    );
    return undefined;
  }

  private portsIn(selection: Selection): PortSet | undefined {
    const { builder } = this.context;
    const { firstPort, cage: cageOf } = builder.layPorts();
    if (selection.of !== 'cage' && selection.of !== 'port') return undefined;
    const ports: number[] = [];
    const starts: number[] = [];
    let before = -1;
    for (const id of selection.ids) {
      const cage = selection.of === 'cage' ? id : (cageOf[id] as number);
      const device = builder.deviceOfCage(cage);
      if (device !== before) starts.push(ports.length);
      before = device;
      if (selection.of === 'port') ports.push(id);
      else for (let port = firstPort[cage] as number; port < (firstPort[cage + 1] as number); port++) ports.push(port);
    }
    starts.push(ports.length);
    return { ports: Uint32Array.from(ports), starts: Uint32Array.from(starts) };
  }

  private describe(selectors: readonly ast.Selector[], ports: PortSet | undefined): Side {
    const first = selectors[0];
    const last = selectors.at(-1);
    return {
      text: selectors.map(textOf).join(', '),
      origin:
        first === undefined || last === undefined ? { uri: '', start: 0, end: 0 } : this.context.span(first, last),
      devices: ports === undefined ? 0 : devicesOf(ports),
      portsEach: ports === undefined ? Number.NaN : portsEachOf(ports),
      ports: ports?.ports.length ?? 0,
    };
  }

  private place({ node, scope }: Later<ast.Place>): void {
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

const unresolved: LinkFault = { kind: 'unresolved' };
