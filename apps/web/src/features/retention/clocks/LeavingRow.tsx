import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatRelative } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import { Chip } from '../../../ui/index.js';
import { today } from '../../interactions/local-input.js';
import admin from '../../settings/Admin.module.css';
import type { Leaving } from '../model.js';
import classes from './Clocks.module.css';
import { ExtendDialog } from './ExtendDialog.js';

/** Somebody who goes: who, why, when, and what of them has to stay. */
export function LeavingRow({ leaving }: { leaving: Leaving }) {
  const { t } = useTranslation('retention');
  // Who said no themselves is not kept longer: the server would refuse it.
  const mayExtend = useMay()('retention.extend') && leaving.ground !== 'withdrawn';
  const [isExtending, setExtending] = useState(false);
  const { name, company, owner, dueOn, hold } = leaving;
  const isOver = dueOn <= today();
  return (
    <li className={classes.leaving}>
      <div className={classes.who}>
        <Link to="/people/$id" params={{ id: leaving.contactId }} className={classes.name}>
          {name || t('people:nameUnknown')}
        </Link>
        {company && <p className={admin.quiet}>{company.name}</p>}
      </div>
      <div className={classes.when}>
        <p data-over={isOver || undefined}>{isOver ? t('clocks.nextRun') : formatDate(dueOn)}</p>
        <p className={admin.quiet}>{isOver ? formatDate(dueOn) : formatRelative(dueOn)}</p>
      </div>
      <div className={classes.why}>
        <p>{leaving.reason}</p>
        {owner && <p className={admin.quiet}>{owner.name}</p>}
        {hold && (
          <Chip icon={IconLock} tone="info" title={t('clocks.heldHint')}>
            {t(`holdGround.${hold.ground}`)}
            {hold.until && ` · ${t('clocks.heldUntil', { date: formatDate(hold.until) })}`}
          </Chip>
        )}
      </div>
      {mayExtend && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.extend}
          aria-label={t('extend.label', { name })}
          onClick={() => setExtending(true)}
        >
          {t('extend.open')}
        </Button>
      )}
      {isExtending && <ExtendDialog leaving={leaving} onClose={() => setExtending(false)} />}
    </li>
  );
}
