// Assumed figures, and figures of parts without a source.
import { type Kind, propertiesOf } from '../catalogue/index.ts';
import { type Fabric, type Given, type Part, sidesText } from '../model/index.ts';
import { inLibrary, type Origin, originKey } from '../source/index.ts';

export interface ProvenanceRow {
  /** What has the figure: `XpoSwitch`, `primary`. */
  readonly of: string;
  readonly property: string;
  /** The reason for the assumption; undefined if it isn't assumed. */
  readonly reason: string | undefined;
  /** Whether it is in the part library. */
  readonly library: boolean;
  readonly origin: Origin;
}

type AnyValues = Readonly<Record<string, Given<unknown> | undefined>>;

/**
 * Figures that are assumed, or that have neither source nor assumption. Set points of loops and lengths of links are chosen
 * by the design and need no source, but are listed if they are assumed.
 */
export function provenanceRows(fabric: Fabric): { assumed: ProvenanceRow[]; unsourced: ProvenanceRow[] } {
  const assumed: ProvenanceRow[] = [];
  const unsourced: ProvenanceRow[] = [];
  const listed = new Set<string>();
  const look = (
    of: (property: string) => string,
    kind: Kind,
    values: AnyValues,
    { needsSource }: { readonly needsSource: boolean },
  ): void => {
    for (const [property, given] of Object.entries(values)) {
      if (given === undefined || listed.has(originKey(given.origin)) || !isFigure(kind, property)) continue;
      listed.add(originKey(given.origin));
      const row = { of: of(property), property, library: inLibrary(given.origin), origin: given.origin };
      const { kind: from, text } = given.provenance;
      if (from === 'assumed') assumed.push({ ...row, reason: text });
      else if (from === 'stated' && needsSource) unsourced.push({ ...row, reason: undefined });
    }
  };
  for (const part of partsInUse(fabric)) {
    look((property) => declarer(part, property).name, part.kind, part.values as AnyValues, { needsSource: true });
    for (const { name, power } of part.ports)
      if (power !== undefined) look(() => `${part.name}.${name}`, 'cage', { power }, { needsSource: true });
  }
  for (const { name, values } of fabric.loops) look(() => name, 'loop', values as AnyValues, { needsSource: false });
  for (const { name, kind, values } of fabric.feeds)
    look(() => name, kind, values as AnyValues, { needsSource: false });
  for (const group of fabric.linkGroups)
    look(() => sidesText(group), 'link', group.medium as AnyValues, { needsSource: false });
  const ownFirst = (a: ProvenanceRow, b: ProvenanceRow): number => Number(a.library) - Number(b.library);
  return { assumed: assumed.sort(ownFirst), unsourced: unsourced.sort(ownFirst) };
}

/** The type that gives a property: inherited ones count once, at their base type. */
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

/** Every part that installed things use, down to chips, optics and coolants; each after what uses it. */
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

/** Whether a value is a part with a count, as in `4 x MPO16`; a limit per fiber type isn't. */
function isCounted(value: unknown): value is { readonly part: Part } {
  return typeof value === 'object' && value !== null && 'count' in value && 'part' in value && isPartValue(value.part);
}
