import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import { ReleaseHold } from '../../retention/holds/HoldDialogs.js';
import type { Hold } from '../../retention/model.js';
import { holdsQuery } from './queries.js';
import classes from './Clock.module.css';

/** What has to stay of the person though the rest goes: on what ground, until when, and how it ends. */
export function HeldParts({ personId, isReadOnly }: { personId: string; isReadOnly: boolean }) {
  const { t } = useTranslation('clock');
  const { data } = useQuery(holdsQuery(personId));
  const inForce = (data?.items ?? []).filter(({ status }) => status === 'in_force');
  if (inForce.length === 0) return null;
  return (
    <ul className={classes.holds} aria-label={t('hold.label')}>
      {inForce.map((hold) => (
        <HeldPart key={hold.id} hold={hold} isReadOnly={isReadOnly} />
      ))}
    </ul>
  );
}

function HeldPart({ hold, isReadOnly }: { hold: Hold; isReadOnly: boolean }) {
  const { t } = useTranslation(['clock', 'retention']);
  const mayRelease = useMay()('holds.manage') && !isReadOnly;
  const [isReleasing, setReleasing] = useState(false);
  const { ground, document, reason, until, reviewOn, company } = hold;
  return (
    <li className={classes.hold}>
      <IconLock size={15} stroke={1.7} aria-hidden />
      <div className={classes.held}>
        <p className={classes.ground}>
          {[t(`retention:holdGround.${ground}`), document].filter(Boolean).join(', ')}
        </p>
        <p>
          {until
            ? t('hold.until', { date: formatDate(until) })
            : t('hold.review', { date: formatDate(reviewOn ?? '') })}
          {company && ` · ${company.name}`}
        </p>
        <p className={classes.why}>{reason}</p>
        {mayRelease && (
          <Button variant="default" size="compact-xs" onClick={() => setReleasing(true)}>
            {t('retention:holds.release')}
          </Button>
        )}
      </div>
      {isReleasing && <ReleaseHold hold={hold} onClose={() => setReleasing(false)} />}
    </li>
  );
}
