import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant, User } from '../../../api/model.js';
import { formatDate } from '../../../i18n/format.js';
import { Chip, type Tone } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import { EndGrant } from './EndGrant.js';
import { reasonText } from './reasons.js';
import classes from './Users.module.css';

const tones: Partial<Record<Grant['state'], Tone>> = { planned: 'info' };

/** One role that is, was or will be held: who gave it, why, from when to when, and how it ended. */
export function GrantRow({ grant, user, mayEnd }: { grant: Grant; user: User; mayEnd: boolean }) {
  const { t } = useTranslation(['users', 'common']);
  const [isEnding, setEnding] = useState(false);
  const word = (reason: string) => reasonText(reason, (constant) => t(`grantReason.${constant}`));
  const isOver = grant.endedAt !== null || grant.state === 'lapsed';
  const until = grant.endedAt ?? grant.endsAt;
  return (
    <li className={classes.grant} data-over={isOver || undefined}>
      <div>
        <p className={classes.grantRole}>
          {t(`common:role.${grant.role}`)}
          {grant.state !== 'current' && (
            <Chip tone={tones[grant.state] ?? 'plain'}>{t(`grantState.${grant.state}`)}</Chip>
          )}
        </p>
        <p className={admin.soft}>{word(grant.reason)}</p>
        <p className={admin.quiet}>
          {t('grants.from', { date: formatDate(grant.startsAt) })}
          {until ? ` ${t('grants.until', { date: formatDate(until) })}` : ` · ${t('grants.openEnded')}`}
          {' · '}
          {grant.grantedBy ? t('grants.by', { name: grant.grantedBy.name }) : t('grants.bySystem')}
        </p>
        {isOver && grant.endReason && (
          <p className={admin.quiet}>
            {grant.endedBy
              ? t('grants.endedBy', { name: grant.endedBy.name, reason: word(grant.endReason) })
              : t('grants.ended', { reason: word(grant.endReason) })}
          </p>
        )}
      </div>
      {mayEnd && !isOver && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${t('endGrant.open')}: ${t(`common:role.${grant.role}`)}`}
          onClick={() => setEnding(true)}
        >
          {t('endGrant.open')}
        </Button>
      )}
      {isEnding && <EndGrant grant={grant} user={user} onClose={() => setEnding(false)} />}
    </li>
  );
}
