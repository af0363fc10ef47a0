// The status bar: problems, power and the smallest margin of the design that is edited.
import { Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import type { DesignState } from './design-state.ts';
import { statusText } from './status-text.ts';

/** Place among the items on the right: beside the language. */
const priority = 99;

export function showStatus(state: DesignState): Disposable {
  const item = window.createStatusBarItem('lightloom.status', StatusBarAlignment.Right, priority);
  item.name = 'Lightloom';
  item.command = 'lightloom.fabric.focus';
  const show = (): void => {
    const overview = state.overview();
    const isEdited = window.activeTextEditor?.document.uri.toString() === state.file()?.toString();
    if (overview === undefined || overview.isEmpty || !isEdited) {
      item.hide();
      return;
    }
    const findings = state.findings();
    const count = (severity: string): number => findings.filter((each) => each.severity === severity).length;
    const [errors, warnings] = [count('error'), count('warning')];
    const { power, margin } = overview;
    item.text = statusText({ errors, warnings, power, margin });
    const facts = [
      l10n.t('Errors: {0}', errors),
      l10n.t('Warnings: {0}', warnings),
      ...(power === undefined ? [] : [l10n.t('Power: {0}', power)]),
      ...(margin === undefined ? [] : [l10n.t('Smallest optical margin: {0}', margin)]),
    ];
    item.tooltip = facts.join('\n');
    item.accessibilityInformation = { label: facts.join(', ') };
    item.show();
  };
  return Disposable.from(item, state.onChange(show), window.onDidChangeActiveTextEditor(show));
}
