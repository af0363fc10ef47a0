// Figures that rest on an assumption, and figures of parts for which nobody names a source.
import { type Kind, propertiesOf } from '../catalogue/index.ts';
import { type Fabric, type Given, type Part, sidesText } from '../model/index.ts';
import { inLibrary, type Origin, originKey } from '../source/index.ts';

export interface ProvenanceRow {
  /** What it is a figure of: `XpoSwitch`, `primary`. */
  readonly of: string;
  readonly property: string;
  /** Why it was assumed; undefined when nothing is said. */
  readonly reason: string | undefined;
  /** Whether it ships with the tool. */
  readonly library: boolean;
  readonly origin: Origin;
}

type AnyValues = Readonly<Record<string, Given<unknown> | undefined>>;

/**
 * Figures whose author assumed them, or says nothing about where they come from. Set points of loops and lengths of
 * links are the design's own and need no source; what is assumed about them is listed.
 */
export function provenanceRows(fabric: Fabric): { assumed: ProvenanceRow[]; unsourced: ProvenanceRow[] } {
  const assumed: ProvenanceRow[] = [];
  const unsourced: ProvenanceRow[] = [];
  const told = new Set<string>();
  const look = (of: (property: string) => string, kind: Kind, values: AnyValues, isPart: boolean): void => {
    for (const [property, given] of Object.entries(values)) {
      if (given === undefined || told.has(originKey(given.origin)) || !isFigure(kind, property)) continue;
      told.add(originKey(given.origin));
      const row = { of: of(property), property, library: inLibrary(given.origin), origin: given.origin };
      const { kind: from, text } = given.provenance;
      if (from === 'assumed') assumed.push({ ...row, reason: text });
      else if (from === 'stated' && isPart) unsourced.push({ ...row, reason: undefined });
    }
  };
  for (const part of partsInUse(fabric)) {
    look((property) => declarer(part, property).name, part.kind, part.values as AnyValues, true);
    for (const { name, power } of part.ports)
      if (power !== undefined) look(() => `${part.name}.${name}`, 'cage', { power }, true);
  }
  for (const { name, values } of fabric.loops) look(() => name, 'loop', values as AnyValues, false);
  for (const { name, values } of fabric.feeds) look(() => name, 'feed', values as AnyValues, false);
  for (const group of fabric.linkGroups) look(() => sidesText(group), 'link', group.medium as AnyValues, false);
  const ownFirst = (a: ProvenanceRow, b: ProvenanceRow): number => Number(a.library) - Number(b.library);
  return { assumed: assumed.sort(ownFirst), unsourced: unsourced.sort(ownFirst) };
}

/** The type that says it: what is inherited counts once, where it stands. */
function declarer(part: Part, property: string): Part {
  const given = (part.values as AnyValues)[property];
  let found = part;
  for (let each = part.base; each !== undefined && (each.values as AnyValues)[property] === given; each = each.base)
    found = each;
  return found;
}

/** Whether a property is a number, and not a choice, a name or a reference. */
function isFigure(kind: Kind, property: string): boolean {
  const type = propertiesOf(kind)[property]?.value.type;
  return type !== undefined && !['word', 'words', 'text', 'part', 'parts', 'selection'].includes(type);
}

/** Every part something installed is made of, down to chips, optics and coolants; each after what brings it. */
function partsInUse(fabric: Fabric): ReadonlySet<Part> {
  const found = new Set<Part>();
  const add = (part: Part | undefined): void => {
    if (part === undefined || found.has(part)) return;
    found.add(part);
    for (const group of part.ports) add(group.cage);
    addAllOf(part.values as AnyValues);
  };
  const addAllOf = (values: AnyValues): void => {
    for (const given of Object.values(values)) {
      const value = given?.value;
      if (isPartValue(value)) add(value);
      else if (Array.isArray(value)) for (const each of value) if (isCounted(each)) add(each.part);
    }
  };
  for (const block of fabric.blocks) add(block.part);
  for (const { part } of [fabric.devices, fabric.racks, fabric.cdus])
    for (const index of new Set(part)) add(fabric.parts[index]);
  for (const plug of fabric.plugs) add(plug.module);
  for (const loop of fabric.loops) addAllOf(loop.values as AnyValues);
  for (const group of fabric.linkGroups) {
    add(group.fiber ?? group.cable);
    addAllOf(group.medium as AnyValues);
  }
  return found;
}

function isPartValue(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'kind' in value && 'ports' in value;
}

/** `4 x MPO16`: a part with how many of it. A limit for one kind of fiber has no count. */
function isCounted(value: unknown): value is { readonly part: Part } {
  return typeof value === 'object' && value !== null && 'count' in value && 'part' in value && isPartValue(value.part);
}
