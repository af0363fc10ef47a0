// A throw-away VS Code: a fresh profile, a workspace, the extension installed from its `.vsix`, a server on a free port.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const vscode = join(import.meta.dirname, 'node_modules/code-server/lib/vscode');

const settings = {
  'breadcrumbs.enabled': true,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'window.confirmBeforeClose': 'never',
  'window.restoreWindows': 'none',
  'workbench.editor.enablePreview': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Starts a server.
 * @param vsix the extension to install
 * @param fill puts the files of a workspace into a folder
 */
export async function startVsCode(vsix, fill) {
  const root = mkdtempSync(join(tmpdir(), 'lightloom-e2e-'));
  const user = join(root, 'user');
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify(settings));
  const places = ['--accept-server-license-terms', '--server-data-dir', join(root, 'data'), '--user-data-dir', user];
  places.push('--extensions-dir', join(root, 'extensions'));
  const main = join(vscode, 'out/server-main.js');

  const { stdout, stderr } = spawnSync(process.execPath, [main, ...places, '--install-extension', vsix], {
    encoding: 'utf8',
  });
  assert.match(stdout + stderr, /was successfully installed/);

  const more = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--telemetry-level', 'off'];
  const server = spawn(process.execPath, [main, ...more, '--enable-smoke-test-driver', ...places], {
    cwd: root,
    env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (data) => (log += data));
  const port = await new Promise((done, failed) => {
    server.stdout.on('data', (data) => {
      log += data;
      const match = /Extension host agent listening on (\d+)/.exec(log);
      if (match !== null) done(Number(match[1]));
    });
    server.on('exit', (code) => failed(new Error(`VS Code's server ended (${code}): ${log}`)));
    setTimeout(() => failed(new Error(`VS Code's server did not start: ${log}`)), 60_000).unref();
  });

  return {
    host: `127.0.0.1:${port}`,
    /** A folder to work on; VS Code remembers for each what was open in it. */
    workspace(name) {
      const folder = join(root, name);
      mkdirSync(folder);
      fill(folder);
      return folder;
    },
    /** Changes settings of the user; those that aren't given are as in the beginning. */
    async settings(more) {
      writeFileSync(join(user, 'User/settings.json'), JSON.stringify({ ...settings, ...more }));
      // The server tells its windows what has changed.
      await new Promise((done) => setTimeout(done, 500));
    },
    log: () => log,
    async stop() {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      const last = setTimeout(() => server.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(last);
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
