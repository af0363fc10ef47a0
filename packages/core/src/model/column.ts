// A typed array that grows while a fabric is built.

type Numbers = Uint32Array | Int32Array | Float64Array;

/** A growing column of numbers. */
export class Column<T extends Numbers> {
  private data: T;
  private length = 0;
  private readonly create: (size: number) => T;

  constructor(create: (size: number) => T) {
    this.create = create;
    this.data = create(64);
  }

  get size(): number {
    return this.length;
  }

  at(index: number): number {
    return this.data[index] as number;
  }

  set(index: number, value: number): void {
    this.data[index] = value;
  }

  /** Sets the same value at many places. @param isRange whether they follow each other without a gap, each after the one before */
  setAt(indices: Uint32Array, value: number, isRange = false): void {
    const { data } = this;
    const [first] = indices;
    const { length } = indices;
    if (isRange && first !== undefined) data.fill(value, first, first + length);
    else for (let i = 0; i < length; i++) data[indices[i] as number] = value;
  }

  push(value: number): void {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = value;
  }

  /** Appends `count` times the same value. */
  fill(value: number, count: number): void {
    this.reserve(count);
    this.data.fill(value, this.length, this.length + count);
    this.length += count;
  }

  /** Appends all of a list. */
  append(values: ArrayLike<number>): void {
    this.reserve(values.length);
    this.data.set(values, this.length);
    this.length += values.length;
  }

  /** The values, at their exact length: the last thing that a column is asked for. */
  take(): T {
    const { data, length } = this;
    return (data.length === length ? data : data.slice(0, length)) as T;
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.data.length) return;
    const grown = this.create(Math.max(needed, 2 * this.data.length));
    grown.set(this.data.subarray(0, this.length));
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
