import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { migrations } from '@seloste/migrations';
import { AppConfig, Database, Requires } from '@seloste/platform';
import { isOnEncryptedVolume } from './encrypted-volume.js';
import type { DatabaseState, MailState, QueueState } from './system.dto.js';
import { SystemResponse } from './system.dto.js';

const databaseState = `
  SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS size,
    (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections`;

const queueStates = `
  SELECT q.name, count(j.id) FILTER (WHERE j.state IN ('created', 'retry'))::int AS waiting,
    count(j.id) FILTER (WHERE j.state = 'active')::int AS running,
    count(j.id) FILTER (WHERE j.state = 'failed')::int AS failed,
    min(j.start_after) FILTER (WHERE j.state IN ('created', 'retry')) AS "waitingSince"
  FROM pgboss.queue q LEFT JOIN pgboss.job j ON j.name = q.name
  WHERE q.name NOT LIKE '\\_\\_%' GROUP BY q.name ORDER BY q.name`;

const mailState = `
  SELECT count(*) FILTER (WHERE status = 'waiting')::int AS waiting, count(*) FILTER (WHERE status = 'failed')::int AS failed
  FROM mail_messages`;

/** The schema that this build brings. */
const newestMigration = migrations.at(-1)?.name ?? '';

/** What technical maintainers see: numbers of the installation, never a person (K6). */
@ApiTags('system')
@Controller('system')
export class SystemController {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  /** How the installation does. */
  @Get()
  @Requires('system.read')
  async get(): Promise<SystemResponse> {
    const [database, queues, mail, pending] = await Promise.all([
      this.database.read<Omit<DatabaseState, 'migration'>>(databaseState),
      this.database.read<QueueState & Record<string, unknown>>(queueStates),
      this.database.read<Omit<MailState, 'isDeliverable'>>(mailState),
      this.database.read<{ n: number }>('SELECT count(*)::int AS n FROM audit_pending'),
    ]);
    return {
      process: this.config.process,
      node: process.version,
      startedAt: new Date(Date.now() - Math.round(process.uptime() * 1000)),
      memory: process.memoryUsage().rss,
      database: { ...only(database), migration: newestMigration },
      queues,
      mail: { ...only(mail), isDeliverable: this.config.smtpUrl !== null },
      encryptedVolume: isOnEncryptedVolume(this.config.dataDir),
      auditPending: only(pending).n,
    };
  }
}

/** The one row of a query that always has one. */
function only<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('the query has a row');
  return row;
}
