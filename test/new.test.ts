// `npm run new`: what it writes is found by the lists, and refused by tests until it is filled in.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue, type KindSpec, tableExports } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

interface Added {
  readonly path: string;
  readonly text: string;
  readonly next: string;
  readonly refused: undefined;
}
interface Refused {
  readonly path?: undefined;
  readonly text?: undefined;
  /** Why nothing is written. */
  readonly refused: string;
}
interface Listings {
  readonly listings: Readonly<Record<string, Listing>>;
  listText(root: string, listing: Listing): string;
}
interface Listing {
  readonly folder: string;
  readonly name: string;
  readonly define: string;
}

// @ts-expect-error: a script without types
const { listings, listText }: Listings = await import('../scripts/listings.mjs');
const scaffold = async (kind: string, ...args: string[]): Promise<Added | Refused> => {
  const template = (await import(join(root, `scripts/templates/${kind}.mjs`))) as {
    scaffold(root: string, args: readonly string[]): Added | Refused;
  };
  return template.scaffold(root, args);
};

describe('npm run new', () => {
  it.each([
    ['rule', 'power/new-rule', 'packages/core/src/rules/power/new-rule.ts'],
    ['view', 'cables', 'packages/diagram/src/views/cables/view.ts'],
    ['format', 'findings sarif', 'packages/print/src/findings/sarif.ts'],
    ['command', 'diff', 'packages/cli/src/commands/diff.ts'],
    ['export', 'netbox', 'packages/core/src/tables/netbox.ts'],
  ])('%s %s writes one file', async (kind, args, path) => {
    const added = await scaffold(kind, ...args.split(' '));
    expect(added.path).toBe(path);
    expect(existsSync(join(root, path))).toBe(false);
    expect(added.text).toMatch(/^\/\/ \S/);
    const listing = listings[kind];
    if (listing === undefined) return;
    expect(path.startsWith(`${listing.folder}/`)).toBe(true);
    expect(added.text).toContain(`export const ${listing.name} = ${listing.define}`);
  });

  it('property inserts a row in the catalogue', async () => {
    for (const kind of Object.keys(catalogue)) {
      const added = await scaffold('property', kind, 'new-property');
      expect(added.text, kind).toContain(`\n      'new-property': amount('power', ''),\n`);
    }
    expect((await scaffold('property', 'switch', 'height')).refused).toBe(
      'A switch has the property `height` already.',
    );
  });

  it.each([
    ['rule', 'NoFamily', "`NoFamily` isn't FAMILY/NAME in small letters, digits and hyphens; families are bandwidth"],
    ['format', 'nothing sarif', "`nothing` isn't a document: use failures, figures"],
    ['format', 'report', 'The format has no name.'],
    ['command', '../run', "`../run` isn't the name of a command: use small letters"],
    ['property', 'nothing name', "`nothing` isn't a kind: use "],
    ['view', '', 'The view has no name.'],
    ['export', 'A', "`A` isn't the name of a table"],
  ])('%s %s is refused with the reason', async (kind, args, reason) => {
    expect((await scaffold(kind, ...args.split(' '))).refused).toContain(reason);
  });

  it('lists what declares itself, wherever it is below the folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lightloom-'));
    writeFileSync(join(folder, 'one-two.ts'), 'export const table = defineTable({});\n');
    writeFileSync(join(folder, 'other.ts'), 'const table = 1;\n');
    const text = listText(folder, { ...listings['export'], folder: '.' } as Listing);
    rmSync(folder, { recursive: true });
    expect(text).toContain("import { table as oneTwoTable } from './one-two.ts';");
    expect(text).toMatch(/= \[\n {2}oneTwoTable,\n\];/);
  });
});

// What `npm run new property` and `npm run new export` write fails these until it is filled in.
describe('the catalogue', () => {
  const properties = Object.entries(catalogue as Readonly<Record<string, KindSpec>>).flatMap(([kind, spec]) =>
    Object.entries(spec.properties).map(([name, { doc }]) => [`${kind} ${name}`, doc] as const),
  );
  it('says what every property means, in sentences', () => {
    expect(properties.filter(([, doc]) => !/^[A-Z`\d].*\.$/s.test(doc))).toEqual([]);
  });
});

describe('tables', () => {
  it('say what they list, and have a key for each column', () => {
    for (const { name, title, doc, columns } of tableExports) {
      expect([name, title, doc]).toEqual([name, expect.stringMatching(/^[A-Z]/), expect.stringMatching(/^[A-Z].*\.$/)]);
      const keys = columns.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[a-z][a-z0-9-]*$/);
    }
  });
});
