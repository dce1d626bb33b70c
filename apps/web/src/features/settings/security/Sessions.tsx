import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { OwnSession } from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import { Chip, RelativeTime, SkeletonText, toast } from '../../../ui/index.js';
import { Section } from '../Section.js';
import { sessionsQuery } from './queries.js';
import classes from './Security.module.css';
import { useReport } from './use-report.js';

function useEndSessions() {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const report = useReport();
  return useMutation({
    mutationFn: (ids: string[]) =>
      Promise.all(ids.map((id) => ok(api.DELETE('/sessions/{id}', { params: { path: { id } } })))),
    onSuccess: (_, ids) => toast(t('sessions.ended', { count: ids.length })),
    onError: report,
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

/** Where one is signed in. */
export function Sessions() {
  const { t } = useTranslation('security');
  const sessions = useQuery(sessionsQuery).data?.items;
  const end = useEndSessions();
  const others = sessions?.filter(({ current }) => !current) ?? [];
  return (
    <Section title={t('sessions.title')} hint={t('sessions.hint')}>
      {!sessions ? (
        <SkeletonText rows={3} />
      ) : (
        <ul className={classes.list}>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => end.mutate([session.id])} />
          ))}
        </ul>
      )}
      {others.length > 1 && (
        <Button
          variant="default"
          className={classes.add ?? ''}
          loading={end.isPending}
          onClick={() => end.mutate(others.map(({ id }) => id))}
        >
          {t('sessions.endOthers')}
        </Button>
      )}
    </Section>
  );
}

function SessionRow({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const { t } = useTranslation('security');
  const device = session.device ?? t('sessions.unknown');
  const Icon = /Android|iPhone|iPad/.test(device) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={classes.row}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <div className={classes.what}>
        <p>
          {device} {session.current && <Chip tone="accent">{t('sessions.current')}</Chip>}
        </p>
        <p className={classes.quiet}>
          {t(`sessions.method.${session.method}`)}
          {' · '}
          {t('sessions.begun', { time: formatDateTime(session.createdAt) })}
          {!session.current && (
            <>
              {' · '}
              {t('sessions.seen')} <RelativeTime value={session.seenAt} />
            </>
          )}
        </p>
      </div>
      {!session.current && (
        <Button variant="subtle" color="gray" aria-label={t('sessions.endOf', { device })} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
