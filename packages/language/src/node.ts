// The language on Node: designs from the disk.
import type { Basis, Finding, Setting, Strictness } from '@lightloom/core';
import { URI } from 'langium';
import {
  type Configuration,
  Configurations,
  configurableRules,
  isIgnored,
  type PluginSource,
  rulesOfPlugins,
  type SetSeverity,
  settingsFor,
  severitiesFor,
} from './configuration/index.ts';
import type { Disk } from './disk/disk.ts';
import { diskFiles } from './disk/disk-files.ts';
import { diskPlugins } from './disk/disk-plugins.ts';
import { overlaid } from './disk/overlaid.ts';
import { asConfigured } from './problems/as-configured.ts';
import { openSession, type Session } from './session/index.ts';
import { whyUnreadable } from './workspace/file-system.ts';

/** What applies to every design of a session. */
export interface NodeSessionOptions {
  /** Values set from outside, for a what-if. */
  readonly settings?: readonly Setting[];
  /** The configuration to use in place of the nearest one; an absolute path. */
  readonly configuration?: string | undefined;
  /** The price book to use in place of those that configurations name; an absolute path. */
  readonly prices?: string | undefined;
  /** What requirements are judged on: worst case when not given. */
  readonly basis?: Basis;
  /** Which types of imported files of the part library a design has: all when not given. */
  readonly libraryTypes?: 'used' | 'all';
  /** Folders that imports may lead to from anywhere, beside the project of each file; absolute paths. */
  readonly folders?: readonly string[];
  /** What some files are taken to hold instead of what they do hold, by their address. */
  readonly texts?: ReadonlyMap<string, string>;
  /** The disk to read from: the one of this computer when not given. */
  readonly disk?: Disk;
  /** Whether the plug-ins that configurations name are loaded, which runs their code. */
  readonly allowPlugins?: boolean;
}

/** Starts a session that reads files from the disk. */
export function openNodeSession({
  configuration,
  prices,
  folders = [],
  texts = new Map(),
  disk,
  allowPlugins = false,
  ...options
}: NodeSessionOptions = {}): Session {
  return openSession({
    files: overlaid(diskFiles(disk), texts),
    folders: folders.map((each) => URI.file(each)),
    configuration: configuration === undefined ? undefined : URI.file(configuration),
    prices: prices === undefined ? undefined : URI.file(prices),
    plugins: allowPlugins ? { host: diskPlugins({ disk }) } : {},
    ...options,
  });
}

/** The address of a file. @param path absolute */
export function addressOfFile(path: string): string {
  return URI.file(path).toString();
}

/** A configuration on the disk. */
interface ConfigurationFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Finding[];
}

/** Which files on the disk a search for designs leaves out. */
export interface IgnoredFiles {
  /** Whether it leaves out a file, by its absolute path. */
  readonly has: (path: string) => Promise<boolean>;
  /** The configurations asked so far in which an error leaves open what else is ignored. */
  readonly unknown: () => readonly ConfigurationFile[];
}

/**
 * Finds out which files on the disk a search for designs leaves out. Each configuration is read once.
 * @param chosen the configuration to use in place of the nearest one; an absolute path
 * @param disk where configurations are read from
 */
export function ignoredFiles(chosen?: string, disk?: Disk): IgnoredFiles {
  const configurations = configurationsOf(chosen, disk);
  return {
    has: (path) => configurations.ignores(URI.file(path)),
    unknown: () =>
      [...configurations.all]
        .filter((each) => !each.isIgnoreKnown)
        .map((each) =>
          fileOf(
            each,
            each.problems.filter(({ severity }) => severity === 'error'),
          ),
        ),
  };
}

function fileOf({ uri, text }: Configuration, problems: readonly Finding[]): ConfigurationFile {
  return { path: URI.parse(uri).fsPath, text, problems };
}

/** The severity of a rule for one design, and where it comes from. */
interface EffectiveRule {
  readonly severity: Strictness;
  /** What sets it; undefined where the severity is the default. */
  readonly set?: {
    /** The list of the configuration: `rules`, or `overrides[0].rules`. */
    readonly list: string;
    /** The rule or the family that is written there. */
    readonly name: string;
    /** Where it starts in the text of the configuration. */
    readonly start: number;
  };
}

/** What applies to one design. */
interface EffectiveConfiguration {
  /** Undefined where there is none. */
  readonly configuration: ConfigurationFile | undefined;
  /** Whether a search for designs leaves it out. */
  readonly isIgnored: boolean;
  /** All rules with a severity, by name. */
  readonly rules: ReadonlyMap<string, EffectiveRule>;
}

/**
 * The severities of all rules for a design on the disk.
 * @param path absolute
 */
export async function effectiveConfiguration(
  path: string,
  { configuration: chosen, allowPlugins = false }: Pick<NodeSessionOptions, 'configuration' | 'allowPlugins'> = {},
): Promise<EffectiveConfiguration> {
  const uri = URI.file(path);
  const configuration = await configurationsOf(chosen, undefined, allowPlugins ? { host: diskPlugins() } : {}).load(
    uri,
  );
  const settings = configuration === undefined ? new Map<string, SetSeverity>() : settingsFor(configuration, uri);
  const ofPlugins = rulesOfPlugins(configuration?.plugins.loaded ?? []);
  const rules = [...configurableRules, ...ofPlugins.map(({ id, severity }) => [id, severity] as const)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]): [string, EffectiveRule] => {
      const name = [id, id.slice(0, id.indexOf('/'))].find((each) => settings.has(each));
      const set = name === undefined ? undefined : settings.get(name);
      if (name === undefined || set === undefined) return [id, { severity: own }];
      return [id, { severity: set.severity, set: { list: set.list, name, start: set.start } }];
    });
  return {
    configuration:
      configuration === undefined
        ? undefined
        : fileOf(configuration, asConfigured(configuration.problems, severitiesFor(configuration, uri))),
    isIgnored: configuration !== undefined && isIgnored(configuration, uri),
    rules: new Map(rules),
  };
}

function configurationsOf(chosen: string | undefined, disk?: Disk, plugins: PluginSource = {}): Configurations {
  const files = diskFiles(disk);
  return new Configurations(
    {
      exists: (uri) => files.exists(uri),
      readFile: (uri) => files.readFile(uri),
      whyUnreadable: (uri) => whyUnreadable(files, uri),
    },
    () => plugins,
    chosen === undefined ? undefined : URI.file(chosen),
  );
}
