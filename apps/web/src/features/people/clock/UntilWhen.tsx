import { Button } from '@mantine/core';
import { IconClockHour4, IconHourglassEmpty, IconHourglassHigh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, Retention } from '../../../api/model.js';
import { formatDate, formatRelative } from '../../../i18n/format.js';
import { useMay } from '../../../shell/use-may.js';
import { erasureOfQuery } from '../../erasure/queries.js';
import { ExtendDialog } from '../../retention/clocks/ExtendDialog.js';
import { EarlierParts } from './EarlierParts.js';
import { HeldParts } from './HeldParts.js';
import { PlaceHold } from './PlaceHold.js';
import { extensionsQuery, reviewsQuery } from './queries.js';
import { ReviewDialog } from './ReviewDialog.js';
import { saidInTwo } from './said.js';
import parts from '../Promise.module.css';
import classes from './Clock.module.css';

/** Until when the data is held and why, in words; what keeps a part of it longer; and what may be done about it. */
export function UntilWhen({ person }: { person: Contact }) {
  const { t } = useTranslation('clock');
  const { retention } = person;
  return (
    <div className={parts.part}>
      <h3 className={parts.question}>{t('title')}</h3>
      {retention ? (
        <>
          <Answer retention={retention} />
          <EarlierParts retention={retention} />
          <WhoDecided personId={person.id} retention={retention} />
        </>
      ) : (
        <p className={parts.quiet}>{t('none')}</p>
      )}
      <InGrace personId={person.id} />
      <HeldParts personId={person.id} isReadOnly={person.restricted} />
      <Acts person={person} />
    </div>
  );
}

/** What happens and when; then why. What is past stands out. */
function Answer({ retention }: { retention: Retention }) {
  const { t } = useTranslation('clock');
  const { dueOn, reviewOn, reason } = retention;
  const today = dayjs().format('YYYY-MM-DD');
  const isOver = !!dueOn && dueOn < today;
  const isReviewDue = !dueOn && !!reviewOn && reviewOn <= today;
  const Icon = isOver ? IconHourglassEmpty : dueOn ? IconHourglassHigh : IconClockHour4;
  const [what, why] = saidInTwo(reason);
  return (
    <>
      <p className={parts.clock} data-over={isOver || undefined}>
        <Icon size={17} stroke={1.7} aria-hidden />
        <span>{what}</span>
      </p>
      {dueOn && <p className={parts.quiet}>{isOver ? t('over') : formatRelative(dueOn)}</p>}
      {isReviewDue && <p className={classes.due}>{t('reviewDue')}</p>}
      {why && <p className={parts.reason}>{why}</p>}
    </>
  );
}

/** An erasure that is decided and waits for its day, for whoever may see erasures. */
function InGrace({ personId }: { personId: string }) {
  const { t } = useTranslation('clock');
  const mayManage = useMay()('erasures.manage');
  const erasure = useQuery({ ...erasureOfQuery(personId), enabled: mayManage }).data;
  if (erasure?.status !== 'in_grace' || !erasure.notBefore) return null;
  return (
    <p className={classes.due}>
      {t('inGrace.when', { date: formatDate(erasure.notBefore) })}{' '}
      <Link to="/privacy/erasures/$id" params={{ id: erasure.id }}>
        {t('inGrace.open')}
      </Link>
    </p>
  );
}

/** Who put the day off or confirmed the ground, and in which words. */
function WhoDecided({ personId, retention }: { personId: string; retention: Retention }) {
  const { t } = useTranslation(['clock', 'records']);
  const extensions = useQuery({ ...extensionsQuery(personId), enabled: retention.start === 'extended' });
  const reviews = useQuery({ ...reviewsQuery(personId), enabled: retention.reviewOn !== null });
  const extension = retention.start === 'extended' ? extensions.data?.items[0] : undefined;
  const review = retention.reviewOn ? reviews.data?.items[0] : undefined;
  if (extension)
    return (
      <p className={classes.decided}>
        {t('extendedBy', {
          name: extension.recordedBy?.name ?? t('somebody'),
          basis: t(`records:basis.${extension.basis}`),
        })}{' '}
        <q>{extension.reason}</q>
      </p>
    );
  if (!review) return null;
  return (
    <p className={classes.decided}>
      {t('reviewedBy', {
        name: review.reviewedBy?.name ?? t('somebody'),
        date: formatDate(review.reviewedOn),
      })}{' '}
      <q>{review.note}</q>
    </p>
  );
}

/** Nobody is kept longer than a year ahead, so who goes later than that cannot be. */
const isWithinAYear = (day: string): boolean => day < dayjs().add(12, 'month').format('YYYY-MM-DD');

function Acts({ person }: { person: Contact }) {
  const { t } = useTranslation('clock');
  const may = useMay();
  const [open, setOpen] = useState<'extend' | 'review' | 'hold' | null>(null);
  const close = () => setOpen(null);
  const { retention, restricted } = person;
  const dueOn = retention?.dueOn ?? null;
  const decides = may('retention.extend') && !restricted;
  const mayExtend = decides && dueOn !== null && retention?.ground !== 'withdrawn' && isWithinAYear(dueOn);
  const mayReview = decides && !!retention?.reviewOn;
  const mayHold = may('holds.manage') && !restricted;
  const mayErase = may('erasures.manage');
  if (!mayExtend && !mayReview && !mayHold && !mayErase) return null;
  return (
    <div className={classes.acts}>
      {mayExtend && (
        <Button variant="default" size="compact-sm" onClick={() => setOpen('extend')}>
          {t('extend.open')}
        </Button>
      )}
      {mayReview && (
        <Button variant="default" size="compact-sm" onClick={() => setOpen('review')}>
          {t('review.open')}
        </Button>
      )}
      {mayHold && (
        <Button variant="default" size="compact-sm" onClick={() => setOpen('hold')}>
          {t('place.open')}
        </Button>
      )}
      {mayErase && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          renderRoot={(props) => <Link to="/people/$id/erasure" params={{ id: person.id }} {...props} />}
        >
          {t('erase')}
        </Button>
      )}
      {open === 'extend' && dueOn && retention && (
        <ExtendDialog
          leaving={{ contactId: person.id, name: person.name, dueOn, reason: retention.reason }}
          onClose={close}
        />
      )}
      {open === 'hold' && <PlaceHold person={person} onClose={close} />}
      {open === 'review' && retention && (
        <ReviewDialog person={person} retention={retention} onClose={close} />
      )}
    </div>
  );
}
