// What requests are answered from: the analysis of what was typed last, or the one before it while that takes long.
import { type Cancellation, isOperationCancelled, type LangiumDocument } from 'langium';
import type { Analyses } from './analyses.ts';
import type { Analysis } from './analysis.ts';
import { forAWhile, inSlices } from './slices.ts';

/** How long a request waits for an analysis, in ms. What is answered within this time seems immediate. */
const patience = 50;

export class Shown {
  private readonly analyses: Analyses;
  /** The documents that were asked about while their analysis wasn't ready. */
  private readonly behind = new Set<string>();

  constructor(analyses: Analyses) {
    this.analyses = analyses;
  }

  /** The analysis of a document; where that takes long, the last one, at the places that it has moved to. Waits for the first one. */
  async of(document: LangiumDocument, cancelToken: Cancellation.CancellationToken): Promise<Analysis> {
    return (await this.soon(document, cancelToken)) ?? inSlices(this.analyses.showing(document), cancelToken);
  }

  /** The same, without waiting for the first one: until then, nothing is known of any design. */
  async atOnce(document: LangiumDocument, cancelToken: Cancellation.CancellationToken): Promise<Analysis> {
    return (await this.soon(document, cancelToken)) ?? this.analyses.blank(document);
  }

  /** Whether a request about one of some documents was answered from an older state; asked once they are judged. */
  wereBehind(documents: readonly LangiumDocument[]): boolean {
    return documents.map(({ uri }) => this.behind.delete(uri.toString())).includes(true);
  }

  /** Whether an analysis may be ready within the time that a request waits: others aren't worked on for it either. */
  private isWaitedFor(document: LangiumDocument): boolean {
    return (this.analyses.tookLast(document) ?? 0) <= patience;
  }

  private async soon(
    document: LangiumDocument,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<Analysis | undefined> {
    try {
      const analysis = this.isWaitedFor(document)
        ? await forAWhile(this.analyses.showing(document), patience, cancelToken)
        : this.analyses.ready(document);
      if (analysis !== undefined) return analysis;
    } catch (error) {
      if (!isOperationCancelled(error) || cancelToken.isCancellationRequested) throw error;
      // More was typed meanwhile.
    }
    this.behind.add(document.uri.toString());
    return this.analyses.lastMoved(document);
  }
}
