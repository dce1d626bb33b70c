import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../api/model.js';
import { calendarDays, formatDateTime, formatTime } from '../../i18n/format.js';
import { openAdd } from '../../shell/dialogs.js';
import { TypeIcon } from '../interactions/TypeIcon.js';
import { useHeadline } from '../interactions/use-headline.js';
import classes from './Today.module.css';
import { useMay } from '../../shell/use-may.js';

/** What everybody wrote down since yesterday, newest first, by day. */
export function SinceYesterday({ items }: { items: TimelineItem[] }) {
  const { t } = useTranslation('today');
  const mayLog = useMay()('interactions.create');
  const days = [
    { key: 'today', items: items.filter((item) => calendarDays(new Date(item.occurredAt)) >= 0) },
    { key: 'yesterday', items: items.filter((item) => calendarDays(new Date(item.occurredAt)) < 0) },
  ] as const;
  return (
    <section aria-labelledby="since" className={classes.since}>
      <h2 id="since">{t('since.title')}</h2>
      {items.length === 0 && (
        <div className={classes.quiet}>
          <p>{t('since.empty')}</p>
          {mayLog && (
            <Button variant="default" onClick={() => openAdd('interaction')}>
              {t('since.log')}
            </Button>
          )}
        </div>
      )}
      {days.map((day) => (
        <Fragment key={day.key}>
          {day.items.length > 0 && <h3 className={classes.dayName}>{t(`since.${day.key}`)}</h3>}
          <ul>
            {day.items.map((item) => (
              <Entry key={item.id} item={item} />
            ))}
          </ul>
        </Fragment>
      ))}
    </section>
  );
}

function Entry({ item }: { item: TimelineItem }) {
  const headline = useHeadline();
  return (
    <li className={classes.entry}>
      <span className={classes.icon}>
        <TypeIcon type={item.type} direction={item.direction} size={15} />
      </span>
      <div className={classes.content}>
        <p className={classes.line}>
          <span className={classes.who}>
            <Who item={item} />
          </span>
          <time className={classes.time} dateTime={item.occurredAt} title={formatDateTime(item.occurredAt)}>
            {formatTime(item.occurredAt)}
          </time>
        </p>
        <p className={classes.what}>
          {headline(item)}
          {item.author && <> · {item.author.name}</>}
        </p>
        {(item.subject ?? item.body) && <p className={classes.excerpt}>{item.subject ?? item.body}</p>}
      </div>
    </li>
  );
}

/** The people, then the company, each a way to its page. */
function Who({ item }: { item: TimelineItem }): ReactNode {
  const people = item.contacts.map((person) => (
    <Link key={person.id} to="/people/$id" params={{ id: person.id }}>
      {person.name}
    </Link>
  ));
  const company = item.company && (
    <Link key="company" to="/companies/$id" params={{ id: item.company.id }} data-second={people.length > 0}>
      {item.company.name}
    </Link>
  );
  return [...people, company];
}
