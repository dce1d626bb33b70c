import { DataSource } from 'typeorm';
import type { MessageContent } from '@seloste/messages';
import { AppConfig, appDataSourceOptions, appUrl, Database, MasterKey, Sealer } from '@seloste/platform';
import { systemClock } from '@seloste/kernel';
import { Audit } from '../../../libs/audit/src/audit.js';
import { AuditKeys } from '../../../libs/audit/src/chain/audit-keys.js';
import { MailPool } from '../../../libs/mail/src/pool/mail-pool.js';
import { Departures } from '../../../libs/messages/src/hand-over/departures.js';
import { Doubts } from '../../../libs/messages/src/hand-over/doubts.js';
import { FollowUps } from '../../../libs/messages/src/hand-over/follow-ups.js';
import { HandOvers } from '../../../libs/messages/src/hand-over/hand-overs.js';
import { Lanes } from '../../../libs/messages/src/hand-over/lanes.js';
import { Letterheads } from '../../../libs/messages/src/hand-over/letterheads.js';
import { Outcomes } from '../../../libs/messages/src/hand-over/outcomes.js';
import { MessageContents } from '../../../libs/messages/src/message-contents.js';
import { MessageReports } from '../../../libs/messages/src/message-reports.js';
import { Pace } from '../../../libs/messages/src/settings/pace.js';
import { PersonLinks } from '../../../libs/permissions/src/links/person-links.js';
import { AddressDigests } from '../../../libs/permissions/src/suppression/address-digests.js';
import { DkimSigning } from '../../../libs/templates/src/sender-domain/dkim-signing.js';

/** What a worker of the tests is told at its start. */
export interface WorkerSettings {
  databaseUrl: string;
  /** Hex. */
  masterKey: string;
  smtpUrl: string;
  batchSize: number;
  content: Pick<MessageContent, 'subject' | 'text' | 'html'>;
}

const settings = JSON.parse(process.env.WORKER_SETTINGS ?? '') as WorkerSettings;

/** The outbox's own code and nothing around it, so that a process is up in no time. */
async function start(): Promise<HandOvers> {
  const masterKey = new MasterKey(Buffer.from(settings.masterKey, 'hex'));
  const config = Object.assign(new AppConfig(), {
    publicUrl: 'http://127.0.0.1',
    smtpUrl: settings.smtpUrl,
    mailFrom: { name: null, address: 'crm@havukka.example' },
    process: 'worker',
  });
  const dataSource = new DataSource(appDataSourceOptions(appUrl(settings.databaseUrl, masterKey), 4));
  const database = new Database(await dataSource.initialize(), masterKey);
  const [sealer, pool] = [new Sealer(masterKey), new MailPool(config)];
  const audit = new Audit(database, new AuditKeys((use) => masterKey.derive(use)), systemClock);
  const contents = new MessageContents();
  contents.provide('mailing', (_tx, messages) =>
    Promise.resolve(
      new Map(
        messages.map(({ id, links }) => {
          const { subject, text, html } = settings.content;
          const linked = (part: string) => part.replaceAll('{{link}}', links.unsubscribe);
          return [id, { subject, text: linked(text), html: linked(html), carriesNotice: true }];
        }),
      ),
    ),
  );
  const links = new PersonLinks(masterKey, config, database, systemClock);
  const reports = new MessageReports(audit, new AddressDigests(masterKey));
  const outcomes = new Outcomes(audit, reports, pool, systemClock);
  const departures = new Departures(contents, links, pool, sealer, systemClock);
  const letterheads = new Letterheads(database, new DkimSigning(database, sealer));
  const lanes = new Lanes(departures, outcomes, pool, new Pace(database, systemClock), letterheads);
  const doubts = new Doubts(database, outcomes, pool);
  const followUps = new FollowUps(database, sealer, audit, systemClock);
  return new HandOvers(database, config, lanes, doubts, followUps);
}

const handOvers = await start();
process.send?.('up');
for (;;) {
  await handOvers.run(settings.batchSize);
  process.send?.('idle');
  await new Promise((resolve) => setTimeout(resolve, 20));
}
