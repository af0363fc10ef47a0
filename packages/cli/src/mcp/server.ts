// The server: tools and resources over the Model Context Protocol. What they take is checked here; what they do is a job.
import type { Job, JobResults, Place } from './jobs/job.ts';
import type { Jobs } from './jobs/pool.ts';
import { type ResourceList, ruleTemplate } from './resources/resources.ts';
import {
  CallToolRequestSchema,
  type CallToolResult,
  CompleteRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  type ProgressToken,
  ReadResourceRequestSchema,
  Server,
  type ServerNotification,
  type Tool,
  z,
} from './sdk/sdk.ts';
import type { AnyTool } from './tool/tool.ts';
import { tools } from './tools/all-tools.ts';

/** What a server is started with. */
export interface ServerOptions extends Omit<Place, 'folders'> {
  /** The folders of a call; asked for at each. */
  readonly folders: () => Promise<Place['folders']>;
  readonly jobs: Jobs;
}

/** What a model gets to know about the whole. */
const instructions = `Lightloom checks optical fabrics of AI data centers that are written in the language .fabric.
To write or change a design: read lightloom://docs/language first, take parts from the tool parts (never invent figures), call check with the text before it is written and after every change, and see what a change does by diff. Figures come from explain, and sizes of networks from plan, never from your own arithmetic; what is unknown stays unknown. Look at a picture by render.
Paths are relative to the first folder of the server.`;

/** Creates a server; it serves once it is connected to a transport. */
export function createServer({ folders, jobs, ...rest }: ServerOptions): Server {
  const server = new Server(
    { name: 'lightloom', title: 'Lightloom', version: rest.version },
    { capabilities: { tools: {}, resources: {}, completions: {} }, instructions },
  );
  const place = async (): Promise<Place> => ({ ...rest, folders: await folders() });
  const listed = async (): Promise<ResourceList> => jobs.run({ kind: 'resources' }, await place());

  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map((each) => toolEntry(each, rest)) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, sendNotification }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (tool === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}.`);
    const input = tool.takes.safeParse(params.arguments ?? {});
    if (!input.success) return problemResult(`Invalid arguments of ${tool.name}:\n${z.prettifyError(input.error)}`);
    const job = { kind: 'call', tool: tool.name, input: input.data } as const satisfies Job;
    const onStep = stepSender(params._meta?.progressToken, sendNotification);
    try {
      return callResult(await jobs.run(job, await place(), { signal, onStep }));
    } catch (error) {
      if (signal.aborted) throw error;
      return problemResult(bugText(error));
    }
  });
  server.setRequestHandler(ListResourcesRequestSchema, async () => ({ resources: [...(await listed()).resources] }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [ruleEntry] }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const found = await jobs.run({ kind: 'read', uri }, await place());
    if (found === undefined) throw new McpError(resourceNotFound, `There is no resource ${uri}.`, { uri });
    return { contents: [found] };
  });
  server.setRequestHandler(CompleteRequestSchema, async ({ params: { ref, argument } }) => {
    if (ref.type !== 'ref/resource' || ref.uri !== ruleTemplate) return { completion: { values: [] } };
    const values = (await listed()).rules.filter((each) => each.includes(argument.value));
    return {
      completion: { values: values.slice(0, maxValues), total: values.length, hasMore: values.length > maxValues },
    };
  });
  return server;
}

/** The code that the protocol has for it. */
const resourceNotFound = -32_002;
/** Values of a completion: the protocol allows no more. */
const maxValues = 100;

const ruleEntry = {
  uriTemplate: ruleTemplate,
  name: 'rules',
  title: 'A rule, as optics/loss-budget',
  description:
    'Why it exists, where its figures come from, an example that breaks it, what is reported, and a good one.',
  mimeType: 'text/plain',
};

/** A tool in the list of them. */
function toolEntry(
  { name, title, description, takes, gives, mayWrite }: AnyTool,
  { allowsWriting }: Omit<Place, 'folders'>,
): Tool {
  const { $schema: _, ...inputSchema } = z.toJSONSchema(takes, { io: 'input' });
  const writes = mayWrite === true && allowsWriting;
  return {
    name,
    title,
    description,
    inputSchema: inputSchema as Tool['inputSchema'],
    outputSchema: { ...gives, required: [...(gives.required ?? [])] },
    annotations: {
      title,
      readOnlyHint: !writes,
      destructiveHint: writes,
      idempotentHint: true,
      openWorldHint: false,
    },
  };
}

function callResult(result: JobResults['call']): CallToolResult {
  if ('problem' in result) return problemResult(result.problem);
  const { text, document, picture } = result;
  const shown = picture === undefined ? [] : [pictureContent(picture)];
  return { content: [{ type: 'text', text }, ...shown], structuredContent: document };
}

/** A PNG is shown as an image; an SVG, which most models don't take as one, is a text to keep. */
function pictureContent({
  mimeType,
  data,
}: {
  readonly mimeType: string;
  readonly data: string;
}): CallToolResult['content'][number] {
  if (mimeType === 'image/png') return { type: 'image', data, mimeType };
  const text = Buffer.from(data, 'base64').toString('utf8');
  return { type: 'resource', resource: { uri: 'lightloom://picture.svg', mimeType, text } };
}

function problemResult(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}

function bugText(error: unknown): string {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.?$/, '.');
  return `Lightloom failed: ${reason} This is a bug in Lightloom, not in your files; please report it.`;
}

/** Tells the client how far a call is, where it asked for that. */
function stepSender(
  progressToken: ProgressToken | undefined,
  send: (notification: ServerNotification) => Promise<void>,
): (step: { readonly step: number; readonly steps: number }) => void {
  if (progressToken === undefined) return () => undefined;
  return ({ step, steps }) => {
    const params = { progressToken, progress: step, total: steps };
    // Nobody may be there any more to get it.
    send({ method: 'notifications/progress', params }).catch(() => undefined);
  };
}
