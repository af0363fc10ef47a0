// What a session and the server use of Langium's own services for a language. Its parser and the grammar are left out: the framework that
// they need takes longer to load than a small design takes to check, and a server makes all its services before it answers anything.
import {
  DefaultAstNodeDescriptionProvider,
  DefaultAstNodeLocator,
  DefaultAsyncParser,
  DefaultScopeProvider,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  ValidationRegistry,
} from 'langium';
import { FabricLanguageMetaData } from '../generated/module.ts';

/** In place of a service that nothing asks for where our own parser reads the text, and our own symbols bind it. It may be made, not used. */
const leftOut = new Proxy(
  {},
  {
    get(_, name) {
      if (typeof name === 'symbol') return undefined;
      throw new Error(`\`${name}\` is of a service of Langium that is left out, as nothing needs it beside our own.`);
    },
  },
) as never;
const unused = (): never => leftOut;

/** Langium's own services for a language, in place of its `createDefaultCoreModule`. @param shared those that all languages have */
export function coreModule(shared: LangiumSharedCoreServices): Module<LangiumCoreServices> {
  return {
    Grammar: unused,
    LanguageMetaData: () => FabricLanguageMetaData,
    parser: {
      AsyncParser: (services) => new DefaultAsyncParser(services),
      LangiumParser: unused,
      GrammarConfig: unused,
      CompletionParser: unused,
      ValueConverter: unused,
      TokenBuilder: unused,
      Lexer: unused,
      ParserErrorMessageProvider: unused,
      LexerErrorMessageProvider: unused,
    },
    documentation: { CommentProvider: unused, DocumentationProvider: unused },
    references: {
      Linker: unused,
      NameProvider: unused,
      References: unused,
      ScopeProvider: (services) => new DefaultScopeProvider(services),
      ScopeComputation: unused,
    },
    serializer: { Hydrator: unused, JsonSerializer: unused },
    validation: {
      DocumentValidator: unused,
      ValidationRegistry: (services) => new ValidationRegistry(services),
    },
    workspace: {
      AstNodeLocator: () => new DefaultAstNodeLocator(),
      AstNodeDescriptionProvider: (services) => new DefaultAstNodeDescriptionProvider(services),
      ReferenceDescriptionProvider: unused,
    },
    shared: () => shared,
  };
}
