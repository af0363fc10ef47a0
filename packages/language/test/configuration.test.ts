// Configurations: what they set, and what is wrong with them.
import { type Finding, severityOf } from '@lightloom/core';
import { EmptyFileSystem, type FileSystemProvider, URI } from 'langium';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../src/configuration/configuration.ts';
import { Configurations } from '../src/configuration/index.ts';
import { openSession } from '../src/session/index.ts';

const told = (text: string): string[] =>
  readConfiguration('file:///lightloom.json', text).problems.map(({ rule, message, help, origin }) =>
    `${rule} ${text.slice(origin.start, origin.end)}: ${message} ${help ?? ''}`.trim(),
  );

describe('severities', () => {
  const { severities, problems } = readConfiguration(
    'file:///lightloom.json',
    '\uFEFF{ "$schema": "./x.json", "rules": { "power": "off", "power/rack-budget": "note" } }',
  );
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
  ])('%j', (text, message) => {
    const [first, ...more] = told(text);
    expect(more).toEqual([]);
    expect(first?.startsWith(message), first).toBe(true);
  });

  it('does not fall over what is nested without end', () => {
    expect(told('['.repeat(100_000))).toHaveLength(1);
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
