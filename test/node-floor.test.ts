// The oldest Node that Lightloom runs on is `engines` of the workspace; every other place that names a Node agrees with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, root } from './sources.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const engines = (path: string): string | undefined =>
  (JSON.parse(read(path)) as { readonly engines?: { readonly node?: string } }).engines?.node;

/** As in `>=22.12`. */
const range = engines('package.json') ?? '';
const floor = range.replace('>=', '');

/** Whether a version, as in `24` or `22.12`, is the floor or newer. A major version alone is its newest release. */
function isEnough(version: string): boolean {
  const [major = 0, minor = Number.POSITIVE_INFINITY] = version.split('.').map(Number);
  const [oldest = 0, oldestMinor = 0] = floor.split('.').map(Number);
  return major > oldest || (major === oldest && minor >= oldestMinor);
}

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...filesBelow('docs', 'examples').filter((path) => path.endsWith('.md')),
  ...readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}/README.md`)
    .filter((path) => filesBelow('packages').includes(path)),
];

describe(`Node ${floor}`, () => {
  it('is a lower bound', () => expect(range).toMatch(/^>=\d+\.\d+$/));

  it('is what the command asks for, in its package and when it starts', () => {
    expect(engines('packages/cli/package.json')).toBe(range);
    expect(read('packages/cli/src/main.ts')).toContain(`oldestNode = [${floor.replace('.', ', ')}]`);
    const packages = filesBelow('packages').filter((path) => /^packages\/[^/]+\/package\.json$/.test(path));
    for (const each of packages.map(engines)) expect([undefined, range]).toContain(each);
  });

  it('is what README and docs ask for', () => {
    const named = pages.flatMap((path) =>
      [...read(path).matchAll(/Node (\d[\d.]*\d)(?= or newer)/g)].map(([, version]) => `${path}: ${version}`),
    );
    expect(named.map((each) => each.split(':')[0])).toEqual(
      expect.arrayContaining(['README.md', 'docs/cli.md', 'docs/tutorial.md', 'packages/cli/README.md']),
    );
    expect(named.filter((each) => !each.endsWith(`: ${floor}`))).toEqual([]);
  });

  it('is not older than what jobs and containers install', () => {
    const places = [
      'Containerfile',
      'action.yml',
      'docs/ci.md',
      'packages/cli/templates/project-files.ts',
      ...filesBelow('ci'),
    ];
    const installed = places.flatMap((path) =>
      [...read(path).matchAll(/(?:node-version: |node:)(\d[\d.]*)/g)].map(([, version]) => version as string),
    );
    expect(installed.length).toBeGreaterThan(3);
    expect(installed.filter((each) => !isEnough(each))).toEqual([]);
  });
});
