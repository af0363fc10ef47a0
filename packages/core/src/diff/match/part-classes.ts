// Which types of two designs are the same: by what they mean, whatever they are called; one that changed, by its name. A module whose
// channels, connectors or form factor changed is another module under the same name.
import { type Fabric, meaningsOf, type Part, signedAt } from '../../model/index.ts';

/** The types of two designs. */
export interface PartClasses {
  /** By part of the old design, a number that the same type of the new one has too. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Types of one name with different figures, of the same hardware as far as is known. */
  readonly changed: readonly { readonly before: Part; readonly after: Part }[];
}

/** The class of what has no part, or one that could not be resolved. */
export const noPart = -1;

/** Compares the types of two designs. */
export function partClassesOf(before: Fabric, after: Fabric): PartClasses {
  const [olds, news] = [digestsOf(before), digestsOf(after)];
  const [inOld, inNew] = [new Set(olds), new Set(news)];
  const classes = new Map<string, number>();
  const classOf = (digest: string): number => {
    let found = classes.get(digest);
    if (found === undefined) classes.set(digest, (found = classes.size));
    return found;
  };
  const leftOld = byName(before.parts, (part) => !inNew.has(olds[part.index] as string));
  const leftNew = byName(after.parts, (part) => !inOld.has(news[part.index] as string));
  const changed: { before: Part; after: Part }[] = [];
  const now = new Map<Part, Part>();
  for (const [name, parts] of leftOld)
    for (const [i, part] of parts.entries()) {
      const other = leftNew.get(name)?.[i];
      if (other === undefined || hardwareOf(part) !== hardwareOf(other)) continue;
      changed.push({ before: part, after: other });
      now.set(other, part);
    }
  return {
    before: Int32Array.from(olds, classOf),
    after: Int32Array.from(news, (digest, index) => {
      const old = now.get(after.parts[index] as Part);
      return classOf(old === undefined ? digest : (olds[old.index] as string));
    }),
    changed,
  };
}

/** What of a module can't change once it is built, as text; empty for everything else. */
function hardwareOf({ kind, values }: Part): string {
  if (kind !== 'module') return '';
  const given = values as Readonly<Record<string, { readonly value: unknown } | undefined>>;
  const fixed = ['form-factor', 'channels', 'connector'].map((property) => given[property]?.value);
  return JSON.stringify(fixed, (name, value: unknown) => {
    if (name === 'origin') return undefined;
    return value !== null && typeof value === 'object' && 'declaration' in value && 'name' in value
      ? value.name
      : value;
  });
}

function digestsOf(fabric: Fabric): string[] {
  const meaning = meaningsOf(fabric);
  return fabric.parts.map(({ index }) => meaning('part', index));
}

function byName(parts: readonly Part[], isLeft: (part: Part) => boolean): Map<string, Part[]> {
  const found = new Map<string, Part[]>();
  for (const part of parts.filter(isLeft)) {
    const key = `${part.kind} ${part.name}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [part]);
    else known.push(part);
  }
  return found;
}

/** The class of a part by its index, or `noPart`. */
export function classAt(classes: Int32Array, part: number): number {
  return part < 0 ? noPart : signedAt(classes, part);
}
