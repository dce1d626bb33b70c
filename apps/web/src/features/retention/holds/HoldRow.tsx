import { Button } from '@mantine/core';
import { IconBuilding, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format.js';
import admin from '../../settings/Admin.module.css';
import type { Hold } from '../model.js';
import { ReleaseHold, ReviewHold } from './HoldDialogs.js';
import classes from './Holds.module.css';

/** One hold: on whom or what, why, until when, and what may be done about it. */
export function HoldRow({ hold }: { hold: Hold }) {
  const { t } = useTranslation('retention');
  const [asked, setAsked] = useState<'review' | 'release'>();
  const { due, reviewOn, until } = hold;
  const close = () => setAsked(undefined);
  return (
    <li className={classes.hold}>
      <div className={classes.what}>
        <Whose hold={hold} />
        <p className={classes.ground}>
          {t(`holdGround.${hold.ground}`)}
          {hold.document && ` · ${hold.document}`}
        </p>
      </div>
      <div className={classes.why}>
        <p>{hold.reason}</p>
        <p className={admin.quiet}>{hold.categories.map((one) => t(`category.${one}`)).join(', ')}</p>
        <p className={admin.quiet}>
          {t('holds.placed', {
            name: hold.placedBy?.name ?? t('holds.system'),
            date: formatDate(hold.placedAt),
          })}
        </p>
      </div>
      <div className={classes.when}>
        {reviewOn && (
          <p data-due={due || undefined}>
            {t(due ? 'holds.reviewWasDue' : 'holds.reviewOn', { date: formatDate(reviewOn) })}
          </p>
        )}
        {until && <p>{t('holds.until', { date: formatDate(until) })}</p>}
      </div>
      <div className={classes.acts}>
        <Button size="compact-sm" variant={due ? 'light' : 'default'} onClick={() => setAsked('review')}>
          {t('holds.review')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsked('release')}>
          {t('holds.release')}
        </Button>
      </div>
      {asked === 'review' && <ReviewHold hold={hold} onClose={close} />}
      {asked === 'release' && <ReleaseHold hold={hold} onClose={close} />}
    </li>
  );
}

function Whose({ hold: { contact, company } }: { hold: Hold }) {
  const { t } = useTranslation('retention');
  if (contact)
    return (
      <p className={classes.whose}>
        <IconUser size={15} stroke={1.7} aria-hidden />
        <Link to="/people/$id" params={{ id: contact.id }}>
          {contact.name}
        </Link>
      </p>
    );
  return (
    <p className={classes.whose}>
      <IconBuilding size={15} stroke={1.7} aria-hidden />
      {company ? (
        <Link to="/companies/$id" params={{ id: company.id }}>
          {company.name}
        </Link>
      ) : (
        t('holds.unseen')
      )}
    </p>
  );
}
