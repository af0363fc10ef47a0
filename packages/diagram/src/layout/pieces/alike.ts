// What the labels of several things have in common, so that it is written once.

const separator = ' · ';

/** Phrases that all have, and the phrases that each has besides. */
export interface Alike {
  readonly common: readonly string[];
  readonly rest: readonly (readonly string[])[];
}

/** The phrases of a label. */
export function phrasesOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(separator));
}

/** Sorts the phrases of labels, `2 × 800G · OS2 30 m`, into those of all and those of each. */
export function phrasesIn(labels: readonly (readonly string[])[]): Alike {
  const phrases = labels.map(phrasesOf);
  const [first = []] = phrases;
  if (phrases.length < 2) return { common: [], rest: phrases };
  const common = first.filter((phrase) => phrases.every((each) => each.includes(phrase)));
  return { common, rest: phrases.map((each) => each.filter((phrase) => !common.includes(phrase))) };
}

/** The same, and the word that all rests begin with is in common, too. */
export function alikeIn(labels: readonly (readonly string[])[]): Alike {
  const { common, rest } = phrasesIn(labels);
  if (labels.length < 2) return { common, rest };
  const [word] = rest[0]?.[0]?.split(' ') ?? [];
  if (word === undefined || !rest.every(([phrase = '']) => phrase.startsWith(`${word} `))) return { common, rest };
  return {
    common: [...common, word],
    rest: rest.map(([phrase = '', ...others]) => [phrase.slice(word.length + 1), ...others]),
  };
}

/** The phrases of a label in one line. */
export function inOneLine(phrases: readonly string[]): string {
  return phrases.join(separator);
}
