// What a client may ask and when: nothing before the session begins or after it has ended, and nothing of files that nobody has.
import {
  type Connection,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type MessageStrategy,
  ResponseError,
} from 'vscode-languageserver';

type Handler = (params: unknown, ...more: readonly unknown[]) => unknown;

/** What only tells the server something: of a file that it doesn't know too. */
const tells = /^onDid|^onWillSaveTextDocument$|^on(?:Initialized|Exit|Notification|Progress)$/;

/** What is answered of a file that nobody has, where that can't be nothing. */
const empty: Readonly<Record<string, unknown>> = {
  'languages.diagnostics.on': { kind: 'full', items: [] } satisfies DocumentDiagnosticReport,
};

/** Where a session is. */
type Phase = 'before' | 'running' | 'ended';

/** Why nothing is answered in a phase. */
const refusals: Readonly<Record<Phase, () => ResponseError | undefined>> = {
  before: () =>
    new ResponseError(ErrorCodes.ServerNotInitialized, 'The session has not begun. Send `initialize` first.'),
  running: () => undefined,
  ended: () =>
    new ResponseError(ErrorCodes.InvalidRequest, 'The session has ended. Send `exit`, and start the server again.'),
};

/**
 * A connection on which a request is answered while the session lasts, and one about a file when somebody has that file.
 * @param isKnown whether a file is open, or one of the workspace; asked while the session lasts
 */
export function withinSession(
  connection: Connection,
  isKnown: (uri: string) => boolean | Promise<boolean>,
): Connection {
  let phase: Phase = 'before';
  const begins =
    (handler: Handler): Handler =>
    (...given) => {
      if (phase !== 'before')
        return refusals[phase]() ?? new ResponseError(ErrorCodes.InvalidRequest, 'The session has begun already.');
      phase = 'running';
      return handler(...given);
    };
  const ends =
    (handler: Handler): Handler =>
    (...given) => {
      const refused = refusals[phase]();
      if (refused !== undefined) return refused;
      phase = 'ended';
      return handler(...given);
    };
  const answers =
    (name: string, handler: Handler): Handler =>
    (...given) => {
      const refused = refusals[phase]();
      if (refused !== undefined) return refused;
      const uri = tells.test(name) ? undefined : fileOf(given[0]);
      if (uri === undefined) return handler(...given);
      if (typeof uri !== 'string')
        return new ResponseError(ErrorCodes.InvalidParams, 'The request has no `uri` of a text document.');
      const known = isKnown(uri);
      const answer = (is: boolean) => (is ? handler(...given) : (empty[name] ?? null));
      return typeof known === 'boolean' ? answer(known) : known.then(answer);
    };
  const guarded = (name: string, handler: Handler): Handler => {
    if (name === 'onInitialize') return begins(handler);
    if (name === 'onShutdown') return ends(handler);
    return name === 'onExit' ? handler : answers(name, handler);
  };
  const inside = <T extends object>(owner: T, path: string): T =>
    new Proxy(owner, {
      get(target, key) {
        const own: unknown = Reflect.get(target, key);
        if (typeof key !== 'string') return own;
        const name = `${path}${key}`;
        if (typeof own === 'object' && own !== null) return holdsHandlers.test(name) ? inside(own, `${name}.`) : own;
        if (typeof own !== 'function' || !/^on(?:[A-Z]|$)/.test(key)) return own;
        // The handler comes last, behind the method where there is one.
        return (...given: readonly unknown[]) =>
          own.apply(target, [...given.slice(0, -1), guarded(name, given.at(-1) as Handler)]);
      },
    });
  const guardedConnection = inside(connection, '');
  guardedConnection.onRequest(
    (method) => new ResponseError(ErrorCodes.MethodNotFound, `There is no request ${method}.`),
  );
  return guardedConnection;
}

/** The parts of a connection that take handlers too. */
const holdsHandlers = /^(?:languages|workspace)(?:\.|$)/;

/** The address of the file that a request is about, or what it gives as that; undefined when it is about none. */
function fileOf(params: unknown): unknown {
  const { textDocument, item } = (params ?? {}) as { readonly textDocument?: unknown; readonly item?: unknown };
  const about = textDocument ?? item;
  return about === undefined ? undefined : ((about as { readonly uri?: unknown } | null)?.uri ?? null);
}

/** Lets a client begin that leaves out what it can do, or writes `null` for what it can't. */
export const lenientStart: MessageStrategy = {
  handleMessage(message, next) {
    const { method, params } = message as { readonly method?: unknown; readonly params?: unknown };
    if (method !== 'initialize') return next(message);
    const given = isObject(params) ? params : {};
    const capabilities = isObject(given.capabilities) ? withoutNulls(given.capabilities) : {};
    return next(Object.assign({}, message, { params: { processId: null, rootUri: null, ...given, capabilities } }));
  },
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object without the entries that are `null`, at any depth. */
function withoutNulls(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(object).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([key, value]) => [key, isObject(value) ? withoutNulls(value) : value]));
}
