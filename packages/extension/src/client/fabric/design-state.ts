// What is known of the active design: its overview and its findings, asked for again when the text was analyzed.
import type { OverviewResult } from '@lightloom/language/protocol';
import { DiagnosticSeverity, Disposable, EventEmitter, type LogOutputChannel, languages, type Uri } from 'vscode';
import type { ActiveDesign } from '../server/active-design.ts';
import type { Ask } from '../server/ask.ts';
import type { Requests } from '../server/requests.ts';
import type { ListedFinding } from './nodes.ts';

export interface DesignState extends Disposable {
  readonly file: () => Uri | undefined;
  /** Undefined while nothing is known. */
  readonly overview: () => OverviewResult | undefined;
  readonly findings: () => readonly ListedFinding[];
  readonly onChange: EventEmitter<undefined>['event'];
}

/** How long typing may pause before it is asked again, in ms. */
const pause = 300;

export function followDesign(
  ask: Ask,
  requests: Requests,
  { active, output }: { readonly active: ActiveDesign; readonly output: LogOutputChannel },
): DesignState {
  const changes = new EventEmitter<undefined>();
  let overview: OverviewResult | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = async (): Promise<void> => {
    const file = active.file();
    try {
      const found = file === undefined ? undefined : await ask.overview(file);
      if (file?.toString() !== active.file()?.toString()) return;
      overview = found;
    } catch (error) {
      // The server starts, restarts or has stopped: the next analysis asks again.
      output.debug(`No overview of ${file?.toString(true)}: ${error}`);
    }
    changes.fire(undefined);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), pause);
  };
  const listeners = [
    active.onChange(() => {
      overview = undefined;
      changes.fire(undefined);
      soon();
    }),
    requests.onAnalyzed((file) => {
      if (file === undefined || file.toString() === active.file()?.toString()) soon();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((each) => each.toString() === active.file()?.toString())) changes.fire(undefined);
    }),
  ];
  soon();
  return {
    file: active.file,
    overview: () => overview,
    findings: () => findingsOf(active.file()),
    onChange: changes.event,
    dispose() {
      clearTimeout(timer);
      Disposable.from(...listeners, changes).dispose();
    },
  };
}

function findingsOf(file: Uri | undefined): ListedFinding[] {
  if (file === undefined) return [];
  return languages
    .getDiagnostics(file)
    .filter(({ source }) => source === 'lightloom')
    .map(({ severity, message, range: { start } }) => ({
      severity:
        severity === DiagnosticSeverity.Error ? 'error' : severity === DiagnosticSeverity.Warning ? 'warning' : 'note',
      message,
      line: start.line,
      character: start.character,
    }));
}
