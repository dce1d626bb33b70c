import { Button } from '@mantine/core';
import { IconPlus, IconTimeline } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sequence } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { formatNumber } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { Chip, EmptyState, SkeletonRows, toast, useDocumentTitle } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import admin from '../../settings/Admin.module.css';
import { sequencesQuery, useSequences } from './queries.js';
import { SequenceForm } from './SequenceForm.js';

/** What begins by itself when somebody asks for a guide or signs up (V5). */
export function SequencesPage() {
  const { t } = useTranslation('mail');
  useDocumentTitle(t('tabs.sequences'));
  const may = useMay();
  const sequences = useQuery(sequencesQuery);
  /** What is open in the form; null is a new one. */
  const [open, setOpen] = useState<Sequence | null | undefined>();
  if (sequences.isError && !sequences.data)
    return <RouteError error={sequences.error} reset={() => void sequences.refetch()} />;
  const items = sequences.data?.items;
  const add = may('mailings.manage') && (
    <Button leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />} onClick={() => setOpen(null)}>
      {t('sequences.add')}
    </Button>
  );
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={admin.about}>
          <p>{t('sequences.lead')}</p>
        </div>
        {items && items.length > 0 && add}
      </div>
      {!items ? (
        <SkeletonRows rows={3} />
      ) : items.length === 0 ? (
        <EmptyState icon={IconTimeline} title={t('sequences.emptyTitle')} actions={add}>
          {t('sequences.emptyText')}
        </EmptyState>
      ) : (
        <ul className={admin.rows}>
          {items.map((sequence) => (
            <Row key={sequence.id} sequence={sequence} onOpen={() => setOpen(sequence)} />
          ))}
        </ul>
      )}
      {open !== undefined && <SequenceForm sequence={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function Row({ sequence, onOpen }: { sequence: Sequence; onOpen: () => void }) {
  const { t } = useTranslation('mail');
  const { t: tCommon } = useTranslation();
  const may = useMay();
  const { nameOf } = usePurposes();
  const { update } = useSequences();
  const { name, trigger, steps, owner, purpose, underWay, enabled } = sequence;
  const facts = [
    t(`trigger.${trigger}`),
    nameOf(purpose),
    steps.length > 0 && t('sequences.stepCount', { count: steps.length }),
    owner?.name,
    underWay > 0 && t('sequences.underWay', { count: underWay, shown: formatNumber(underWay) }),
  ];
  const toggle = () =>
    update.mutate(
      { before: sequence, enabled: !enabled },
      { onError: (error) => toast(problemText(error, tCommon), { tone: 'error' }) },
    );
  return (
    <li className={admin.row}>
      <div className={admin.what}>
        <p className={admin.name}>{name}</p>
        <p className={admin.quiet}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div className={admin.end}>
        <Chip tone={enabled ? 'accent' : 'plain'}>{t(enabled ? 'sequences.on' : 'sequences.off')}</Chip>
        {may('mailings.manage') && (
          <>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              loading={update.isPending}
              onClick={toggle}
            >
              {t(enabled ? 'sequences.pause' : 'sequences.resume')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={onOpen}>
              {t('edit')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
