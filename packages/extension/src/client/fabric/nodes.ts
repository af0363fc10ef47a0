// The tree "Fabric" as data: sections of what a design consists of, and its findings by severity. Nothing here knows VS Code.
import type { OverviewResult, OverviewThing } from '@lightloom/language/protocol';

/** A finding as the editor shows it. */
export interface ListedFinding {
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly line: number;
  readonly character: number;
}

/** Texts of the tree, which are translated where it is shown. */
export interface TreeTexts {
  readonly networks: string;
  readonly racks: string;
  readonly loops: string;
  readonly feeds: string;
  readonly error: string;
  readonly warning: string;
  readonly note: string;
}

export interface TreeNode {
  readonly label: string;
  readonly description: string;
  /** A section, a thing of a section, or a finding. */
  readonly kind: 'section' | 'network' | 'rack' | 'loop' | 'feed' | 'finding';
  readonly state: OverviewThing['state'] | 'note';
  /** Where a click leads. */
  readonly place?: { readonly line: number; readonly character: number; readonly uri?: string };
  /** The drawing of it. */
  readonly view?: string;
  readonly isOpen?: boolean;
  readonly children: readonly TreeNode[];
}

/** The roots of the tree; sections without anything are left out. */
export function treeOf(overview: OverviewResult, findings: readonly ListedFinding[], texts: TreeTexts): TreeNode[] {
  const section = (label: string, kind: TreeNode['kind'], things: readonly OverviewThing[], isOpen: boolean) =>
    things.length === 0
      ? []
      : [{ ...empty(label, 'section'), isOpen, children: things.map((each) => thing(each, kind)) }];
  return [
    ...section(texts.networks, 'network', overview.networks, true),
    ...section(texts.racks, 'rack', overview.racks, false),
    ...section(texts.loops, 'loop', overview.loops, true),
    ...section(texts.feeds, 'feed', overview.feeds, true),
    ...(['error', 'warning', 'note'] as const).flatMap((severity) => findingsOf(severity, findings, texts[severity])),
  ];
}

function empty(label: string, kind: TreeNode['kind']): TreeNode {
  return { label, description: '', kind, state: 'fine', children: [] };
}

function thing({ name, figures, state, place, view, parts = [] }: OverviewThing, kind: TreeNode['kind']): TreeNode {
  return {
    label: name,
    description: figures,
    kind,
    state,
    ...(place === undefined ? {} : { place: { ...place.range.start, uri: place.uri } }),
    ...(view === undefined ? {} : { view }),
    children: parts.map((each) => thing(each, kind)),
  };
}

function findingsOf(
  severity: ListedFinding['severity'],
  findings: readonly ListedFinding[],
  label: string,
): TreeNode[] {
  const own = findings.filter((each) => each.severity === severity);
  if (own.length === 0) return [];
  const children = own.map(({ message, line, character }): TreeNode => {
    // Help and consequences follow on lines of their own.
    const [first = ''] = message.split('\n');
    return { ...empty(first, 'finding'), state: severity, place: { line, character } };
  });
  return [{ ...empty(label, 'section'), description: String(own.length), isOpen: severity === 'error', children }];
}
