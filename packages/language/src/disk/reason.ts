// Why the system refused something, in words.

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EEXIST: 'there is a file of its name',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is a file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than this system allows',
  EROFS: 'the file system is read-only',
  ELOOP: 'its symbolic links form a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
};

/** Why an operation failed, in words, with the name that the system has for it: `the disk is full (ENOSPC)`. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined && reasons[code] !== undefined) return `${reasons[code]} (${code})`;
  return error instanceof Error ? error.message : String(error);
}

/** The system's name for why an operation failed, as `ENOENT`; undefined for an error that isn't the system's. */
export function codeOf(error: unknown): string | undefined {
  // An error of another context of Node isn't an `Error` of this one.
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : undefined;
}
