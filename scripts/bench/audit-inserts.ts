import { newId } from './new-rows.ts';
import type { Statement } from './plan.ts';

/** The statement by which the application puts looks at people on record, however many at a time. */
export const isAuditInsert = ({ text }: Statement): boolean => /^\s*INSERT INTO audit_events\b/.test(text);

interface Waiting {
  values: unknown[][];
  resolve: () => void;
  reject: (error: Error) => void;
}

/**
 * Puts looks on record as the application does: with its statement, those who come while one is written together in the
 * next, each answered when theirs is committed.
 */
export class AuditInserts {
  private waiting: Waiting[] = [];
  private isWriting = false;
  private readonly send: (statement: Statement) => Promise<unknown>;

  constructor(send: (statement: Statement) => Promise<unknown>) {
    this.send = send;
  }

  /** Writes the recorded event under an id of its own. */
  add(statement: Statement): Promise<void> {
    const [ids, ...others] = statement.values as unknown[][];
    const values = [ids?.map(() => newId()) ?? [], ...others];
    return new Promise((resolve, reject) => {
      this.waiting.push({ values, resolve, reject });
      if (this.isWriting) return;
      this.isWriting = true;
      setImmediate(() => void this.writeAll(statement));
    });
  }

  private async writeAll(statement: Statement): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0);
      const values = statement.values.map((_, column) => batch.flatMap((one) => one.values[column] ?? []));
      await this.send({ ...statement, values }).then(
        () => batch.forEach(({ resolve }) => resolve()),
        (error: Error) => batch.forEach(({ reject }) => reject(error)),
      );
    }
    this.isWriting = false;
  }
}
