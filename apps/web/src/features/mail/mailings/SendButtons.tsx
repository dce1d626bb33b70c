import { Button, TextInput } from '@mantine/core';
import { IconClock, IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../../api/model.js';
import { formatNumber } from '../../../i18n/format.js';
import { DateField, FormDialog, toast, useForm } from '../../../ui/index.js';
import classes from './Mailing.module.css';
import { audienceQuery, useMailingActs } from './queries.js';

/** Sends it, now or later. */
export function SendButtons({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation('mail');
  const [isAsking, setAsking] = useState<'now' | 'later' | null>(null);
  const counts = useInfiniteQuery(audienceQuery(mailing.id, mailing.version, {})).data?.pages[0]?.counts;
  const isEmpty = !counts || counts.included === 0;
  return (
    <>
      <Button
        variant="default"
        disabled={isEmpty}
        leftSection={<IconClock size={16} stroke={1.7} aria-hidden />}
        onClick={() => setAsking('later')}
      >
        {t('send.later')}
      </Button>
      <Button
        disabled={isEmpty}
        leftSection={<IconSend size={16} stroke={1.7} aria-hidden />}
        onClick={() => setAsking('now')}
      >
        {t('send.now', { shown: formatNumber(counts?.included ?? 0) })}
      </Button>
      {isAsking && counts && (
        <SendDialog
          mailing={mailing}
          counts={counts}
          isLater={isAsking === 'later'}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

interface DialogProps {
  mailing: Mailing;
  counts: { included: number; leftOut: number; fellBack: number };
  isLater: boolean;
  onClose: () => void;
}

function SendDialog({ mailing, counts, isLater, onClose }: DialogProps) {
  const { t } = useTranslation(['mail', 'common']);
  const { dispatch } = useMailingActs(mailing);
  const tomorrow = dayjs().add(1, 'day').format('YYYY-MM-DD');
  const form = useForm<{ day: string | null; time: string }>({
    initial: { day: tomorrow, time: '09:00' },
    aliases: { scheduledAt: 'day' },
    problems: {
      version_conflict: t('problem.changed'),
      audience_empty: t('problem.audience_empty'),
      purpose_off: t('problem.purpose_off'),
      service_reason_missing: t('problem.service_reason_missing'),
      role_link_missing: t('problem.role_link_missing'),
    },
    check: ({ day, time }) =>
      !isLater || (day && /^\d{2}:\d{2}$/.test(time)) ? {} : { day: t('common:fieldError.required') },
    save: ({ day, time }) =>
      dispatch.mutateAsync({
        ...(isLater && day ? { scheduledAt: dayjs(`${day}T${time}`).toISOString() } : {}),
        ...(counts.fellBack > 0 ? { acceptsOtherLanguage: true } : {}),
      }),
    onSaved: () => {
      onClose();
      toast(t(isLater ? 'send.scheduled' : 'send.begun'));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(isLater ? 'send.laterTitle' : 'send.title')}
      submitLabel={t(isLater ? 'send.schedule' : 'send.submit')}
      {...form}
    >
      <p>
        {t('send.lead', { included: formatNumber(counts.included), leftOut: formatNumber(counts.leftOut) })}
      </p>
      {counts.fellBack > 0 && (
        <p>{t('send.fellBack', { count: counts.fellBack, shown: formatNumber(counts.fellBack) })}</p>
      )}
      {isLater && (
        <div className={classes.when}>
          <DateField
            label={t('send.date')}
            clearable={false}
            minDate={dayjs().format('YYYY-MM-DD')}
            {...form.field('day')}
          />
          <TextInput type="time" label={t('send.time')} {...form.input('time')} />
        </div>
      )}
    </FormDialog>
  );
}
