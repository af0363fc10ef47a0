// Binds a reference to the declaration that its name means.
import type { AstNode, LinkingError, Reference } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Named, Symbols } from './symbols.ts';

/** A node that refers to a declaration by name. */
export type Referrer = ast.Segment | ast.TypeUse;

/** A reference as Langium's linker makes it. */
export type Bound = Reference & { _ref?: AstNode | LinkingError | undefined };

/** The reference of a node. */
export function referenceOf(referrer: Referrer): Bound {
  return referrer.$type === 'Segment' ? referrer.named : referrer.definition;
}

/** Sets what a reference means: a declaration, or an error where nothing has the name. Returns the reference. */
export function bind(referrer: Referrer, symbols: Symbols): Bound {
  const reference = referenceOf(referrer);
  const name = reference.$refText;
  reference._ref = (name === '' ? undefined : declarationFor(referrer, name, symbols)) ?? {
    info: { reference, container: referrer, property: referrer.$type === 'Segment' ? 'named' : 'definition' },
    message: notDefined(name),
  };
  return reference;
}

/** What a name means where a node uses it; members of what is before it where that is a path. */
export function declarationFor(container: AstNode, name: string, symbols: Symbols): Named | undefined {
  if (container.$type !== 'Segment') return symbols.find(container, name);
  const selector = container.$container as ast.Selector;
  if (selector.segments[0] === container) return symbols.find(selector.$container, name);
  const before = selector.segments[selector.segments.indexOf(container as ast.Segment) - 1];
  const target = before?.$type === 'Segment' ? before.named?.ref : undefined;
  if (target === undefined) return undefined;
  // A coolant loop has branches and points; only the branches are declared.
  if (target.$type === 'Instance' && target.kind === 'loop') return symbols.declaredIn(target).get(name);
  return symbols.members(target)?.get(name);
}

/** The message for a name that nothing has. */
export function notDefined(name: string): string {
  return `\`${name}\` is not defined here.`;
}
