// Inlay hints: what follows from the text, beside it.

import { Cancellation, type LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHintParams } from 'vscode-languageserver';
import { type InlayHint, InlayHintKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Shown } from '../../analysis/shown.ts';
import { shownBy } from '../../protocol/settings.ts';
import type { Symbols } from '../../references/symbols.ts';
import type { SettingsProvider } from '../settings/configuration-provider.ts';
import { type AnyNode, extentIn, visitWithin } from '../tree/within.ts';
import type { Hint } from './hint.ts';
import { linkHints } from './links.ts';
import { loadHints, moduleHints } from './loads.ts';
import { plugHints, repeatHints, sizeHints } from './sizes.ts';
import { argumentHints, patternHints, unitHints } from './texts.ts';

/** What hints need. */
export interface HintServices {
  readonly shown: Shown;
  readonly symbols: Symbols;
  readonly settings: SettingsProvider;
}

export class FabricInlayHintProvider implements InlayHintProvider {
  private readonly services: HintServices;

  constructor(services: HintServices) {
    this.services = services;
  }

  async getInlayHints(
    document: LangiumDocument,
    { range }: InlayHintParams,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<InlayHint[]> {
    const { shown, symbols, settings } = this.services;
    const isShown = shownBy(await settings.of('inlayHints'));
    const analysis = await shown.of(document, cancelToken);
    const within = extentIn(document, range);
    const found: Hint[] = [];
    visitWithin(document.parseResult.value, within, (node) => {
      for (const hint of hintsAt(node, analysis, symbols))
        if (isShown(hint.kind) && hint.at >= within.start && hint.at <= within.end) found.push(hint);
      return undefined;
    });
    return found.map(({ at, label, tooltip, isBefore }) => ({
      position: document.textDocument.positionAt(at),
      label,
      ...(tooltip === undefined ? {} : { tooltip }),
      ...(isBefore ? { kind: InlayHintKind.Parameter, paddingRight: true } : { paddingLeft: true }),
    }));
  }
}

function hintsAt(node: AnyNode, analysis: Analysis, symbols: Symbols): Hint[] {
  switch (node.$type) {
    case 'Instance':
      return [...sizeHints(node, analysis), ...loadHints(node, analysis)];
    case 'TemplateInstance':
    case 'Ports':
      return sizeHints(node, analysis);
    case 'Plug':
      return [...moduleHints(node, analysis), ...plugHints(node, analysis)];
    case 'Link':
      return linkHints(node, analysis);
    case 'For':
      return repeatHints(node, analysis);
    case 'TypeUse':
      return argumentHints(node, symbols);
    case 'Pattern':
      return patternHints(node);
    case 'Quantity':
      return unitHints(node);
    default:
      return [];
  }
}
