import type { EntityManager } from 'typeorm';

/** Rows that are in hand at once. */
const batchSize = 500;

let cursors = 0;

/** The rows of a query, a batch at a time, as they were when it began; in a transaction. */
export async function* stream<Row>(
  tx: EntityManager,
  sql: string,
  parameters: unknown[] = [],
): AsyncGenerator<Row[]> {
  cursors = (cursors + 1) % 1_000_000;
  const name = `texts_${cursors}`;
  await tx.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`, parameters);
  for (;;) {
    const rows = await tx.query<Row[]>(`FETCH ${batchSize} FROM ${name}`);
    if (rows.length > 0) yield rows;
    if (rows.length < batchSize) break;
  }
  await tx.query(`CLOSE ${name}`);
}
