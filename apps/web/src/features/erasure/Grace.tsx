import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/use-may.js';
import { FormMessage, toast, useForm } from '../../ui/index.js';
import admin from '../settings/Admin.module.css';
import classes from './Erasure.module.css';
import { type Grace, graceQuery, useChangeGrace } from './queries.js';

/** How long an erasure that somebody asks for can be taken back; an officer changes it. */
export function GraceSettings() {
  const { t } = useTranslation('erasure');
  const grace = useQuery(graceQuery).data;
  const may = useMay();
  if (!grace) return null;
  return (
    <section className={classes.grace} aria-labelledby="grace">
      <h2 id="grace" className={admin.heading}>
        {t('grace.title')}
      </h2>
      <p className={classes.soft}>
        {grace.graceDays > 0 ? t('grace.days', { count: grace.graceDays }) : t('grace.atOnce')}
      </p>
      {may('erasures.manage') && <ChangeGrace key={grace.version} grace={grace} />}
    </section>
  );
}

function ChangeGrace({ grace }: { grace: Grace }) {
  const { t } = useTranslation(['erasure', 'common']);
  const change = useChangeGrace(grace);
  const form = useForm<{ graceDays: number | string }, Grace>({
    initial: { graceDays: grace.graceDays },
    check: ({ graceDays }) => (graceDays === '' ? { graceDays: t('common:fieldError.required') } : {}),
    save: ({ graceDays }) => change.mutateAsync(Number(graceDays)),
    onSaved: () => toast(t('grace.saved')),
  });
  return (
    <form {...form.form} className={classes.graceForm}>
      <NumberInput
        label={t('grace.label')}
        description={t('grace.hint')}
        min={0}
        max={30}
        clampBehavior="strict"
        allowDecimal={false}
        value={form.values.graceDays}
        error={form.errors.graceDays}
        onChange={(days) => form.set('graceDays', days)}
      />
      <FormMessage>{form.message}</FormMessage>
      <Button
        type="submit"
        variant="default"
        className={classes.save}
        loading={form.saving}
        disabled={Number(form.values.graceDays) === grace.graceDays && form.values.graceDays !== ''}
      >
        {t('common:action.save')}
      </Button>
    </form>
  );
}
