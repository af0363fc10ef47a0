// A typed array that grows while a fabric is built.
import { numberAt } from './at.ts';

type Numbers = Uint32Array | Int32Array | Float64Array;

/** How many stretches of equal values wait at most. */
const maxPending = 65_536;

/**
 * A growing column of numbers. Stretches of equal values are written when somebody asks for the column: until then more of them may come,
 * and a column that is as long as it will be is allocated once. The first use of memory takes longer than to fill it.
 */
export class Column<T extends Numbers> {
  private data: T;
  private length = 0;
  /** How many values are written; those of the stretches that wait come after them. */
  private written = 0;
  private readonly pending: number[] = [];
  private readonly create: (size: number) => T;

  constructor(create: (size: number) => T) {
    this.create = create;
    this.data = create(64);
  }

  get size(): number {
    return this.length;
  }

  at(index: number): number {
    if (index >= this.written) this.write();
    return this.data[index] as number;
  }

  set(index: number, value: number): void {
    if (index >= this.written) this.write();
    this.data[index] = value;
  }

  /** Sets the same value at many places. @param isRange whether they follow each other without a gap, each after the one before */
  setAt(indices: Uint32Array, value: number, isRange = false): void {
    this.write();
    const { data } = this;
    const [first] = indices;
    const { length } = indices;
    if (isRange && first !== undefined) data.fill(value, first, first + length);
    else for (let i = 0; i < length; i++) data[indices[i] as number] = value;
  }

  push(value: number): void {
    this.write();
    if (this.length === this.data.length) this.reserve(this.length + 1);
    this.data[this.length++] = value;
    this.written = this.length;
  }

  /** Appends `count` times the same value. */
  fill(value: number, count: number): void {
    if (count === 0) return;
    this.pending.push(value, count);
    this.length += count;
    if (this.pending.length > 2 * maxPending) this.write();
  }

  /** Appends all of a list, which may become the column itself: nobody writes to it any more. */
  append(values: T): void {
    if (this.length === 0 && values.length > this.data.length) this.data = values;
    else {
      this.write();
      this.reserve(this.length + values.length);
      this.data.set(values, this.length);
    }
    this.length += values.length;
    this.written = this.length;
  }

  /** The values, at their exact length: the last thing that a column is asked for. */
  take(): T {
    this.write();
    const { data, length } = this;
    return (data.length === length ? data : data.slice(0, length)) as T;
  }

  private write(): void {
    const { pending } = this;
    if (pending.length === 0) return;
    this.reserve(this.length);
    for (let i = 0; i < pending.length; i += 2) {
      const [value, count] = [numberAt(pending, i), numberAt(pending, i + 1)];
      this.data.fill(value, this.written, this.written + count);
      this.written += count;
    }
    pending.length = 0;
  }

  private reserve(needed: number): void {
    if (needed <= this.data.length) return;
    const grown = this.create(Math.max(needed, 2 * this.data.length));
    grown.set(this.data.subarray(0, this.written));
    this.data = grown;
  }
}

export const unsigned = (): Column<Uint32Array> => new Column((size) => new Uint32Array(size));
export const signed = (): Column<Int32Array> => new Column((size) => new Int32Array(size));
export const real = (): Column<Float64Array> => new Column((size) => new Float64Array(size));

/** A row whose index, which is its id, isn't known yet. */
export type WithoutIndex<T extends { readonly index: number }> = Omit<T, 'index'>;

/** Adds an item to a list whose index is its id; it gets the next index. */
export function append<T extends { readonly index: number }>(list: T[], item: WithoutIndex<T>): T {
  const added = { ...item, index: list.length } as T;
  list.push(added);
  return added;
}
