import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '@seloste/testing';

/** One person, or the things of one rule, of a run; see `GET /retention/runs/:id/items`. */
export interface RunItem {
  subjectType: string;
  subjectId: string | null;
  subject: { id: string; name: string } | null;
  ruleKey: string | null;
  action: string;
  categories: string[] | null;
  dueOn: string | null;
  reason: string | null;
  count: number;
  outcome: string;
  code: string | null;
  erasureId: string | null;
}

export interface FinishedRun {
  id: string;
  status: string;
  people: Record<string, number>;
  exceptions: number;
  counts: { people: Record<string, number>; parts: Record<string, number> | null };
  items: RunItem[];
}

/** The run, as soon as it is over, with all its items. */
export async function finishedRun(officer: Caller, id: string): Promise<FinishedRun> {
  for (;;) {
    const { body } = await officer.get(`/retention/runs/${id}`).expect(200);
    if (body.status === 'complete' || body.status === 'failed')
      return { ...body, items: await itemsOf(officer, id) };
    await pause(30);
  }
}

/** Asks for a run by hand and waits until it is over. */
export async function runByHand(officer: Caller, dryRun = false): Promise<FinishedRun> {
  const { body } = await officer.post('/retention/runs', { dryRun }).expect(202);
  return finishedRun(officer, body.id);
}

async function itemsOf(officer: Caller, id: string): Promise<RunItem[]> {
  const items: RunItem[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: string = `/retention/runs/${id}/items?limit=200${cursor && `&cursor=${cursor}`}`;
    const body = (await officer.get(page).expect(200)).body as {
      items: RunItem[];
      nextCursor: string | null;
    };
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}
