import { DomainError } from '@seloste/kernel';

/** More than can be written in seconds: a database in trouble. */
const longestQueue = 5_000;
const largestBatch = 200;

interface Waiting<Item> {
  item: Item;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Group commit: those who come while a batch is being written are the next batch, so that simultaneous requests share
 * statement and commit, and a single one waits for nobody. Whoever waits learns when their own item is committed.
 */
export class ReadRecorder<Item> {
  private waiting: Waiting<Item>[] = [];
  private isWriting = false;

  /** @param write writes a batch and commits it, or throws */
  constructor(private readonly write: (items: Item[]) => Promise<unknown>) {}

  /** @throws DomainError `busy` when writing cannot keep up; what writing throws */
  add(item: Item): Promise<void> {
    if (this.waiting.length >= longestQueue)
      return Promise.reject(new DomainError('unavailable', 'busy', 'The record of reads cannot keep up.'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.isWriting) this.begin();
    });
  }

  /** After what the same turn of the event loop still brings. */
  private begin(): void {
    this.isWriting = true;
    setImmediate(() => void this.writeAll());
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, largestBatch);
      try {
        await this.write(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.isWriting = false;
  }
}
