import { NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem-text.js';
import { toast } from '../../../ui/index.js';
import admin from '../../settings/Admin.module.css';
import { paceQuery, usePace } from './queries.js';
import classes from './Sender.module.css';

/** How fast messages leave: some mail services take only so many a minute. */
export function PacePart() {
  const { data } = useQuery(paceQuery);
  if (!data) return null;
  return <Pace key={data.version} version={data.version} perMinute={data.perMinute} />;
}

function Pace({ version, perMinute }: { version: number; perMinute: number | null }) {
  const { t } = useTranslation('mail');
  const { t: tCommon } = useTranslation();
  const save = usePace();
  const [value, setValue] = useState<number | null>(perMinute);
  const leave = () => {
    if (value === perMinute) return;
    save.mutate(
      { version, perMinute: value },
      {
        onSuccess: () => toast(t('pace.saved')),
        onError: (error) => toast(problemText(error, tCommon), { tone: 'error' }),
      },
    );
  };
  return (
    <section className={admin.part}>
      <div className={admin.head}>
        <div className={admin.about}>
          <h2 id="pace">{t('pace.title')}</h2>
          <p>{t('pace.lead')}</p>
        </div>
        <NumberInput
          className={classes.pace}
          aria-labelledby="pace"
          placeholder={t('pace.none')}
          min={1}
          allowDecimal={false}
          value={value ?? ''}
          onChange={(typed) => setValue(typed === '' ? null : Number(typed))}
          onBlur={leave}
        />
      </div>
    </section>
  );
}
