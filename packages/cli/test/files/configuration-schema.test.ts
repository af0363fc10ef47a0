// The schema of `lightloom.json`, which editors check it by, and what Lightloom itself says of the same file.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from '../lightloom.ts';
import { schemaPath } from '../schema.ts';

const isValid = new Ajv({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync(schemaPath('lightloom-config'), 'utf8')),
);

/** Whether a check finds nothing wrong with a configuration. */
async function isAccepted(configuration: unknown): Promise<boolean> {
  const cwd = folder({ 'a.fabric': '', 'lightloom.json': JSON.stringify(configuration) });
  const { out } = await lightloom(['check', '-f', 'compact'], { cwd });
  return !out.includes('[config/');
}

/** The names of all rules whose severity can be set. */
async function settableRules(): Promise<string[]> {
  const { out } = await lightloom(['check', '--print-config', 'a.fabric'], { cwd: folder({ 'a.fabric': '' }) });
  return Object.keys((JSON.parse(out) as { readonly rules: object }).rules);
}

describe('the schema and the reader agree', () => {
  it('on every rule and family', async () => {
    const rules = await settableRules();
    const names = [...new Set([...rules, ...rules.map((each) => each.slice(0, each.indexOf('/')))])];
    const all = { rules: Object.fromEntries(names.map((each) => [each, 'note'])) };
    expect(isValid(all), JSON.stringify(isValid.errors)).toBe(true);
    expect(await isAccepted(all)).toBe(true);
    const { properties } = JSON.parse(readFileSync(schemaPath('lightloom-config'), 'utf8')).definitions.rules;
    expect(Object.keys(properties).sort()).toEqual(names.sort());
  });

  it.each([
    [true, { $schema: './x.json', overrides: [], ignore: [] }],
    [true, { overrides: [{ files: ['lab/**'], rules: { 'optics/reach': 'off', power: 'warning' } }] }],
    [true, { ignore: ['old', '**/*-copy.fabric'] }],
    [false, { ignores: [] }],
    [false, { ignore: 'old' }],
    [false, { ignore: [7] }],
    [false, { overrides: {} }],
    [false, { overrides: [{ files: ['lab/**'] }] }],
    [false, { overrides: [{ rules: {} }] }],
    [false, { overrides: [{ files: [], rules: {} }] }],
    [false, { overrides: [{ files: ['lab/**'], rules: { 'optics/reech': 'off' } }] }],
    [false, { overrides: [{ files: ['lab/**'], rules: { optics: 'of' } }] }],
    [false, { overrides: [{ files: ['lab/**'], rules: {}, ignore: [] }] }],
  ])('%s: %j', async (expected, configuration) => {
    expect(isValid(configuration)).toBe(expected);
    expect(await isAccepted(configuration)).toBe(expected);
  });
});
