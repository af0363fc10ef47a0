// The parts that snippets name: those that the design can use, where it has any of their kind.
import { isPart } from '@lightloom/core';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { FabricEditorServices } from '../../services/services.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Item } from './items.ts';
import type { NamedItems } from './named-items.ts';
import type { Situation } from './situation.ts';

/** What says which parts there are. */
interface Known {
  readonly services: FabricEditorServices;
  readonly catalogue: Catalogue;
  readonly names: NamedItems;
}

/** A name as the default of a place to fill in: `${10:XPO}`. */
const places = /\$\{(\d+):([A-Za-z][\w-]*)\}/g;

/** Items whose snippets name parts that are in scope, where there are such of the same kind. */
export function withPartsInScope(items: readonly Item[], situation: Situation, known: Known): Item[] {
  const { references, workspace } = known.services;
  const parts = new Map<string, string>();
  const partFor = (name: string): string => {
    let found = parts.get(name);
    if (found !== undefined) return found;
    const kind = workspace.LibraryNames.all.get(name)?.kind;
    const isMeant = kind === undefined || references.Symbols.find(situation.body, name) !== undefined;
    found = (isMeant ? undefined : likeliest(kind, situation, known)) ?? name;
    parts.set(name, found);
    return found;
  };
  return items.map((item) => {
    const changed = new Map<string, string>();
    const insert = item.insert?.replace(places, (place, stop: string, name: string) => {
      const part = partFor(name);
      if (part === name) return place;
      changed.set(name, part);
      return `\${${stop}:${part}}`;
    });
    if (insert === undefined || changed.size === 0) return item;
    const { value = '', kind = 'markdown' } = (item.documentation ?? {}) as Partial<MarkupContent>;
    const shown = [...changed].reduce(
      (text, [from, to]) => text.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to),
      value,
    );
    return { ...item, insert, documentation: { kind, value: shown } };
  });
}

/** The part of a kind that is likeliest meant: the design's own, or what the modules that were imported are for; undefined where there is none. */
function likeliest(kind: string, situation: Situation, { catalogue, names }: Known): string | undefined {
  const ofKind = (wanted: string): Item[] =>
    names.named(situation, (each) => each.$type === 'TypeDeclaration' && each.kind === wanted);
  const all = ofKind(kind);
  const own = all.find((each) => each.isOfLibrary !== true)?.label;
  return own ?? (kind === 'cage' ? cageOf(ofKind('module'), catalogue) : undefined) ?? all[0]?.label;
}

/** The cage that most of some modules fit. */
function cageOf(modules: readonly Item[], catalogue: Catalogue): string | undefined {
  const counts = new Map<string, number>();
  for (const { label } of modules) {
    const part = catalogue.find(label);
    const cage = part !== undefined && isPart(part, 'module') ? part.values['form-factor']?.value.name : undefined;
    if (cage !== undefined) counts.set(cage, (counts.get(cage) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
