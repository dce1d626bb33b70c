import { Button, Checkbox, Radio, Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormMessage, toast, useForm } from '../../ui/index.js';
import classes from './Breaches.module.css';
import { InstantField } from './InstantField.js';
import {
  type Assessment,
  type Breach,
  type Nature,
  natures,
  type Risk,
  risks,
  type Silence,
  silences,
} from './model.js';
import { Part } from './Part.js';
import { useBreachActs } from './queries.js';
import { useBreachProblems } from './use-problems.js';

interface Values {
  facts: string;
  beganAt: string;
  endedAt: string;
  natures: Nature[];
  effects: string;
  measures: string;
  risk: Risk | null;
  riskReason: string;
  silence: Silence | null;
  silenceReason: string;
}

/** What is known by now, and how high the risk to people is (GDPR Art. 33(3), (5)). */
export function Assess({ breach }: { breach: Breach }) {
  const { t } = useTranslation('breaches');
  const form = useAssessment(breach);
  return (
    <Part title={t('assess.title')} law={t('law.assess')}>
      <form {...form.form}>
        <fieldset disabled={breach.closedAt !== null} className={classes.fields}>
          <legend className={classes.hidden}>{t('assess.title')}</legend>
          <WhatHappened form={form} />
          <RiskFields form={form} />
        </fieldset>
        <FormMessage>{form.message}</FormMessage>
        {breach.closedAt === null && (
          <Button type="submit" mt="md" loading={form.saving}>
            {t('assess.submit')}
          </Button>
        )}
      </form>
    </Part>
  );
}

type Form = ReturnType<typeof useAssessment>;

function WhatHappened({ form }: { form: Form }) {
  const { t } = useTranslation('breaches');
  const long = { autosize: true, minRows: 2, maxLength: 10_000 };
  return (
    <>
      <Textarea label={t('assess.facts')} {...long} {...form.input('facts')} />
      <div className={classes.pair}>
        <InstantField label={t('assess.beganAt')} {...form.field('beganAt')} />
        <InstantField label={t('assess.endedAt')} {...form.field('endedAt')} />
      </div>
      <Checkbox.Group
        label={t('assess.natures')}
        value={form.values.natures}
        error={form.errors.natures}
        onChange={(chosen) =>
          form.set(
            'natures',
            natures.filter((nature) => chosen.includes(nature)),
          )
        }
      >
        <div className={classes.choices}>
          {natures.map((value) => (
            <Checkbox key={value} value={value} label={t(`nature.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea label={t('assess.effects')} {...long} {...form.input('effects')} />
      <Textarea label={t('assess.measures')} {...long} {...form.input('measures')} />
    </>
  );
}

function RiskFields({ form }: { form: Form }) {
  const { t } = useTranslation('breaches');
  const { risk, silence } = form.values;
  const short = { autosize: true, minRows: 2, maxLength: 5000 };
  return (
    <>
      <Radio.Group
        label={t('assess.risk')}
        {...form.field('risk')}
        value={risk ?? ''}
        onChange={(value) => form.set('risk', risks.find((known) => known === value) ?? null)}
      >
        <div className={classes.choices}>
          {risks.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`risk.${value}`)}
              description={t(`riskHint.${value}`)}
            />
          ))}
        </div>
      </Radio.Group>
      {risk && <Textarea label={t('assess.riskReason')} {...short} {...form.input('riskReason')} />}
      {risk === 'high' && (
        <Select
          label={t('assess.silence')}
          description={t('assess.silenceHint')}
          placeholder={t('assess.noSilence')}
          clearable
          clearButtonProps={{ 'aria-label': t('common:action.clear') }}
          data={silences.map((value) => ({ value, label: t(`silence.${value}`) }))}
          {...form.field('silence')}
        />
      )}
      {risk === 'high' && silence && (
        <Textarea label={t('assess.silenceReason')} {...short} {...form.input('silenceReason')} />
      )}
    </>
  );
}

function useAssessment(breach: Breach) {
  const { t } = useTranslation(['breaches', 'common']);
  const { assess } = useBreachActs(breach);
  const problems = useBreachProblems();
  const required = t('common:fieldError.required');
  return useForm<Values, unknown>({
    initial: {
      ...{ facts: breach.facts, natures: breach.natures, risk: breach.risk, silence: breach.silence },
      ...{ beganAt: breach.beganAt ?? '', endedAt: breach.endedAt ?? '' },
      ...{ effects: breach.effects ?? '', measures: breach.measures ?? '' },
      ...{ riskReason: breach.riskReason ?? '', silenceReason: breach.silenceReason ?? '' },
    },
    problems,
    check: ({ facts, risk, riskReason, silence, silenceReason }) => ({
      ...(facts.trim() ? {} : { facts: required }),
      ...(risk && !riskReason.trim() ? { riskReason: required } : {}),
      ...(risk === 'high' && silence && !silenceReason.trim() ? { silenceReason: required } : {}),
    }),
    save: (values) => assess.mutateAsync(toAssessment(values)),
    onSaved: () => toast(t('assess.done')),
  });
}

function toAssessment(values: Values): Assessment {
  const { facts, beganAt, endedAt, natures: lost, effects, measures, risk, riskReason } = values;
  const silence = risk === 'high' ? values.silence : null;
  return {
    ...{ facts: facts.trim(), natures: lost, risk, silence },
    beganAt: beganAt || null,
    endedAt: endedAt || null,
    ...{ effects: effects.trim() || null, measures: measures.trim() || null },
    riskReason: risk ? riskReason.trim() : null,
    silenceReason: silence ? values.silenceReason.trim() : null,
  };
}
