import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../api/model.js';
import { useIsPhone } from '../records/RecordLayout.js';
import { channelIcons } from './looks.js';
import { permissionsQuery } from './queries.js';
import { type Way, waysTo } from './reaching.js';
import { useReach } from './use-reach.js';
import classes from './PersonLinks.module.css';

function useWays(person: Contact): Way[] {
  const { data } = useQuery(permissionsQuery(person.id));
  return waysTo(person, data?.summary);
}

/** Call, text and mail, under a person's name; what is not permitted is there too, blocked, and says why. */
export function PersonLinks({ person }: { person: Contact }) {
  const { t } = useTranslation('permissions');
  const ways = useWays(person);
  const id = useId();
  const isPhone = useIsPhone();
  const blocked = ways.flatMap((way) => (way.blocked ? [{ ...way.blocked, channel: way.channel }] : []));
  if (ways.length === 0) return null;
  return (
    <>
      {!isPhone && (
        <div className={classes.actions}>
          {ways.map((way) => (
            <WayButton key={way.channel} way={way} person={person} describedBy={`${id}-${way.channel}`} />
          ))}
        </div>
      )}
      {blocked.length > 0 && (
        <ul className={classes.why}>
          {blocked.map(({ channel, code }) => (
            <li key={channel} id={`${id}-${channel}`}>
              {t('gate.blocked', { action: t(`channel.${channel}`), reason: t(`code.${code}`) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface WayButtonProps {
  way: Way;
  person: Contact;
  /** The id of the words that say why it is blocked. */
  describedBy: string;
}

function WayButton({ way, person, describedBy }: WayButtonProps) {
  const { t } = useTranslation('permissions');
  const reach = useReach();
  const Icon = channelIcons[way.channel][way.blocked ? 'shut' : 'open'];
  const shared = {
    className: classes.action,
    'data-blocked': way.blocked ? true : undefined,
    'aria-describedby': way.blocked ? describedBy : undefined,
    variant: 'default',
    onClick: () => void reach(person, way.channel, way.href),
  } as const;
  const label = t(`action.${way.channel}`);
  if (way.channel === 'sms') {
    return (
      <ActionIcon {...shared} data-small size={30} aria-label={label} title={label}>
        <Icon size={15} stroke={1.7} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <Button {...shared} size="compact-md" px="xs" leftSection={<Icon size={15} stroke={1.7} aria-hidden />}>
      {label}
    </Button>
  );
}

/** The same in a phone's action bar. */
export function PersonActions({ person }: { person: Contact }) {
  const { t } = useTranslation('permissions');
  const reach = useReach();
  return useWays(person).map((way) => {
    const Icon = channelIcons[way.channel][way.blocked ? 'shut' : 'open'];
    const action = t(`action.${way.channel}`);
    return (
      <ActionIcon
        key={way.channel}
        className={classes.action}
        data-blocked={way.blocked ? true : undefined}
        variant="default"
        size={44}
        aria-label={
          way.blocked ? t('gate.blocked', { action, reason: t(`code.${way.blocked.code}`) }) : action
        }
        onClick={() => void reach(person, way.channel, way.href)}
      >
        <Icon size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
    );
  });
}
