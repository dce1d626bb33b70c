import { Button } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sequence } from '../../../api/model.js';
import { problemText } from '../../../api/problem-text.js';
import { formatNumber } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import { Chip, toast } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import { AddButton, ListPage, ListRow } from '../../settings/ListPage.js';
import { sequencesQuery, useSequences } from './queries.js';
import { SequenceForm } from './SequenceForm.js';

/** What begins by itself when somebody asks for a guide or signs up (V5). */
export function SequencesPage() {
  const { t } = useTranslation('mail');
  const may = useMay();
  /** What is open in the form; null is a new one. */
  const [open, setOpen] = useState<Sequence | null | undefined>();
  return (
    <ListPage
      list={useQuery(sequencesQuery)}
      title={t('tabs.sequences')}
      lead={t('sequences.lead')}
      empty={{ icon: IconTimeline, title: t('sequences.emptyTitle'), text: t('sequences.emptyText') }}
      add={
        may('mailings.manage') && <AddButton onClick={() => setOpen(null)}>{t('sequences.add')}</AddButton>
      }
      row={(sequence) => <Row key={sequence.id} sequence={sequence} onOpen={() => setOpen(sequence)} />}
    >
      {open !== undefined && <SequenceForm sequence={open} onClose={() => setOpen(undefined)} />}
    </ListPage>
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
    <ListRow name={name} facts={facts.filter(Boolean).join(' · ')}>
      <Chip tone={enabled ? 'accent' : 'plain'}>{t(enabled ? 'sequences.on' : 'sequences.off')}</Chip>
      {may('mailings.manage') && (
        <>
          <Button size="compact-sm" variant="subtle" color="gray" loading={update.isPending} onClick={toggle}>
            {t(enabled ? 'sequences.pause' : 'sequences.resume')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onOpen}>
            {t('edit')}
          </Button>
        </>
      )}
    </ListRow>
  );
}
