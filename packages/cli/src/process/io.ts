// Everything a command sees of the outside world, so that tests can replace it.
import { fstatSync, writeFileSync } from 'node:fs';
import { reasonOf } from '@lightloom/language/disk';
import { exitCode } from './exit-code.ts';

/** A stream of text, or of the bytes of a picture, to a reader. */
export interface Output {
  write(content: string | Uint8Array): void;
  /** Whether it is a terminal, not a file or another program. */
  readonly isTerminal: boolean;
  /** Cells in a line of the terminal; undefined when it isn't one. */
  readonly columns: number | undefined;
  /** Whether its reader has stopped to read, as far as that was noticed. */
  readonly isClosed?: () => boolean;
}

export interface Io {
  /** The arguments, without the name of the program. */
  readonly argv: readonly string[];
  /** The whole standard input, or its first bytes when there are more than `maxBytes`. */
  readonly stdin: (maxBytes: number) => Promise<Uint8Array>;
  /** Results. */
  readonly stdout: Output;
  /** Messages about the run itself. */
  readonly stderr: Output;
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Waits for the first SIGINT or SIGTERM, which then doesn't end the process by itself. */
  readonly ended: () => Promise<void>;
  /** The folder of the files that ship with the program. */
  readonly assets: string;
  /** Whether fonts of this machine draw what those that ship lack. */
  readonly borrowsFonts: boolean;
  /** What tells this program, with its part library, from every other version of it; undefined where that isn't known. */
  readonly build: string | undefined;
}

/** The outside world of this process. */
export function processIo({ assets, build }: Pick<Io, 'assets' | 'build'>): Io {
  return {
    argv: process.argv.slice(2),
    stdin: readAll,
    stdout: outputTo(process.stdout, (reason) =>
      process.stderr.write(`error: The standard output can't be written: ${reason}.\n`),
    ),
    // There is no place left to report it at; the exit code does.
    stderr: outputTo(process.stderr, () => undefined),
    cwd: process.cwd(),
    env: process.env,
    ended: signalled,
    assets,
    borrowsFonts: true,
    build,
  };
}

/** The first signal to end. The next one ends the process, should it still be busy. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      for (const each of ['SIGINT', 'SIGTERM'] as const) process.off(each, end);
      resolve();
    };
    for (const each of ['SIGINT', 'SIGTERM'] as const) process.on(each, end);
  });
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

/**
 * A stream. Its reader may stop early, as `head` does: what it no longer reads is dropped, and the run continues. That it can't
 * be written for any other reason, as a full disk, is reported once, and the run ends with an exit code of its own.
 */
function outputTo(stream: NodeJS.WriteStream & { readonly fd: number }, report: (reason: string) => void): Output {
  let isClosed = false;
  const fail = (error: NodeJS.ErrnoException): void => {
    if (isClosed) return;
    isClosed = true;
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
    process.on('exit', () => {
      process.exitCode = exitCode.usage;
    });
    report(reasonOf(error));
  };
  stream.on('error', fail);
  const isFile = isFileOrDevice(stream);
  return {
    write(content) {
      if (isClosed) return;
      if (!isFile) return void stream.write(content);
      try {
        // A stream takes a write that the disk had room for in part only as a success.
        writeFileSync(stream.fd, content);
      } catch (error) {
        fail(error as NodeJS.ErrnoException);
      }
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    isClosed: () => isClosed,
  };
}

function isFileOrDevice({ fd, isTTY }: NodeJS.WriteStream & { readonly fd: number }): boolean {
  try {
    const found = fstatSync(fd);
    return found.isFile() || (found.isCharacterDevice() && isTTY !== true);
  } catch {
    return false;
  }
}
