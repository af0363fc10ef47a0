// The published schemas, ready to judge a document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });

/** The file of a schema. */
export const schemaPath = (schema: string): string => join(import.meta.dirname, '../schemas', `${schema}.schema.json`);

/** Fails when a text is not a document of the schema; gives the document. */
export function expectValid<T>(
  schema:
    | 'diff'
    | 'explain'
    | 'fail'
    | 'filling'
    | 'findings'
    | 'lightloom-config'
    | 'parts'
    | 'plan'
    | 'positions'
    | 'print-config'
    | 'report'
    | 'table',
  text: string,
): T {
  const validate =
    ajv.getSchema(schema) ??
    ajv.addSchema(JSON.parse(readFileSync(schemaPath(schema), 'utf8')), schema).getSchema(schema);
  const document = JSON.parse(text);
  const isValid = validate?.(document);
  expect(validate?.errors ?? [], `what breaks packages/cli/schemas/${schema}.schema.json`).toEqual([]);
  expect(isValid).toBe(true);
  return document as T;
}
