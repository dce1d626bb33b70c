import { PgBoss } from 'pg-boss';

/** Where pg-boss keeps its tables. */
export const jobSchema = 'pgboss';

/** Creates or upgrades the queue's own tables, as the database owner. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobSchema,
    max: 2,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
}
