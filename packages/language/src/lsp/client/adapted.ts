// A connection whose answers are in the forms that its client takes. What makes answers knows the richest form only.
import {
  type CompletionItem,
  type CompletionList,
  type Connection,
  type DocumentSymbolParams,
  type InitializeParams,
  ResponseError,
} from 'vscode-languageserver';
import type { DocumentSymbol, Hover, Location, LocationLink, SignatureHelp } from 'vscode-languageserver-types';
import { type Abilities, abilitiesOf } from './abilities.ts';
import { inARow, placeOf, plainHover, plainItem, plainSignatures, withoutSnippet } from './plainer.ts';

/** An answer in the form that a client takes. */
type Adapt = (answer: unknown, can: Abilities, params: unknown) => unknown;

type Links = readonly (LocationLink | Location)[];
const linksIf =
  (takes: (can: Abilities) => boolean): Adapt =>
  (answer, can) =>
    takes(can) || !Array.isArray(answer) ? answer : (answer as Links).map(placeOf);

function item(given: CompletionItem, can: Abilities): CompletionItem {
  const shown = can.markdownInCompletion ? given : plainItem(given);
  return can.snippets ? shown : withoutSnippet(shown);
}

/** By the method of the connection that takes the handler of a request. */
const adapts: Readonly<Record<string, Adapt>> = {
  onCompletion(answer, can) {
    if (can.snippets && can.markdownInCompletion) return answer;
    const { items, ...rest } = answer as CompletionList;
    return { ...rest, items: items.map((each) => item(each, can)) };
  },
  onCompletionResolve: (answer, can) => item(answer as CompletionItem, can),
  onDefinition: linksIf((can) => can.definitionLinks),
  onTypeDefinition: linksIf((can) => can.typeDefinitionLinks),
  onImplementation: linksIf((can) => can.implementationLinks),
  onDocumentSymbol: (answer, can, params) =>
    can.nestedSymbols
      ? answer
      : inARow(answer as readonly DocumentSymbol[], (params as DocumentSymbolParams).textDocument.uri),
  onHover: (answer, can) => (can.markdownInHovers ? answer : plainHover(answer as Hover)),
  onSignatureHelp: (answer, can) => (can.markdownInSignatures ? answer : plainSignatures(answer as SignatureHelp)),
};

type Handler = (params: unknown, ...more: readonly unknown[]) => unknown;

/** A connection that learns what its client takes when the session starts, and answers accordingly. */
export function adapted(connection: Connection): Connection {
  let can: Abilities = abilitiesOf({});
  const initialized =
    (handler: Handler) =>
    (params: unknown, ...more: readonly unknown[]) => {
      can = abilitiesOf((params as InitializeParams).capabilities);
      return handler(params, ...more);
    };
  const answered =
    (handler: Handler, adapt: Adapt) =>
    async (params: unknown, ...more: readonly unknown[]) => {
      const answer = await handler(params, ...more);
      return answer === null || answer === undefined || answer instanceof ResponseError
        ? answer
        : adapt(answer, can, params);
    };
  return new Proxy(connection, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key);
      if (typeof own !== 'function') return own;
      if (key === 'onInitialize') return (handler: Handler) => own.call(target, initialized(handler));
      const adapt = typeof key === 'string' && Object.hasOwn(adapts, key) ? adapts[key] : undefined;
      return adapt === undefined ? own : (handler: Handler) => own.call(target, answered(handler, adapt));
    },
  });
}
