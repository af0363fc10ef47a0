// Plug-ins of a project: what runs, what doesn't, and what is said where one is broken.
import { describe, expect, it } from 'vitest';
import type { PluginHost } from '../src/configuration/index.ts';
import { type Design, memoryFiles, openSession } from '../src/session/index.ts';

const design = `import "std/racks"
host type Box { height 1 OU  power 3 kW }
rack type Frame is OpenRackV3 { power 30 kW }
rack r[1..2] : Frame
host box[1..4] : Box
place box[*] in r[*]
`;

/** What a rule is given, as far as these rules need it. */
interface Given {
  racks(): Iterable<{ readonly name: string }>;
  fact(name: string, of: unknown, point?: string): { readonly text: string };
  quantity(text: string): unknown;
}
type Exceeds = { exceeds(figure: unknown, limit: unknown, of: unknown): boolean };

const rule = (more: object = {}) => ({
  id: 'acme/power',
  severity: 'warning',
  title: 'A rack draws power',
  why: 'The house is dark.',
  limit: 'power in the dark',
  *check(of: Given, judge: Exceeds) {
    for (const rack of of.racks()) {
      const power = of.fact('power', rack);
      if (judge.exceeds(power, of.quantity('5 kW'), rack))
        yield { message: `${rack.name} draws ${power.text}.`, about: rack, figure: power };
    }
  },
  ...more,
});
const acme = (...rules: readonly object[]) => ({ name: 'acme', rules });

/** Opens a design whose project names `./acme.mjs`. @param exported what that exports; not allowed to load when not given */
async function open(exported?: unknown, rules: object = {}, text = design): Promise<Design> {
  const host: PluginHost = {
    load: async () => (typeof exported === 'function' ? (exported() as unknown) : exported),
  };
  return openSession({
    files: memoryFiles({ 'file:///p/lightloom.json': JSON.stringify({ plugins: ['./acme.mjs'], rules }) }),
    plugins: exported === undefined ? {} : { host },
  }).open('file:///p/pod.fabric', text);
}

const told = ({ findings }: Design): string[] =>
  findings.map((each) => `${each.severity} ${each.rule}: ${each.message}`);
const failure = async (exported: unknown): Promise<string> => {
  const found = told(await open(exported));
  expect(found.filter((each) => !each.startsWith('error config/plugin: '))).toEqual([]);
  expect(found).toHaveLength(1);
  return found[0]?.replace('error config/plugin: ', '') ?? '';
};

describe('a rule of a plug-in', () => {
  it('finds, with the figure and what it is about', async () => {
    const { findings } = await open(acme(rule()));
    const [first] = findings;
    expect(findings.map((each) => each.message)).toEqual(['r[1] draws 6 kW.']);
    expect([first?.rule, first?.severity, first?.derivation?.value]).toEqual(['acme/power', 'warning', 6000]);
    expect([first?.subjects?.of, [...(first?.subjects?.ids ?? [])], first?.alike?.length]).toEqual(['rack', [0], 1]);
  });

  it('has the severity that the project gives it, or its plug-in', async () => {
    expect((await open(acme(rule()), { 'acme/power': 'error' })).findings[0]?.severity).toBe('error');
    expect((await open(acme(rule()), { acme: 'note' })).findings[0]?.severity).toBe('note');
    expect(told(await open(acme(rule()), { 'acme/power': 'off' }))).toEqual([]);
  });

  it('may be misspelt, which is a mistake of the project', async () => {
    const { findings } = await open(acme(rule()), { 'acme/powr': 'off' });
    expect(findings.find((each) => each.rule === 'config/content')?.help).toBe('Did you mean `acme/power`?');
  });

  it('can be allowed, for some things too', async () => {
    const allow = (what: string): Promise<Design> => open(acme(rule()), {}, `${design}allow ${what}\n`);
    expect(told(await allow('acme/power because "lit"'))).toEqual([]);
    expect(told(await allow('acme because "lit"'))).toEqual([]);
    expect(told(await allow('acme/power because "lit" on r[1]'))).toEqual(['warning acme/power: r[2] draws 6 kW.']);
    expect(told(await allow('acme/lights because "lit"')).at(-1)).toMatch(
      /^error allow\/rule: `acme\/lights` isn't a rule/,
    );
  });

  it('is counted where it can’t judge', async () => {
    const { judged, findings } = await open(acme(rule()), {}, design.replace('  power 3 kW', ''));
    expect(judged.unjudged.filter((each) => each.rule === 'acme/power')).toMatchObject([
      { what: 'power in the dark', count: 2 },
    ]);
    expect(findings.map((each) => each.message).join()).toContain('power in the dark');
  });

  it('isn’t run on a design whose text has errors', async () => {
    const found = told(await open(acme(rule()), {}, `${design}switch s : Nothing\n`));
    expect(found.filter((each) => each.includes('acme'))).toEqual([]);
  });
});

describe('a plug-in that nobody allows', () => {
  it('is named once, and what is set for it is no mistake', async () => {
    const text = `${design}allow acme/power because "lit"\n`;
    const { findings } = await open(undefined, { 'acme/power': 'error', lights: 'off' }, text);
    expect(findings.map((each) => `${each.severity} ${each.rule}`)).toEqual(['note config/plugins-off']);
    expect(findings[0]?.message).toContain('`./acme.mjs`');
  });

  it('hides no misspelt rule of ours', async () => {
    const found = told(await open(undefined, { 'power/rack-bugdet': 'off' }));
    expect(found.map((each) => each.split(':')[0]).sort()).toEqual(['error config/content', 'note config/plugins-off']);
  });

  it('fails a build that says so', async () => {
    expect(told(await open(undefined, { 'config/plugins-off': 'error' }))[0]).toMatch(/^error config\/plugins-off/);
    expect(told(await open(undefined, { 'config/plugins-off': 'off' }))).toEqual([]);
  });
});

describe('a broken plug-in is one error', () => {
  const broken: readonly (readonly [what: string, exported: unknown, says: RegExp])[] = [
    [
      'throws on load',
      () => {
        throw new Error('no\nluck.');
      },
      /^The plug-in `.\/acme.mjs` can't be loaded: no luck\.$/,
    ],
    ['throws what is no error', () => Promise.reject('a text'), /can't be loaded: a text\.$/],
    ['exports nothing', null, /isn't one. It has no default export/],
    ['exports a list', [], /isn't one. It has no default export/],
    ['has no name', { rules: [] }, /Its `name` must be/],
    ['has a name of ours', { name: 'optics' }, /Its name, `optics`, is taken/],
    ['has a name of a problem', { name: 'config' }, /Its name, `config`, is taken/],
    ['has a slip in a member', { name: 'acme', rule: [] }, /It has `rule`; a plug-in has/],
    ['has rules that are no list', { name: 'acme', rules: {} }, /Its `rules` must be a list/],
    ['has a rule of another family', acme(rule({ id: 'power/rack' })), /`rules\[0\]` must start with .* `acme\/…`/],
    ['has a rule without a reason', acme(rule({ why: ' ' })), /`why` of `acme\/power` must be a text/],
    ['has an unknown severity', acme(rule({ severity: 'fatal' })), /must be "error" or "warning" or "note"/],
    ['has a member nobody reads', acme(rule({ help: 'x' })), /`acme\/power` has `help`, which nothing reads/],
    ['has a rule twice', acme(rule(), rule()), /It has `acme\/power` twice/],
    ['has a table of another name', { name: 'acme', exports: [{ name: 'bom' }] }, /must start with .* `acme-…`/],
    [
      'has a table without columns',
      { name: 'acme', exports: [{ name: 'acme-a', title: 't', doc: 'd', columns: [], rows: () => [] }] },
      /must have a column/,
    ],
  ];
  it.each(broken)('that %s', async (_, exported, says) => expect(await failure(exported)).toMatch(says));

  const checks: readonly (readonly [what: string, check: unknown, says: RegExp])[] = [
    ['throws', () => JSON.parse('{}').x.y, /^The rule `acme\/power` failed: Cannot read properties of undefined/],
    [
      'throws midway',
      function* () {
        yield* [];
        throw new Error('half.');
      },
      /failed: half\.$/,
    ],
    ['returns nothing', () => undefined, /returned nothing and not a list/],
    ['returns a text', () => 'all fine', /returned a string and not a list/],
    ['is async', async () => [], /returned a promise; it must return a list itself/],
    ['is async and fails later', async () => Promise.reject(new Error('late')), /returned a promise/],
    [
      'throws what has no text',
      () => {
        throw {
          toString() {
            throw new Error('no text');
          },
        };
      },
      /failed: without a reason\.$/,
    ],
    [
      'reports without end',
      function* () {
        for (;;) yield 1;
      },
      /returned more than 2,000,000 items\.$/,
    ],
    ['reports a text', () => ['bad'], /returned something that isn't a report: report 1 isn't an object/],
    ['reports without a message', (of: Given) => [{ about: [...of.racks()] }], /`message` of report 1 must be a text/],
    ['is about nothing', () => [{ message: 'Bad.', about: [] }], /`about` of report 1 must be things of one kind/],
    ['is about what isn’t there', () => [{ message: 'Bad.', about: { of: 'rack', id: 9 } }], /`about` of report 1/],
    [
      'is about no thing of a design',
      () => [{ message: 'Bad.', about: { of: 'constructor', id: 0, origin: { uri: '', start: 0, end: 0 } } }],
      /`about` of report 1/,
    ],
    [
      'has a figure of its own making',
      (of: Given) => [{ message: 'Bad.', about: [...of.racks()], figure: 3 }],
      /`figure` of report 1/,
    ],
    ...[
      { uri: 'file:///etc/passwd', start: 0, end: 1 },
      { uri: 'file:///p/pod.fabric', start: 0, end: 1e9 },
      { uri: 'file:///p/pod.fabric', start: -1, end: 1 },
      { uri: 'file:///p/pod.fabric', start: 3, end: 2 },
      { uri: 'file:///p/pod.fabric', start: Number.NaN, end: 2 },
    ].flatMap((origin): (readonly [string, unknown, RegExp])[] => {
      const where = JSON.stringify(origin);
      const about = (of: Given) => [...of.racks()];
      return [
        [
          `reports at ${where}`,
          (of: Given) => [{ message: 'Bad.', about: about(of), origin }],
          /`origin` of report 1 must/,
        ],
        [
          `relates ${where}`,
          (of: Given) => [{ message: 'Bad.', about: about(of), related: [{ origin, message: 'Here.' }] }],
          /`related` of report 1 must/,
        ],
      ];
    }),
    ['asks for a fact that isn’t there', (of: Given) => of.fact('powr', [...of.racks()]), /`powr` isn't a fact/],
    [
      'asks a fact of the wrong thing',
      (of: Given) => of.fact('margin', [...of.racks()]),
      /margin can't be asked of a rack/,
    ],
    ['asks one fact of many', (of: Given) => of.fact('weight', [...of.racks()]), /is asked of one thing at a time/],
    ['asks for a point that isn’t there', (of: Given) => of.fact('power', [...of.racks()], 'peak'), /no point `peak`/],
    ['has a limit without a unit', (of: Given) => of.quantity('60 kWh'), /`60 kWh` isn't a quantity/],
  ];
  it.each(checks)('whose rule %s', async (_, check, says) =>
    expect(await failure(acme(rule({ check })))).toMatch(says),
  );

  it('and leaves what others find, and no allowance unused', async () => {
    const check = (): never => {
      throw new Error('oops');
    };
    const text = `${design.replace('power 3 kW', 'power 30 kW')}allow acme/power because "lit"\n`;
    const found = told(await open(acme(rule({ check }), rule({ id: 'acme/more' })), {}, text));
    expect(found.map((each) => each.split(':')[0]).sort()).toEqual([
      'error config/plugin',
      'error power/rack-budget',
      'warning acme/more',
    ]);
  });
});

describe('what is named', () => {
  const problems = async (plugins: unknown): Promise<string[]> => {
    const files = memoryFiles({ 'file:///p/lightloom.json': JSON.stringify({ plugins }) });
    const host: PluginHost = { load: async (name) => ({ name: name.replace(/\W/g, '') }) };
    return told(await openSession({ files, plugins: { host } }).open('file:///p/pod.fabric', ''));
  };
  it('is a path from the project, or a package', async () => {
    expect(await problems(['./a.mjs', '../b.mjs', 'lightloom-plugin-c', '@acme/lightloom'])).toEqual([]);
  });
  it.each([
    ['https://example.com/a.mjs'],
    ['data:text/javascript,1'],
    ['node:fs'],
    ['/etc/a.mjs'],
    ['C:\\a.mjs'],
    ['a/b.mjs'],
    [''],
    [7],
  ])('is not %j', async (name) => {
    expect(await problems([name])).toEqual([
      'error config/content: A plug-in is named by a path that starts with `./` or by a package.',
    ]);
  });
  it('is a list', async () => {
    expect(await problems('./a.mjs')).toEqual([expect.stringContaining('`plugins` must be a list of modules')]);
  });
  it('has a name of its own', async () => {
    expect(await problems(['./a.mjs', './a.mjs'])).toEqual([expect.stringContaining('Its name, `amjs`, is taken')]);
  });
});
