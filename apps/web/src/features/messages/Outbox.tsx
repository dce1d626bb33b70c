import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, Message } from '../../api/model.js';
import { problemText } from '../../api/problem-text.js';
import { formatDate, formatTime } from '../../i18n/format.js';
import { useMay } from '../../shell/use-may.js';
import { Chip, toast, type Tone } from '../../ui/index.js';
import { usePurposes } from '../permissions/use-purposes.js';
import { fateOf, isNews } from './letter.js';
import { messagesQuery, type MessageStatus, useCancel } from './queries.js';
import classes from './Messages.module.css';

type Fate = MessageStatus | 'bounced' | 'complained';

const tones: Record<Fate, Tone> = {
  waiting: 'info',
  handing_over: 'info',
  handed_over: 'accent',
  in_doubt: 'warn',
  stopped: 'danger',
  failed: 'danger',
  cancelled: 'plain',
  kept: 'plain',
  bounced: 'danger',
  complained: 'danger',
};

const newest = 5;

/** What is on its way to a person, and what did not arrive; what did stands in the timeline below. */
export function Outbox({ person }: { person: Contact }) {
  const { t } = useTranslation('messages');
  const client = useQueryClient();
  const messages = useQuery({ ...messagesQuery(person.id), enabled: !person.restricted });
  const items = messages.data?.items ?? [];
  const arrived = items.filter(({ status }) => status === 'handed_over').length;
  useEffect(() => {
    if (arrived > 0) void client.invalidateQueries({ queryKey: ['interactions', 'timeline'] });
  }, [arrived, client]);
  const news = items.filter((message) => isNews(message)).slice(0, newest);
  if (news.length === 0) return null;
  return (
    <section className={classes.outbox} aria-label={t('outbox.title')}>
      <h2>{t('outbox.title')}</h2>
      <ul>
        {news.map((message) => (
          <OutboxRow key={message.id} message={message} contactId={person.id} />
        ))}
      </ul>
    </section>
  );
}

function OutboxRow({ message, contactId }: { message: Message; contactId: string }) {
  const { t } = useTranslation('messages');
  const { t: tCommon } = useTranslation();
  const { nameOf } = usePurposes();
  const mayCancel = useMay()('messages.create');
  const cancel = useCancel(contactId);
  const fate: Fate = fateOf(message);
  const why = useWhy(message, fate);
  const origin = message.originKind === 'one_to_one' ? null : t(`outbox.${message.originKind}`);
  const run = () => {
    cancel.mutate(message.id, {
      onSuccess: () => toast(t('undone')),
      onError: (error) =>
        toast(problemText(error, tCommon, { message_gone: t('tooLate') }), { tone: 'error' }),
    });
  };
  return (
    <li className={classes.message}>
      <IconMail size={16} stroke={1.6} aria-hidden />
      <div>
        <p className={classes.line}>
          <span className={classes.subject}>{message.subject ?? t('outbox.noSubject')}</span>
          <Chip tone={tones[fate]}>{t(`status.${fate}`)}</Chip>
        </p>
        <p className={classes.why}>
          {[nameOf(message.purpose), origin, why, formatDate(message.createdAt)].filter(Boolean).join(' · ')}
        </p>
      </div>
      {fate === 'waiting' && mayCancel && (
        <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={run}>
          {t('outbox.cancel')}
        </Button>
      )}
    </li>
  );
}

function useWhy(message: Message, fate: Fate): string | null {
  const { t } = useTranslation('messages');
  switch (fate) {
    case 'waiting':
      return t('why.waiting', { at: formatTime(message.notBefore) });
    case 'stopped':
      return message.decision?.sentence ?? null;
    case 'bounced':
      return t(`why.bounced_${message.bounceKind ?? 'soft'}`);
    case 'in_doubt':
    case 'failed':
    case 'kept':
    case 'complained':
      return t(`why.${fate}`);
    default:
      return null;
  }
}
