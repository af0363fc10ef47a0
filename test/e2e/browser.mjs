// A browser that reaches this machine only, and tells what wanted further.
import { execSync } from 'node:child_process';
import { chromium } from 'playwright-core';

/** Starts it; `outside` lists the addresses that were asked for and refused. */
export async function startBrowser() {
  const browser = await chromium.launch({
    executablePath: execSync('command -v chromium', { encoding: 'utf8' }).trim(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
  const context = await browser.newContext({ viewport: { width: 1500, height: 950 }, locale: 'en-US' });
  const outside = [];
  await context.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname) && url.protocol.startsWith('http'),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  /** A context of its own, for a page that needs no server. */
  const open = (options) => browser.newContext({ viewport: { width: 1500, height: 950 }, ...options });
  return { context, outside, open, close: () => browser.close() };
}
