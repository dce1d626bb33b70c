import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@seloste/kernel';
import { becomeEraser, Database } from '@seloste/platform';
import type { EntityManager } from 'typeorm';

/**
 * The one way to forget: a transaction that sees everybody, restricted people too, and may change what is evidence to
 * everybody else (design rule 5). What is done in it is put on record by whoever does it.
 */
@Injectable()
export class Eraser {
  constructor(private readonly database: Database) {}

  /** Runs `work` on behalf of whom `context` names: all of it is committed, or nothing. */
  transaction<T>(_context: RequestContext, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await becomeEraser(tx);
      return work(tx);
    });
  }
}
