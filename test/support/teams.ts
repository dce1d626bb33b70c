import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '@seloste/kernel';
import type { Caller, TestApp } from '@seloste/testing';

/** Takes the caller out of every team and puts them into the named one, which is made when it is not there. It holds when this returns. */
export async function putIntoTeam(app: TestApp, caller: Caller, name: string): Promise<void> {
  const { body: me } = await caller.get('/me').expect(200);
  await app.rows('UPDATE team_members SET left_at = now() WHERE user_id = $1 AND left_at IS NULL', [me.id]);
  await app.rows(
    'INSERT INTO teams (id, name, created_at, updated_at) VALUES ($1, $2, now(), now()) ON CONFLICT (name) WHERE closed_at IS NULL DO NOTHING',
    [newId(), name],
  );
  await app.rows(
    'INSERT INTO team_members (id, team_id, user_id, joined_at) SELECT $1, id, $2, now() FROM teams WHERE name = $3',
    [newId(), me.id, name],
  );
  await wait(100); // until the application, on its other connection, has heard of it
}
