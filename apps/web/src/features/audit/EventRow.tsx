import { IconEye, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AuditEvent } from '../../api/model.js';
import { formatDateTime, formatTime } from '../../i18n/format.js';
import { seesPeople } from '../../shell/use-may.js';
import { useMe } from '../../shell/use-me.js';
import classes from './Audit.module.css';
import { useActionText } from './use-action-text.js';

interface Props {
  event: AuditEvent;
  /** The day stands above: only the time is needed. */
  underDay?: boolean;
  /** The page is about the subject: it need not be linked. */
  onSubject?: boolean;
  /** The page is about the one who acted. */
  onActor?: boolean;
}

/** One act: who, what, when; a look or a change. Ids lead to the record where there is one to open. */
export function EventRow({ event, underDay, onSubject, onActor }: Props) {
  const { t } = useTranslation('audit');
  const actionText = useActionText();
  const act = actionText(event.action);
  const Icon = event.class === 'read' ? IconEye : IconPencil;
  return (
    <li className={classes.event}>
      <Icon size={15} stroke={1.7} className={classes.icon} aria-hidden />
      <div className={classes.what}>
        <p>
          {onActor ? <span>{act}</span> : <ActorAct event={event} act={act} />}
          {event.shownCount > 0 && (
            <span className={classes.quiet}> · {t('shown', { count: event.shownCount })}</span>
          )}
          {!onSubject && <Subject event={event} />}
        </p>
        {event.action.endsWith('.update') && event.fields.length > 0 && (
          <p className={classes.quiet}>{t('fields', { fields: event.fields.join(', ') })}</p>
        )}
      </div>
      <time className={classes.time} dateTime={event.occurredAt} title={formatDateTime(event.occurredAt)}>
        {underDay ? formatTime(event.occurredAt) : formatDateTime(event.occurredAt)}
      </time>
    </li>
  );
}

/** A colleague's name begins the sentence; what the software did by itself stands after its name. */
function ActorAct({ event: { actor }, act }: { event: AuditEvent; act: string }) {
  const { t } = useTranslation('audit');
  if (actor.kind === 'system')
    return (
      <>
        <strong>{t('system')}:</strong> <span>{act}</span>
      </>
    );
  return (
    <>
      <strong>{actor.name}</strong> <span>{act.charAt(0).toLocaleLowerCase() + act.slice(1)}</span>
    </>
  );
}

function Subject({ event: { subjectType, subjectId } }: { event: AuditEvent }) {
  const { t } = useTranslation('audit');
  const opens = seesPeople(useMe());
  if (subjectId === null || !opens) return null;
  if (subjectType === 'contact')
    return (
      <>
        {' · '}
        <Link to="/people/$id" params={{ id: subjectId }}>
          {t('open')}
        </Link>
      </>
    );
  if (subjectType === 'company')
    return (
      <>
        {' · '}
        <Link to="/companies/$id" params={{ id: subjectId }}>
          {t('open')}
        </Link>
      </>
    );
  return null;
}
