import { Purges } from '@seloste/platform';
import type { TestApp } from './test-app.js';

/** Has the things go that a retention rule covers and that began before the instant, as the nightly run does; how many went. */
export async function purge({ app }: TestApp, covers: string, before: Date): Promise<number> {
  let gone = 0;
  const over = { before, today: before.toISOString().slice(0, 10), interactionType: null };
  for (const one of app.get(Purges).of(covers))
    await one.run({ ...over, action: 'delete' }, (_tx, count) => Promise.resolve(void (gone += count)));
  return gone;
}
