// Tests inside the extension host: what the installed extension gives through VS Code's own interfaces.
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const vscode = require('vscode');

const { commands, languages, workspace, window, Position, Range, Uri } = vscode;
const file = (name) => Uri.joinPath(workspace.workspaceFolders[0].uri, name);

async function until(what, check, milliseconds = 30_000) {
  const end = Date.now() + milliseconds;
  let last;
  for (;;) {
    try {
      const value = await check();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${milliseconds} ms; last: ${last}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Opens a file of the workspace in an editor. */
async function open(name) {
  const document = await workspace.openTextDocument(file(name));
  const editor = await window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
  return { document, editor };
}

/** Where a text stands for the n-th time, `within` characters behind its start. */
function at(document, text, within = 0, nth = 1) {
  let offset = -1;
  for (let i = 0; i < nth; i++) offset = document.getText().indexOf(text, offset + 1);
  assert.ok(offset >= 0, `The file says \`${text}\``);
  return document.positionAt(offset + within);
}

const hoverAt = async (document, position) => {
  const hovers = await commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap((each) => each.contents.map((content) => content.value ?? content)).join('\n');
};
const completionAt = async (document, position) => {
  const { items } = await commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, position);
  return items.map((each) => each.label.label ?? each.label);
};
/** The rule of a problem, which has a link to its page. */
const ruleOf = ({ code }) => code?.value ?? code;
const severe = (uri) => languages.getDiagnostics(uri).filter((each) => each.severity <= 1);
const analyzed = (name) => until(`findings of ${name}`, () => languages.getDiagnostics(file(name)).length > 0);

/** Replaces text in an editor, and gives the way back. */
async function replace(editor, good, bad) {
  const start = at(editor.document, good);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + good.length);
  assert.ok(await editor.edit((edit) => edit.replace(new Range(start, end), bad)));
}

async function savedDrawing() {
  const target = file('drawing.svg');
  await commands.executeCommand('lightloom.saveDrawing', target);
  const text = Buffer.from(await workspace.fs.readFile(target)).toString('utf8');
  await workspace.fs.delete(target);
  return text;
}
const idsOf = (svg) => new Set([...svg.matchAll(/data-id="([^"]*)"/g)].map((match) => match[1]));

const tests = {
  async 'the extension is installed and starts with a file'() {
    const extension = vscode.extensions.getExtension('lightloom.lightloom-vscode');
    assert.ok(extension);
    const { document } = await open('xpo-pod.fabric');
    assert.equal(document.languageId, 'fabric');
    await until('activation', () => extension.isActive);
  },

  async 'agents are offered the server that is in the extension'() {
    const extension = vscode.extensions.getExtension('lightloom.lightloom-vscode');
    // A provider that the manifest doesn't name ends the start with an error.
    await until('activation', () => extension.isActive);
    assert.ok(extension.packageJSON.contributes.mcpServerDefinitionProviders.length === 1);
    const program = Uri.joinPath(extension.extensionUri, 'dist/agents/lightloom.cjs').fsPath;
    const server = spawn(process.execPath, [program, 'mcp'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    const params = { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`);
    const [answer] = await once(server.stdout, 'data');
    server.kill();
    assert.match(String(answer), /"name":"lightloom"/);
  },

  async 'the example has neither errors nor warnings'() {
    await analyzed('unit.fabric');
    assert.deepEqual(
      severe(file('xpo-pod.fabric')).map((each) => each.message),
      [],
    );
    assert.deepEqual(
      severe(file('site.fabric')).map((each) => each.message),
      [],
    );
  },

  async 'too much loss is told at the link, with number and limit'() {
    const { document } = await open('long.fabric');
    const found = await until('the finding', () =>
      severe(document.uri).find((each) => ruleOf(each) === 'optics/loss-budget'),
    );
    assert.match(found.message, /3\.16 dB/);
    assert.match(found.message, /3(\.0+)? dB/);
    assert.equal(found.source, 'lightloom');
    const { line } = at(document, 'length 400 m');
    assert.ok(found.range.start.line <= line && found.range.end.line >= line - 1, `line ${found.range.start.line + 1}`);
  },

  async 'a wrong unit is told at the value'() {
    const { document } = await open('unit.fabric');
    const [found] = await until('the finding', () => severe(document.uri).length > 0 && severe(document.uri));
    assert.equal(document.getText(found.range), '400 dB');
    assert.equal(severe(document.uri).length, 1, 'one mistake, one message');
  },

  async 'hover on a link gives its loss budget'() {
    const { document } = await open('xpo-pod.fabric');
    assert.match(await hoverAt(document, at(document, 'link su[*].leaf[*].up', 1)), /1\.424 dB/);
    assert.match(await hoverAt(document, at(document, 'link   node', 1)), /1\.512 dB/);
  },

  async 'hover on a switch gives its power'() {
    const { document } = await open('xpo-pod.fabric');
    assert.match(await hoverAt(document, at(document, 'switch spine', 8)), /2\.524 kW/);
  },

  async 'hover on a loop gives its return temperature'() {
    const { document } = await open('xpo-pod.fabric');
    assert.match(await hoverAt(document, at(document, 'loop primary', 6)), /52\.8/);
  },

  async 'completion offers the properties of a kind, and types'() {
    const { document, editor } = await open('xpo-pod.fabric');
    await replace(editor, '    height   1 OU\n', '    \n    height   1 OU\n');
    const inType = await completionAt(document, at(document, '    \n', 4));
    assert.ok(inType.includes('weight') && inType.includes('typical-power'), inType.join(' '));
    assert.ok(!inType.includes('attenuation'));
    await commands.executeCommand('undo');
    const types = await completionAt(document, at(document, 'spine[1..8]: XpoSpine', 13));
    assert.ok(types.includes('XpoLeaf') && types.includes('XpoSpine'), types.join(' '));
    assert.ok(!types.includes('LiquidRack'));
  },

  async 'definition leads to the text, and into the library'() {
    const { document } = await open('xpo-pod.fabric');
    const definition = async (position) => {
      const [found] = await commands.executeCommand('vscode.executeDefinitionProvider', document.uri, position);
      return {
        uri: found.targetUri ?? found.uri,
        range: found.targetSelectionRange ?? found.targetRange ?? found.range,
      };
    };
    const leaf = await definition(at(document, 'leafType = XpoLeaf', 12));
    assert.equal(leaf.uri.toString(), document.uri.toString());
    assert.equal(leaf.range.start.line, at(document, 'switch type XpoLeaf').line);
    const xpo = await definition(at(document, 'is Xpo {', 4));
    assert.equal(xpo.uri.toString(), 'lightloom:/std/xpo.fabric');
    const library = await workspace.openTextDocument(xpo.uri);
    assert.equal(library.getText(xpo.range).match(/Xpo/)?.[0], 'Xpo');
    assert.equal(library.languageId, 'fabric');
    assert.equal(languages.getDiagnostics(xpo.uri).length, 0);
  },

  async 'rename changes every use, and none in the library'() {
    const { document } = await open('xpo-pod.fabric');
    const edit = await commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, 'switch type XpoSpine', 13),
      'TopSwitch',
    );
    const places = edit.get(document.uri).map((each) => document.getText(each.range));
    assert.deepEqual(places, ['XpoSpine', 'XpoSpine']);
    await assert.rejects(
      Promise.resolve(
        commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, at(document, 'is Xpo {', 4), 'Y'),
      ).then((none) => {
        if (none === undefined || none.size === 0) throw new Error('refused');
      }),
    );
  },

  async 'a quick fix puts the word that was meant'() {
    const { document, editor } = await open('xpo-pod.fabric');
    await replace(editor, 'supply  40 °C', 'suply  40 °C');
    const [found] = await until('the finding', () => severe(document.uri).length > 0 && severe(document.uri));
    const actions = await commands.executeCommand('vscode.executeCodeActionProvider', document.uri, found.range);
    const fix = actions.find((each) => each.title === 'Change to `supply`');
    assert.ok(fix?.isPreferred, actions.map((each) => each.title).join());
    assert.ok(await workspace.applyEdit(fix.edit));
    await until('a clean file', () => severe(document.uri).length === 0);
    await commands.executeCommand('workbench.action.files.revert');
  },

  async 'formatting mends spaces and nothing else'() {
    const { document, editor } = await open('xpo-pod.fabric');
    const before = document.getText();
    await replace(editor, '    supply  40 °C', '  supply 40 °C');
    await commands.executeCommand('editor.action.formatDocument');
    await until('the text as it was', () => document.getText() === before);
    await commands.executeCommand('workbench.action.files.revert');
  },

  async 'references, outline and folding'() {
    const { document } = await open('xpo-pod.fabric');
    const uses = await commands.executeCommand(
      'vscode.executeReferenceProvider',
      document.uri,
      at(document, 'loop primary', 6),
    );
    assert.equal(uses.length, document.getText().match(/\bprimary\b/g).length);
    const outline = await commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
    const backend = outline.find((each) => each.name === 'backend');
    assert.deepEqual(backend.children.map((each) => each.name).slice(0, 2), ['su[1..2]', 'spine[1..8]']);
    const folds = await commands.executeCommand('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some((each) => each.start === at(document, 'network backend').line));
  },

  async 'a snippet makes a whole design that holds'() {
    const { document, editor } = await open('scratch.fabric');
    const start = new Position(0, 0);
    const { items } = await commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, start);
    const snippet = items.find((each) => each.label === 'design');
    assert.ok(snippet, items.map((each) => each.label).join());
    await editor.insertSnippet(snippet.insertText, start);
    await commands.executeCommand('leaveSnippet');
    assert.match(document.getText(), /^network backend : scale-out \{$/m);
    // The notes on what it assumes come with the findings, so the errors would have come too.
    await until('notes', () => languages.getDiagnostics(document.uri).length > 0);
    assert.deepEqual(
      severe(document.uri).map((each) => each.message),
      [],
    );
    const end = document.positionAt(document.getText().length);
    await editor.edit((edit) => edit.delete(new Range(new Position(0, 0), end)));
  },

  async 'the topology opens beside the text, and its drawing can be saved'() {
    await open('xpo-pod.fabric');
    await commands.executeCommand('lightloom.openTopology');
    const tab = await until('the panel', () =>
      window.tabGroups.all.flatMap((group) => group.tabs).find((each) => each.input instanceof vscode.TabInputWebview),
    );
    assert.equal(tab.label, 'Topology: xpo-pod.fabric');
    assert.notEqual(tab.group.viewColumn, vscode.ViewColumn.One);
    const svg = await until('a drawing', async () => {
      const text = await savedDrawing();
      return idsOf(text).size > 0 && text;
    });
    assert.match(svg, /^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(svg, /--vscode-/);
    assert.doesNotMatch(svg, /<script/);
  },

  async 'the drawing is saved in every format of its name'() {
    const starts = { png: [0x89, 0x50, 0x4e, 0x47], pdf: [...Buffer.from('%PDF')], dot: [...Buffer.from('digraph')] };
    for (const [ending, start] of Object.entries(starts)) {
      const target = file(`drawing.${ending}`);
      await commands.executeCommand('lightloom.saveDrawing', target);
      const bytes = await workspace.fs.readFile(target);
      assert.deepEqual([...bytes.slice(0, start.length)], start, ending);
      await workspace.fs.delete(target);
    }
  },

  async 'an edit changes the drawing; torn text keeps the last one'() {
    const { editor } = await open('xpo-pod.fabric');
    const before = idsOf(await savedDrawing());
    await replace(editor, 'switch spine[1..8]: XpoSpine', 'switch core[1..8]: XpoSpine');
    for (const [old, now] of [
      ['*].*, spine[*]', '*].*, core[*]'],
      ['to spine[*].down', 'to core[*].down'],
      ['[*], spine[*] in', '[*], core[*] in'],
      ['4 of spine', '4 of core'],
    ])
      await replace(editor, old, now);
    const after = await until('the new drawing', async () => {
      const ids = idsOf(await savedDrawing());
      if ([...ids].some((each) => /\bcore\b/.test(each)) && ids.size === before.size) return ids;
      throw new Error(`${before.size} things were drawn, and now ${ids.size}: ${[...ids].join(', ')}`);
    });
    assert.ok([...before].some((each) => /\bspine\b/.test(each)) && ![...after].some((each) => /\bspine\b/.test(each)));
    // Torn: the statement of the switches breaks off.
    await replace(editor, 'switch core[1..8]: XpoSpine', 'switch core[1..');
    await until('the finding', () => severe(editor.document.uri).length > 0);
    await new Promise((done) => setTimeout(done, 500));
    assert.deepEqual(idsOf(await savedDrawing()), after);
    await commands.executeCommand('workbench.action.files.revert');
    await until('the old drawing', async () => [...idsOf(await savedDrawing())].some((each) => /\bspine\b/.test(each)));
  },

  async 'a drawing and its positions follow a file that is renamed'() {
    const [from, to] = [file('moved.fabric'), file('hall #2 100%.fabric')];
    const kept = (design) => design.with({ path: design.path.replace(/\.fabric$/, '.view.json') });
    const bytes = await workspace.fs.readFile(file('osfp-leaf-spine.fabric'));
    await workspace.fs.writeFile(from, bytes);
    await workspace.fs.writeFile(kept(from), Buffer.from('{}'));
    await open('moved.fabric');
    await commands.executeCommand('lightloom.openTopology');
    const labels = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until('the panel', () => labels().includes('Topology: moved.fabric'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await workspace.applyEdit(edit));
    await until('the panel of the new name', () => labels().includes('Topology: hall #2 100%.fabric'));
    await until('the end of the old panel', () => !labels().includes('Topology: moved.fabric'));
    await workspace.fs.stat(kept(to));
    await workspace.saveAll();
    for (const group of window.tabGroups.all)
      await window.tabGroups.close(group.tabs.filter(({ label }) => label.includes('hall #2')));
    for (const each of [to, kept(to)]) await workspace.fs.delete(each);
  },

  async 'hints, lenses, signatures and colors by meaning'() {
    const { document } = await open('xpo-pod.fabric');
    const all = new Range(0, 0, document.lineCount, 0);
    const hints = await commands.executeCommand('vscode.executeInlayHintProvider', document.uri, all);
    const labels = hints.map((each) => each.label);
    for (const label of ['= 64, 128 in all', '1,024 links, 8 a pair', '1.576 dB margin', 'hosts:'])
      assert.ok(labels.includes(label), `${label} of ${labels.join(' | ')}`);
    const lenses = await commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
    const draw = lenses.find((each) => each.command.title === 'Draw');
    assert.equal(draw.command.command, 'lightloom.openView');
    assert.ok(lenses.some((each) => each.command.title.startsWith('holds: 14.42 %')));
    const at64 = at(document, 'ScalableUnit(64)', 'ScalableUnit('.length);
    const { signatures } = await commands.executeCommand('vscode.executeSignatureHelpProvider', document.uri, at64);
    assert.equal(signatures[0].label, 'ScalableUnit(hosts = 64, leafType = XpoLeaf)');
    const legend = await commands.executeCommand('vscode.provideDocumentSemanticTokensLegend', document.uri);
    assert.ok(legend.tokenTypes.includes('portGroup'));
  },

  async 'a setting switches a kind of hint off'() {
    const { document } = await open('xpo-pod.fabric');
    const all = new Range(0, 0, document.lineCount, 0);
    const labels = async () =>
      (await commands.executeCommand('vscode.executeInlayHintProvider', document.uri, all)).map((each) => each.label);
    const settings = workspace.getConfiguration('lightloom.inlayHints');
    await settings.update('arguments', false, vscode.ConfigurationTarget.Global);
    await until('no argument hints', async () => !(await labels()).includes('hosts:'));
    assert.ok((await labels()).includes('1.576 dB margin'));
    await settings.update('arguments', undefined, vscode.ConfigurationTarget.Global);
    await until('argument hints', async () => (await labels()).includes('hosts:'));
  },

  async 'a view opens by its name, the uses of a type are listed'() {
    const { document } = await open('xpo-pod.fabric');
    await commands.executeCommand('lightloom.openView', document.uri, 'thermal');
    await until('the drawing of the view', async () => /Heat to liquid/.test(await savedDrawing()));
    await commands.executeCommand('lightloom.showUses', document.uri.toString(), at(document, 'XpoSwitch {'));
  },

  async 'the report opens beside the text'() {
    const { document } = await open('xpo-pod.fabric');
    await commands.executeCommand('lightloom.showReport', document.uri);
    await until('the panel', () =>
      window.tabGroups.all.flatMap((group) => group.tabs).find((each) => each.label === 'Report: xpo-pod.fabric'),
    );
  },

  async 'what the command line exports is written, as text and as bytes'() {
    const { document } = await open('xpo-pod.fabric');
    for (const [name, ending, start] of [
      ['bom', 'csv', 'kind,'],
      ['bom', 'xlsx', 'PK'],
      ['labels', 'pdf', '%PDF-'],
      ['drawings', 'pdf', '%PDF-'],
      ['drawings', 'html', '<!doctype html>'],
      ['report', 'html', '<!doctype html>'],
    ]) {
      const target = file(`${name}.${ending}`);
      await commands.executeCommand('lightloom.export', document.uri, name, target);
      const bytes = await workspace.fs.readFile(target);
      const head = Buffer.from(bytes).toString('latin1', 0, start.length);
      assert.equal(head.toLowerCase(), start.toLowerCase(), `${name}.${ending}`);
    }
    const pages = Buffer.from(await workspace.fs.readFile(file('drawings.pdf'))).toString('latin1');
    assert.ok(pages.match(/\/Type \/Page\b(?!s)/g).length > 3, 'a sheet for each view');
  },

  async 'what was asked is explained as Markdown'() {
    const { document } = await open('xpo-pod.fabric');
    await commands.executeCommand('lightloom.explain', document.uri, 'margin(backend)');
    const answer = await until('the answer', () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === 'lightloom-answer'),
    );
    assert.match(answer.getText(), /1\.488 dB/);
  },

  async 'a template becomes a new design'() {
    await commands.executeCommand('lightloom.newDesign', 'xpo-pod');
    const { document } = await until('the design', () =>
      window.activeTextEditor?.document.isUntitled === true ? window.activeTextEditor : undefined,
    );
    assert.equal(document.languageId, 'fabric');
    await until('its lenses', async () => {
      const lenses = await commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
      return lenses.some((each) => /^oversubscription/.test(each.command.title));
    });
    assert.deepEqual(severe(document.uri), []);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  },

  async 'lightloom.json is completed from its schema'() {
    await workspace.fs.writeFile(file('lightloom.json'), Buffer.from('{\n  \n}\n'));
    const document = await workspace.openTextDocument(file('lightloom.json'));
    await until('its properties', async () => {
      const labels = await completionAt(document, new Position(1, 2));
      return labels.includes('rules') || labels.includes('"rules"');
    });
    await workspace.fs.delete(file('lightloom.json'));
  },

  async 'a task checks the workspace by the command line'() {
    const [task] = await vscode.tasks.fetchTasks({ type: 'lightloom' });
    assert.equal(task.execution.command, 'lightloom');
    assert.deepEqual(task.execution.args, ['check', '--format', 'compact']);
    assert.deepEqual(task.problemMatchers, ['$lightloom']);
  },

  async 'the server can be started again'() {
    const { document } = await open('long.fabric');
    await commands.executeCommand('lightloom.restartServer');
    await until('findings', () => severe(document.uri).some((each) => ruleOf(each) === 'optics/loss-budget'));
    assert.match(await hoverAt(document, at(document, 'switch spine', 8)), /2\.524 kW/);
  },
};

exports.run = async () => {
  const say = (text) => console.log(`[in-host] ${text}`);
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    const start = Date.now();
    try {
      await test();
      say(`ok ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      failed++;
      say(`not ok ${name} (${Date.now() - start} ms)\n${error.stack}`);
    }
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
  if (failed > 0) throw new Error(`${failed} tests failed inside the extension host`);
};
