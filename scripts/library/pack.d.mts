export declare function packLibrary(root: string, out: string): Promise<readonly string[]>;
