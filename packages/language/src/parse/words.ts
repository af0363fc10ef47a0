// The words of the grammar, by what they start.
import { partKinds as kinds } from '@lightloom/core';

/** Kinds of part: `… type`. */
export const partKinds: ReadonlySet<string> = new Set(kinds);

/** Kinds of what is installed. */
export const instanceKinds: ReadonlySet<string> = new Set([
  'switch',
  'host',
  'rack',
  'cdu',
  'loop',
  'branch',
  'feed',
  'hall',
]);

/** Words that start a declaration with a name and a body. */
export const statementWords: ReadonlySet<string> = new Set([...instanceKinds, 'network', 'template', 'view', 'ports']);

/** Kinds of part that are names of properties too. */
export const propertyWords: ReadonlySet<string> = new Set(['asic', 'nic', 'coolant', 'connector', 'laser']);

/** Kinds of network. */
export const networkKinds = ['scale-up', 'scale-out', 'scale-across', 'storage', 'management'] as const;

/** Every word that starts a statement. */
export const keywords: ReadonlySet<string> = new Set([
  ...partKinds,
  ...statementWords,
  'import',
  'let',
  'plug',
  'link',
  'place',
  'require',
  'allow',
  'for',
  'if',
  'else',
]);
