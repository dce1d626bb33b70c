import type { Statement } from './plan.ts';

/** What the recorder tells. */
export type RecordedEvent =
  | { event: 'sent'; id: number; name?: string; text: string; values: unknown[] }
  | { event: 'answered'; id: number }
  | { event: 'so far' };

/**
 * Asked by every request or by nobody in particular: signing in, statistics, queued jobs, the chain of the record that is
 * made behind the requests. The floor has none of it.
 */
const besides =
  /\b(sessions|pg_stats|pgboss|controllers|login_throttles|audit_(pending|links|chain))\b|^(LISTEN|SET|SELECT pg_|START|COMMIT)/i;

/** The statements of one request, in waves: one begins where nothing was under way. */
export function toStatements(events: readonly RecordedEvent[]): Statement[] {
  const statements: Statement[] = [];
  const underWay = new Set<number>();
  let wave = -1;
  for (const event of events) {
    if (event.event === 'answered') underWay.delete(event.id);
    if (event.event !== 'sent' || besides.test(event.text)) continue;
    if (underWay.size === 0) wave += 1;
    underWay.add(event.id);
    const { name, text, values } = event;
    statements.push({ ...(name === undefined ? {} : { name }), text, values, wave });
  }
  return statements;
}
