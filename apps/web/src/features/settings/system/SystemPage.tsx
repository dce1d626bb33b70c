import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { SystemState } from '../../../api/model.js';
import { formatDateTime, formatNumber } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { Chip, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import { Section } from '../Section.js';
import classes from './System.module.css';

const megabyte = 1024 * 1024;

/** How the installation does, for whoever keeps it running; no person is in it (K6). */
export function SystemPage() {
  const { t } = useTranslation('system');
  useDocumentTitle(t('title'));
  const system = useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => ok(api.GET('/system', { signal })),
    refetchInterval: 10_000,
  });
  if (system.isError && !system.data)
    return <RouteError error={system.error} reset={() => void system.refetch()} />;
  if (!system.data) return <SkeletonRows rows={8} />;
  return (
    <>
      <Process system={system.data} />
      <Database system={system.data} />
      <Mail system={system.data} />
      <Queues system={system.data} />
    </>
  );
}

interface Part {
  system: SystemState;
}

function Process({ system }: Part) {
  const { t } = useTranslation('system');
  return (
    <Section title={t('process.title')} hint={t('process.hint')}>
      <dl className={classes.facts}>
        <Fact name={t('process.startedAt')}>{formatDateTime(system.startedAt)}</Fact>
        <Fact name={t('process.memory')}>
          {t('megabytes', { n: formatNumber(Math.round(system.memory / megabyte)) })}
        </Fact>
        <Fact name="Node.js">{system.node}</Fact>
        <Fact name={t('process.role')}>{t(`process.${system.process}`)}</Fact>
      </dl>
    </Section>
  );
}

function Database({ system: { database, encryptedVolume, auditPending } }: Part) {
  const { t } = useTranslation('system');
  return (
    <Section title={t('database.title')} hint={t('database.hint')}>
      <dl className={classes.facts}>
        <Fact name="PostgreSQL">{database.version}</Fact>
        <Fact name={t('database.size')}>
          {t('megabytes', { n: formatNumber(Math.round(database.size / megabyte)) })}
        </Fact>
        <Fact name={t('database.connections')}>{formatNumber(database.connections)}</Fact>
        <Fact name={t('database.migration')}>{database.migration}</Fact>
        <Fact name={t('database.volume')}>
          <Chip tone={encryptedVolume === true ? 'accent' : 'warn'}>
            {t(
              encryptedVolume === null
                ? 'database.unknownVolume'
                : encryptedVolume
                  ? 'database.encrypted'
                  : 'database.notEncrypted',
            )}
          </Chip>
          {encryptedVolume !== true && (
            <p className={classes.numbers}>
              {t(encryptedVolume === null ? 'database.unknownVolumeHint' : 'database.notEncryptedHint')}
            </p>
          )}
        </Fact>
        <Fact name={t('database.auditPending')}>{formatNumber(auditPending)}</Fact>
      </dl>
    </Section>
  );
}

function Mail({ system: { mail } }: Part) {
  const { t } = useTranslation('system');
  return (
    <Section title={t('mail.title')} hint={t('mail.hint')}>
      <dl className={classes.facts}>
        <Fact name={t('mail.server')}>
          <Chip tone={mail.isDeliverable ? 'accent' : 'warn'}>
            {t(mail.isDeliverable ? 'mail.set' : 'mail.notSet')}
          </Chip>
          {!mail.isDeliverable && <p className={classes.numbers}>{t('mail.notSetHint')}</p>}
        </Fact>
        <Fact name={t('mail.waiting')}>{formatNumber(mail.waiting)}</Fact>
        <Fact name={t('mail.failed')}>{formatNumber(mail.failed)}</Fact>
      </dl>
    </Section>
  );
}

function Queues({ system: { queues } }: Part) {
  const { t } = useTranslation('system');
  return (
    <Section title={t('queues.title')} hint={t('queues.hint')}>
      <ul className={classes.queues}>
        {queues.map(({ name, waiting, running, failed, waitingSince }) => (
          <li key={name} className={classes.queue}>
            <code>{name}</code>
            <span className={classes.numbers} data-failed={failed > 0 || undefined}>
              {t('queues.numbers', {
                waiting: formatNumber(waiting),
                running: formatNumber(running),
                failed: formatNumber(failed),
              })}
              {waitingSince && ` · ${t('queues.since', { at: formatDateTime(waitingSince) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
