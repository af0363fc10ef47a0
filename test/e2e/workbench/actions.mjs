// What a person does in the workbench: commands, files, lines.

/** Actions on a page that shows VS Code. */
export function actionsOn(page) {
  const quickInput = page.locator('.quick-input-widget');
  const box = quickInput.locator('input.input');
  const status = (text) => page.locator('.statusbar-item', { hasText: text }).waitFor();
  /** Runs a command that asks for something next. */
  const ask = async (title) => {
    await page.keyboard.press('F1');
    await box.waitFor({ state: 'visible' });
    await box.fill(`>${title}`);
    // The row whose label is the title: Enter would take whatever row comes first.
    const row = page.locator('.quick-input-list .monaco-list-row');
    await row
      .filter({ has: page.getByText(title, { exact: true }) })
      .first()
      .click();
  };
  const act = {
    status,
    ask,
    async command(title) {
      await ask(title);
      await quickInput.waitFor({ state: 'hidden' });
    },
    /** The titles of commands that the palette offers for a text. */
    async commandsLike(text) {
      await page.keyboard.press('F1');
      await box.waitFor({ state: 'visible' });
      await box.fill(`>${text}`);
      await page.waitForTimeout(300);
      const rows = await page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
      await page.keyboard.press('Escape');
      await quickInput.waitFor({ state: 'hidden' });
      return rows.filter((each) => each.replaceAll('\u00a0', ' ').startsWith(text));
    },
    async theme(title) {
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+t');
      await box.fill(title);
      const row = page.locator('.quick-input-list .monaco-list-row');
      await row
        .filter({ has: page.getByText(title, { exact: true }) })
        .first()
        .click();
      await quickInput.waitFor({ state: 'hidden' });
    },
    async open(name) {
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
    },
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+g');
      await box.waitFor({ state: 'visible' });
      await box.fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await quickInput.waitFor({ state: 'hidden' });
      await status(`Ln ${line}, Col ${column}`);
    },
    /** Waits until the cursor of the editor is at a line, whether the editor has the focus or not; or has left it. */
    async atLine(line, is = true) {
      const active = page.locator('.editor-instance .active-line-number', { hasText: new RegExp(`^${line}$`) });
      await active.first().waitFor({ state: is ? 'visible' : 'hidden' });
    },
    /** Tries until it works; undoes between tries. */
    async retry(action, undo = () => page.waitForTimeout(200), times = 10) {
      for (let i = 1; ; i++) {
        try {
          return await action();
        } catch (error) {
          if (i >= times) throw error;
          await undo();
        }
      }
    },
    /** Asks for suggestions at the cursor until one has a text. */
    async suggests(text) {
      const rows = page.locator('.suggest-widget.visible .monaco-list-row');
      await act.retry(
        async () => {
          await page.keyboard.press('Control+Space');
          await rows.filter({ hasText: text }).first().waitFor({ timeout: 3_000 });
        },
        () => page.keyboard.press('Escape'),
      );
    },
  };
  return act;
}

/** Line and column of a text in a file, counted from one; `within` characters behind its start. */
export function placeOf(text, wanted, within = 0) {
  const offset = text.indexOf(wanted);
  if (offset < 0) throw new Error(`The file does not say \`${wanted}\``);
  const before = text.slice(0, offset + within).split('\n');
  return [before.length, before.at(-1).length + 1];
}

/** Runs flows one after the other, and says how long each took; an error says which flow it was in. */
export async function inOrder(flows, say) {
  for (const [flow, run] of Object.entries(flows)) {
    const start = Date.now();
    try {
      await run();
    } catch (error) {
      error.message = `${flow}: ${error.message}`;
      throw error;
    }
    say(`ok ${flow} (${Date.now() - start} ms)`);
  }
}
