// A disk that keeps what it was asked and what it answered, so that somebody can ask the same again and see whether it has changed.
import { hash } from 'node:crypto';
import { type Disk, disk } from './disk.ts';
import { codeOf } from './reason.ts';

/** A question about a path. */
export type Question = keyof Disk;

/** A question and its answer; the answer is a digest. */
export interface Observation {
  readonly question: Question;
  /** Absolute. */
  readonly path: string;
  readonly answer: string;
}

/** A disk that was watched while it answered. */
export interface ObservedDisk extends Disk {
  /** Each question with the last answer to it. */
  readonly observations: readonly Observation[];
  /** Forgets an answer, as one that isn't true any more. */
  forget(question: Question, path: string): void;
  /** Whether a question had two answers: then something changed in between, and what was made of them may be of neither. */
  readonly isTorn: boolean;
}

/** Watches a disk. */
export function observedDisk(answering: Disk = disk): ObservedDisk {
  const known = new Map<string, Observation>();
  let isTorn = false;
  const note = (question: Question, path: string, answer: string): void => {
    const key = keyOf(question, path);
    const before = known.get(key)?.answer;
    isTorn ||= before !== undefined && before !== answer;
    known.set(key, { question, path, answer });
  };
  return {
    async exists(path) {
      const exists = await answering.exists(path);
      note('exists', path, existsDigest(exists));
      return exists;
    },
    async isFolder(path) {
      const isFolder = await answering.isFolder(path);
      note('isFolder', path, existsDigest(isFolder));
      return isFolder;
    },
    async text(path) {
      const read = await answering.text(path);
      note('text', path, textDigest(read));
      return read;
    },
    async realPath(path) {
      try {
        const real = await answering.realPath(path);
        note('realPath', path, realDigest(real));
        return real;
      } catch (error) {
        note('realPath', path, realDigest(error));
        throw error;
      }
    },
    forget: (question, path) => void known.delete(keyOf(question, path)),
    get observations() {
      return [...known.values()];
    },
    get isTorn() {
      return isTorn;
    },
  };
}

/** The digest of what the disk answers now. */
export async function answerNow(question: Question, path: string): Promise<string> {
  if (question === 'exists') return existsDigest(await disk.exists(path));
  if (question === 'isFolder') return existsDigest(await disk.isFolder(path));
  if (question === 'text') return textDigest(await disk.text(path));
  return realDigest(await disk.realPath(path).catch((error: unknown) => error));
}

/** Whether a digest is of a text, and not of why there is none. */
export function isOfText(answer: string): boolean {
  return answer.startsWith('text ');
}

const keyOf = (question: Question, path: string): string => `${question} ${path}`;

const existsDigest = (exists: boolean): string => (exists ? 'yes' : 'no');

function textDigest(read: Awaited<ReturnType<Disk['text']>>): string {
  return 'problem' in read ? `none ${read.problem}` : `text ${hash('sha256', read.text)}`;
}

/** The place itself isn't kept: what is written names no folder of this computer. */
function realDigest(found: unknown): string {
  return typeof found === 'string' ? `at ${hash('sha256', found)}` : `nowhere ${codeOf(found) ?? String(found)}`;
}
