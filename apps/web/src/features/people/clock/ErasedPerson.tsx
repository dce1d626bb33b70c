import { Button } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import { EmptyState, useDocumentTitle } from '../../../ui/index.js';
import { erasureOfQuery } from '../../erasure/queries.js';

/** Where somebody was: since when they are gone, and for who may see it, the proof. */
export function ErasedPerson({ id, erasedAt }: { id: string; erasedAt: string }) {
  const { t } = useTranslation(['clock', 'people']);
  const mayManage = useMay()('erasures.manage');
  const erasure = useQuery({ ...erasureOfQuery(id), enabled: mayManage }).data;
  const title = t('erasedPerson.title');
  useDocumentTitle(title);
  return (
    <EmptyState
      heading="h1"
      icon={IconUserOff}
      title={title}
      actions={
        <>
          {erasure && (
            <Button
              renderRoot={(props) => (
                <Link to="/privacy/erasures/$id" params={{ id: erasure.id }} {...props} />
              )}
            >
              {t(erasure.status === 'complete' ? 'erasedPerson.certificate' : 'erasedPerson.progress')}
            </Button>
          )}
          <Button variant="default" renderRoot={(props) => <Link to="/people" {...props} />}>
            {t('people:back')}
          </Button>
        </>
      }
    >
      {t('erasedPerson.since', { date: formatDate(erasedAt) })}
    </EmptyState>
  );
}
