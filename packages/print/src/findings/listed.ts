// Findings as other programs list them: each at one place in one file, with a fingerprint that no other finding of that file has.
import { concernedText, type Fabric, type Finding, type Origin } from '@lightloom/core';
import { type JsonLocation, jsonLocation } from '../json/location.ts';
import { visible } from '../shown/index.ts';
import type { Sources } from '../text/source-text.ts';
import type { FindingsDocument, SuppressedFinding } from './document.ts';

/** A finding at a place. */
export interface ListedFinding {
  readonly finding: Finding;
  /** Its own place; of one that is in no file, the start of the first design it is about. */
  readonly location: JsonLocation;
  /** The same in every run as long as the finding is about the same, whatever is checked beside its file: `1f0c9a…:1`. */
  readonly fingerprint: string;
  /** What it was found in. */
  readonly fabric: Fabric | undefined;
  /** What accepts it; none for a finding that counts. */
  readonly suppressions: SuppressedFinding['by'];
}

const start = { line: 1, column: 1 };

/** The findings of a document in its order, each with a place. */
export function listedFindings(document: FindingsDocument, sources: Sources): ListedFinding[] {
  return listed(
    document.findings.map((finding) => ({ finding, by: [] })),
    document,
    sources,
  );
}

/** The findings of a document, and behind them those that were accepted. */
export function listedWithSuppressed(document: FindingsDocument, sources: Sources): ListedFinding[] {
  // In this order, what was accepted changes no fingerprint of the others.
  return listed(
    [...document.findings.map((finding) => ({ finding, by: [] })), ...document.suppressed],
    document,
    sources,
  );
}

function listed(all: readonly SuppressedFinding[], document: FindingsDocument, sources: Sources): ListedFinding[] {
  const seen = new Map<string, number>();
  return all.map(({ finding, by }) => {
    const print = document.fingerprints.get(finding) ?? '';
    const design = document.designs.get(finding)?.[0] ?? document.files[0] ?? '';
    const location = jsonLocation(finding.origin, sources) ?? { path: design, start, end: start };
    const key = `${print} ${location.path}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const fabric = document.fabrics.get(finding);
    return { finding, location, fabric, fingerprint: `${print}:${count}`, suppressions: by };
  });
}

/** What counts first, and of that the most serious; findings of a severity stay in their order. */
export function bySeverity(listed: readonly ListedFinding[]): ListedFinding[] {
  const ranks = { error: 0, warning: 1, note: 2 };
  const rank = ({ finding, suppressions }: ListedFinding): number =>
    ranks[finding.severity] + (suppressions.length > 0 ? 3 : 0);
  return [...listed].sort((a, b) => rank(a) - rank(b));
}

/** Message, how much of what is installed it concerns, what also fails, and what to do, a paragraph each, as plain text. */
export function paragraphsOf({ finding, fabric }: ListedFinding): string[] {
  const { message, consequences, help } = finding;
  const concerned = concernedText(finding, fabric);
  return [
    message,
    ...(concerned === undefined ? [] : [`Concerns ${concerned}.`]),
    ...consequences.map((each) => `Also: ${each}`),
    ...(help === undefined ? [] : [`Help: ${help}`]),
  ].map(visible);
}

/** A path as the address of a file relative to the working directory, percent-encoded; one of another drive or computer is whole. */
export function relativeAddress(path: string): string {
  const encoded = (text: string): string => text.split('/').map(encodeURIComponent).join('/');
  const [, drive, onDrive] = /^([A-Za-z]:)(\/.*)$/.exec(path) ?? [];
  if (drive !== undefined && onDrive !== undefined) return `file:///${drive}${encoded(onDrive)}`;
  return path.startsWith('//') ? `file:${encoded(path)}` : encoded(path);
}

/** A place other than that of the finding, as `examples/pod.fabric:42`. */
export function relatedText(
  { origin, message }: { readonly origin: Origin; readonly message: string },
  sources: Sources,
): string {
  const location = jsonLocation(origin, sources);
  return location === null ? visible(message) : `${location.path}:${location.start.line}: ${visible(message)}`;
}
