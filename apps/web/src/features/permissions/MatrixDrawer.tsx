import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../records/RecordLayout.js';
import { channelIcons } from './looks.js';
import type { Decision } from '../../api/model.js';
import { channels } from './model.js';
import { SideSheet } from './SideSheet.js';
import { StateWord } from './StateWord.js';
import { usePurposes } from './use-purposes.js';
import classes from './Permissions.module.css';

interface Props {
  decisions: Decision[];
  onOpen: (decision: Decision) => void;
  onClose: () => void;
}

/** Every channel for every purpose: a grid on a desk, a list on a phone. */
export function MatrixDrawer({ onClose, ...props }: Props) {
  const { t } = useTranslation('permissions');
  const isPhone = useIsPhone();
  return (
    <SideSheet title={t('matrix.title')} size="58rem" onClose={onClose}>
      <div className={classes.sheet}>
        <p className={classes.quiet}>{t('matrix.lead')}</p>
        {isPhone ? <List {...props} /> : <Grid {...props} />}
      </div>
    </SideSheet>
  );
}

type PartProps = Omit<Props, 'onClose'>;

/** Profiling is the same by every channel, so it has one square. */
const isProfiling = (purpose: string) => purpose.startsWith('profiling_');
const channelsOf = (purpose: string) => (isProfiling(purpose) ? channels.slice(0, 1) : channels);

const purposesOf = (decisions: Decision[]) => [...new Set(decisions.map(({ purpose }) => purpose))];

function Grid({ decisions, onOpen }: PartProps) {
  const { t } = useTranslation('permissions');
  const { nameOf } = usePurposes();
  return (
    <table className={classes.matrix}>
      <thead>
        <tr>
          <th scope="col">{t('matrix.purpose')}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {t(`channel.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {purposesOf(decisions).map((purpose) => (
          <tr key={purpose}>
            <th scope="row">{nameOf(purpose)}</th>
            {channelsOf(purpose).map((channel) => {
              const found = decisions.find((one) => one.channel === channel && one.purpose === purpose);
              return (
                <td key={channel} colSpan={isProfiling(purpose) ? channels.length : 1}>
                  {found && (
                    <button
                      type="button"
                      className={classes.cell}
                      title={found.sentence}
                      onClick={() => onOpen(found)}
                    >
                      <StateWord decision={found} />
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function List({ decisions, onOpen }: PartProps) {
  const { t } = useTranslation('permissions');
  const { nameOf } = usePurposes();
  return (
    <div className={classes.purposes}>
      {purposesOf(decisions).map((purpose) => (
        <section key={purpose}>
          <h3>{nameOf(purpose)}</h3>
          <ul className={classes.lines}>
            {decisions
              .filter((one) => one.purpose === purpose)
              .map((decision) => {
                const Icon = channelIcons[decision.channel][decision.allowed ? 'open' : 'shut'];
                return (
                  <li key={decision.channel}>
                    <button type="button" className={classes.line} onClick={() => onOpen(decision)}>
                      <Icon size={16} stroke={1.6} aria-hidden />
                      <span className={classes.name}>{t(`channel.${decision.channel}`)}</span>
                      <StateWord decision={decision} />
                      <span className={classes.reason}>{t(`code.${decision.code}`)}</span>
                    </button>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}
