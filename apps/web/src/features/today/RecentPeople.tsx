import { ActionIcon } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ContactListItem } from '../../api/model.js';
import { openAdd } from '../../shell/dialogs.js';
import { useMay } from '../../shell/use-may.js';
import { Avatar, RelativeTime } from '../../ui/index.js';
import classes from './Today.module.css';

/** The people one last dealt with, each with a way to write down what happened next. */
export function RecentPeople({ people }: { people: ContactListItem[] }) {
  const { t } = useTranslation('today');
  return (
    <section aria-labelledby="recent" className={classes.recent}>
      <h2 id="recent">{t('recent.title')}</h2>
      {people.length === 0 && <p className={classes.quiet}>{t('recent.empty')}</p>}
      <ul>
        {people.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </ul>
      <Link to="/people" className={classes.all}>
        {t('recent.all')}
      </Link>
    </section>
  );
}

function Person({ person }: { person: ContactListItem }) {
  const { t } = useTranslation('today');
  const mayLog = useMay()('interactions.create');
  const role = [person.title, person.company?.name].filter(Boolean).join(', ');
  return (
    <li className={classes.person}>
      <Avatar name={person.name} size={32} />
      <div className={classes.content}>
        <Link to="/people/$id" params={{ id: person.id }} className={classes.name}>
          {person.name}
        </Link>
        {role && <p className={classes.role}>{role}</p>}
      </div>
      {person.lastInteractionAt && (
        <span className={classes.ago}>
          <RelativeTime value={person.lastInteractionAt} />
        </span>
      )}
      {mayLog && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.log}
          aria-label={t('recent.log', { name: person.name })}
          onClick={() =>
            openAdd('interaction', {
              contact: { id: person.id, name: person.name },
              ...(person.company ? { company: person.company } : {}),
            })
          }
        >
          <IconMessagePlus size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
