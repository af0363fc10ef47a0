// A short text for a long one: equal for equal texts on every machine, and hardly ever for others. Not for secrets.

/** Sixteen hexadecimal digits for a value that JSON can hold. Two rounds of multiplication and shifts, as MurmurHash3 mixes. */
export function digest(value: unknown): string {
  const text = JSON.stringify(value);
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x2c1b3c6d);
    b = Math.imul(b ^ code, 0x297a2d39);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  return [mixed(a ^ b), mixed(Math.imul(a, 31) + b)].map((each) => each.toString(16).padStart(8, '0')).join('');
}

function mixed(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
