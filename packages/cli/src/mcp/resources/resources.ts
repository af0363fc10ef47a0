// What a model can read: the pages of the language, the rules, the files of the part library.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pages from './pages.json' with { type: 'json' };

/** Something to read. */
interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly mimeType: 'text/markdown' | 'text/plain';
}

/** Everything that is listed, and the rules, which are too many for a list. */
export interface ResourceList {
  readonly resources: readonly Resource[];
  /** Ids of all rules and problems of the text. */
  readonly rules: readonly string[];
}

/** What a resource holds. */
export interface ResourceText extends Pick<Resource, 'uri' | 'mimeType'> {
  readonly text: string;
}

const root = 'lightloom://';

/** The address of a rule, as a template. */
export const ruleTemplate = `${root}rules/{+id}`;

/** Lists what there is. */
export async function listResources(): Promise<ResourceList> {
  const [{ libraryNames }, { allTopics }] = await Promise.all([
    import('@lightloom/language'),
    import('../../input/topics.ts'),
  ]);
  return {
    resources: [
      ...Object.entries(pages).map(
        ([name, title]): Resource => ({
          uri: `${root}docs/${name}`,
          name: `docs/${name}`,
          title,
          mimeType: 'text/markdown',
        }),
      ),
      { uri: `${root}rules`, name: 'rules', title: 'All rules, and all problems of the text', mimeType: 'text/plain' },
      ...libraryNames().map(
        (name): Resource => ({
          uri: `${root}library/${name}`,
          name: `std/${name}`,
          title: `The part library: std/${name}`,
          mimeType: 'text/plain',
        }),
      ),
    ],
    rules: allTopics().map(({ id }) => id),
  };
}

/**
 * Reads a resource; undefined when there is none of that address.
 * @param assets the folder of the files that ship with the program
 */
export async function readResource(uri: string, assets: string): Promise<ResourceText | undefined> {
  if (!uri.startsWith(root)) return undefined;
  const [kind, ...rest] = uri.slice(root.length).split('/');
  const name = rest.join('/');
  if (kind === 'docs' && Object.hasOwn(pages, name))
    return { uri, mimeType: 'text/markdown', text: await readFile(join(assets, 'docs', `${name}.md`), 'utf8') };
  const text = kind === 'rules' ? await ruleText(name) : kind === 'library' ? await libraryFile(name) : undefined;
  return text === undefined ? undefined : { uri, mimeType: 'text/plain', text };
}

/** A rule, or all of them where none is named. */
async function ruleText(id: string): Promise<string | undefined> {
  const [{ wholeTopic }, { allTopics }, { ruleDocument, ruleListDocument }, { printedText }] = await Promise.all([
    import('../../questions/asked-rules.ts'),
    import('../../input/topics.ts'),
    import('@lightloom/print'),
    import('../tool/printed-answer.ts'),
  ]);
  const topics = allTopics();
  if (id === '') return printedText(ruleListDocument, topics);
  const topic = topics.find((each) => each.id === id);
  return topic === undefined ? undefined : printedText(ruleDocument, await wholeTopic(topic));
}

async function libraryFile(name: string): Promise<string | undefined> {
  const { libraryNames, libraryText, libraryUri } = await import('@lightloom/language');
  return libraryNames().includes(name) ? libraryText(libraryUri(name)) : undefined;
}
