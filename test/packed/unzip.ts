// Unpacks a zip archive, as a `.vsix` is one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Signatures and offsets are of the ZIP file format specification (APPNOTE 6.3), 4.3.7, 4.3.12 and 4.3.16. */
const endOfDirectory = 0x06054b50;

/** Unpacks all files of an archive into a folder. */
export function unzip(archive: string, folder: string): void {
  const bytes = readFileSync(archive);
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== endOfDirectory) end--;
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((at) => bytes.readUInt16LE(entry + at)) as [number, number, number];
    const path = join(folder, bytes.toString('utf8', entry + 46, entry + 46 + name));
    const header = bytes.readUInt32LE(entry + 42);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20));
    mkdirSync(dirname(path), { recursive: true });
    if (!path.endsWith('/'))
      writeFileSync(path, bytes.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed));
    entry += 46 + name + extra + comment;
  }
}
