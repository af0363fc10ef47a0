// `npm run new`: what it writes is found by the lists, and refused by tests until it is filled in.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { catalogue, type KindSpec, tableExports } from '@lightloom/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfTheSources, failuresIn, type Ran, run } from './kit/sources-copy.ts';
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
    ['format', 'findings html', 'packages/print/src/findings/html.ts'],
    ['command', 'invent', 'packages/cli/src/commands/invent.ts'],
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
    [
      'rule',
      'NoFamily',
      "`NoFamily` isn't the id of a rule: use FAMILY/NAME in small letters, digits and hyphens; families are bandwidth",
    ],
    ['format', 'nothing sarif', "`nothing` isn't a document: use diff, failures, figures"],
    ['format', 'report', 'The format has no name.'],
    ['command', '../run', "`../run` isn't the name of a command: use small letters"],
    ['property', 'nothing name', "`nothing` isn't a kind: use "],
    ['view', '', 'The view has no name.'],
    ['export', 'A', "`A` isn't the name of a table"],
  ])('%s %s is refused with the reason', async (kind, args, reason) => {
    expect((await scaffold(kind, ...args.split(' '))).refused).toContain(reason);
  });

  it('gives a command its section of docs/cli.md in the order of the commands', async () => {
    // @ts-expect-error: a script without types
    const { withSections } = (await import('../scripts/cli-page.mjs')) as {
      withSections(page: string, names: readonly string[]): string;
    };
    const page = '# Commands\n\n## Codes\n\nText\n\n## check\n\nText\n\n## fmt\n\nText\n\n## Basis\n\nText\n';
    const headings = (names: readonly string[]) =>
      [...withSections(page, names).matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    expect(headings(['a', 'check', 'diff', 'fmt', 'z'])).toEqual(['Codes', 'a', 'check', 'diff', 'fmt', 'z', 'Basis']);
    expect(withSections(page, ['check', 'fmt'])).toBe(page);
    expect(withSections(page, ['check', 'fmt', 'z'])).toContain(
      'Text\n\n## z\n\n<!-- command z -->\n\n<!-- /command z -->\n\n## Basis\n',
    );
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

/** Turns rules off for which all sources are read, whatever is checked: architecture.test.ts finds circles wherever a file is. */
function leaveImportsToOthers(configuration: string): void {
  const { linter, ...others } = JSON.parse(readFileSync(configuration, 'utf8'));
  for (const [group, rule] of [
    ['suspicious', 'noImportCycles'],
    ['correctness', 'noUndeclaredDependencies'],
  ] as const)
    linter.rules[group][rule] = 'off';
  writeFileSync(configuration, JSON.stringify({ ...others, linter }));
}

// The walk of a newcomer, in a copy of the sources that has one more of each kind.
describe('what npm run new writes', () => {
  const kinds: readonly (readonly string[])[] = [
    ['rule', 'power/new-rule'],
    ['property', 'switch', 'new-property'],
    ['format', 'findings', 'new-format'],
    ['view', 'new-view'],
    ['command', 'new-command'],
    ['export', 'new-table'],
  ];
  let copy: string;
  let said: Ran;
  beforeAll(async () => {
    copy = copyOfTheSources();
    leaveImportsToOthers(join(copy, 'biome.json'));
    const [last = [], ...others] = kinds.toReversed();
    for (const [kind = '', ...args] of others) {
      const { path, text } = (await scaffold(kind, ...args)) as Added;
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    }
    // Writes the lists, of the others too.
    said = await run(copy, 'scripts/new.mjs', ...last);
  }, 60_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }), 60_000);

  it('says what comes next', () => {
    expect(said).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Wrote packages\/\S+\n(?:.*\n)+Its tests alone: npx vitest run /),
    });
  });

  it('compiles, is formatted, and fails the tests that say what to fill in, and no other', async () => {
    const folders = ['core/src/rules/power', 'core/src/catalogue', 'core/src/tables', 'print/src/findings'];
    const files = [...folders, 'diagram/src/views/new-view', 'cli/src/commands/new-command.ts'];
    const [types, lint, failed] = await Promise.all([
      // In one thread: tests use the other processor.
      run(copy, 'node_modules/typescript/bin/tsc', '-b', 'packages/cli', '--singleThreaded'),
      run(copy, 'node_modules/@biomejs/biome/bin/biome', 'ci', ...files.map((each) => `packages/${each}`)),
      failuresIn(
        copy,
        [
          ...['test/rules.test.ts', 'test/new.test.ts', 'packages/print/test/formats.test.ts'],
          ...['diagram/test/views.test.ts', 'diagram/test/pod.test.ts', 'cli/test/commands.test.ts'].map(
            (each) => `packages/${each}`,
          ),
        ],
        /^(the (catalogue|registry|views)|tables) | new-|^(new-|power\/new-)|table as|list of views/,
      ),
    ]);
    expect(types).toEqual({ code: 0, out: '' });
    expect(lint.code, lint.out).toBe(0);
    const says = (text: string) => expect.stringContaining(text);
    expect(failed).toEqual({
      'the catalogue says what every property means, in sentences': says('switch new-property'),
      'tables say what they list, and have a key for each column': says('`title` of the table new-table'),
      'power/new-rule finds its bad example at the carets, and nothing else': says('what its carets say'),
      'power/new-rule prints a sentence of its own on its page, with the number and its formula where it has one':
        says('what the bad example finds'),
      'power/new-rule names in its override a property, a fact or a statement there is': says('`override` names'),
      'power/new-rule has a title, reasons, sources and a way to change its limit': says('`title`: a short phrase'),
      'new-command says what it is for': says('`summary`: a few words'),
      'the list of views has a title for each, and docs/views.md a row for those of every design':
        says('title of the view new-view'),
      'findings as new-format lets no text of a stranger do anything': says('what a text could do'),
      'findings as new-format ends in a line break, says what it is for, and is the same twice': says('ends in'),
      // Goldens: `--update` accepts them.
      'table as csv is printed as it was': says('mismatched'),
      'table as json is printed as it was': says('mismatched'),
      'table as md is printed as it was': says('mismatched'),
    });
    // Three processes, of which the compiler and the tests take seconds of a processor that others may use too.
  }, 180_000);
});

// What `npm run new property` and `npm run new export` write fails these until it is filled in.
describe('the catalogue', () => {
  const properties = Object.entries(catalogue as Readonly<Record<string, KindSpec>>).flatMap(([kind, spec]) =>
    Object.entries(spec.properties).map(([name, { doc }]) => [`${kind} ${name}`, doc] as const),
  );
  it('says what every property means, in sentences', () => {
    const unsaid = properties.filter(([, doc]) => !/^[A-Z`\d].*\.$/s.test(doc));
    expect(unsaid, 'properties whose description is no sentence').toEqual([]);
  });
});

describe('tables', () => {
  it('say what they list, and have a key for each column', () => {
    for (const { name, title, doc, columns } of tableExports) {
      expect(title, `\`title\` of the table ${name}`).toMatch(/^[A-Z]/);
      expect(doc, `\`doc\` of the table ${name}, a sentence`).toMatch(/^[A-Z].*\.$/);
      const keys = columns.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^[a-z][a-z0-9-]*$/);
    }
  });
});
