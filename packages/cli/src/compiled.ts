// The program with the code that earlier runs of the same command compiled. Node's own cache holds what is compiled when a file is
// loaded, and hardly any function is by then: most of a short run would go into compiling the same functions again.
import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { getHeapSpaceStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** The program, and a way to keep the code that this run has compiled. */
export interface Compiled<Program> {
  readonly program: Program;
  /** To be called once the run is over. Does nothing where earlier runs have kept nearly all of it. */
  keep(): void;
}

/**
 * Loads a bundle of the program.
 * @param file the bundle
 * @param name what is kept under: the content of the bundle, and the command, since each compiles other functions
 * @param load what the bundle requires with
 * @returns undefined where Node keeps no compiled code, as with NODE_DISABLE_COMPILE_CACHE=1
 */
export function loadCompiled<Program>(file: string, name: string, load: NodeJS.Require): Compiled<Program> | undefined {
  const folder = getCompileCacheDir?.();
  if (folder === undefined) return undefined;
  const kept = join(folder, name);
  const found = intact(ownFile(kept));
  const cachedData = found?.subarray(headBytes);
  const script = new Script(wrapped(file), {
    filename: file,
    columnOffset: -head.length,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} as Program };
  script.runInThisContext()(module.exports, load, module, file, join(file, '..'));
  const keptSize = found !== undefined && script.cachedDataRejected === false ? found.readUInt32LE() : -enough;
  return {
    program: module.exports,
    keep() {
      const size = compiledSize();
      if (size - keptSize < enough) return;
      const content = script.createCachedData();
      const start = Buffer.alloc(headBytes);
      start.writeUInt32LE(size);
      start.writeUInt32LE(crc32(content), 4);
      write(kept, Buffer.concat([start, content]));
    },
  };
}

const head = '(function (exports, require, module, __filename, __dirname) {';
const tail = '\n})';

/** The text of a bundle within a function, put together before it is a text: the engine would copy a megabyte to join them. */
function wrapped(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.allocUnsafeSlow(head.length + size + tail.length);
    bytes.write(head, 'latin1');
    const end = head.length + readSync(file, bytes, head.length, size, 0);
    bytes.write(tail, end, 'latin1');
    // The bundler writes nothing but ASCII.
    return bytes.toString('latin1', 0, end + tail.length);
  } finally {
    closeSync(file);
  }
}

/** What a file of compiled code starts with: how many bytes the code took in memory, and a checksum of what follows. */
const headBytes = 8;
/** So many bytes that a run has compiled beyond that are worth keeping: writing all of it again costs as much as compiling a third. */
const enough = 300_000;

/** Bytes in memory of compiled code and what belongs to it. */
function compiledSize(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'trusted_space')?.space_used_size ?? 0;
}

/** The bytes of a file; undefined where there is none, or where somebody else may have written it: its code will run. */
function ownFile(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { uid, mode } = fstatSync(file);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return isOwn ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A file of compiled code that is as it was written; a damaged one would crash the engine. */
function intact(file: Buffer | undefined): Buffer | undefined {
  if (file === undefined || file.length <= headBytes) return undefined;
  return crc32(file.subarray(headBytes)) === file.readUInt32LE(4) ? file : undefined;
}

/** Writes a file at once, so that no other run reads half of it. Where it can't be written, the next run compiles again. */
function write(path: string, content: Buffer): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, content, { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}
