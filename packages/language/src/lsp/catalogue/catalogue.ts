// The part library with the figures that distinguish its parts, read once when it is first asked for.
import { type Origin, type Part, partRow } from '@lightloom/core';
import { keyFigures } from '@lightloom/print/key-figures';
import { URI } from 'langium';
import { partsOfLibrary } from '../../session/index.ts';
import { libraryText } from '../../workspace/library.ts';

export class Catalogue {
  private reading: Promise<readonly Part[]> | undefined;
  private known: ReadonlyMap<string, Part> | undefined;
  private readonly figures = new Map<Part, string>();

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
