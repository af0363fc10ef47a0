// Serves the standard input and output until the input ends.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from '../process/io.ts';
import type { Place } from './jobs/job.ts';
import { startPool } from './jobs/pool.ts';
import { startThread } from './jobs/start-thread.ts';
import { RootsListChangedNotificationSchema, type Server, StdioServerTransport } from './sdk/sdk.ts';
import { createServer } from './server.ts';

/** What the command line says. */
interface ServeOptions extends Pick<Place, 'allowsWriting' | 'allowsPlugins' | 'version'> {
  /** As they were named; those of the client, or else the working directory, when there are none. */
  readonly folders: readonly string[];
}

/** Bytes of a message: a longer one ends the server. */
const maxBufferSize = 32 * 2 ** 20;

/** Serves until the standard input ends, or a signal ends the process. */
export async function serve({ folders, ...options }: ServeOptions, io: Io): Promise<void> {
  // Two at least: a short question isn't kept waiting by a long one.
  const size = Math.min(4, Math.max(2, availableParallelism()));
  const jobs = startPool(() => startThread(io.assets), size);
  const [first, ...others] = folders.map((each) => resolve(io.cwd, each));
  let roots: Promise<Place['folders']> | undefined;
  const server: Server = createServer({
    ...options,
    assets: io.assets,
    jobs,
    folders: async () => {
      if (first !== undefined) return [first, ...others];
      roots ??= clientRoots(server, io.cwd);
      return roots;
    },
  });
  server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
    roots = undefined;
  });
  server.onerror = (error) => io.stderr.write(`${error.message}\n`);
  const closed = new Promise<void>((done) => {
    server.onclose = done;
    process.stdin.once('end', done).once('close', done);
  });
  await server.connect(new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize }));
  await Promise.race([closed, io.ended()]);
  await jobs.close();
  await server.close();
}

/** The folders that the client works in; the working directory where it names none. */
async function clientRoots(server: Server, cwd: string): Promise<Place['folders']> {
  if (server.getClientCapabilities()?.roots === undefined) return [cwd];
  const { roots } = await server.listRoots();
  const [first, ...others] = roots.flatMap(({ uri }) => (uri.startsWith('file://') ? [fileURLToPath(uri)] : []));
  return first === undefined ? [cwd] : [first, ...others];
}
