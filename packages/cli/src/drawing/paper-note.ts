// What is said of the paper of drawings: which was chosen, and what is too small on the one that was asked for.
import type { PrintedOn } from '@lightloom/render';

/** Height of the smallest capitals that can be read on paper, in millimeters: the smallest size of lettering in ISO 3098-1. */
const readable = 1.8;

/**
 * What is to be known about the paper of drawings, in sentences; undefined where all of them can be read on the usual one.
 * @param isAsked whether that paper was asked for
 */
export function paperNote(drawings: readonly PrintedOn[], isAsked: boolean): string | undefined {
  const small = drawings.filter(({ capitals }) => capitals < readable - 0.005);
  if (small.length > 0) return small.map(smallNote).join(' ');
  const larger = drawings.filter(({ paper }) => paper !== 'a4');
  if (isAsked || larger.length === 0) return undefined;
  const [{ onA4 }] = larger as [PrintedOn, ...PrintedOn[]];
  const papers = [...new Set(larger.map(({ paper }) => paper))].sort().reverse();
  if (drawings.length === 1)
    return `The drawing is on ${called(papers[0])}: on A4 its smallest capitals would be ${height(onA4)} high, below ${readable} mm.`;
  const named = papers.map(
    (each) =>
      `on ${called(each)} ${larger
        .filter(({ paper }) => paper === each)
        .map(({ name }) => name)
        .join(', ')}`,
  );
  return `Larger than A4, where the smallest capitals would be below ${readable} mm: ${named.join('; ')}.`;
}

/** A drawing that can't be read where all of it is on one sheet. */
function smallNote({ name, paper, capitals, enough, pieces }: PrintedOn): string {
  const what = name === '' ? 'the drawing' : name;
  const others =
    pieces === 0
      ? ''
      : ` ${pieces === 1 ? 'One more sheet shows a piece' : `${pieces} more sheets show pieces`} of it at ${readable} mm.`;
  const room = enough === undefined ? '' : ` Use --paper ${enough} for all of it at that size.`;
  return `On ${called(paper)}, the smallest capitals of ${what} are ${height(capitals)} high.${others}${room}`;
}

const called = (paper: PrintedOn['paper'] | undefined): string =>
  paper === 'letter' ? 'letter paper' : (paper ?? '').toUpperCase();

const height = (millimeters: number): string => `${millimeters.toFixed(2)} mm`;
