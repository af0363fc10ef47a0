// Runs `in-host/tests.cjs` inside the extension host, with the whole API of VS Code.
import { join } from 'node:path';

const deadline = 120_000;

/** Runs the tests; gives how many failed. */
export async function runInHost({ context }, vscode, { say, screenshot }) {
  const { host } = vscode;
  const page = await context.newPage();
  const ended = new Promise((done) => page.exposeFunction('codeAutomationExit', done));
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const text = args.join(' ');
    const line = /^(?:%c[^ ]* *)*((?:not )?ok .*)/s.exec(text)?.[1];
    if (line !== undefined) say(line);
  });
  page.on('console', (message) => {
    const line = /\[in-host\] (.*)/s.exec(message.text())?.[1];
    if (line !== undefined) say(line);
  });
  const remote = (path) => `vscode-remote://${host}${join(import.meta.dirname, path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote('in-host')],
    ['extensionTestsPath', remote('in-host/tests.cjs')],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: vscode.workspace('in-host'), payload: JSON.stringify(payload) });
  await page.goto(`http://${host}/?${query}`);
  const late = new Promise((done) => setTimeout(() => done('no answer in time'), deadline).unref());
  const code = await Promise.race([ended, late]);
  if (code !== 0) await screenshot(page, 'in-host-failure');
  await page.close();
  return code;
}
