// The parts of the library that somebody asks for.
import type { PartRow } from '@lightloom/core';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';

/**
 * The parts that a pattern asks for; all when there is none.
 * @returns undefined when there is no such part, which is reported
 */
export async function askedParts(
  pattern: string | undefined,
  io: Pick<Io, 'stderr'>,
): Promise<readonly PartRow[] | undefined> {
  const { closest, libraryParts } = await import('@lightloom/language');
  const all = await libraryParts();
  const found = partsMatching(all, pattern);
  if (found.length > 0) return found;
  const names = all.map((each) => each.name);
  const near = closest(pattern ?? '', names);
  const help = near === undefined ? '`lightloom parts` lists all parts.' : `Did you mean ${near}?`;
  say(io, `No part matches \`${pattern}\`. ${help}`);
  return undefined;
}

/** The parts a pattern asks for: the one of that name, all of a kind or a file, or those that contain it. */
function partsMatching(all: readonly PartRow[], pattern: string | undefined): readonly PartRow[] {
  if (pattern === undefined) return all;
  const wanted = pattern.toLowerCase();
  const same = (text: string): boolean => text.toLowerCase() === wanted;
  const exact = all.filter((each) => each.name === pattern);
  if (exact.length > 0) return exact;
  const group = all.filter((each) => same(each.kind) || same(each.file));
  if (group.length > 0) return group;
  const test = wanted.includes('*') ? wildcard(wanted) : (text: string) => text.toLowerCase().includes(wanted);
  const named = all.filter((each) => test(each.name));
  return named.length > 0 ? named : all.filter((each) => test(each.doc));
}

/** A test for texts that match a pattern, in any case. */
function wildcard(pattern: string): (text: string) => boolean {
  const pieces = pattern.split('*').map((each) => each.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${pieces.join('.*')}$`, 'i');
  return (text) => expression.test(text);
}
