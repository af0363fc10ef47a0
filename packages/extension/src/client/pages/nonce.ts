// A random text for the policies of pages.

/** 18 random bytes, in base 64. */
export function nonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
}
