// Trials: what would be found after a change that isn't made. For fixes that choose among parts, so that each of them leads somewhere.
import type { Fabric, Finding, Fix } from '@lightloom/core';
import { type LangiumDocuments, URI } from 'langium';
import type { Analysis } from '../../analysis/analysis.ts';
import { openSession, type Session } from '../../session/index.ts';
import type { AsyncFiles } from '../../workspace/file-system.ts';

export class Trials {
  private readonly documents: LangiumDocuments;
  private readonly session: Session;
  /** The texts that the session has read, by address. */
  private readonly known = new Map<string, string>();

  /** @param files where files are read from that aren't loaded */
  constructor(documents: LangiumDocuments, files: AsyncFiles) {
    this.documents = documents;
    const textAt = (uri: URI): string | undefined => documents.getDocument(uri)?.textDocument.getText();
    this.session = openSession({
      files: {
        ...files,
        exists: async (uri) => textAt(uri) !== undefined || files.exists(uri),
        readFile: async (uri) => textAt(uri) ?? files.readFile(uri),
      },
      libraryTypes: 'used',
    });
  }

  /**
   * A design after a fix of its own file; undefined where it changes another one.
   * @param uri the design
   */
  async after(uri: string, { edits }: Fix): Promise<Analysis | undefined> {
    const text = this.documents.getDocument(URI.parse(uri))?.textDocument.getText();
    if (text === undefined || edits.some(({ origin }) => origin.uri !== uri)) return undefined;
    const ordered = [...edits].sort((a, b) => b.origin.start - a.origin.start);
    const changed = ordered.reduce(
      (all, { origin: { start, end }, text: by }) => all.slice(0, start) + by + all.slice(end),
      text,
    );
    await this.refresh(uri);
    await this.session.close([uri]);
    return this.session.open(uri, changed);
  }

  /** Reads again what has changed since the last trial. */
  private async refresh(design: string): Promise<void> {
    const changed: string[] = [];
    for (const { uri, textDocument } of this.documents.all) {
      const [address, text] = [uri.toString(), textDocument.getText()];
      if (address !== design && this.known.has(address) && this.known.get(address) !== text) changed.push(address);
      this.known.set(address, text);
    }
    const read = changed.filter((each) => this.session.textOf(each) !== undefined);
    if (read.length > 0) await this.session.update(read);
  }
}

/** Devices and links above which nothing is tried: each trial judges all of them, and a dozen would take seconds. */
const mostTried = 50_000;

/** Whether a design is so large that its fixes are offered untried. */
export function isTooLargeToTry({ devices, links }: Fabric): boolean {
  return devices.count + links.count > mostTried;
}

/** A design with what was judged of it. */
type JudgedDesign = Pick<Analysis, 'findings' | 'judged'>;

/** Errors and warnings of a design. */
export function faultsOf({ findings }: JudgedDesign): number {
  return findings.reduce((all, { severity }) => all + (severity === 'note' ? 0 : 1), 0);
}

/** Whether a finding is there no more: with another figure it is the same finding. */
export function isGone({ rule }: Finding, before: JudgedDesign, after: JudgedDesign): boolean {
  const count = ({ findings }: JudgedDesign): number => findings.filter((each) => each.rule === rule).length;
  return count(after) < count(before);
}

/** Whether a change breaks a rule that the design kept: then it exchanges one error for another, which may hide more. */
export function breaksAnother(before: JudgedDesign, after: JudgedDesign): boolean {
  const known = new Set(before.findings.map(({ rule }) => rule));
  return after.findings.some(({ rule, severity }) => severity === 'error' && !known.has(rule));
}

/** Whether limits of the rule of a finding can't be judged because a part lacks a figure: it breaks none of them then. */
export function isUnknownOf(part: string, { rule }: Finding, { judged }: JudgedDesign): boolean {
  return judged.reasons.some(
    ({ limits, missing, owners }) =>
      limits.some((each) => each.rule === rule) &&
      [missing, ...owners].some((each) => each?.owner.split(' ').at(-1) === part),
  );
}
