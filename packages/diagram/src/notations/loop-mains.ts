// The mains of coolant loops. In the drawing they lead from a frame to itself; other programs want a box that pipes lead to.
import type { LoopsGraph, Trunk } from '../graph/index.ts';

/** The supply and the return of each loop and of each branch that has headers. */
export function mainsOf({ trunks }: LoopsGraph): readonly Trunk[] {
  return trunks.filter(({ id, from, to }) => from === to && (id === `${from}.supply` || id === `${from}.return`));
}

type Name = (frame: string) => string;

/** The ends of a pipe, where a frame with mains is the one of them that the pipe is named for. */
export function loopEnds({ id, from, to }: Trunk, mains: ReadonlySet<string>): readonly [string, string] {
  const [supply, back] = ['supply', 'return'].map((name) => (frame: string) => `${frame}.${name}`) as [Name, Name];
  const end = (frame: string): string => {
    const main = id.startsWith(supply(frame)) ? supply(frame) : back(frame);
    return mains.has(main) ? main : frame;
  };
  // A bypass leads from the supply to the return.
  return from === to ? [mains.has(supply(from)) ? supply(from) : from, end(to)] : [end(from), end(to)];
}
