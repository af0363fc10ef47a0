// What a configuration sets for one file.
import type { Severities } from '@lightloom/core';
import { URI, UriUtils } from 'langium';
import type { Configuration, SetSeverity } from './configuration.ts';
import { matchesAllIn, matchesPattern } from './patterns.ts';

/**
 * What is set for a design, by rule or family. The last entry that sets a rule or its family decides; within an entry, the rule does.
 * @param uri address of the design
 */
export function settingsFor(configuration: Configuration, uri: URI): ReadonlyMap<string, SetSeverity> {
  const path = pathBelow(configuration, uri);
  const set = new Map(configuration.rules);
  for (const { files, rules } of configuration.overrides) {
    if (path === undefined || !files.some((each) => matchesPattern(each, path))) continue;
    const families = [...rules.keys()].filter((name) => !name.includes('/'));
    for (const name of [...set.keys()]) if (families.some((each) => name.startsWith(`${each}/`))) set.delete(name);
    for (const [name, each] of rules) set.set(name, each);
  }
  return set;
}

/** The severities that are set for a design. @param uri address of the design */
export function severitiesFor(configuration: Configuration | undefined, uri: URI): Severities {
  if (configuration === undefined) return new Map();
  return new Map([...settingsFor(configuration, uri)].map(([name, { severity }]) => [name, severity]));
}

/** Whether a search for designs leaves a file out. */
export function isIgnored(configuration: Configuration, uri: URI): boolean {
  const path = pathBelow(configuration, uri);
  return path !== undefined && configuration.ignore.some((each) => matchesPattern(each, path));
}

/** Whether a search for designs leaves a folder out, with all that is in it. */
export function isFolderIgnored(configuration: Configuration, uri: URI): boolean {
  const path = pathBelow(configuration, uri);
  return path !== undefined && configuration.ignore.some((each) => matchesAllIn(each, path));
}

/** The path of a file from the folder of a configuration; undefined when it isn't below it. */
function pathBelow(configuration: Configuration, uri: URI): string | undefined {
  // Both are read from text, which gives a drive the same letter.
  const [own, file] = [UriUtils.dirname(URI.parse(configuration.uri)), URI.parse(uri.toString())];
  const folder = own.path.endsWith('/') ? own.path : `${own.path}/`;
  const isBelow = own.scheme === file.scheme && own.authority === file.authority && file.path.startsWith(folder);
  return isBelow ? file.path.slice(folder.length) : undefined;
}
