// The part library with the figures that distinguish its parts, read once when it is first asked for.
import { findUnit, type Given, type Origin, type Part, partRow } from '@lightloom/core';
import { keyFigures } from '@lightloom/print/key-figures';
import { URI } from 'langium';
import { partsOfLibrary } from '../../session/index.ts';
import { libraryText } from '../../workspace/library.ts';

export class Catalogue {
  private reading: Promise<readonly Part[]> | undefined;
  private known: ReadonlyMap<string, Part> | undefined;
  private readonly figures = new Map<Part, string>();
  private usual: ReadonlyMap<string, readonly string[]> | undefined;

  /** The parts that ship with Lightloom. */
  read(): Promise<readonly Part[]> {
    this.reading ??= partsOfLibrary().then((parts) => {
      this.known = new Map(parts.map((each) => [each.name, each]));
      return parts;
    });
    return this.reading;
  }

  /** A part of the library by its name; undefined as long as it isn't read. */
  find(name: string): Part | undefined {
    return this.known?.get(name);
  }

  /** The units that the library gives a property of a kind in, the most frequent first; none as long as it isn't read. */
  usualUnits(kind: string | undefined, property: string): readonly string[] {
    if (this.known === undefined) return [];
    this.usual ??= unitsByProperty([...this.known.values()]);
    return this.usual.get(`${kind} ${property}`) ?? this.usual.get(property) ?? [];
  }

  /**
   * The few figures that distinguish a part from others of its kind: `1 × 800GBASE-DR8 · retimed · 17 W`.
   * @param textOf the text of a file of the design
   */
  figuresOf(part: Part, textOf: (uri: string) => string | undefined): string {
    let found = this.figures.get(part);
    if (found === undefined) {
      const textAt = (origin: Origin): string =>
        libraryTextAt(origin) ?? (textOf(origin.uri) ?? '').slice(origin.start, origin.end);
      found = keyFigures(partRow(part, '', textAt));
      if (part.library) this.figures.set(part, found);
    }
    return found;
  }
}

/** The text at a place of the part library; undefined elsewhere. */
export function libraryTextAt({ uri, start, end }: Origin): string | undefined {
  return libraryText(URI.parse(uri))?.slice(start, end);
}

/** The unit behind the first number of a text of the library: `kW` of `power 1.5 kW`. */
function unitIn(origin: Origin): string | undefined {
  const written = /\d\s+(\S+)/.exec(libraryTextAt(origin) ?? '')?.[1]?.replace(/,$/, '');
  return written === undefined ? undefined : findUnit(written)?.name;
}

/** The units of each property of some parts, by kind and in all, the most frequent first. */
function unitsByProperty(parts: readonly Part[]): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const { kind, values } of parts)
    for (const [property, given] of Object.entries(values as Readonly<Record<string, Given<unknown>>>)) {
      const unit = given.unit ?? unitIn(given.origin);
      if (unit === undefined) continue;
      for (const key of [property, `${kind} ${property}`]) {
        const own = counts.get(key) ?? new Map<string, number>();
        counts.set(key, own.set(unit, (own.get(unit) ?? 0) + 1));
      }
    }
  return new Map(
    [...counts].map(([property, own]) => [property, [...own].sort(([, a], [, b]) => b - a).map(([unit]) => unit)]),
  );
}
