// A client and a server in this process, for tests of tools: jobs are done here, without threads.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import type { JsonSchemaType, JsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js';
import { onTestFinished } from 'vitest';
import type { Jobs } from '../../src/mcp/jobs/pool.ts';
import { runJob } from '../../src/mcp/jobs/run-job.ts';
import { createServer } from '../../src/mcp/server.ts';
import { assetsFolder } from '../lightloom.ts';

interface Started {
  readonly allowsWriting?: boolean;
  readonly jobs?: Jobs;
}

/** What a tool answered. */
export interface Answer {
  readonly isError: boolean;
  readonly text: string;
  /** Empty for an error. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly pictures: readonly { readonly type: string; readonly mimeType: string; readonly data: string }[];
}

const inline: Jobs = {
  run: async (job, place, { onStep } = {}) => (await runJob(job, place, onStep)) as never,
  close: async () => undefined,
};

const validators = new AjvJsonSchemaValidator();
const compiled = new Map<string, JsonSchemaValidator<unknown>>();

/** Checks answers. A client asks for the schemas of all tools; each takes long to compile, and is compiled once, when it is used. */
function getValidator<T>(schema: JsonSchemaType): JsonSchemaValidator<T> {
  const key = JSON.stringify(schema);
  return (input) => {
    const validator = compiled.get(key) ?? validators.getValidator(schema);
    compiled.set(key, validator);
    return (validator as JsonSchemaValidator<T>)(input);
  };
}

/** A client of a server on some folders. It knows the tools, so that every answer is checked against the schema of its tool. */
export async function connected(
  folders: readonly [string, ...string[]],
  { allowsWriting = false, jobs = inline }: Started = {},
) {
  const server = createServer({
    folders: async () => folders,
    jobs,
    allowsWriting,
    allowsPlugins: false,
    assets: assetsFolder(),
    version: '0.1.0',
  });
  const client = new Client({ name: 'test', version: '1' }, { jsonSchemaValidator: { getValidator } });
  const [here, there] = InMemoryTransport.createLinkedPair();
  await server.connect(there);
  await client.connect(here);
  onTestFinished(() => client.close());
  await client.listTools();
  const call = async (name: string, args: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    answerOf(await client.callTool({ name, arguments: args }));
  return { client, call };
}

/** An answer as tests look at it. */
function answerOf(result: Awaited<ReturnType<Client['callTool']>>): Answer {
  const content = result.content as readonly Readonly<Record<string, unknown>>[];
  return {
    isError: result.isError === true,
    text: content.flatMap((each) => (each['type'] === 'text' ? [String(each['text'])] : [])).join('\n'),
    document: (result.structuredContent ?? {}) as Answer['document'],
    pictures: content.filter((each) => each['type'] !== 'text').map(pictureOf),
  };
}

function pictureOf(content: Readonly<Record<string, unknown>>): Answer['pictures'][number] {
  const of = (content['resource'] ?? content) as Readonly<Record<string, string>>;
  return {
    type: String(content['type']),
    mimeType: of['mimeType'] ?? '',
    data: of['data'] ?? of['text'] ?? '',
  };
}

/** The entries of a list of an answer. */
export function rowsOf({ document }: Answer, list: string): readonly Readonly<Record<string, unknown>>[] {
  return document[list] as readonly Readonly<Record<string, unknown>>[];
}
