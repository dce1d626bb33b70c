import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ref, TimelineItem } from '../../api/model.js';
import { formatDate, formatDateTime, formatTime } from '../../i18n/format.js';
import { useMay } from '../../shell/use-may.js';
import { Chip } from '../../ui/index.js';
import type { DecisionCode } from '../permissions/model.js';
import { usePurposes } from '../permissions/use-purposes.js';
import { Withheld } from '../records/Withheld.js';
import { EntryEditor } from './EntryEditor.js';
import { Revisions } from './Revisions.js';
import { TypeIcon } from './TypeIcon.js';
import { useHeadline } from './use-headline.js';
import classes from './Timeline.module.css';

interface Props {
  item: TimelineItem;
  /** The page's own person and company: they go without saying. */
  ownIds: (string | null)[];
  /** Older than yesterday: the day is part of the time. */
  withDate: boolean;
}

/** One thing that happened: what, how long, with whom, in whose words; editable, with what it said before. */
export function TimelineEntry({ item, ownIds, withDate }: Props) {
  const { t } = useTranslation(['interactions', 'permissions', 'clock']);
  const headline = useHeadline();
  const { nameOf } = usePurposes();
  const { purpose, unpermitted } = item;
  const mayEdit = useMay()('interactions.update');
  const [isEditing, setEditing] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  if (isEditing) {
    return (
      <li className={classes.entry}>
        <EntryEditor item={item} onDone={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li className={classes.entry}>
      <span className={classes.icon}>
        <TypeIcon type={item.type} direction={item.direction} size={15} />
      </span>
      <div className={classes.content}>
        <div className={classes.line}>
          <p className={classes.headline}>
            <strong>{headline(item)}</strong>
            {item.durationMinutes !== null && <span>{t('minutes', { count: item.durationMinutes })}</span>}
            <Others item={item} ownIds={ownIds} />
          </p>
          {unpermitted && (
            <Chip
              icon={IconAlertTriangle}
              tone="danger"
              title={t(`permissions:code.${unpermitted.code as DecisionCode}`)}
            >
              {t('permissions:log.marked')}
            </Chip>
          )}
          {mayEdit && (
            <ActionIcon
              className={classes.edit}
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`${t('item.edit')}: ${headline(item)}, ${formatDateTime(item.occurredAt)}`}
              onClick={() => setEditing(true)}
            >
              <IconPencil size={14} aria-hidden />
            </ActionIcon>
          )}
          <time className={classes.time} dateTime={item.occurredAt} title={formatDateTime(item.occurredAt)}>
            {withDate ? formatDate(item.occurredAt) : formatTime(item.occurredAt)}
          </time>
        </div>
        {item.subject && <p className={classes.subject}>{item.subject}</p>}
        {item.body && <Body text={item.body} />}
        {item.redactedAt && (
          <p className={classes.redacted}>
            {t('clock:interaction.redacted', { date: formatDate(item.redactedAt) })}
          </p>
        )}
        {item.withheld.includes('bodies') && <Withheld group="bodies" />}
        {unpermitted && (
          <p className={classes.unpermitted}>
            {t(`permissions:code.${unpermitted.code as DecisionCode}`)}. {unpermitted.reason}
          </p>
        )}
        <p className={classes.by}>
          {purpose && <span>{nameOf(purpose)}</span>}
          {item.author && <span>{item.author.name}</span>}
          {item.retention && <span className={classes.until}>{item.retention.reason}</span>}
          {item.editedAt && (
            <button
              type="button"
              className={classes.edited}
              aria-expanded={showsHistory}
              title={formatDateTime(item.editedAt)}
              onClick={() => setShowsHistory(!showsHistory)}
            >
              {showsHistory ? t('item.hideHistory') : t('item.edited')}
            </button>
          )}
        </p>
        {showsHistory && <Revisions item={item} />}
      </div>
    </li>
  );
}

/** Who else was there. */
function Others({ item, ownIds }: Pick<Props, 'item' | 'ownIds'>) {
  const people = item.contacts.filter(({ id }) => !ownIds.includes(id));
  const company = item.company && !ownIds.includes(item.company.id) ? item.company : null;
  return (
    <>
      {people.map((person: Ref) => (
        <Link key={person.id} to="/people/$id" params={{ id: person.id }} className={classes.person}>
          {person.name}
        </Link>
      ))}
      {company && (
        <Link to="/companies/$id" params={{ id: company.id }} className={classes.person}>
          {company.name}
        </Link>
      )}
    </>
  );
}

/** Six lines of text; more when asked. */
function Body({ text }: { text: string }) {
  const { t } = useTranslation('interactions');
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [isLong, setLong] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = paragraph.current;
    if (element && !isOpen) setLong(element.scrollHeight > element.clientHeight + 2);
  }, [text, isOpen]);
  return (
    <>
      <p ref={paragraph} className={classes.body} data-open={isOpen || undefined}>
        {text}
      </p>
      {isLong && (
        <button
          type="button"
          className={classes.more}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('item.less') : t('item.more')}
        </button>
      )}
    </>
  );
}
