// Everything a command sees of the outside world, so that tests can replace it.

/** A stream of text, or of the bytes of a picture, to a reader. */
export interface Output {
  write(content: string | Uint8Array): void;
  /** Whether it is a terminal, not a file or another program. */
  readonly isTerminal: boolean;
  /** Cells in a line of the terminal; undefined when it isn't one. */
  readonly columns: number | undefined;
}

export interface Io {
  /** The whole standard input, or its first bytes when there are more than `maxBytes`. */
  readonly stdin: (maxBytes: number) => Promise<Uint8Array>;
  /** Results. */
  readonly stdout: Output;
  /** Messages about the run itself. */
  readonly stderr: Output;
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the files that ship with the program. */
  readonly assets: string;
}

/** The outside world of this process. */
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

/** The standard input to its end, or a little more than `maxBytes` of it. */
async function readAll(maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

/** A stream whose reader may stop early, as `head` does: what it no longer reads is dropped, and the run continues. */
function outputTo(stream: NodeJS.WriteStream): Output {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    isClosed = true;
  });
  return {
    write(content) {
      if (!isClosed) stream.write(content);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
  };
}
