// The tree "Fabric" in the side bar: networks, racks, loops and feeds with their load, and the findings.
import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  type ProviderResult,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { DesignState } from './design-state.ts';
import { type TreeNode, type TreeTexts, treeOf } from './nodes.ts';

const icons: Readonly<Record<TreeNode['kind'], string | undefined>> = {
  section: undefined,
  network: 'type-hierarchy',
  rack: 'server',
  loop: 'sync',
  feed: 'plug',
  finding: 'circle-small',
};

/** Shows the tree of the design that `state` follows. */
export function showTree(state: DesignState): Disposable {
  const changes = new EventEmitter<undefined>();
  const provider: TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changes.event,
    getTreeItem: (node) => itemOf(node, state.file()),
    getChildren(node): ProviderResult<TreeNode[]> {
      if (node !== undefined) return [...node.children];
      const found = state.overview();
      return found === undefined ? [] : treeOf(found, state.findings(), texts());
    },
  };
  const view = window.createTreeView('lightloom.fabric', { treeDataProvider: provider, showCollapseAll: true });
  const follow = state.onChange(() => {
    const file = state.file();
    view.description = file === undefined ? '' : file.path.slice(file.path.lastIndexOf('/') + 1);
    void commands.executeCommand('setContext', 'lightloom.hasDesign', file !== undefined);
    changes.fire(undefined);
  });
  const drawn = commands.registerCommand('lightloom.openDrawn', ({ view: id }: TreeNode) =>
    commands.executeCommand('lightloom.openView', state.file(), id),
  );
  return Disposable.from(view, follow, drawn, changes);
}

function texts(): TreeTexts {
  return {
    networks: l10n.t('Networks'),
    racks: l10n.t('Racks'),
    loops: l10n.t('Coolant loops'),
    feeds: l10n.t('Feeds'),
    error: l10n.t('Errors'),
    warning: l10n.t('Warnings'),
    note: l10n.t('Notes'),
  };
}

function itemOf(node: TreeNode, file: Uri | undefined): TreeItem {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  const item = new TreeItem(
    node.label,
    node.children.length === 0 ? None : node.isOpen === true ? Expanded : Collapsed,
  );
  item.description = node.description;
  item.tooltip = node.description === '' ? node.label : `${node.label}\n${node.description.replaceAll(' · ', '\n')}`;
  item.accessibilityInformation = { label: [node.label, node.description].join(', ') };
  item.contextValue = node.view === undefined ? node.kind : 'drawn';
  const icon = iconOf(node);
  if (icon !== undefined) item.iconPath = icon;
  const { place } = node;
  const target = place?.uri === undefined ? file : Uri.parse(place.uri);
  if (place !== undefined && target !== undefined) {
    const at = { startLineNumber: place.line + 1, startColumn: place.character + 1 };
    const position = { line: place.line, character: place.character };
    const selection = { start: position, end: position };
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Go to Its Line'),
      arguments: [target, { selection, ...at }],
    };
  }
  return item;
}

/** The icon of its kind; of what a finding is about, that of the severity. */
function iconOf({ kind, state }: TreeNode): ThemeIcon | undefined {
  if (state === 'error') return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (state === 'warning') return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (state === 'note') return new ThemeIcon('info');
  const icon = icons[kind];
  return icon === undefined ? undefined : new ThemeIcon(icon);
}
