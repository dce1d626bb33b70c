import { Button, Switch } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem-text.js';
import { formatDate } from '../../../i18n/format.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { Chip, SkeletonRows, toast, useDocumentTitle } from '../../../ui/index.js';
import type { Purpose } from '../../../api/model.js';
import { purposesQuery } from '../../permissions/queries.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import privacy from '../Privacy.module.css';
import { AddPurpose } from './AddPurpose.js';
import { EditPurpose } from './EditPurpose.js';
import { useChangePurpose } from './queries.js';
import classes from './Purposes.module.css';

const kinds = ['service', 'marketing', 'profiling'] as const;

/** What people's data is used for, on which basis, with the balancing test and its review (GDPR Art. 5(2), 6(1)). */
export function PurposesPage() {
  const { t } = useTranslation('purposes');
  useDocumentTitle(t('title'));
  const mayManage = useMay()('purposes.manage');
  const purposes = useQuery(purposesQuery);
  const [isAdding, setAdding] = useState(false);
  if (purposes.isError && !purposes.data)
    return <RouteError error={purposes.error} reset={() => void purposes.refetch()} />;
  const items = purposes.data?.items;
  const late = purposes.data?.overdueReviews ?? 0;
  return (
    <div className={privacy.page}>
      <div className={classes.head}>
        <p className={privacy.soft}>{t('lead')}</p>
        {mayManage && (
          <Button
            leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        )}
      </div>
      {late > 0 && (
        <p className={classes.warning} role="status">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          {t('overdueCount', { count: late })}
        </p>
      )}
      {!items && <SkeletonRows rows={7} />}
      {items &&
        kinds.map((kind) => (
          <section key={kind}>
            <h2 className={classes.groupName}>{t(`class.${kind}`)}</h2>
            <p className={classes.groupHint}>{t(`classHint.${kind}`)}</p>
            <ul className={classes.rows}>
              {items
                .filter((purpose) => purpose.class === kind)
                .map((purpose) => (
                  <PurposeRow key={purpose.key} purpose={purpose} mayManage={mayManage} />
                ))}
            </ul>
          </section>
        ))}
      {isAdding && <AddPurpose onClose={() => setAdding(false)} />}
    </div>
  );
}

interface RowProps {
  purpose: Purpose;
  mayManage: boolean;
}

function PurposeRow({ purpose, mayManage }: RowProps) {
  const { t } = useTranslation('purposes');
  const { nameOf } = usePurposes();
  const [isOpen, setOpen] = useState(false);
  const name = nameOf(purpose.key);
  const { basis, balancingNote } = purpose;
  return (
    <li className={classes.purpose}>
      <div>
        <p className={classes.name}>
          {mayManage ? (
            <button type="button" aria-label={t('edit', { name })} onClick={() => setOpen(true)}>
              {name}
            </button>
          ) : (
            name
          )}
          {!purpose.builtIn && <Chip>{t('own')}</Chip>}
        </p>
        {basis === 'legitimate_interest' && <p className={classes.note}>{balancingNote}</p>}
      </div>
      <div className={classes.middle}>
        <p className={classes.basis}>{basis ? t(`records:basis.${basis}`) : t('noBasis')}</p>
        <Review purpose={purpose} />
      </div>
      <OnOff purpose={purpose} name={name} mayManage={mayManage} />
      {isOpen && <EditPurpose purpose={purpose} name={name} onClose={() => setOpen(false)} />}
    </li>
  );
}

function Review({ purpose: { basis, reviewOn, isReviewOverdue: isLate } }: { purpose: Purpose }) {
  const { t } = useTranslation('purposes');
  if (basis !== 'legitimate_interest' || !reviewOn) return null;
  return (
    <p className={classes.review} data-overdue={isLate || undefined}>
      {isLate && <IconAlertTriangle size={13} stroke={1.8} aria-hidden />}
      {t(isLate ? 'overdue' : 'reviewBy', { date: formatDate(reviewOn) })}
    </p>
  );
}

/** On or off, at once, with undo; what rests on nothing cannot be switched on. */
function OnOff({ purpose, name, mayManage }: RowProps & { name: string }) {
  const { t } = useTranslation('purposes');
  const { t: tCommon } = useTranslation();
  const change = useChangePurpose();
  const { switchedOn, basis } = purpose;
  if (!mayManage) return <Chip tone={switchedOn ? 'accent' : 'plain'}>{t(switchedOn ? 'on' : 'off')}</Chip>;
  const set = async (of: Purpose, on: boolean): Promise<void> => {
    try {
      const saved = await change.mutateAsync({ purpose: of, change: { switchedOn: on } });
      toast(t(on ? 'turnedOn' : 'turnedOff', { name }), {
        action: { label: t('common:action.undo'), run: () => void set(saved, !on) },
      });
    } catch (error) {
      toast(problemText(error, tCommon), { tone: 'error' });
    }
  };
  return (
    <Switch
      aria-label={t('switch', { name })}
      checked={switchedOn}
      disabled={change.isPending || (!switchedOn && basis === null)}
      title={basis === null ? t('needsBasis') : undefined}
      onChange={(event) => void set(purpose, event.currentTarget.checked)}
    />
  );
}
