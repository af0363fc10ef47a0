// What a stored outcome belongs to: the program, the command line, and what of the world around it a result shows.
import { hash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { jobSummary } from '../output/outcome.ts';
import type { Io } from '../process/io.ts';

/** The option that names the folder of the cache. */
const locationOption = '--cache-location';

/**
 * The name of an outcome: equal for runs that print the same as long as nothing they read changes. It is a digest, so nothing that is
 * written names a folder of this computer.
 */
export function keyOf(io: Pick<Io, 'argv' | 'cwd' | 'env' | 'stdout'>, build: string): string {
  const { argv, cwd, env, stdout } = io;
  const { platform, version } = process;
  const look = [env['FORCE_COLOR'], env['NO_COLOR'], env['TERM'], stdout.isTerminal, stdout.columns];
  return hash('sha256', JSON.stringify([build, version, platform, cwd, argv, look, jobSummary(io) !== undefined]));
}

/**
 * The folder of the cache, absolute. Not below the working directory unless somebody says so: a repository of strangers can't bring outcomes.
 * @param location what the command line says
 */
export function cacheFolder(location: string | undefined, { cwd, env }: Pick<Io, 'cwd' | 'env'>): string {
  return location === undefined ? join(ownCaches(env), 'lightloom') : resolve(cwd, location);
}

/** Where programs keep what they can make again, by the custom of each system. */
function ownCaches(env: Io['env']): string {
  const given = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'];
  if (given !== undefined && given !== '') return given;
  return process.platform === 'darwin' ? join(homedir(), 'Library/Caches') : join(homedir(), '.cache');
}

/** What a command line gives for the folder, before it is parsed: a wrong guess finds no outcome, or one of the same command line. */
export function givenLocation(argv: readonly string[]): string | undefined {
  const at = argv.lastIndexOf(locationOption);
  if (at >= 0) return argv[at + 1];
  return argv.findLast((each) => each.startsWith(`${locationOption}=`))?.slice(locationOption.length + 1);
}
