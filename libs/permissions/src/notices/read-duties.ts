import type { Reader } from '@seloste/platform';

/** How many people should have been told of us by now. `today` is the controller's calendar day. */
export async function countOverdueNotices(reader: Reader, today: string): Promise<number> {
  const [row] = await reader.read<{ n: number }>(
    `SELECT count(*)::int AS n FROM notice_duties d JOIN contacts c ON c.id = d.contact_id
     WHERE d.discharged_at IS NULL AND d.due_on < $1 AND c.erased_at IS NULL`,
    [today],
  );
  return row?.n ?? 0;
}
