import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonText } from '../../ui/index.js';
import auditClasses from '../audit/Audit.module.css';
import { EventRow } from '../audit/EventRow.js';
import { personLogQuery } from './queries.js';
import classes from './Privacy.module.css';

/** Who has seen or changed a person's data, and when (GDPR Art. 5(2), 15); read when somebody wants to know. */
export function WhoHasSeen({ contactId }: { contactId: string }) {
  const { t } = useTranslation('privacy');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'seen.close' : 'seen.open')}
      </Button>
      {isOpen && <Events contactId={contactId} />}
    </>
  );
}

function Events({ contactId }: { contactId: string }) {
  const { t } = useTranslation('privacy');
  const log = useInfiniteQuery(personLogQuery(contactId));
  if (!log.data) return <SkeletonText />;
  return (
    <>
      <ul className={auditClasses.events}>
        {log.data.pages
          .flatMap(({ items }) => items)
          .map((event) => (
            <EventRow key={event.id} event={event} onSubject />
          ))}
      </ul>
      {log.hasNextPage && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.more}
          onClick={() => void log.fetchNextPage()}
        >
          {t('log.more')}
        </Button>
      )}
    </>
  );
}
