import { Button, Menu, Skeleton } from '@mantine/core';
import { IconLayoutGrid, IconPencilPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, Decision } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { useMay } from '../../shell/use-may.js';
import { EvidenceDrawer } from './EvidenceDrawer.js';
import { channelIcons, profilingLines, ProfilingIcon, stateOf } from './looks.js';
import { MatrixDrawer } from './MatrixDrawer.js';
import type { Channel } from './model.js';
import { permissionsQuery } from './queries.js';
import { RecordConsent } from './RecordConsent.js';
import { RecordObjection } from './RecordObjection.js';
import { RecordSale } from './RecordSale.js';
import { StateWord } from './StateWord.js';
import { usePurposes } from './use-purposes.js';
import classes from './Permissions.module.css';

type Opened =
  | { what: 'objection'; channel?: Channel }
  | { what: 'consent' | 'sale' | 'matrix' }
  | { what: 'evidence'; of: Decision };

/** May we write, call, profile? One line for each, in words; every line opens what it rests on. */
export function MayWe({ person }: { person: Contact }) {
  const { t } = useTranslation('permissions');
  const permissions = useQuery(permissionsQuery(person.id));
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const who = { kind: 'contacts', id: person.id, name: person.name } as const;
  const data = permissions.data;
  return (
    <>
      <div className={classes.head}>
        <h3>{t('title')}</h3>
        <RecordMenu person={person} onChoose={(what) => setOpened({ what })} />
      </div>
      {permissions.isPending && <Skeleton height={264} radius="md" aria-hidden />}
      {permissions.isError && !data && (
        <p role="alert" className={classes.quiet}>
          {t('failed')}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => void permissions.refetch()}>
            {t('common:action.retry')}
          </Button>
        </p>
      )}
      {data && (
        <>
          <Lines decisions={data} onOpen={(of) => setOpened({ what: 'evidence', of })} />
          <Button
            className={classes.whole}
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconLayoutGrid size={14} stroke={1.7} aria-hidden />}
            onClick={() => setOpened({ what: 'matrix' })}
          >
            {t('matrix.open')}
          </Button>
        </>
      )}
      {opened?.what === 'objection' && <RecordObjection who={who} channel={opened.channel} onClose={close} />}
      {opened?.what === 'consent' && <RecordConsent person={person} onClose={close} />}
      {opened?.what === 'sale' && <RecordSale person={person} onClose={close} />}
      {opened?.what === 'matrix' && data && (
        <MatrixDrawer
          decisions={data.matrix}
          onOpen={(of) => setOpened({ what: 'evidence', of })}
          onClose={close}
        />
      )}
      {opened?.what === 'evidence' && (
        <EvidenceDrawer
          person={person}
          decision={opened.of}
          onRecord={(what) =>
            setOpened(what === 'objection' ? { what, channel: opened.of.channel } : { what })
          }
          onClose={close}
        />
      )}
    </>
  );
}

interface RecordMenuProps {
  person: Contact;
  onChoose: (what: 'objection' | 'consent' | 'sale') => void;
}

/** What staff may put on record: a no at once, a yes only with how and when it was obtained. */
function RecordMenu({ person, onChoose }: RecordMenuProps) {
  const { t } = useTranslation('permissions');
  const may = useMay();
  const choices = [
    ...(may('objections.create') ? (['objection'] as const) : []),
    ...(may('consents.create') ? (['consent', 'sale'] as const) : []),
  ];
  if (choices.length === 0 || person.restricted) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          className={classes.menu}
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconPencilPlus size={14} stroke={1.7} aria-hidden />}
        >
          {t('record.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((what) => (
          <Menu.Item key={what} onClick={() => onChoose(what)}>
            {t(`record.${what}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface LinesProps {
  decisions: { summary: Decision[]; profiling: Decision[] };
  onOpen: (decision: Decision) => void;
}

function Lines({ decisions, onOpen }: LinesProps) {
  const { t } = useTranslation('permissions');
  const { nameOf } = usePurposes();
  const profiling = profilingLines(decisions.profiling);
  const isOne = profiling.length < decisions.profiling.length;
  return (
    <ul className={classes.lines}>
      {decisions.summary.map((decision) => (
        <li key={decision.channel}>
          <Line
            name={t(`channel.${decision.channel}`)}
            icon={channelIcons[decision.channel][decision.allowed ? 'open' : 'shut']}
            decision={decision}
            onOpen={onOpen}
          />
        </li>
      ))}
      {profiling.map((decision) => (
        <li key={decision.purpose}>
          <Line
            name={isOne ? t('profiling') : nameOf(decision.purpose)}
            icon={ProfilingIcon}
            decision={decision}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  name: string;
  icon: typeof ProfilingIcon;
  decision: Decision;
  onOpen: (decision: Decision) => void;
}

function Line({ name, icon: Icon, decision, onOpen }: LineProps) {
  const { t } = useTranslation('permissions');
  const state = stateOf(decision);
  const reason = t(`code.${decision.code}`);
  return (
    <button
      type="button"
      className={classes.line}
      data-state={state}
      title={decision.sentence}
      aria-label={t('line', { what: name, state: t(`state.${state}`), reason })}
      onClick={() => onOpen(decision)}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className={classes.name}>{name}</span>
      <StateWord decision={decision} />
      <span className={classes.reason}>
        {[reason, decision.since && formatDate(decision.since)].filter(Boolean).join(' · ')}
      </span>
    </button>
  );
}
