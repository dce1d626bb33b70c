import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCopy,
  IconListDetails,
  IconSparkles,
  IconUserOff,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import, ImportRow } from '../../api/model.js';
import { formatNumber } from '../../i18n/format.js';
import { FormMessage } from '../../ui/index.js';
import { ImportRows } from './ImportRows.js';
import { useStart } from './queries.js';
import { useImportProblem } from './use-import-problem.js';
import classes from './Imports.module.css';

type Result = ImportRow['result'];

const icons = { new: IconSparkles, duplicate: IconCopy, erased: IconUserOff, error: IconAlertTriangle };

/** After the check: what would happen. After the run: what has happened. The counts choose which rows are shown. */
export function Outcome({ current, onBack }: { current: Import; onBack: () => void }) {
  const { t } = useTranslation('imports');
  const isOver = current.status === 'finished';
  const summary = current.summary ?? { new: 0, duplicate: 0, erased: 0, error: 0, imported: 0 };
  const [shown, setShown] = useState<Result | undefined>(isOver && summary.error > 0 ? 'error' : undefined);
  useRenewAfterRun(current);
  return (
    <div className={classes.outcome}>
      {isOver ? <Finished current={current} /> : <Checked current={current} onBack={onBack} />}
      <div className={classes.tiles} role="group" aria-label={t('rowsLabel')}>
        <Tile
          label={t('result.all')}
          count={current.rowCount}
          isOn={!shown}
          onPress={() => setShown(undefined)}
        />
        {(['new', 'duplicate', ...(summary.erased > 0 ? (['erased'] as const) : []), 'error'] as const).map(
          (result) => (
            <Tile
              key={result}
              result={result}
              label={t(`result.${result}`)}
              count={summary[result]}
              isOn={shown === result}
              onPress={() => setShown(result)}
            />
          ),
        )}
      </div>
      {current.rowsDeletedAt ? (
        <p className={classes.quiet}>{t('rowsDeleted')}</p>
      ) : (
        <ImportRows current={current} result={shown} />
      )}
    </div>
  );
}

function Tile(props: { result?: Result; label: string; count: number; isOn: boolean; onPress: () => void }) {
  const Icon = props.result ? icons[props.result] : IconListDetails;
  return (
    <button
      type="button"
      className={classes.tile}
      aria-pressed={props.isOn}
      data-result={props.count > 0 ? props.result : undefined}
      onClick={props.onPress}
    >
      <span className={classes.tileLabel}>
        <Icon size={15} stroke={1.7} aria-hidden />
        {props.label}
      </span>
      <span className={classes.tileCount}>{formatNumber(props.count)}</span>
    </button>
  );
}

function Checked({ current, onBack }: { current: Import; onBack: () => void }) {
  const { t } = useTranslation('imports');
  const problem = useImportProblem();
  const start = useStart(current.id);
  const count = current.summary?.new ?? 0;
  return (
    <div className={classes.say}>
      <div>
        <h2>{t('check.title')}</h2>
        <p className={classes.lead}>{count > 0 ? t('check.lead') : t('check.nothingNew')}</p>
        <Erased current={current} />
        <FormMessage>{start.error ? problem(start.error) : null}</FormMessage>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onBack}>
          {t('next.back')}
        </Button>
        {count > 0 && (
          <Button loading={start.isPending} onClick={() => start.mutate('run')}>
            {t('next.run', { count })}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How many of the list were erased, and the one way back. */
function Erased({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const count = current.summary?.erased ?? 0;
  return count > 0 && <p className={classes.quiet}>{t('erased', { count })}</p>;
}

function Finished({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const imported = current.summary?.imported ?? 0;
  const left = current.rowCount - imported;
  return (
    <div className={classes.say}>
      <div>
        <h2 className={classes.done}>
          <IconCircleCheck size={20} stroke={1.7} aria-hidden />
          {t('run.done', { count: imported })}
        </h2>
        <p className={classes.lead}>{left > 0 ? t('run.left', { count: left }) : t('run.allIn')}</p>
        <Erased current={current} />
      </div>
      <div className={classes.buttons}>
        <Button variant="default" renderRoot={(props) => <Link to="/import" {...props} />}>
          {t('next.another')}
        </Button>
        <Button renderRoot={(props) => <Link to="/people" search={{ sort: '-createdAt' }} {...props} />}>
          {t('next.people')}
        </Button>
      </div>
    </div>
  );
}

/** What the run has added belongs to every list. */
function useRenewAfterRun({ status }: Import): void {
  const client = useQueryClient();
  useEffect(() => {
    if (status !== 'finished') return;
    for (const noun of ['contacts', 'companies', 'today', 'search', 'combobox', 'interactions'])
      void client.invalidateQueries({ queryKey: [noun] });
  }, [status, client]);
}
