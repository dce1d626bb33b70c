import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestApp, type TestApp } from '@seloste/testing';

describe('npm run audit:verify', () => {
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    app = await createTestApp();
    const admin = await app.setUp();
    await admin.get('/audit-chain').expect(200);
    folder = mkdtempSync(join(tmpdir(), 'seloste-audit-'));
    writeFileSync(join(folder, 'master.key'), '07'.repeat(32), { mode: 0o600 }); // the key of the tests
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (args: string[] = [], env: Record<string, string> = {}) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const options = {
        cwd: join(import.meta.dirname, '..'),
        env: {
          PATH: process.env['PATH'] ?? '',
          SELOSTE_DATA_DIR: folder,
          DATABASE_URL: app.database.url,
          ...env,
        },
      };
      execFile(process.execPath, ['scripts/audit/main.ts', ...args], options, (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
      });
    });

  it('checks the database of an installation that runs, and ends well', async () => {
    const { code, output } = await run();
    expect(output).toMatch(/^The audit record verifies: \d+ events, \d+ links, \d+ waiting for theirs/m);
    expect(code).toBe(0);
  });

  it('proves by a noted link that nothing was cut off', async () => {
    const [, head = ''] = /--head|last link is (\d+:[0-9a-f]{64})/.exec((await run()).output) ?? [];
    expect((await run(['--head', head])).code).toBe(0);
    const { code, output } = await run(['--head', `99999:${'00'.repeat(32)}`]);
    expect([code, output]).toEqual([1, expect.stringContaining('(cut_off)')]);
  });

  it('names the first broken link after the owner of the database tampered with it, and ends with 1', async () => {
    const [link] = await app.rows<{ seq: string; event_id: string }>(
      'SELECT seq, event_id FROM audit_links ORDER BY seq LIMIT 1',
    );
    await app.rows('ALTER TABLE audit_events DISABLE TRIGGER USER');
    await app.rows('DELETE FROM audit_events WHERE id = $1', [link?.event_id]);
    const { code, output } = await run();
    expect(output).toContain(
      `The audit record is broken at link ${link?.seq}, event ${link?.event_id}: the event was removed`,
    );
    expect(code).toBe(1);
  });

  it('says what it misses, and ends with 2', async () => {
    const elsewhere = join(folder, 'empty');
    const broken: Record<string, string>[] = [
      { SELOSTE_DATA_DIR: elsewhere },
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    ];
    for (const env of broken) {
      const { code, output } = await run([], env);
      expect([code, output]).toEqual([2, expect.stringContaining('could not be checked')]);
    }
  });
});
