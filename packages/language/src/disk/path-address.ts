// The address of a file that a program names by its path.
import { resolve } from 'node:path';
import { URI } from 'langium';

/** @param path absolute, or from the working directory */
export function addressOfPath(path: string): URI {
  return URI.file(resolve(path));
}
