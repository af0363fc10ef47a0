// Configurations: what they set, and what is wrong with them.
import { type Finding, severityOf } from '@lightloom/core';
import { EmptyFileSystem, type FileSystemProvider, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../src/configuration/configuration.ts';
import { Configurations, isIgnored, settingsFor, severitiesFor } from '../src/configuration/index.ts';
import { matchesPattern, readPattern } from '../src/configuration/patterns.ts';
import { openSession } from '../src/session/index.ts';

const told = (text: string): string[] =>
  readConfiguration('file:///lightloom.json', text).problems.map(({ rule, message, help, origin }) =>
    `${rule} ${text.slice(origin.start, origin.end)}: ${message} ${help ?? ''}`.trim(),
  );

describe('severities', () => {
  const configuration = readConfiguration(
    'file:///lightloom.json',
    '\uFEFF{ "$schema": "./x.json", "rules": { "power": "off", "power/rack-budget": "note" } }',
  );
  const { problems } = configuration;
  const severities = severitiesFor(configuration, URI.file('/pod.fabric'));
  it('are those of the rule, else of its family, else its own', () => {
    expect(problems).toEqual([]);
    expect(severityOf(severities, 'power/rack-budget', 'error')).toBe('note');
    expect(severityOf(severities, 'power/feed-budget', 'error')).toBe('off');
    expect(severityOf(severities, 'optics/reach', 'warning')).toBe('warning');
  });
});

describe('a mistake is reported once, at its place', () => {
  it.each([
    ['', 'config/json : Expected a value, found the end of the file.'],
    ['{', 'config/json {: Expected a name in double quotes, found the end of the file.'],
    ['{ "rules": { } ', 'config/json  : Expected `,` or `}`, found the end of the file.'],
    ["{ 'rules': 1 }", "config/json ': Expected a name in double quotes, found `'`."],
    ['{ "rules": {} } x', 'config/json x: Expected the end of the file, found `x`.'],
    ['{ "rules": { "power": off } }', 'config/json off: Expected a value, found `off`.'],
    ['{ "rules": "a\nb" }', 'config/json ": Expected a text that ends on its line, with valid escapes, found `"`.'],
    ['[]', 'config/content []: A configuration must be an object'],
    ['{ "rules": [] }', 'config/content []: `rules` must be an object'],
    ['{ "rulse": {} }', 'config/content "rulse": `rulse` isn\'t a setting. Did you mean `rules`?'],
    [
      '{ "rules": { "pwoer": "off" } }',
      'config/content "pwoer": `pwoer` is neither a rule nor a family of rules. Did you mean `power`?',
    ],
    [
      '{ "rules": { "name/unknown": "off" } }',
      'config/content "name/unknown": `name/unknown` is a problem of the text and always an error.',
    ],
    [
      '{ "rules": { "power": "of" } }',
      'config/content "of": A severity must be "off", "note", "warning" or "error". Did you mean `off`?',
    ],
    ['{ "rules": { "power": true } }', 'config/content true: A severity must be'],
    ['{ "rules": { "power": "off", "power": "off" } }', 'config/content "power": `power` is set twice.'],
    ['{ "ignore": [], "ignore": [] }', 'config/content "ignore": `ignore` is set twice.'],
    ['{ "overrides": {} }', 'config/content {}: `overrides` must be a list'],
    ['{ "overrides": [1] }', 'config/content 1: An entry of `overrides` must be an object'],
    [
      '{ "overrides": [{ "files": ["a"] }] }',
      'config/content { "files": ["a"] }: An entry of `overrides` needs `rules`.',
    ],
    ['{ "overrides": [{ "rules": {} }] }', 'config/content { "rules": {} }: An entry of `overrides` needs `files`.'],
    ['{ "overrides": [{ "files": [], "rules": {} }] }', 'config/content []: `files` is empty'],
    ['{ "overrides": [{ "files": "a", "rules": {} }] }', 'config/content "a": `files` must be a list of patterns'],
    [
      '{ "overrides": [{ "file": ["a"], "files": ["a"], "rules": {} }] }',
      'config/content "file": `file` isn\'t a setting of an override. Did you mean `files`?',
    ],
    [
      '{ "overrides": [{ "files": ["a"], "rules": { "pwoer": "off" } }] }',
      'config/content "pwoer": `pwoer` is neither a rule nor a family of rules.',
    ],
    ['{ "ignore": "drafts" }', 'config/content "drafts": `ignore` must be a list of patterns'],
    ['{ "ignore": [7] }', 'config/content 7: A pattern must be a text'],
    ['{ "ignore": [""] }', 'config/content "": A pattern is empty.'],
    ['{ "ignore": ["/a"] }', 'config/content "/a": A pattern is not an absolute path.'],
    ['{ "ignore": ["C:/a"] }', 'config/content "C:/a": A pattern is not an absolute path.'],
    ['{ "ignore": ["a\\\\b"] }', 'config/content "a\\\\b": A pattern has no backslashes.'],
    ['{ "ignore": ["!a"] }', 'config/content "!a": A pattern has no exceptions with `!`.'],
    ['{ "ignore": ["[ab]"] }', 'config/content "[ab]": A pattern has no `[` and `]`.'],
    ['{ "ignore": ["../a"] }', 'config/content "../a": A pattern does not lead out of the folder with `..`.'],
    ['{ "ignore": ["a//b"] }', 'config/content "a//b": A pattern has no empty steps'],
    ['{ "ignore": ["{a,b"] }', 'config/content "{a,b": The braces of a pattern must be in pairs.'],
    ['{ "ignore": ["a}"] }', 'config/content "a}": The braces of a pattern must be in pairs.'],
  ])('%j', (text, message) => {
    const [first, ...more] = told(text);
    expect(more).toEqual([]);
    expect(first?.startsWith(message), first).toBe(true);
  });

  it('does not fall over what is nested without end', () => {
    expect(told('['.repeat(100_000))).toHaveLength(1);
  });
});

describe('a pattern', () => {
  const matching = (pattern: string, path: string): boolean => {
    const read = readPattern(pattern);
    if (!('variants' in read)) throw new Error(read.message);
    return matchesPattern(read, path);
  };
  it.each([
    ['drafts/**', 'drafts/a.fabric', true],
    ['drafts/**', 'drafts/x/y/a.fabric', true],
    ['drafts/**', 'other/drafts/a.fabric', false],
    ['drafts/**', 'drafts2/a.fabric', false],
    ['drafts/', 'drafts/x/a.fabric', true],
    ['drafts', 'drafts/x/a.fabric', true],
    ['drafts', 'other/drafts/a.fabric', false],
    ['**/{drafts,old}', 'x/old/y/a.fabric', true],
    ['draft*', 'drafts/a.fabric', false],
    ['./drafts/*', 'drafts/a.fabric', true],
    ['drafts/*', 'drafts/x/a.fabric', false],
    ['*.fabric', 'a.fabric', true],
    ['*.fabric', 'x/a.fabric', false],
    ['**/*.fabric', 'a.fabric', true],
    ['**/a.fabric', 'x/y/a.fabric', true],
    ['a/**/b/**/c.fabric', 'a/x/b/b/y/c.fabric', true],
    ['a/**/b/**/c.fabric', 'a/x/y/c.fabric', false],
    ['pod-?.fabric', 'pod-1.fabric', true],
    ['pod-?.fabric', 'pod-12.fabric', false],
    ['pod-?.fabric', 'pod-é.fabric', true],
    ['{drafts,old/20*}/**', 'old/2024/a.fabric', true],
    ['{drafts,old/20*}/**', 'new/a.fabric', false],
    ['{a,{b,c}d}.fabric', 'cd.fabric', true],
    ['a.fabric', 'axfabric', false],
    ['Drafts/**', 'drafts/a.fabric', false],
    ['a**c.fabric', 'abc.fabric', true],
  ])('%s of %s: %s', (pattern, path, expected) => {
    expect(matching(pattern, path)).toBe(expected);
  });
  it('takes no time without end', () => {
    expect(matching(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
    expect(matching(`${'**/a/'.repeat(500)}b`, 'a/'.repeat(2000).slice(0, -1))).toBe(false);
    expect(readPattern('{a,b}'.repeat(40))).toHaveProperty('message');
    expect(readPattern(`{${'a,'.repeat(1000)}}`)).toHaveProperty('message');
  });
});

describe('settings for some paths', () => {
  const configuration = readConfiguration(
    'file:///d/lightloom.json',
    `{
      "rules": { "power/rack-budget": "error", "optics": "note" },
      "overrides": [
        { "files": ["drafts/**"], "rules": { "power": "off", "power/feed-budget": "note" } },
        { "files": ["drafts/late/*", "x.fabric"], "rules": { "power": "warning" } }
      ],
      "ignore": ["old/"]
    }`,
  );
  const severity = (path: string, rule: string): string =>
    severityOf(severitiesFor(configuration, URI.file(path)), rule, 'error');

  it('are of the last entry that sets the rule or its family', () => {
    expect(configuration.problems).toEqual([]);
    expect(severity('/d/a.fabric', 'power/rack-budget')).toBe('error');
    expect(severity('/d/drafts/a.fabric', 'power/rack-budget')).toBe('off');
    expect(severity('/d/drafts/a.fabric', 'power/feed-budget')).toBe('note');
    expect(severity('/d/drafts/late/a.fabric', 'power/feed-budget')).toBe('warning');
    expect(severity('/d/drafts/late/a.fabric', 'optics/reach')).toBe('note');
    expect(severity('/d/x.fabric', 'power/rack-budget')).toBe('warning');
  });
  it('know where they come from', () => {
    const set = settingsFor(configuration, URI.file('/d/drafts/late/a.fabric'));
    expect(set.get('power')?.list).toBe('overrides[1].rules');
    expect(set.get('optics')?.list).toBe('rules');
    expect(set.has('power/feed-budget')).toBe(false);
  });
  it('are of files below the configuration only', () => {
    expect(severity('/e/drafts/a.fabric', 'power/rack-budget')).toBe('error');
    expect(isIgnored(configuration, URI.file('/d/old/x/a.fabric'))).toBe(true);
    expect(isIgnored(configuration, URI.file('/e/old/a.fabric'))).toBe(false);
  });
  it('take a drive in either case as the same', () => {
    const own = readConfiguration('file:///c%3A/d/lightloom.json', '{ "ignore": ["a b/**"] }');
    expect(isIgnored(own, URI.parse('file:///C:/d/a%20b/x.fabric'))).toBe(true);
  });
});

/** A disk that holds some files. */
function disk(files: Readonly<Record<string, string>>): FileSystemProvider {
  const empty = EmptyFileSystem.fileSystemProvider();
  return Object.assign(Object.create(empty) as FileSystemProvider, {
    exists: async (uri: URI) => Object.keys(files).some((path) => path === uri.path || path.startsWith(`${uri.path}/`)),
    readFile: async (uri: URI) => files[uri.path] as string,
  });
}

describe('the configuration of a file', () => {
  const found = async (files: Readonly<Record<string, string>>, path: string): Promise<string | undefined> =>
    (await new Configurations(disk(files)).load(URI.file(path)))?.uri.replace('file://', '');

  it('is the nearest one above', async () => {
    const files = {
      '/home/design/lightloom.json': '{}',
      '/home/design/a/lightloom.json': '{}',
      '/home/design/.git/HEAD': '',
    };
    expect(await found(files, '/home/design/a/b/pod.fabric')).toBe('/home/design/a/lightloom.json');
    expect(await found(files, '/home/design/pod.fabric')).toBe('/home/design/lightloom.json');
  });
  it('lies in the repository', async () => {
    expect(await found({ '/lightloom.json': '{}', '/home/design/.git/HEAD': '' }, '/home/design/a/pod.fabric')).toBe(
      undefined,
    );
  });
  it('lies no higher than a home', async () => {
    expect(await found({ '/home/lightloom.json': '{}' }, '/home/ada/a/pod.fabric')).toBe(undefined);
    expect(await found({ '/home/ada/lightloom.json': '{}' }, '/home/ada/a/pod.fabric')).toBe(
      '/home/ada/lightloom.json',
    );
  });
});

describe('an analysis', () => {
  const box = (rest = '') =>
    `switch type Box { height 1 OU power 1.5 kW assumed "no data sheet" }\nswitch box : Box\n${rest}`;

  async function analyze(configuration: string, text: string): Promise<readonly Finding[]> {
    const files = disk({ '/d/lightloom.json': configuration });
    return (await openSession({ files }).open('file:///d/pod.fabric', text)).findings;
  }
  const rules = async (configuration: string, text = box()): Promise<string[]> =>
    (await analyze(configuration, text)).map(({ rule, severity }) => `${rule} ${severity}`);

  it('has the severities that are set', async () => {
    expect(await rules('{}')).toEqual(['provenance/assumed note']);
    expect(await rules('{ "rules": { "provenance": "error" } }')).toEqual(['provenance/assumed error']);
    expect(await rules('{ "rules": { "provenance": "off" } }')).toEqual([]);
  });
  it('has the severities that are set for its path', async () => {
    const overriding = (files: string): string =>
      `{ "overrides": [{ "files": ["${files}"], "rules": { "provenance": "off" } }] }`;
    expect(await rules(overriding('*.fabric'))).toEqual([]);
    expect(await rules(overriding('drafts/**'))).toEqual(['provenance/assumed note']);
  });
  it('has those of problems of the text that aren’t always errors', async () => {
    const text = box('// a\u200bb\n');
    const found = async (configuration: string) =>
      (await rules(configuration, text)).filter((each) => each.startsWith('text/'));
    expect(await found('{}')).toEqual(['text/invisible warning']);
    expect(await found('{ "rules": { "text/invisible": "error" } }')).toEqual(['text/invisible error']);
    expect(await found('{ "rules": { "text": "off" } }')).toEqual([]);
  });
  it('does not call an allowance unused whose rule is off', async () => {
    const text = box('allow provenance because "not yet"\n');
    expect(await rules('{ "rules": { "provenance/assumed": "off" } }', text)).toEqual([]);
  });
  it('reports what a rule that is off would have explained', async () => {
    const text = `import "std/xpo"
module type M is Xpo { power 500 W }
switch type S { height 1 OU  liquid 80 %  power 1 kW  supplies 2 x 1 kW  ports p[1..4] : XPO }
switch s : S
plug M into s.*
`;
    // The module draws more than its cage gives; only because of it do the supplies not suffice.
    const errors = async (configuration: string) =>
      (await rules(configuration, text)).filter((each) => each.endsWith('error'));
    expect(await errors('{}')).toEqual(['power/module-over-cage error']);
    expect(await errors('{ "rules": { "power/module-over-cage": "off" } }')).toEqual(['power/supply-redundancy error']);
  });
  it('reports mistakes in the configuration', async () => {
    expect(await rules('{ "rules": { "provenance": "no" } }')).toEqual([
      'config/content error',
      'provenance/assumed note',
    ]);
  });
  it('can’t switch off problems of the text', async () => {
    const found = await analyze('{ "rules": { "value": "off", "syntax": "off" } }', 'switch type S { height 4 }\n');
    expect(found.filter(({ rule }) => rule === 'value/no-unit')).toHaveLength(1);
  });
});
