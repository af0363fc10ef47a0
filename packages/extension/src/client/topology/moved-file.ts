// Where a file is once it, or a folder around it, was renamed.

/** An address before and after. */
interface Renamed {
  readonly oldUri: { toString(): string };
  readonly newUri: { toString(): string };
}

/** The address of a file after some renames; undefined where none is about it. */
export function movedFile(address: string, renames: readonly Renamed[]): string | undefined {
  for (const { oldUri, newUri } of renames) {
    const [before, after] = [oldUri.toString(), newUri.toString()];
    if (address === before) return after;
    if (address.startsWith(`${before}/`)) return after + address.slice(before.length);
  }
  return undefined;
}
