export declare function writeTypedProgram(
  root: string,
  folder: string,
  options: { readonly module: string; readonly moduleResolution: string; readonly others?: readonly string[] },
): void;
