import type { TestApp } from '@seloste/testing';
import { tablesTelling } from '../erasure/dump.js';
import { addProspects } from '../retention-register.js';

/** Of whom a purge may say nothing once they are gone. */
const telltale = /\bzor[b-dfghjklm]{2}[aeioukmnlp\d]/i;

/** How many calls of long ago come with a wave: more than go in one transaction. */
const calls = 1_100;

const addCalls = `
  WITH calls AS (INSERT INTO interactions (id, type, direction, occurred_at, subject, body, created_at)
    SELECT gen_random_uuid(), 'call', 'out', '2023-01-01T12:00:00Z'::timestamptz + n * interval '1 second', 'Soitto', 'Puhuttiin kuvista.', '2023-01-01T12:00:00Z'
    FROM generate_series(1, $2::int) AS n RETURNING id, occurred_at)
  INSERT INTO interaction_participants (interaction_id, contact_id, position, occurred_at) SELECT id, $1, 0, occurred_at FROM calls`;

/** People of whom ever more are due, others who are not, and calls whose words are over: as much work as it takes. */
export class DueInWaves {
  private readonly due: string[] = [];
  private waves = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly young: string[],
  ) {}

  static async begin(app: TestApp): Promise<DueInWaves> {
    return new DueInWaves(app, await addProspects(app, 50, { collectedOn: '2026-01-20', name: 'Vur' }));
  }

  async add(people: number): Promise<void> {
    const letters = 'bcdfghjklm';
    const name = `Zor${letters[Math.floor(this.waves / 10)]}${letters[this.waves % 10]}`;
    this.waves += 1;
    this.due.push(...(await addProspects(this.app, people, { collectedOn: '2025-11-20', name })));
    await this.app.rows(addCalls, [this.young[0], calls]);
  }

  /** Each once, nobody by half, and nobody else. */
  async expectGoneOnce(): Promise<void> {
    const { app, due } = this;
    const n = due.length;
    const runs = await app.rows('SELECT DISTINCT status FROM retention_runs');
    expect(runs).toEqual([{ status: 'complete' }]);
    const erased = await app.rows<{ id: string }>(
      'SELECT id FROM contacts WHERE erased_at IS NOT NULL ORDER BY id',
    );
    expect(erased.map(({ id }) => id)).toEqual([...due].sort());
    const items = await app.rows(
      `SELECT count(*)::int AS n, count(DISTINCT subject_id)::int AS people, array_agg(DISTINCT outcome) AS outcomes FROM retention_run_items WHERE subject_id IS NOT NULL`,
    );
    expect(items).toEqual([{ n, people: n, outcomes: ['done'] }]);
    const erasures = await app.rows(
      `SELECT count(*)::int AS n, count(DISTINCT contact_id)::int AS people, count(DISTINCT certificate_hash)::int AS certificates, bool_and(status = 'complete') AS done FROM erasures`,
    );
    expect(erasures).toEqual([{ n, people: n, certificates: n, done: true }]);
    const acts = await app.rows(
      `SELECT action, count(*)::int AS n, count(DISTINCT subject_id)::int AS people FROM audit_events WHERE action IN ('contact.erase', 'erasure.complete') GROUP BY 1 ORDER BY 1`,
    );
    expect(acts).toEqual([
      { action: 'contact.erase', n, people: n },
      { action: 'erasure.complete', n, people: n },
    ]);
    expect(await tablesTelling(app, telltale)).toEqual([]);
    const kept = await app.rows(
      `SELECT count(*)::int AS n FROM contacts c JOIN contact_points p ON p.contact_id = c.id JOIN interactions i ON i.id = c.id
       WHERE c.id = ANY ($1) AND c.last_name LIKE 'Vur%' AND i.body IS NOT NULL`,
      [this.young],
    );
    expect(kept).toEqual([{ n: this.young.length }]);
    const words = this.waves * calls;
    const bodies = await app.rows(
      `SELECT (SELECT sum(counted)::int FROM retention_run_items WHERE rule_key = 'call_bodies') AS counted, count(*)::int AS redacted
       FROM interactions WHERE redacted_at IS NOT NULL AND occurred_at < '2023-11-24'`,
    );
    expect(bodies).toEqual([{ counted: words, redacted: words }]);
  }
}
