// Does a job.
import type { Io, Output } from '../../process/io.ts';
import { listResources, readResource } from '../resources/resources.ts';
import type { CallResult, Job, JobResults, Place, Step } from './job.ts';

/**
 * Does a job.
 * @param onStep called with how far it is
 * @throws for a bug of ours only
 */
export async function runJob(
  job: Job,
  place: Place,
  onStep: (step: Step) => void = () => undefined,
): Promise<JobResults[Job['kind']]> {
  if (job.kind === 'resources') return listResources();
  if (job.kind === 'read') return readResource(job.uri, place.assets);
  return call(job, place, onStep);
}

async function call(
  { tool: name, input }: Extract<Job, { readonly kind: 'call' }>,
  { folders: named, allowsWriting, allowsPlugins, assets, version }: Place,
  onStep: (step: Step) => void,
): Promise<CallResult | { readonly problem: string }> {
  const [{ tools }, { confined, foldersAt }, { disk }] = await Promise.all([
    import('../tools/all-tools.ts'),
    import('../place/folders.ts'),
    import('@lightloom/language/disk'),
  ]);
  const tool = tools.find((each) => each.name === name);
  if (tool === undefined) throw new Error(`There is no tool ${name}.`);
  const folders = await foldersAt(named);
  let said = '';
  const output = (write: (content: string | Uint8Array) => void): Output => ({
    write,
    isTerminal: false,
    columns: undefined,
  });
  const io: Io = {
    argv: [],
    stdin: async () => new Uint8Array(),
    stdout: output(() => undefined),
    stderr: output((content) => {
      said += String(content);
    }),
    cwd: folders.first,
    env: {},
    ended: () => new Promise(() => undefined),
    assets,
    borrowsFonts: true,
    build: undefined,
  };
  const answer = await tool.run(input as never, {
    io,
    folders,
    disk: confined(disk, folders),
    allowsWriting,
    allowsPlugins,
    version,
    progress: { at: (step, steps) => onStep({ step, steps }) },
  });
  if (answer === undefined) return { problem: said.replace(/^error: /gm, '').trimEnd() };
  const { cutDocument, cutText } = await import('../tool/cut.ts');
  const { document, cuts } = cutDocument(answer.document, answer.limit ?? 100);
  const left = cuts.map(
    ({ list, shown, of }) => `note: ${list} has ${shown} of ${of} entries here; raise \`limit\`, or ask for less.\n`,
  );
  const { picture } = answer;
  return {
    text: cutText(answer.text) + said + left.join(''),
    document: cuts.length === 0 ? document : { ...document, truncated: cuts },
    ...(picture === undefined
      ? {}
      : {
          picture: {
            mimeType: picture.format === 'png' ? 'image/png' : 'image/svg+xml',
            data: Buffer.from(picture.content).toString('base64'),
          },
        }),
  };
}
