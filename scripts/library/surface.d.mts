export interface Declared {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  readonly comment: string;
  readonly text: string;
}
export interface Surface {
  readonly exported: readonly Declared[];
  readonly hidden: readonly Declared[];
  readonly foreign: ReadonlyMap<string, string>;
}
export declare function compileDeclarations(root: string): void;
export declare function surfaceOf(path: string, elsewhere?: ReadonlyMap<string, Surface>): Surface;
export declare function declarationText(surface: Surface, options: { readonly comments: boolean }): string;
export declare function surfaces(root: string): readonly { readonly module: string; readonly surface: Surface }[];
