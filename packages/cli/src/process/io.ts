// Everything a command sees of the world outside, so that tests can put something else there.

/** A stream of text, or of the bytes of a picture. */
export interface Output {
  write(content: string | Uint8Array): void;
  /** Whether a person watches it, rather than a file or another program. */
  readonly isTerminal: boolean;
  /** Cells in a line of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
}

export interface Io {
  /** All there is on the standard input, or its first bytes when there are more than `most`. */
  readonly stdin: (most: number) => Promise<Uint8Array>;
  /** Results. */
  readonly stdout: Output;
  /** What is said about the run itself. */
  readonly stderr: Output;
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the files that ship beside the program. */
  readonly assets: string;
}

/** The world of this process. */
export function processIo(assets: string): Io {
  return {
    stdin: readAll,
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    cwd: process.cwd(),
    env: process.env,
    assets,
  };
}

/** The standard input to its end, or to a bit more than was asked for. */
async function readAll(most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
}

/** A stream whose reader may leave early, as `head` does: what it no longer reads is dropped, and the run goes on. */
function outputTo(stream: NodeJS.WriteStream): Output {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    gone = true;
  });
  return {
    write(content) {
      if (!gone) stream.write(content);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
  };
}
