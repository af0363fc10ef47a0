// What a place wants of what has a name: whether a declaration can stand there, or lead to what can.
import { feedKinds, inLibrary, isFeedKind, requirableFacts } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Named } from '../../references/symbols.ts';
import type { Wanted } from './place.ts';

/** Whether something is installed under a name of its own. */
export function isInstalled(node: Named): boolean {
  return node.$type === 'Instance' || node.$type === 'TemplateInstance' || node.$type === 'Network';
}

/** Whether a group of ports can stand where something is wanted. */
export function takesPorts(node: Named, wanted: Wanted): boolean {
  return (
    node.$type === 'Ports' &&
    (wanted === 'ports' || wanted === 'allowed' || wanted === 'failing' || wanted === 'growing')
  );
}

/** Whether a name can start a selector of what is wanted. */
export function isWanted(node: Named, wanted: Wanted, fact: string | undefined): boolean {
  const holds = node.$type === 'TemplateInstance' || node.$type === 'Network';
  const device = node.$type === 'Instance' && (node.kind === 'switch' || node.kind === 'host');
  switch (wanted) {
    case 'ports':
    case 'devices':
      return holds || device;
    case 'racks':
      return node.$type === 'Instance' && node.kind === 'rack';
    case 'subject':
      return isSubject(node, fact ?? '');
    case 'failing':
      return (
        holds || device || (node.$type === 'Instance' && ['cdu', ...feedKinds, 'rack', 'loop'].includes(node.kind))
      );
    case 'allowed':
      return isInstalled(node) || (node.$type === 'TypeDeclaration' && !isOfLibrary(node));
    case 'growing':
      return isInstalled(node) && !(node.$type === 'Instance' && node.kind === 'hall');
    case 'drawn':
      return isInstalled(node);
  }
}

/** Whether a fact is known of what has a name. */
export function isSubject(node: Named, fact: string): boolean {
  const subjects = Object.hasOwn(requirableFacts, fact) ? (requirableFacts[fact]?.subjects ?? []) : [];
  if (node.$type === 'Network') return subjects.includes('network') || subjects.includes('device');
  if (node.$type === 'TemplateInstance') return subjects.includes('group') || subjects.includes('device');
  if (node.$type === 'Ports') return subjects.includes('cage');
  if (node.$type !== 'Instance') return false;
  const family = node.kind === 'switch' || node.kind === 'host' ? 'device' : isFeedKind(node.kind) ? 'feed' : node.kind;
  return subjects.some((each) => each === family);
}

function isOfLibrary(node: ast.TypeDeclaration): boolean {
  return inLibrary({ uri: node.$container?.$document?.uri.toString() ?? '', start: 0, end: 0 });
}
