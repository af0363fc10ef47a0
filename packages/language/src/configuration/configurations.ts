// Finds the configuration of a file: `lightloom.json` in its folder, or in the nearest one above.
import { libraryScheme } from '@lightloom/core';
import { type FileSystemProvider, URI, UriUtils } from 'langium';
import { type PriceBook, readPriceBook } from '../prices/index.ts';
import { problem } from '../problems/problem.ts';
import { type Configuration, configurationName, readConfiguration, unreadableConfiguration } from './configuration.ts';
import { isFolderIgnored, isIgnored } from './for-file.ts';
import { loadPlugins, type PluginSource } from './load-plugins.ts';

/** Home folders: the search ends here, because folders above belong to other users. */
const home = /^(\/home\/[^/]+|\/Users\/[^/]+|\/root|\/[A-Za-z](:|%3A)\/Users\/[^/]+)\/?$/i;

/** Whether a folder is a home folder. */
export function isHomeFolder({ path }: URI): boolean {
  return home.test(path);
}

/** The file access that reading configurations needs. */
interface FileSource extends Pick<FileSystemProvider, 'exists' | 'readFile'> {
  /** Whether a file may name another to be read. @throws when the other one doesn't exist */
  readonly mayRead?: (from: URI, named: URI) => Promise<boolean>;
  /** Why a file that is there can't be read, as the rest of a sentence; undefined where there is none. */
  readonly whyUnreadable?: (uri: URI) => Promise<string | undefined>;
}

type Found = Configuration | undefined;

/** Results of the search, so that each folder and each file is read once. */
interface Lookup {
  readonly folders: Map<string, Promise<Found>>;
  readonly files: Map<string, Promise<Found>>;
  /** Configurations found so far, by folder. */
  readonly known: Map<string, Found>;
  /** Whether the folder of a configuration is ignored by one above it, by the address of the folder. */
  readonly ignored: Map<string, Promise<boolean>>;
}

const newLookup = (): Lookup => ({ folders: new Map(), files: new Map(), known: new Map(), ignored: new Map() });

export class Configurations {
  private readonly files: FileSource;
  private readonly chosen: URI | undefined;
  private readonly prices: URI | undefined;
  private chosenBook: PriceBook | undefined;
  private readonly plugins: (configuration: URI) => PluginSource;
  private lookup = newLookup();

  /**
   * @param plugins what a configuration may have loaded
   * @param chosen the one file to use for all designs, wherever they are
   * @param prices the price book to use in place of those that configurations name
   */
  constructor(
    files: FileSource,
    plugins: (configuration: URI) => PluginSource = () => ({}),
    chosen?: URI,
    prices?: URI,
  ) {
    this.files = files;
    this.plugins = plugins;
    this.chosen = chosen;
    this.prices = prices;
  }

  /** Looks up the configuration of a file; undefined where there is none. Each folder is searched once. */
  async load(uri: URI): Promise<Configuration | undefined> {
    if (this.prices !== undefined && this.chosenBook === undefined)
      this.chosenBook = readPriceBook(this.prices.toString(), await this.files.readFile(this.prices));
    return this.loadInto(this.lookup, uri);
  }

  /** Whether a search for designs leaves a file out: by its configuration, or with a folder that has a configuration of its own. */
  async ignores(uri: URI): Promise<boolean> {
    const own = await this.load(uri);
    if (own === undefined || isIgnored(own, uri)) return own !== undefined;
    return this.chosen === undefined && this.isInIgnored(UriUtils.dirname(URI.parse(own.uri)));
  }

  /** Whether a folder with a configuration is ignored by one above it. */
  private isInIgnored(folder: URI): Promise<boolean> {
    const { ignored } = this.lookup;
    const key = folder.toString();
    let found = ignored.get(key);
    if (found === undefined) ignored.set(key, (found = this.searchIgnored(folder)));
    return found;
  }

  private async searchIgnored(folder: URI): Promise<boolean> {
    const outer = await this.around(this.lookup, folder);
    if (outer === undefined || isFolderIgnored(outer, folder)) return outer !== undefined;
    return this.isInIgnored(UriUtils.dirname(URI.parse(outer.uri)));
  }

  /** The configuration of a file, if it is loaded. */
  of(uri: URI): Configuration | undefined {
    return this.lookup.known.get(this.keyOf(uri));
  }

  /** The price book of a file, if it is loaded. */
  bookOf(uri: URI): PriceBook | undefined {
    return this.chosenBook ?? this.of(uri)?.book;
  }

  /** Searches for the configurations of some files again, after a change on the disk. Until then, the old ones apply. */
  async reload(uris: Iterable<URI>): Promise<void> {
    const lookup = newLookup();
    await Promise.all([...uris].map((uri) => this.loadInto(lookup, uri)));
    this.lookup = lookup;
  }

  /** Whether findings depend on a file that isn't a design: a configuration, or the price book of one in use. */
  isSetting(uri: URI): boolean {
    const address = uri.toString();
    return UriUtils.basename(uri) === configurationName || [...this.all].some(({ bookUri }) => bookUri === address);
  }

  /** All configurations in use, without duplicates. */
  get all(): Iterable<Configuration> {
    return new Set([...this.lookup.known.values()].filter((each) => each !== undefined));
  }

  private async loadInto(lookup: Lookup, uri: URI): Promise<Found> {
    if (uri.scheme === libraryScheme && this.chosen === undefined) return undefined;
    const found = await (this.chosen === undefined
      ? this.above(lookup, UriUtils.dirname(uri))
      : this.at(lookup, this.chosen));
    lookup.known.set(this.keyOf(uri), found);
    return found;
  }

  private keyOf(uri: URI): string {
    return this.chosen === undefined ? UriUtils.dirname(uri).toString() : '';
  }

  /** Searches a folder and the folders above it, up to the top of the repository or to a home folder. */
  private above(lookup: Lookup, folder: URI): Promise<Found> {
    const key = folder.toString();
    let found = lookup.folders.get(key);
    if (found === undefined) lookup.folders.set(key, (found = this.search(lookup, folder)));
    return found;
  }

  private async search(lookup: Lookup, folder: URI): Promise<Found> {
    const here = await this.at(lookup, UriUtils.joinPath(folder, configurationName));
    return here ?? this.around(lookup, folder);
  }

  /** The configuration of what is around a folder; none at the top of a repository and of a home. */
  private async around(lookup: Lookup, folder: URI): Promise<Found> {
    const parent = UriUtils.dirname(folder);
    const isTop = parent.path === folder.path || isHomeFolder(folder);
    if (isTop || (await this.exists(UriUtils.joinPath(folder, '.git')))) return undefined;
    return this.above(lookup, parent);
  }

  private at(lookup: Lookup, uri: URI): Promise<Found> {
    const key = uri.toString();
    let found = lookup.files.get(key);
    if (found === undefined) lookup.files.set(key, (found = this.read(uri)));
    return found;
  }

  /** Reads a configuration; undefined if the file doesn't exist, for example because it was just deleted. */
  private async read(uri: URI): Promise<Found> {
    try {
      if (await this.exists(uri)) {
        const text = await this.files.readFile(uri);
        const plugins = await loadPlugins(uri, text, this.plugins(uri));
        return await this.withBook(uri, readConfiguration(uri.toString(), text, plugins));
      }
    } catch {
      // The reason follows.
    }
    const reason = await this.files.whyUnreadable?.(uri);
    return reason === undefined ? undefined : unreadableConfiguration(uri.toString(), reason);
  }

  /** A configuration with the price book that it names, which lies in its folder or below it. */
  private async withBook(uri: URI, configuration: Configuration): Promise<Configuration> {
    const { prices } = configuration.purchase;
    if (prices === undefined) return configuration;
    const named = UriUtils.resolvePath(UriUtils.dirname(uri), prices.path);
    const refused = (reason: string): Configuration => {
      const origin = { uri: configuration.uri, start: prices.start, end: prices.end };
      const found = problem('prices/unreadable', origin, `The price book \`${prices.path}\` ${reason}`);
      return { ...configuration, bookUri: named.toString(), problems: [...configuration.problems, found] };
    };
    try {
      if (!(await this.files.exists(named))) return refused('is not there.');
      if ((await this.files.mayRead?.(uri, named)) === false)
        return refused('lies outside of the project; copy it beside the designs.');
      return {
        ...configuration,
        bookUri: named.toString(),
        book: readPriceBook(named.toString(), await this.files.readFile(named)),
      };
    } catch {
      return refused((await this.files.whyUnreadable?.(named)) ?? "can't be read.");
    }
  }

  private async exists(uri: URI): Promise<boolean> {
    try {
      return await this.files.exists(uri);
    } catch {
      return false;
    }
  }
}
