// What an element is, without its name and its place: the same after it is renamed, moved, or folded into an array.
import { purchaseProperties } from '../catalogue/index.ts';
import { itemAt, unsignedAt } from './at.ts';
import { digest } from './digest.ts';
import type { Fabric } from './fabric.ts';
import type { Part } from './part.ts';
import { cagePartOf, moduleIn, partOfCdu, partOfDevice, partOfRack } from './queries.ts';
import type { SubjectFamily, Subjects } from './selection.ts';

/** A digest of what an element is. */
export type MeaningOf = (of: SubjectFamily, id: number) => string;

/**
 * Digests of the elements of a fabric. A part is its kind, its values and its ports, one of the library
 * its name, so that corrections of the library change nothing; a device, rack or CDU its part; a cage or
 * port the parts it belongs to; a loop, branch, feed or network what is said of it.
 */
export function meaningsOf(fabric: Fabric): MeaningOf {
  const parts = new Map<Part, string>();
  const ofPart = (part: Part | undefined): string => {
    if (part === undefined) return '';
    let found = parts.get(part);
    if (found === undefined) parts.set(part, (found = digest([part.kind, part.library ? part.name : contentOf(part)])));
    return found;
  };
  const contentOf = ({ values, unknowns, ports }: Part): unknown => [
    given(values),
    Object.keys(unknowns).sort(),
    ports.map(({ cage, count, power }) => [ofPart(cage), count, power?.value]),
  ];
  /** Values by their properties; parts among them as their digest. */
  const given = (values: object): unknown =>
    Object.entries(values)
      // How a thing is bought is not what it is.
      .filter(([name]) => !purchaseProperties.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, plain((each as { readonly value: unknown }).value)]);
  const plain = (value: unknown): unknown => {
    if (typeof value === 'number') return String(value);
    if (value === null || typeof value !== 'object') return value;
    if (isPartLike(value)) return ofPart(value);
    if (isSelectionLike(value)) return [value.of, countsOf([...value.ids].map((id) => meaning(value.of, id)))];
    if (Array.isArray(value)) return value.map(plain);
    return Object.entries(value)
      .filter(([name]) => name !== 'origin')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, plain(each)]);
  };
  const meaning: MeaningOf = (of, id) => {
    switch (of) {
      case 'part':
        return ofPart(fabric.parts[id]);
      case 'device':
        return ofPart(partOfDevice(fabric, id));
      case 'rack':
        return ofPart(partOfRack(fabric, id));
      case 'cdu':
        return ofPart(partOfCdu(fabric, id));
      case 'cage':
        return cageMeaning(id);
      case 'link':
        return [fabric.links.from, fabric.links.to]
          .map((ports) => cageMeaning(unsignedAt(fabric.ports.cage, unsignedAt(ports, id))))
          .sort()
          .join('');
      case 'link statement':
        return digest(['link statement', given(itemAt(fabric.linkGroups, id).medium)]);
      case 'port':
        return cageMeaning(unsignedAt(fabric.ports.cage, id));
      case 'loop':
        return digest(['loop', given(itemAt(fabric.loops, id).values)]);
      case 'branch':
        return digest(['branch', given(itemAt(fabric.branches, id).values)]);
      case 'feed':
        return ofFeed(id);
      case 'hall':
        return digest(['hall', given(fabric.hall?.values ?? {})]);
      case 'network':
        return digest(['network', itemAt(fabric.networks, id).kind]);
      case 'group':
        return digest(['group', itemAt(fabric.groups, id).kind]);
    }
  };
  const feeds = new Map<number, string>();
  /** A feed with what supplies it: once for each, as there may be many ways up; in a circle one of them is nothing. */
  const ofFeed = (id: number): string => {
    let found = feeds.get(id);
    if (found !== undefined) return found;
    feeds.set(id, '');
    const { kind, values } = itemAt(fabric.feeds, id);
    feeds.set(id, (found = digest([kind, given(values)])));
    return found;
  };
  const cageMeaning = (cage: number): string => {
    const device = partOfDevice(fabric, unsignedAt(fabric.cages.device, cage));
    return `${ofPart(device)}${ofPart(cagePartOf(fabric, cage))}${ofPart(moduleIn(fabric, cage))}`;
  };
  return meaning;
}

/** Each of some texts with how many there are. */
function countsOf(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const each of texts) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function isPartLike(value: object): value is Part {
  return 'kind' in value && 'declaration' in value && 'unknowns' in value;
}

function isSelectionLike(value: object): value is Subjects {
  return 'of' in value && 'ids' in value && value.ids instanceof Uint32Array;
}
