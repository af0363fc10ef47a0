// Modules into cages: `plug MODULE into PORTS`.
import { maxTableRows, type Part, printCount } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Parts } from '../parts/parts.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import { allText, textOf } from '../selection/selector-text.ts';
import type { Selectors } from '../selection/selectors.ts';

export class Plugs {
  private readonly context: Context;
  private readonly parts: Parts;
  private readonly selectors: Selectors;
  /** Ports of all modules that are plugged so far. */
  private ports = 0;

  constructor(context: Context, parts: Parts, selectors: Selectors) {
    this.context = context;
    this.parts = parts;
    this.selectors = selectors;
  }

  plug(node: ast.Plug, scope: Scope): void {
    if (this.namesChannels(node)) return;
    const module = this.parts.ofUse(node.module, 'module', scope);
    const cages = this.selectors.all(node.into, scope, 'any');
    if (module === undefined || cages === undefined) this.context.noteGaps(['plugs']);
    if (cages === undefined) return;
    if (cages.of !== 'cage') {
      const first = node.into[0] as ast.Selector;
      this.context.problem(
        'selection/kind',
        this.context.origin(first),
        `Modules are plugged into ports; \`${textOf(first)}\` isn't a port.`,
        { help: `Write \`${textOf(first)}.*\` for all its ports.` },
      );
      this.context.noteGaps(['plugs']);
      return;
    }
    this.ports += cages.ids.length * (module?.values.channels?.value.reduce((sum, each) => sum + each.count, 0) ?? 1);
    if (this.context.exceeds(node, this.ports, maxTableRows, 'ports')) {
      this.context.noteGaps(['plugs']);
      return;
    }
    const last = node.into.at(-1) as ast.Selector;
    if (module !== undefined) this.reportFilled(node, module, cages.ids);
    this.context.builder.plug({ module, origin: this.context.span(node.module, last) }, cages.ids);
  }

  /** Reports cages that hold another module already: one cage holds one. */
  private reportFilled(node: ast.Plug, module: Part<'module'>, cages: Uint32Array): void {
    const { count, by } = this.context.builder.filledBefore(cages, module);
    if (by === undefined) return;
    const holds = count === 1 ? 'holds' : 'hold';
    const message = `${printCount(count, 'cage')} of \`${allText(node.into)}\` ${holds} another module already: ${by.module?.name}.`;
    this.context.problem('plug/twice', this.context.origin(node.into[0] as ast.Selector), message, {
      help: `Select other ports in one of the two statements; ${module.name} counts.`,
      related: [{ origin: by.origin, message: `${by.module?.name} is plugged here.` }],
    });
  }

  /** Whether a channel is named, which is reported: a module fills a whole cage. */
  private namesChannels({ into }: ast.Plug): boolean {
    const found = into.find((each) => each.channels !== undefined);
    if (found?.channels === undefined) return false;
    const text = textOf(found);
    this.context.problem(
      'selection/kind',
      this.context.origin(found),
      `A module fills a whole cage; \`${text}\` names channels of the module in it.`,
      { help: `Write \`${text.slice(0, text.lastIndexOf('/'))}\`.` },
    );
    this.context.noteGaps(['plugs']);
    return true;
  }
}
