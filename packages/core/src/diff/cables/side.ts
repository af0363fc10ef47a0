// The cables of one design, as they are compared: by link where a link has its connectors for itself.
import type { Facts } from '../../answers/index.ts';
import { boughtAs, type Cable, type CableKind, kindText } from '../../facts/index.ts';
import { itemAt, unsignedAt } from '../../model/index.ts';
import { printQuantity, unknownText } from '../../units/index.ts';

/** A cable as it is bought. */
export interface CableText {
  /** The fiber or cable, `OS2`. */
  readonly medium: string;
  /** `cable, MPO16 to MPO16`; empty for a cable with fixed ends. */
  readonly shape: string;
  readonly length: string;
}

/** Cables as a text that is equal for those that may take each other's place. */
export function bundleText(cables: readonly CableText[]): string {
  return cables.map(({ medium, shape, length }) => `${medium}, ${shape}, ${length}`).join('; ');
}

/** What is known of the cables of a link. */
type LinkCables =
  | { readonly way: 'own'; readonly cables: readonly CableText[] }
  /** Several links share its connectors. */
  | { readonly way: 'shared' }
  | { readonly way: 'unknown' };

/** The cables of one design. */
export interface CableSide {
  readonly facts: Facts;
  ofLink(link: number): LinkCables;
  /** Cables that several links share, each once. */
  shared(): Iterable<Cable>;
  sharedCount(): number;
  textOf(kind: CableKind): CableText;
}

/** Reads the cables of a design. */
export function cableSide(facts: Facts): CableSide {
  const { cabling, links, optics } = facts;
  const texts = new Map<CableKind, CableText>();
  const textOf = (kind: CableKind): CableText => {
    let text = texts.get(kind);
    if (text === undefined) {
      const shared = kind.classes.map((index) => itemAt(optics.budgets, index));
      const { part } = boughtAs(itemAt(shared, 0));
      const length = Math.max(...shared.map((each) => each.length.value));
      const meters = Number.isNaN(length) ? `${unknownText} length` : printQuantity(length, 'length');
      texts.set(kind, (text = { medium: part?.name ?? 'unknown medium', shape: kindText(kind), length: meters }));
    }
    return text;
  };
  const classes = links.classes.map(({ index, count, sample }): LinkCables => {
    if (cabling.whyUnknown(index) !== undefined) return { way: 'unknown' };
    if (cabling.endConnectors(index) === 'shared') return { way: 'shared' };
    return { way: 'own', cables: count === 0 ? [] : cabling.cablesFrom(sample).map(({ kind }) => textOf(kind)) };
  });
  const isShared = classes.map(({ way }) => way === 'shared');
  return {
    facts,
    textOf,
    ofLink: (link) => itemAt(classes, unsignedAt(links.of, link)),
    *shared() {
      if (!isShared.includes(true)) return;
      for (let link = 0; link < links.of.length; link++)
        if (isShared[unsignedAt(links.of, link)] === true) yield* cabling.cablesFrom(link);
    },
    sharedCount: () =>
      classes.reduce(
        (all, { way }, index) =>
          way === 'shared' ? all + cabling.kindsOf(index).reduce((sum, { count }) => sum + count, 0) : all,
        0,
      ),
  };
}
