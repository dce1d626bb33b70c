/** Repeatable chance: the same seed gives the same company, down to its last comma (sfc32). */
export class Random {
  private a: number;
  private b = 0x9e3779b9;
  private c = 0x243f6a88;
  private counter = 1;

  constructor(seed: number) {
    this.a = seed >>> 0;
    for (let i = 0; i < 16; i++) this.next();
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + t;
    return (t >>> 0) / 4_294_967_296;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return this.at(list, Math.floor(this.next() * list.length));
  }

  /** For lists that begin with the most common: the first of a hundred comes up about twenty times as often as the last. */
  pickByRank<T>(list: readonly T[]): T {
    return this.at(list, Math.floor(this.next() ** 2 * list.length));
  }

  /** By weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of list) if ((left -= weight) < 0) return value;
    return this.at(list, list.length - 1)[0];
  }

  /** Some of the list, each with the same probability, in its order. */
  some<T>(list: readonly T[], probability: number): T[] {
    return list.filter(() => this.chance(probability));
  }

  /** A UUIDv7 made at that instant. */
  id(at: Date): string {
    const time = at.getTime().toString(16).padStart(12, '0');
    const hex = () =>
      Math.floor(this.next() * 0x10000)
        .toString(16)
        .padStart(4, '0');
    const [a, b, c, d, e] = [hex(), hex(), hex(), hex(), hex()];
    const variant = (8 + (Number.parseInt(b.charAt(0), 16) & 3)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(1)}-${variant}${b.slice(1)}-${c}${d}${e}`;
  }

  private at<T>(list: readonly T[], index: number): T {
    if (list.length === 0) throw new RangeError('nothing to choose from');
    return list[index] as T; // within bounds: index < length
  }
}
