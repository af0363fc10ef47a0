// Markdown for a pull request is never longer than a comment, whatever differs or is found; nor is anything lost without a word.
import { diffOf, fingerprintsOf } from '@lightloom/core';
import { analyzeText } from '@lightloom/language/testing';
import { describe, expect, it } from 'vitest';
import {
  type ComparedPair,
  countFindings,
  diffDocument,
  findingsDocument,
  formatsOf,
  sourceTextOf,
} from '../src/index.ts';

/** What GitHub takes. */
const most = 65_536;

const boxes = (count: number, kilowatts: number, name: string): string =>
  `switch type Box { height 1 RU  power ${kilowatts} kW }\n${Array.from({ length: count }, (_, i) => `switch ${name}${i} : Box\nrequire power(${name}${i}) <= ${1 + (i % 7) / 10} kW\n`).join('')}`;

async function pairOf(old: string, now: string): Promise<ComparedPair> {
  const [before, after] = [(await analyzeText(old)).analysis, (await analyzeText(now)).analysis];
  const side = { path: 'pod.fabric', textErrors: 0, sources: (uri: string) => sourceTextOf(uri, now) };
  return { before: side, after: side, diff: diffOf(before, after), facts: undefined };
}

function markdownOf(pairs: readonly ComparedPair[]): string {
  const format = formatsOf(diffDocument).find(({ name }) => name === 'md');
  const context = { sources: (uri: string) => sourceTextOf(uri, '') };
  return format?.print({ pairs, settings: [], basis: 'worst-case' }, context as never) ?? '';
}

describe('a comment', () => {
  it('on one design of which everything differs has fewer rows', async () => {
    const pair = await pairOf(boxes(400, 1, 'a'), boxes(400, 2, 'much-longer-names-than-before'));
    const text = markdownOf([pair]);
    expect(text.length).toBeLessThan(most);
    expect(text).toMatch(/… and [\d,]+ more/);
    // Each section is still there.
    expect(text.match(/^### .*/gm)).toEqual(expect.arrayContaining(['### Requirements', '### Changes']));
  });

  it('on many designs has the first of them, and says how many it leaves out', async () => {
    const pair = await pairOf(boxes(20, 1, 'a'), boxes(20, 2, 'b'));
    const text = markdownOf(Array.from({ length: 60 }, () => pair));
    expect(text.length).toBeLessThan(most);
    const shown = text.match(/^## Design diff/gm)?.length ?? 0;
    expect(text).toContain(`… and ${60 - shown} more designs differ`);
  });

  it('with findings has as many as fit', async () => {
    const { analysis } = await analyzeText(boxes(450, 3, 'a-box-with-a-name-that-takes-some-room-in-a-table-'));
    const { findings, fabric } = analysis;
    const prints = fingerprintsOf(fabric);
    const format = formatsOf(findingsDocument).find(({ name }) => name === 'md');
    const text =
      format?.print(
        {
          files: ['pod.fabric'],
          ...{
            findings,
            suppressed: [],
            designs: new Map(),
            topics: new Map(),
            judged: [],
            unreadable: 0,
            settings: [],
          },
          ...{ version: '1', counts: countFindings(findings), basis: 'worst-case', derivations: 'short' },
          fabrics: new Map(findings.map((each) => [each, fabric])),
          fingerprints: new Map(findings.map((each) => [each, prints.fingerprint(each)])),
        },
        { sources: (uri: string) => sourceTextOf(uri, '') } as never,
      ) ?? '';
    expect(text.length).toBeLessThan(most);
    expect(text.match(/^\| error/gm)?.length).toBeGreaterThan(100);
    expect(text).toMatch(/… and \d+ more of/);
  });
});
