// The workspace of an editor: every file is checked from the start, open or not.
import { type BuildOptions, DefaultWorkspaceManager } from 'langium';

export class FabricWorkspaceManager extends DefaultWorkspaceManager {
  override initialBuildOptions: BuildOptions = { validation: true };
}
