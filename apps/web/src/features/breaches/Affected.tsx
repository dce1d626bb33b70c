import { Button } from '@mantine/core';
import { IconCheck, IconMailOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text.js';
import { formatDate } from '../../i18n/format.js';
import { Chip, SkeletonText, toast } from '../../ui/index.js';
import admin from '../settings/Admin.module.css';
import classes from './Breaches.module.css';
import { FindPeople } from './FindPeople.js';
import type { AffectedPerson, Breach } from './model.js';
import { Part } from './Part.js';
import { affectedQuery, useBreachActs } from './queries.js';
import { useBreachProblems } from './use-problems.js';

/** Whose data it was about, found by the record of looks, by a file, or by name. */
export function Affected({ breach }: { breach: Breach }) {
  const { t } = useTranslation('breaches');
  const [isFinding, setFinding] = useState(false);
  const list = useInfiniteQuery(affectedQuery(breach.id));
  const people = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Part title={t('affected.title')} law={t('law.affected')}>
      <p className={classes.sum}>{t('affected.count', { count: breach.affected })}</p>
      {!list.data && <SkeletonText />}
      {people.length > 0 && (
        <ul className={admin.rows} aria-label={t('affected.title')}>
          {people.map((person) => (
            <Person key={person.contact.id} breach={breach} person={person} />
          ))}
        </ul>
      )}
      <div className={classes.buttons}>
        {breach.closedAt === null && (
          <Button variant="default" onClick={() => setFinding(true)}>
            {t('affected.find')}
          </Button>
        )}
        {list.hasNextPage && (
          <Button
            variant="subtle"
            color="gray"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common:action.showMore')}
          </Button>
        )}
      </div>
      {isFinding && <FindPeople breach={breach} onClose={() => setFinding(false)} />}
    </Part>
  );
}

function Person({ breach, person }: { breach: Breach; person: AffectedPerson }) {
  const { t } = useTranslation('breaches');
  const { leaveOut } = useBreachActs(breach);
  const problems = useBreachProblems();
  const { contact, toldAt, isReachable, foundBy } = person;
  return (
    <li className={classes.person}>
      <span>
        <Link to="/people/$id" params={{ id: contact.id }}>
          {contact.name}
        </Link>
        <span className={classes.quiet}> {t(`foundBy.${foundBy}`)}</span>
      </span>
      {toldAt ? (
        <Chip icon={IconCheck} tone="accent">
          {t('affected.told', { date: formatDate(toldAt) })}
        </Chip>
      ) : (
        !isReachable && (
          <Chip icon={IconMailOff} tone="warn">
            {t('affected.noAddress')}
          </Chip>
        )
      )}
      {!toldAt && breach.closedAt === null && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t('affected.leaveOutName', { name: contact.name })}
          loading={leaveOut.isPending}
          onClick={() =>
            leaveOut.mutate(contact.id, {
              onError: (error) => toast(problemText(error, t, problems), { tone: 'error' }),
            })
          }
        >
          {t('affected.leaveOut')}
        </Button>
      )}
    </li>
  );
}
