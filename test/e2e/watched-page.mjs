// A page that is watched: whatever it says, asks or loads besides itself is noted.

/**
 * Opens an address in a page of its own.
 * @returns the page, and what was noted so far; nothing may be
 */
export async function openWatched(context, address) {
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('dialog', (dialog) => said.push(dialog.message()));
  page.on('request', (request) => {
    if (request.url() !== address) said.push(request.url());
  });
  await page.goto(address);
  return { page, said };
}
