export declare const readers: readonly string[];
export declare function inlined(source: string): string;
