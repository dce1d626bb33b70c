import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconMailForward, IconMoodSmile } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeDuty } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { formatDate, formatRelative } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { EmptyState, SkeletonRows, toast, useDocumentTitle } from '../../../ui/index.js';
import privacy from '../Privacy.module.css';
import { DischargeDialog } from './DischargeDialog.js';
import { dutiesQuery, useSendNotices } from './queries.js';
import classes from './Notices.module.css';

/** Who still has to be told where their data came from and what for, the oldest first (GDPR Art. 14). */
export function NoticesPage() {
  const { t } = useTranslation('notices');
  useDocumentTitle(t('title'));
  const [isOverdue, setOverdue] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const list = useInfiniteQuery({ ...dutiesQuery(isOverdue), placeholderData: keepPreviousData });
  if (list.isError && !list.data) return <RouteError error={list.error} reset={() => void list.refetch()} />;
  const duties = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = list.data?.pages[0]?.total ?? null;
  const mailable = duties.filter(({ hasEmail, isMailed }) => hasEmail && !isMailed);
  const shown = chosen.filter((id) => mailable.some((duty) => duty.id === id));
  const areAll = mailable.length > 0 && shown.length === mailable.length;
  return (
    <div className={privacy.page}>
      <p className={privacy.soft}>{t('lead')}</p>
      <div className={classes.bar}>
        {duties.length > 0 && (
          <Checkbox
            label={shown.length > 0 ? t('selected', { count: shown.length }) : t('selectAll')}
            checked={areAll}
            indeterminate={shown.length > 0 && !areAll}
            disabled={mailable.length === 0}
            onChange={() => setChosen(areAll ? [] : mailable.map(({ id }) => id))}
          />
        )}
        {shown.length === 0 && total !== null && duties.length > 0 && (
          <span className={privacy.quiet}>{t('total', { count: total })}</span>
        )}
        {shown.length > 0 && <Send dutyIds={shown} onSent={() => setChosen([])} />}
        <SegmentedControl
          ml="auto"
          size="xs"
          aria-label={t('show')}
          data={[
            { value: 'all', label: t('all') },
            { value: 'overdue', label: t('onlyOverdue') },
          ]}
          value={isOverdue ? 'overdue' : 'all'}
          onChange={(value) => setOverdue(value === 'overdue')}
        />
      </div>
      {list.isPending && <SkeletonRows rows={8} />}
      {list.isSuccess && duties.length === 0 && (
        <EmptyState icon={IconMoodSmile} title={t(isOverdue ? 'emptyOverdueTitle' : 'emptyTitle')}>
          {t(isOverdue ? 'emptyOverdueText' : 'emptyText')}
        </EmptyState>
      )}
      {duties.length > 0 && (
        <ul className={classes.rows}>
          {duties.map((duty) => (
            <DutyRow
              key={duty.id}
              duty={duty}
              isChosen={shown.includes(duty.id)}
              onChoose={(on) => setChosen(on ? [...shown, duty.id] : shown.filter((id) => id !== duty.id))}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          className={privacy.more}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  );
}

/** The notice by mail, to those who are chosen, each in their own language. */
function Send({ dutyIds, onSent }: { dutyIds: string[]; onSent: () => void }) {
  const { t } = useTranslation('notices');
  const { t: tCommon } = useTranslation();
  const send = useSendNotices();
  const run = async () => {
    try {
      const { queued, skipped } = await send.mutateAsync(dutyIds);
      onSent();
      toast(
        [t('sent', { count: queued }), skipped > 0 && t('skipped', { count: skipped })]
          .filter(Boolean)
          .join('. '),
      );
    } catch (error) {
      toast(problemText(error, tCommon), { tone: 'error' });
    }
  };
  return (
    <div className={classes.send}>
      <Button
        size="compact-sm"
        loading={send.isPending}
        leftSection={<IconMailForward size={15} stroke={1.7} aria-hidden />}
        onClick={() => void run()}
      >
        {t('send')}
      </Button>
      <span className={privacy.quiet}>{t('sendHint')}</span>
    </div>
  );
}

interface RowProps {
  duty: NoticeDuty;
  isChosen: boolean;
  onChoose: (on: boolean) => void;
}

function DutyRow({ duty, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation('notices');
  const [isDischarging, setDischarging] = useState(false);
  const { contact, company, overdue } = duty;
  return (
    <li className={classes.row}>
      <Checkbox
        aria-label={t('select', { name: contact.name })}
        checked={isChosen}
        disabled={!duty.hasEmail || duty.isMailed}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className={privacy.what}>
        <p>
          <Link to="/people/$id" params={{ id: contact.id }} className={privacy.name}>
            {contact.name}
          </Link>
          {company && <span className={privacy.soft}>, {company.name}</span>}
        </p>
        <p className={privacy.quiet}>
          {[
            t('age', { age: formatRelative(duty.arisenAt) }),
            duty.isMailed && t('mailed'),
            !duty.hasEmail && t('noEmail'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <span className={classes.due} data-overdue={overdue || undefined}>
        {overdue && <IconAlertTriangle size={14} stroke={1.8} aria-hidden />}
        {t(overdue ? 'overdue' : 'due', { date: formatDate(duty.dueOn) })}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => setDischarging(true)}>
        {t('discharge')}
      </Button>
      {isDischarging && <DischargeDialog duty={duty} onClose={() => setDischarging(false)} />}
    </li>
  );
}
