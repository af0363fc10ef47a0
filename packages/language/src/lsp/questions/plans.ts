// Plans and comparisons: designs that are opened beside those of the editor, in a session of their own.
import { isPart, libraryScheme } from '@lightloom/core';
import { delayNextTick, type LangiumDocuments, URI, UriUtils } from 'langium';
import type { Analysis } from '../../analysis/analysis.ts';
import { fillDesign, planNetworks } from '../../plan/index.ts';
import type { Answer, PlanParams } from '../../protocol/questions.ts';
import { openSession, type Session } from '../../session/index.ts';
import type { AsyncFiles } from '../../workspace/file-system.ts';
import { libraryNames } from '../../workspace/library.ts';
import { fileName, printContext, type TextOf } from './documents.ts';

/** Fillings that are checked at most: the editor waits for them. */
const maxChecks = 200;

/** The files as the editor has them: what is typed counts, saved or not. */
export function editedFiles(files: AsyncFiles, documents: LangiumDocuments): AsyncFiles {
  const open = (uri: URI): string | undefined => documents.getDocument(uri)?.textDocument.getText();
  return {
    ...files,
    exists: async (uri) => open(uri) !== undefined || files.exists(uri),
    readFile: async (uri) => open(uri) ?? files.readFile(uri),
    realPath: async (uri) => (open(uri) === undefined ? (files.realPath?.(uri) ?? uri) : uri),
  };
}

function sessionOn(files: AsyncFiles, uri: string): Session {
  return inSteps(openSession({ files, folders: [UriUtils.dirname(URI.parse(uri))] }));
}

/** A session that lets other requests be answered before each design it opens: a search opens hundreds. */
function inSteps(session: Session): Session {
  return {
    ...session,
    async open(...design) {
      await delayNextTick();
      return session.open(...design);
    },
  };
}

/** The design with its `?` filled, and how; or the lines that contradict each other. */
export async function fillText(uri: string, text: string, files: AsyncFiles): Promise<Answer> {
  const filling = await fillDesign(sessionOn(files, uri), uri, text, { least: 'power', most: maxChecks });
  if (typeof filling === 'string') return { problem: filling };
  const { fillingDocument, printDocument } = await import('@lightloom/print');
  const markdown = printDocument(
    fillingDocument,
    { path: fileName(uri), filling },
    await printContext(() => text),
    'md',
  );
  const { outcome } = filling;
  return { markdown, ...(outcome.kind === 'filled' ? { design: outcome.text } : {}) };
}

/** The smallest network for a number of hosts, as a design that checks clean. */
export async function planText({ folder, hosts, rate, leaf }: PlanParams, files: AsyncFiles): Promise<Answer> {
  const session = inSteps(openSession({ files, folders: [URI.parse(folder)], libraryTypes: 'all' }));
  const plan = await planNetworks(session, folder, {
    hosts,
    rails: 1,
    rate,
    oversubscription: 1,
    leaf,
    spine: undefined,
    core: undefined,
    host: undefined,
    module: undefined,
    rack: undefined,
    cdu: undefined,
    tiers: [1, 2, 3],
    planes: [1],
    lengths: [20, 50, 100],
    imports: [],
  });
  if (typeof plan === 'string') return { problem: plan };
  const { planDocument, printDocument } = await import('@lightloom/print');
  const markdown = printDocument(planDocument, plan, await printContext(() => ''), 'md');
  const [smallest] = plan.networks;
  return { markdown, ...(smallest === undefined ? {} : { design: smallest.text }) };
}

/** The types of switch that ship with Lightloom and have ports. */
export async function switchTypes(): Promise<string[]> {
  const none: AsyncFiles = {
    stat: async (uri) => ({ isFile: false, isDirectory: false, uri }),
    exists: async () => false,
    readFile: async (uri) => Promise.reject(new Error(`${uri.toString()} does not exist.`)),
    readDirectory: async () => [],
  };
  const all = libraryNames().map((name) => `import "std/${name}"\n`);
  const { fabric } = await openSession({ files: none, libraryTypes: 'all' }).open('file:///types.fabric', all.join(''));
  return fabric.parts
    .filter((each) => isPart(each, 'switch') && each.ports.length > 0 && each.origin.uri.startsWith(libraryScheme))
    .map(({ name }) => name);
}

/** The design of a revision; undefined where it wasn't there. */
export async function designIn(
  files: AsyncFiles,
  uri: string,
): Promise<{ readonly design: Analysis; readonly textOf: TextOf } | undefined> {
  if (!(await files.exists(URI.parse(uri)))) return undefined;
  const session = sessionOn(files, uri);
  const design = await session.open(uri);
  return { design, textOf: (each) => session.textOf(each) ?? '' };
}
