// A baseline: findings that a project accepts for now, by what they are about and what that means, not by line or name.
import { type Fabric, meaningsOf, nameOf, type SubjectFamily, type Subjects } from '../model/index.ts';
import { declarationOf } from './belonging.ts';
import type { Finding } from './finding.ts';

/** What is accepted: how many things that mean the same a rule may find at fault for the same kind of figure. */
export interface Accepted {
  readonly rule: string;
  /** The kind of figure, as `power`; empty where a rule compares none. */
  readonly figure: string;
  readonly kind: SubjectFamily;
  readonly meaning: string;
  readonly count: number;
  /** The first of their names: for people, nothing compares it. */
  readonly name: string;
}

/** A design with what was found in it. */
interface Judged {
  readonly fabric: Fabric;
  readonly findings: readonly Finding[];
  /** Addresses of its files. */
  readonly uris: readonly string[];
}

/** A finding, or one that is alike at its place, with what it is about. */
type About = Pick<Finding, 'rule' | 'derivation'> & { readonly subjects: Subjects };

/** Whether a finding can be accepted: it is about something, and so is all that is listed with it. What concerns the text alone can't. */
function isAcceptable({ subjects, folded = [] }: Finding): boolean {
  return subjects !== undefined && folded.every(isAcceptable);
}

/** All that a finding is about, with what is alike at its place and what follows from it. */
function aboutOf(finding: Finding): About[] {
  const { rule, derivation, subjects, alike = [], folded = [] } = finding;
  const own = [{ subjects, derivation }, ...alike].flatMap((each): About[] =>
    each.subjects === undefined ? [] : [{ rule, derivation: each.derivation, subjects: each.subjects }],
  );
  return [...own, ...folded.flatMap(aboutOf)];
}

/** The part of an entry that is compared, as one text. */
function keyOf({ rule, figure, kind, meaning }: Omit<Accepted, 'count' | 'name'>): string {
  return [rule, figure, kind, meaning].join('\n');
}

const figureOf = ({ derivation }: About): string => derivation?.dimension ?? '';

/** All that could be accepted of some designs, sorted. A thing that several of them have in common counts once. */
export function acceptable(designs: readonly Judged[]): Accepted[] {
  const shared = sharedFiles(designs);
  const found = new Map<string, { readonly entry: Accepted; readonly things: Set<string> }>();
  for (const [i, { fabric, findings }] of designs.entries()) {
    const meaning = meaningsOf(fabric);
    for (const about of findings.filter(isAcceptable).flatMap(aboutOf)) {
      const { of: kind, ids } = about.subjects;
      for (const id of ids) {
        const what = { rule: about.rule, figure: figureOf(about), kind, meaning: meaning(kind, id) };
        const key = keyOf(what);
        let known = found.get(key);
        if (known === undefined)
          found.set(key, (known = { entry: { ...what, count: 0, name: nameOf(fabric, kind, id) }, things: new Set() }));
        known.things.add(identityOf(fabric, kind, id, shared) ?? `${i} ${id}`);
      }
    }
  }
  return sorted([...found.values()].map(({ entry, things }) => ({ ...entry, count: things.size })));
}

/**
 * What tells a thing from others in all designs: its file and name; undefined where no other design has it. A part is one however
 * often a body adds to it, which folding into an array changes.
 */
function identityOf(fabric: Fabric, kind: SubjectFamily, id: number, shared: ReadonlySet<string>): string | undefined {
  const { uri } = declarationOf(fabric, kind, id);
  if (kind !== 'part' && !shared.has(uri)) return undefined;
  const isOfLibrary = kind === 'part' && fabric.parts[id]?.library === true;
  return `${isOfLibrary ? '' : uri} ${nameOf(fabric, kind, id)}`;
}

function sharedFiles(designs: readonly Judged[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(designs.flatMap(({ uris }) => uris.filter((each) => seen.has(each) || !seen.add(each))));
}

/** Sorted by rule, then by what they mean. */
function sorted(entries: readonly Accepted[]): Accepted[] {
  return [...entries].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** What a baseline says of findings. */
export interface Compared {
  /** Whether a finding is accepted: with all that it is about, and no more of that than is accepted. */
  readonly isAccepted: (fabric: Fabric, finding: Finding) => boolean;
  /** What is accepted and was not found, or not as often; `count` is how many are too many. */
  readonly stale: readonly Accepted[];
  /** What is accepted and was found. */
  readonly kept: readonly Accepted[];
}

/**
 * Compares what is accepted with what was found.
 * @param accepted entries of a baseline
 * @param found all that could be accepted, of all designs
 */
export function compareBaseline(accepted: readonly Accepted[], found: readonly Accepted[]): Compared {
  const counts = new Map(found.map((each) => [keyOf(each), each]));
  const covered = new Set(
    accepted.filter((each) => (counts.get(keyOf(each))?.count ?? 0) <= each.count).map((each) => keyOf(each)),
  );
  const meanings = new Map<Fabric, ReturnType<typeof meaningsOf>>();
  const left = (each: Accepted): number => Math.min(each.count, counts.get(keyOf(each))?.count ?? 0);
  return {
    isAccepted(fabric, finding) {
      if (!isAcceptable(finding)) return false;
      const meaning = meanings.get(fabric) ?? meaningsOf(fabric);
      meanings.set(fabric, meaning);
      return aboutOf(finding).every((about) => {
        const { of: kind, ids } = about.subjects;
        const key = (id: number): string =>
          keyOf({ rule: about.rule, figure: figureOf(about), kind, meaning: meaning(kind, id) });
        return ids.every((id) => covered.has(key(id)));
      });
    },
    stale: accepted.flatMap((each) => (left(each) < each.count ? [{ ...each, count: each.count - left(each) }] : [])),
    kept: sorted(
      accepted.flatMap((each) => {
        const name = counts.get(keyOf(each))?.name ?? each.name;
        return left(each) === 0 ? [] : [{ ...each, count: left(each), name }];
      }),
    ),
  };
}

/** All that either of two lists accepts. */
export function mergeAccepted(some: readonly Accepted[], others: readonly Accepted[]): Accepted[] {
  const all = new Map(some.map((each) => [keyOf(each), each]));
  for (const each of others)
    all.set(keyOf(each), { ...each, count: Math.max(each.count, all.get(keyOf(each))?.count ?? 0) });
  return sorted([...all.values()]);
}
