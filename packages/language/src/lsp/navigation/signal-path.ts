// The call hierarchy as the path of a signal: from the modules of some ports over their links, fiber and panels, to the far modules.

import {
  type Block,
  blockOf,
  cageOfPort,
  deviceOfCage,
  deviceOfPort,
  type Fabric,
  firstCageOf,
  itemAt,
  type LinkGroup,
  moduleIn,
  type Origin,
  originWithin,
  type Part,
  type PortGroup,
  partOfDevice,
  portGroupAt,
  printCount,
  printQuantity,
  unsignedAt,
} from '@lightloom/core';
import { type AstNode, Cancellation, type LangiumDocument, type LangiumDocuments, URI } from 'langium';
import type { CallHierarchyProvider } from 'langium/lsp';
import type {
  CallHierarchyIncomingCallsParams,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Range,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Shown } from '../../analysis/shown.ts';
import { rangeOf } from '../../diagnostics/to-diagnostic.ts';
import * as ast from '../../generated/ast.ts';
import type { FabricReferences } from '../../references/references.ts';
import { leafAt } from './leaf-at.ts';

/** Ends or statements that one answer lists. */
const maxListed = 200;

/** The ports of a group on the devices of an array: an end of links that are alike. */
interface End {
  readonly block: Block;
  readonly group: PortGroup;
}

/** What an item of the hierarchy is, so that it is found again: an end, or the links of a statement seen from one. */
interface Data {
  readonly design: string;
  readonly block: number;
  readonly group: string;
  /** Index of the link statement, of an item that is one. */
  readonly links?: number;
}

/** What an item leads to, and where it says so. */
interface Step {
  readonly to: CallHierarchyItem;
  readonly at: Range | undefined;
}

/** What paths are followed with. */
interface PathServices {
  readonly shown: Shown;
  readonly documents: LangiumDocuments;
  readonly references: FabricReferences;
}

export class SignalPaths implements CallHierarchyProvider {
  private readonly services: PathServices;

  constructor(services: PathServices) {
    this.services = services;
  }

  /** The ends that a name means: ports of a group, or all that have links of a device. */
  async prepareCallHierarchy(
    document: LangiumDocument,
    { position }: CallHierarchyPrepareParams,
    cancelToken = Cancellation.CancellationToken.None,
  ) {
    const { shown, references } = this.services;
    const leaf = leafAt(document, position);
    const target = leaf === undefined ? undefined : references.findDeclarations(leaf)[0];
    if (target === undefined || (target.$type !== 'Ports' && target.$type !== 'Instance')) return undefined;
    const analysis = await shown.of(document, cancelToken);
    const { fabric, declarationOf, placeOf } = analysis;
    const place = placeOf(target);
    const device = target.$type === 'Instance' ? target : deviceBefore(leaf?.astNode);
    const key = device === undefined ? undefined : declarationOf(device);
    const found = endsOf(fabric).filter(
      ({ block, group }) =>
        (key === undefined || block.declaration === key) &&
        (target.$type === 'Instance' || originWithin(group.origin, place)),
    );
    return found.slice(0, maxListed).map((each) => this.endItem(analysis, document, each));
  }

  async outgoingCalls(
    { item }: CallHierarchyOutgoingCallsParams,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<CallHierarchyOutgoingCall[]> {
    return (await this.next(item, cancelToken)).map(({ to, at }) => ({ to, fromRanges: at === undefined ? [] : [at] }));
  }

  /** Light goes both ways: what a path comes from is what it leads to. */
  async incomingCalls(
    { item }: CallHierarchyIncomingCallsParams,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<CallHierarchyIncomingCall[]> {
    return (await this.next(item, cancelToken)).map(({ to, at }) => ({
      from: to,
      fromRanges: at === undefined ? [] : [at],
    }));
  }

  private async next(item: CallHierarchyItem, cancelToken: Cancellation.CancellationToken): Promise<readonly Step[]> {
    const { design, block, group, links } = (item.data ?? {}) as Partial<Data>;
    const document = design === undefined ? undefined : this.services.documents.getDocument(URI.parse(design));
    // A client that doesn't give back what an item is asks about nothing.
    if (document === undefined) return [];
    const analysis = await this.services.shown.of(document, cancelToken);
    const { fabric } = analysis;
    const end = endsOf(fabric).find((each) => each.block.index === block && each.group.name === group);
    if (end === undefined) return [];
    const paths = pathsFrom(fabric, end);
    const at = item.selectionRange;
    if (links === undefined)
      return [...paths].slice(0, maxListed).map(([index, { count }]) => ({
        to: this.linksItem(analysis, document, { end, links: itemAt(fabric.linkGroups, index), count }),
        at,
      }));
    return (paths.get(links)?.far ?? [])
      .slice(0, maxListed)
      .map((far) => ({ to: this.endItem(analysis, document, far), at }));
  }

  private endItem({ fabric, now }: Analysis, document: LangiumDocument, { block, group }: End): CallHierarchyItem {
    const module = moduleIn(fabric, firstCageOf(fabric, block.first) + group.first);
    const cages = printCount(block.count * group.count, 'cage');
    const channels = module?.values.channels?.value.map(({ count, part }) => `${count} × ${part.name}`).join(', ');
    return {
      name: `${block.path}.${group.name}`,
      kind: SymbolKind.Interface,
      detail: [module?.name ?? 'no module', ...(channels === undefined ? [] : [channels]), cages].join(' · '),
      ...this.placeAt(now(block.origin), document),
      data: { design: document.uri.toString(), block: block.index, group: group.name } satisfies Data,
    };
  }

  private linksItem(
    { now }: Analysis,
    document: LangiumDocument,
    { end, links, count }: { readonly end: End; readonly links: LinkGroup; readonly count: number },
  ): CallHierarchyItem {
    const { length, panels } = links.medium;
    const path = [
      links.fiber?.name ?? links.cable?.name,
      length === undefined ? undefined : printQuantity(length.value, 'length'),
      ...(panels?.value ?? []).map(({ count: number, part }) => `${number} × ${part.name}`),
    ];
    return {
      name: `${links.from.text} to ${links.to.text}`,
      kind: SymbolKind.Event,
      detail: [printCount(count, 'link'), ...path.filter((each) => each !== undefined)].join(' · '),
      ...this.placeAt(now(links.origin), document),
      data: {
        design: document.uri.toString(),
        block: end.block.index,
        group: end.group.name,
        links: links.index,
      } satisfies Data,
    };
  }

  private placeAt(origin: Origin, document: LangiumDocument) {
    const start = { line: 0, character: 0 };
    const range = rangeOf(this.services.documents, origin) ?? { start, end: start };
    return { uri: origin.uri === '' ? document.uri.toString() : origin.uri, range, selectionRange: range };
  }
}

/** The device whose ports a segment of a selector names: `leaf` of `leaf[*].up`. */
function deviceBefore(segment: AstNode | undefined): ast.Instance | undefined {
  if (!ast.isSegment(segment)) return undefined;
  const { segments } = segment.$container as ast.Selector;
  const before = segments[segments.indexOf(segment) - 1];
  const named = before?.$type === 'Segment' ? before.named.ref : undefined;
  return named?.$type === 'Instance' ? named : undefined;
}

/** All ends of a design: the groups of ports of each array of devices. */
function endsOf(fabric: Fabric): readonly End[] {
  return fabric.blocks.flatMap((block) => {
    const ports = block.kind === 'switch' || block.kind === 'host' ? (block.part?.ports ?? []) : [];
    return block.count === 0 ? [] : ports.map((group) => ({ block, group }));
  });
}

/** By link statement, how many links of an end it makes, and the ends at which they arrive. */
function pathsFrom(fabric: Fabric, { block, group }: End): ReadonlyMap<number, { count: number; far: End[] }> {
  const found = new Map<number, { count: number; far: End[] }>();
  for (const links of fabric.linkGroups)
    for (let link = links.first; link < links.first + links.count; link++)
      for (const [near, far] of [
        [fabric.links.from, fabric.links.to],
        [fabric.links.to, fabric.links.from],
      ] as const) {
        if (!isOf(fabric, unsignedAt(near, link), block, group)) continue;
        const known = found.get(links.index) ?? { count: 0, far: [] };
        found.set(links.index, known);
        known.count++;
        const end = endOf(fabric, unsignedAt(far, link));
        if (end !== undefined && !known.far.some((each) => each.block === end.block && each.group === end.group))
          known.far.push(end);
      }
  return found;
}

function isOf(fabric: Fabric, port: number, block: Block, { first, count }: PortGroup): boolean {
  const device = deviceOfPort(fabric, port);
  if (device < block.first || device >= block.first + block.count) return false;
  const at = cageOfPort(fabric, port) - firstCageOf(fabric, device);
  return at >= first && at < first + count;
}

function endOf(fabric: Fabric, port: number): End | undefined {
  const cage = cageOfPort(fabric, port);
  const device = deviceOfCage(fabric, cage);
  const part: Part | undefined = partOfDevice(fabric, device);
  const group = part === undefined ? undefined : portGroupAt(part, cage - firstCageOf(fabric, device));
  return group === undefined ? undefined : { block: blockOf(fabric, device), group };
}
