/** Path of the `.vsix`, up to date. */
export function packedExtension(root: string): string;
