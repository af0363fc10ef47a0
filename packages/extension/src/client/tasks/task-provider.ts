// Tasks that run the command line: a check of the workspace, its findings in the list of problems.
import {
  type Disposable,
  l10n,
  ShellExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** The type of the tasks in `tasks.json`. */
const type = 'lightloom';

/** A task in `tasks.json`. */
interface CheckDefinition extends TaskDefinition {
  /** More arguments of `lightloom check`: `["--basis", "typical"]`. */
  readonly arguments?: readonly string[];
}

export function provideTasks(): Disposable {
  return tasks.registerTaskProvider(type, {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => checkTask({ type }, folder)),
    // A task of tasks.json lacks what it runs.
    resolveTask({ definition, scope }) {
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return checkTask(definition as CheckDefinition, folder);
    },
  });
}

function checkTask(definition: CheckDefinition, folder: WorkspaceFolder | undefined): Task {
  // A setting of the machine: a workspace can't choose what runs.
  const command = workspace.getConfiguration('lightloom', folder).get<string>('command', 'lightloom');
  const more = (definition.arguments ?? []).filter((each) => typeof each === 'string');
  const execution = new ShellExecution(command, ['check', '--format', 'compact', ...more]);
  const task = new Task(definition, folder ?? TaskScope.Workspace, l10n.t('check'), type, execution, '$lightloom');
  task.group = TaskGroup.Build;
  return task;
}
