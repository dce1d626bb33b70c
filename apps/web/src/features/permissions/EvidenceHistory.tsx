import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import { SkeletonText } from '../../ui/index.js';
import { consentsQuery, objectionsQuery, salesQuery } from './queries.js';
import { useCover } from './use-cover.js';
import classes from './Permissions.module.css';

interface Entry {
  id: string;
  at: string;
  what: string;
  how: string;
  endedAt: string | null;
}

/** Everything this person has said, and every sale that counts, newest first. */
export function EvidenceHistory({ personId }: { personId: string }) {
  const { t } = useTranslation('permissions');
  const entries = useEntries(personId);
  return (
    <div className={classes.block}>
      <h3>{t('evidence.history')}</h3>
      {entries === null && <SkeletonText />}
      {entries?.length === 0 && <p className={classes.quiet}>{t('evidence.noHistory')}</p>}
      {entries && entries.length > 0 && (
        <ul className={classes.history}>
          {entries.map(({ id, at, what, how, endedAt }) => (
            <li key={id}>
              <p data-over={endedAt ? true : undefined}>{what}</p>
              <p>
                {[formatDate(at), how, endedAt && t('evidence.endedOn', { date: formatDate(endedAt) })]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useEntries(personId: string): Entry[] | null {
  const { t } = useTranslation('permissions');
  const cover = useCover();
  const objections = useQuery(objectionsQuery({ kind: 'contacts', id: personId }));
  const consents = useQuery(consentsQuery(personId));
  const sales = useQuery(salesQuery(personId));
  if (!objections.data || !consents.data || !sales.data) return null;
  return [
    ...objections.data.items.map((one) => ({
      id: one.id,
      at: one.objectedAt,
      what: t('evidence.objectionOf', { what: cover(one).toLocaleLowerCase() }),
      how: t(`way.${one.receivedVia}`),
      endedAt: one.withdrawal?.withdrawnAt ?? null,
    })),
    ...consents.data.items.map((one) => ({
      id: one.id,
      at: one.obtainedAt,
      what: t('evidence.consentOf', { what: cover(one).toLocaleLowerCase() }),
      how: t(`consentWay.${one.obtainedVia}`),
      endedAt: one.withdrawnAt,
    })),
    ...sales.data.items.map((one) => ({
      id: one.id,
      at: one.soldOn,
      what: t('evidence.saleOf', { what: one.product }),
      how: one.reference,
      endedAt: null,
    })),
  ].sort((a, b) => b.at.localeCompare(a.at));
}
