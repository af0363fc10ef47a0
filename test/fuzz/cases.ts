// The kinds of cases: each makes something at random and says what is wrong with what comes of it.
import { formatFabric, memoryFiles, openSession, type Session } from '@lightloom/language';
import { type Tested, textAnalyzer } from '@lightloom/language/testing';
import { site } from '../kit/examples.ts';
import { cables } from './cables.ts';
import { type Catalogue, readCatalogue, validDesign } from './designs.ts';
import type { Dice } from './dice.ts';
import { wellDrawn } from './drawings.ts';
import { typedOtherwise } from './keystrokes.ts';
import { mutated } from './mutations.ts';
import { meaningOf, sameTotals, saneAnalysis, stableFormat, validText, wellFormed } from './oracles.ts';
import { staleAfter } from './sessions.ts';
import { largeTexts, smallTexts } from './texts.ts';

/** What a case came to: the text it was about, and what is wrong. */
interface Outcome {
  readonly text: string;
  readonly wrong: string | undefined;
}

export type CaseKind = (dice: Dice) => Promise<Outcome>;

/** The kinds of cases, each with how often it is picked: those that take ten times as long as others are rarer. */
export async function caseKinds(): Promise<readonly (readonly [times: number, kind: CaseKind])[]> {
  const analyze = textAnalyzer(site);
  const catalogue = await readCatalogue();
  return [
    [300, (dice) => mutation(dice, analyze, smallTexts)],
    [3, (dice) => mutation(dice, analyze, largeTexts)],
    [60, (dice) => design(dice, analyze, catalogue)],
    [10, (dice) => together(dice)],
    [5, keystrokes],
    [40, async (dice) => ({ text: 'a session of the server', wrong: await staleAfter(dice) })],
  ];
}

/** A text that is edited. */
async function keystrokes(dice: Dice): Promise<Outcome> {
  const text = dice.once(3) ? cables(dice) : dice.pick(smallTexts);
  return (await typedOtherwise(text, dice)) ?? { text: '', wrong: undefined };
}

type Analyze = (text: string) => Promise<Tested>;

/** A text with what is wrong of it; a check that throws is wrong too. */
async function outcome(text: string, check: () => Promise<string | undefined>): Promise<Outcome> {
  const thrown = (error: unknown): string => `it throws ${error instanceof Error ? error.stack : String(error)}`;
  return { text, wrong: await check().catch(thrown) };
}

/** A text that somebody damaged. */
async function mutation(dice: Dice, analyze: Analyze, texts: readonly string[]): Promise<Outcome> {
  const text = mutated(dice.pick(texts), dice, smallTexts);
  return outcome(text, async () => {
    const tested = await analyze(text);
    // What takes as long as the analysis, or several times as long, is asked of some, so that most of the time goes to new texts.
    return (
      saneAnalysis(tested) ??
      (dice.once(4) ? stableFormat(text) : undefined) ??
      (dice.once(16) ? sameTotals(tested) : undefined) ??
      (dice.once(32) ? wellFormed(tested) : undefined) ??
      (dice.once(32) ? await wellDrawn(tested.analysis, dice) : undefined) ??
      (dice.once(32) ? await changedByFormat(text, tested, analyze) : undefined)
    );
  });
}

async function changedByFormat(text: string, tested: Tested, analyze: Analyze): Promise<string | undefined> {
  const before = meaningOf(tested.analysis);
  const after = before === '' ? '' : meaningOf((await analyze(formatFabric(text).text)).analysis);
  return before === after ? undefined : `formatted it means ${after} instead of ${before}`;
}

/** A design of the catalogue. */
function design(dice: Dice, analyze: Analyze, catalogue: Catalogue): Promise<Outcome> {
  const text = validDesign(dice, catalogue);
  return outcome(text, async () => {
    const tested = await analyze(text);
    return (
      saneAnalysis(tested) ??
      validText(tested) ??
      sameTotals(tested) ??
      stableFormat(text) ??
      (dice.once(4) ? wellFormed(tested) : undefined) ??
      (dice.once(3) ? await wellDrawn(tested.analysis, dice) : undefined)
    );
  });
}

/** Two designs that import one file: what is found in each is what is found in it alone. */
async function together(dice: Dice): Promise<Outcome> {
  const files = {
    'file:///shared.fabric': mutated('rack type Rack { height 4 OU assumed "x" }\nlet many = 3\n', dice, smallTexts),
    'file:///a.fabric': `import "./shared"\nrack r[1..many] : Rack\n${mutated('let a = 1\n', dice, smallTexts)}`,
    'file:///b.fabric': `import "./shared"\nimport "./a" as a\nrack s : Rack\n${dice.pick(smallTexts)}`,
  };
  const uris = Object.keys(files).slice(1);
  const session = (): Session => openSession({ files: memoryFiles(files) });
  const both = session();
  for (const uri of dice.once(2) ? uris : uris.toReversed()) {
    const [one, alone] = [await found(both, uri), await found(session(), uri)];
    if (one !== alone)
      return { text: JSON.stringify(files), wrong: `${uri} beside the other: ${one}; alone: ${alone}` };
  }
  return { text: '', wrong: undefined };
}

async function found(session: Session, uri: string): Promise<string> {
  const { findings } = await session.open(uri);
  return JSON.stringify(findings.map(({ rule, message, origin }) => [rule, message, origin]));
}
