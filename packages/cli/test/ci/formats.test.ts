// What `lightloom check` writes for CI systems, judged by their own schemas and rules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { folder, lightloom, podFolder, podWith } from '../lightloom.ts';

const schemas = join(import.meta.dirname, 'schemas');
const schema = (name: string): string => readFileSync(join(schemas, name), 'utf8');
const ajv = new AjvDraft4({ strict: false, allErrors: true });
addFormats.default(ajv);
const isSarif = ajv.compile(JSON.parse(schema('sarif-schema-2.1.0.json')));

/** Texts that would end a line, a tag, a command or a cell of a table. */
const hostile = 'a: %25 ,:\u001b[31m <b>&amp;]]> "q" | `x` ::error::no \u202e ￿';
/** Designs with findings of every severity, in files with names that need escapes. */
const files = {
  'errors.fabric': podWith('128 W ', '420 W '),
  'fix me, #1.fabric': 'switch type Box { height 1 RU }\nswitch a : Bxo\n',
  'hostile.fabric': `switch type Evil { height 1 RU  power 1 kW assumed "${hostile.replaceAll('"', '\\"')}" }\nswitch evil : Evil\n`,
  'clean.fabric': '// nothing\n',
};
const check = (args: readonly string[], cwd = podFolder(files)) => lightloom(['check', ...args], { cwd });

describe('SARIF', () => {
  interface Log {
    readonly runs: readonly {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly { readonly id: string; readonly help: { readonly markdown: string } }[];
        };
      };
      readonly invocations: readonly { readonly executionSuccessful: boolean }[];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly locations: readonly {
          readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
        }[];
        readonly partialFingerprints: { readonly primaryLocationLineHash: string };
        readonly fixes?: readonly { readonly artifactChanges: readonly unknown[] }[];
      }[];
    }[];
  }
  const log = async (args: readonly string[] = []): Promise<Log> => {
    const { out } = await check(['-f', 'sarif', ...args]);
    const document = JSON.parse(out);
    isSarif(document);
    expect(isSarif.errors ?? []).toEqual([]);
    return document;
  };

  it('is valid, one run, with a rule for each result', async () => {
    const { runs } = await log();
    expect(runs).toHaveLength(1);
    for (const { tool, results, invocations } of runs) {
      // GitHub refuses a run that did not succeed.
      expect(invocations).toEqual([{ executionSuccessful: true }]);
      expect(results.length).toBeGreaterThan(2);
      for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(tool.driver.rules.find(({ id }) => id === 'power/module-over-cage')?.help.markdown).toContain('```fabric');
    }
  });

  it('has relative addresses, one place each, fingerprints that differ, and fixes', async () => {
    const [run] = (await log()).runs;
    const results = run?.results ?? [];
    const addresses = results.map(({ locations }) =>
      locations.map((each) => each.physicalLocation.artifactLocation.uri),
    );
    for (const each of addresses) expect(each).toHaveLength(1);
    expect(addresses.flat()).toContain('fix%20me%2C%20%231.fabric');
    for (const each of addresses.flat()) expect(each).not.toMatch(/^[a-z]+:|^\//);
    // GitHub matches alerts by file and fingerprint.
    const fingerprints = results.map(
      (each, i) => `${addresses[i]?.[0]} ${each.partialFingerprints.primaryLocationLineHash}`,
    );
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    expect(results.find(({ ruleId }) => ruleId === 'name/unknown')?.fixes?.[0]?.artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'fix%20me%2C%20%231.fabric' },
        replacements: [
          {
            deletedRegion: { startLine: 2, startColumn: 12, endLine: 2, endColumn: 15 },
            insertedContent: { text: 'Box' },
          },
        ],
      },
    ]);
  });

  it('is valid without findings', async () => {
    const { runs } = await log(['clean.fabric']);
    expect(runs[0]?.results).toEqual([]);
  });
});

describe('JUnit', () => {
  it.each(['junit-ant.xsd', 'junit-jenkins.xsd'])('is valid by %s', async (name) => {
    const { out } = await check(['-f', 'junit']);
    const { valid, errors } = await validateXML({
      xml: { fileName: 'findings.xml', contents: out },
      schema: { fileName: name, contents: schema(name) },
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it('counts errors as failures, and has a suite for each file, also for one without findings', async () => {
    const { out, code } = await check(['-f', 'junit']);
    expect(code).toBe(1);
    const summary = (await check(['-q', '-f', 'json'].slice(1))).out;
    const { errors } = (JSON.parse(summary) as { readonly summary: { readonly errors: number } }).summary;
    expect(out.match(/<failure /g)).toHaveLength(errors);
    expect(out).toContain('<testsuite name="clean.fabric"');
    expect(out).toContain('<testcase name="no problems" classname="clean.fabric" time="0"/>');
  });
});

describe('annotations of GitHub', () => {
  it('are a line each, escaped, the most serious first, with a count at the end', async () => {
    const { out } = await check(['-f', 'github']);
    const lines = out.trimEnd().split('\n');
    const commands = lines.filter((each) => each.startsWith('::'));
    for (const each of commands)
      expect(each).toMatch(
        /^::(?:error|warning|notice) file=[^:]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z/-]+::\S/,
      );
    const rank = ['::error', '::warning', '::notice'];
    const ranks = commands.map((each) => rank.findIndex((name) => each.startsWith(name)));
    expect(ranks).toEqual([...ranks].sort());
    expect(out).toContain('file=fix me%2C #1.fabric,line=2,endLine=2,col=12,endColumn=14');
    expect(lines[commands.length]).toMatch(/^\d+ files checked/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });

  it('also go to the summary of the job', async () => {
    const cwd = podFolder({ ...files, 'summary.md': 'before\n' });
    const summary = join(cwd, 'summary.md');
    await lightloom(['check', '-f', 'github'], { cwd, env: { GITHUB_STEP_SUMMARY: summary } });
    const written = readFileSync(summary, 'utf8');
    expect(written).toMatch(/^before\n## Lightloom: Failed\n/);
    expect(written).toContain('`power/module-over-cage`');
  });
});

describe('the Code Quality report of GitLab', () => {
  it('has what GitLab asks for, and a fingerprint of its own for each finding', async () => {
    const { out } = await check(['-f', 'gitlab']);
    const report = JSON.parse(out) as readonly Record<string, unknown>[];
    expect(report.length).toBeGreaterThan(2);
    for (const each of report)
      expect(each).toEqual({
        description: expect.stringMatching(/\S/),
        check_name: expect.stringMatching(/^[a-z-]+\/[a-z-]+$/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: expect.stringMatching(/^(?:major|minor|info)$/),
        location: {
          path: expect.not.stringMatching(/^\/|^\.\//),
          lines: { begin: expect.any(Number), end: expect.any(Number) },
        },
      });
    expect(new Set(report.map((each) => each['fingerprint'])).size).toBe(report.length);
  });
});

it.each(['sarif', 'gitlab'])(
  'the fingerprints of a file in %s are the same whatever is checked beside it',
  async (format) => {
    const text = files['errors.fabric'];
    const cwd = podFolder({ 'a.fabric': text, 'b.fabric': text });
    const printed = async (...names: string[]): Promise<unknown[]> => {
      const document = JSON.parse((await check(['-f', format, ...names], cwd)).out);
      const found: { locations?: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] =
        format === 'sarif' ? document.runs[0].results : document;
      return found
        .filter((each) => JSON.stringify(each).includes('b.fabric'))
        .map((each) =>
          'partialFingerprints' in each ? each.partialFingerprints : 'fingerprint' in each && each.fingerprint,
        );
    };
    expect(await printed('b.fabric')).not.toEqual([]);
    expect(await printed('a.fabric', 'b.fabric')).toEqual(await printed('b.fabric'));
  },
);

describe('several outputs', () => {
  it('are each written to the file named after them', async () => {
    const cwd = podFolder(files);
    const { out, err, code } = await check(
      ['-f', 'sarif', '-o', 'a/x.sarif', '-f', 'github', '-o', 'x.txt', '-f', 'compact'],
      cwd,
    );
    expect({ err, code }).toEqual({ err: '', code: 1 });
    expect(JSON.parse(readFileSync(join(cwd, 'a/x.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(cwd, 'x.txt'), 'utf8')).toMatch(/^::error /);
    expect(out).toMatch(/^\S.*: error: /m);
  });

  it('take the file before the format as well', async () => {
    const cwd = folder({ 'a.fabric': '' });
    const { err } = await check(['-o', 'x.json', '-f', 'json'], cwd);
    expect(err).toMatch(/^1 file checked, 0 problems\b.*\n$/);
    expect(JSON.parse(readFileSync(join(cwd, 'x.json'), 'utf8'))).toMatchObject({ version: 1 });
  });

  it.each([
    [
      ['-f', 'sarif', '-f', 'junit'],
      '2 formats would go to the standard output; name a file with `-o` after all but one.',
    ],
    [['-f', 'sarif', '-o', 'x', '-f', 'junit', '-o', 'x'], 'x is named for two formats; name a file for each.'],
  ])('refuse %j', async (args, message) => {
    const { err, code } = await check(args, folder({ 'a.fabric': '' }));
    expect({ err, code }).toEqual({ err: `error: ${message}\n`, code: 2 });
  });

  it('refuse a format that does not exist', async () => {
    const { err, code } = await check(['-f', 'xml'], folder({ 'a.fabric': '' }));
    expect(code).toBe(2);
    expect(err).toContain('Allowed choices are pretty, compact, github, gitlab, json, junit, md, sarif.');
  });
});
