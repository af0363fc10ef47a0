// The scenarios of a failure that no symmetry of the fabric maps onto each other.
import { type FailingPart, factsIn, type Requirement, type Selection } from '../../../model/index.ts';
import type { Facts } from '../../facts.ts';
import { unlikeSets } from './alike-sets.ts';
import { placesOf } from './blocks.ts';
import { unlikeChoices } from './choices.ts';
import { wholeOf } from './graph.ts';
import { partsOf, unitsOf } from './units.ts';

/** What can fail, and how many of it do. */
export interface Candidates {
  readonly of: Selection['of'] | FailingPart;
  readonly ids: readonly number[];
  readonly count: number;
}

/** What only the plant has. */
const plant: ReadonlySet<Candidates['of']> = new Set(['cdu', 'pumps', 'feed', 'shelves', 'loop', 'branch']);
/** Most links of a fabric whose graph is made: a second for more. */
const maxLinks = 300_000;
/** Most edges that are looked at to find symmetries. */
const maxSteps = 1_500_000;

/**
 * One choice of what fails for all that a symmetry maps onto each other: ids for each of the candidates. A symmetry maps devices onto devices of
 * one class, links onto links of one class, and where a requirement depends on the plant, racks, CDUs and feeds onto such with equal
 * properties; all that a requirement names stays within what it names. So its value is the same.
 * @param isOfNetworks whether it depends on devices and links alone
 * @returns undefined where no symmetry is known, or where these are still too many
 */
export function alikeChoices(
  facts: Facts,
  requirement: Requirement,
  candidates: readonly Candidates[],
  { isOfNetworks, most }: { readonly isOfNetworks: boolean; readonly most: number },
): readonly (readonly (readonly number[])[])[] | undefined {
  const [only, ...others] = candidates;
  if (isOfNetworks && others.length === 0 && (only?.of === 'device' || only?.of === 'group')) {
    const found = unlikeSets(facts, only.of, only.ids, only.count, most);
    if (found !== undefined) return found.map((each) => [each]);
  }
  if (facts.fabric.links.count > maxLinks) return undefined;
  const isOfPorts = candidates.some(({ of }) => of === 'cage' || of === 'port' || of === 'lasers');
  const namesPorts = [requirement.value, requirement.limit]
    .flatMap(factsIn)
    .some(({ subject }) => subject.of === 'cage' || subject.of === 'port');
  if (isOfPorts && namesPorts) return undefined;
  const ofPlant = candidates.some(({ of }) => plant.has(of));
  const graph = wholeOf(facts, requirement, !isOfNetworks || ofPlant);
  const all = candidates.map(({ of, ids }) => partsOf(facts, graph, of, ids));
  const known = all.flatMap((parts) => (parts === undefined ? [] : [parts]));
  if (known.length < all.length) return undefined;
  const seeds = known.flatMap((parts) => parts.flatMap((each) => each.map(({ node }) => node)));
  const places = placesOf(graph, seeds, { steps: maxSteps });
  const demands = candidates.map(({ ids, count }, i) => ({ units: unitsOf(ids, known[i] ?? [], places), count }));
  return unlikeChoices(demands, places, most);
}
