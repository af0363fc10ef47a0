// Which loop, branch, feed and network of a new design is which of the old one: by name, then by what is said of it.
import { type Fabric, groupOfLink, meaningsOf, signedAt } from '../../model/index.ts';
import { freeIn, type Pairing, pair, pairAlike, unpaired } from './pairing.ts';

type Family = 'loop' | 'branch' | 'feed';

/** Pairs loops, branches or feeds. */
export function pairNamed(of: Family, before: Fabric, after: Fabric): Pairing {
  const [olds, news] = [itemsOf(before, of), itemsOf(after, of)];
  const pairing = unpaired(olds.length, news.length);
  const [oldMeaning, newMeaning] = [meaningsOf(before), meaningsOf(after)];
  const nameIn =
    (items: readonly { readonly name: string }[]) =>
    (id: number): string | undefined =>
      items[id]?.name;
  pairAlike(
    pairing,
    (id) => `${oldMeaning(of, id)} ${nameIn(olds)(id)}`,
    (id) => `${newMeaning(of, id)} ${nameIn(news)(id)}`,
  );
  pairAlike(pairing, nameIn(olds), nameIn(news));
  pairAlike(
    pairing,
    (id) => oldMeaning(of, id),
    (id) => newMeaning(of, id),
  );
  return pairing;
}

function itemsOf({ loops, branches, feeds }: Fabric, of: Family): readonly { readonly name: string }[] {
  return of === 'loop' ? loops : of === 'branch' ? branches : feeds;
}

/** Pairs networks: by name, then those that most of the same links are in. */
export function pairNetworks(links: Pairing, before: Fabric, after: Fabric): Pairing {
  const pairing = unpaired(before.networks.length, after.networks.length);
  pairAlike(
    pairing,
    (id) => before.networks[id]?.name,
    (id) => after.networks[id]?.name,
  );
  const votes = new Map<string, { readonly old: number; readonly now: number; count: number }>();
  if (freeIn(pairing.after).length > 0)
    for (const { network, first, count } of before.linkGroups) {
      if (network === undefined || signedAt(pairing.after, network.index) >= 0) continue;
      for (let link = first; link < first + count; link++) {
        const other = signedAt(links.after, link);
        const now = other < 0 ? undefined : groupOfLink(after, other).network;
        if (now === undefined) continue;
        const key = `${network.index} ${now.index}`;
        const vote = votes.get(key) ?? { old: network.index, now: now.index, count: 0 };
        vote.count++;
        votes.set(key, vote);
      }
    }
  for (const { old, now } of [...votes.values()].sort((a, b) => b.count - a.count))
    if (signedAt(pairing.after, old) < 0 && signedAt(pairing.before, now) < 0) pair(pairing, old, now);
  // Without links, a network is what it is for.
  pairAlike(
    pairing,
    (id) => before.networks[id]?.kind,
    (id) => after.networks[id]?.kind,
  );
  return pairing;
}
