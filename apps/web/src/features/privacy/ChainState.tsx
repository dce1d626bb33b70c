import { Button } from '@mantine/core';
import { IconLink, IconLinkOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem-text.js';
import { formatDateTime, formatNumber } from '../../i18n/format.js';
import { toast } from '../../ui/index.js';
import classes from './Privacy.module.css';
import { chainQuery } from './queries.js';

/** Whether the record is whole, checked when somebody asks. */
export function ChainState() {
  const { t } = useTranslation('privacy');
  const { t: tCommon } = useTranslation();
  const chain = useQuery(chainQuery);
  const check = async () => {
    const { error } = await chain.refetch();
    if (error) toast(problemText(error, tCommon), { tone: 'error' });
  };
  const state = chain.data;
  const Icon = state && !state.verified ? IconLinkOff : IconLink;
  return (
    <section className={classes.chain} data-broken={(state && !state.verified) || undefined}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <div className={classes.what}>
        <h2>{t('chain.title')}</h2>
        <p className={classes.quiet} role="status">
          {!state && t('chain.text')}
          {state?.verified &&
            t('chain.whole', { events: formatNumber(state.events), at: formatDateTime(state.checkedAt) })}
          {state?.verified && state.pending > 0 && ` ${t('chain.pending', { count: state.pending })}`}
          {state?.firstBroken &&
            t('chain.broken', { seq: state.firstBroken.seq ?? '–', reason: state.firstBroken.reason })}
        </p>
      </div>
      <Button size="compact-sm" variant="default" loading={chain.isFetching} onClick={() => void check()}>
        {t('chain.check')}
      </Button>
    </section>
  );
}
