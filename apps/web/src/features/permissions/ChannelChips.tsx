import { Popover } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelIcons, looks, stateOf } from './looks.js';
import type { ChannelPermission } from '../../api/model.js';
import { StateWord } from './StateWord.js';
import classes from './ChannelChips.module.css';

interface Props {
  name: string;
  permissions: ChannelPermission[];
}

const openDelay = 250;
const closeDelay = 120;

/** One chip per channel; pointing, tapping or Enter tells the reason of each. */
export function ChannelChips({ name, permissions }: Props) {
  const { t } = useTranslation('permissions');
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = (open: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(open), open ? openDelay : closeDelay);
  };
  const hover = {
    onPointerEnter: (event: { pointerType: string }) => event.pointerType === 'mouse' && soon(true),
    onPointerLeave: (event: { pointerType: string }) => event.pointerType === 'mouse' && soon(false),
  };
  const allowed = permissions.filter((one) => one.allowed).length;
  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-start" shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={classes.chips}
          aria-label={`${t('chips', { name })}: ${t('chipsSummary', { allowed, all: permissions.length })}`}
          onClick={() => {
            clearTimeout(timer.current);
            setOpen(!isOpen);
          }}
          {...hover}
        >
          {permissions.map((permission) => {
            const Icon = channelIcons[permission.channel][permission.allowed ? 'open' : 'shut'];
            return (
              <span
                key={permission.channel}
                className={classes.chip}
                data-tone={looks[stateOf(permission)].tone}
              >
                <Icon size={14} stroke={1.8} aria-hidden />
              </span>
            );
          })}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('chips', { name })} {...hover}>
        <ul className={classes.reasons}>
          {permissions.map((permission) => (
            <li key={permission.channel}>
              <span className={classes.head}>
                <strong>{t(`channel.${permission.channel}`)}</strong>
                <StateWord decision={permission} />
              </span>
              <span className={classes.sentence}>{permission.sentence}</span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
