import { Button, Checkbox, NumberInput, Radio, Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormMessage, toast, useForm } from '../../../ui/index.js';
import { bases } from '../../people/purposes.js';
import type { LegalBasis, RuleWithHistory } from '../model.js';
import { useChangeRule } from '../queries.js';
import { OwnPeriod } from './OwnPeriod.js';
import { Preview } from './Preview.js';
import classes from './Rules.module.css';
import { choicesOf, sentOf, type Terms, termsOf } from './terms.js';
import { categories } from './categories.js';
import { useRuleWords } from './use-rule-words.js';

type Values = Terms & { basis: LegalBasis; note: string; keeps: RuleWithHistory['keeps'] };

function useRuleForm(rule: RuleWithHistory) {
  const { t } = useTranslation(['retention', 'common']);
  const { noteOf, nameOf } = useRuleWords();
  const change = useChangeRule(rule);
  const noted = noteOf(rule, rule.note);
  return useForm<Values, RuleWithHistory>({
    initial: { ...termsOf(rule), basis: rule.basis, note: noted, keeps: rule.keeps },
    check: ({ note }) => (note.trim() ? {} : { note: t('common:fieldError.required') }),
    save: (values) =>
      change.mutateAsync({
        ...sentOf(values, rule),
        basis: values.basis,
        note: values.note === noted ? rule.note : values.note.trim(),
        keeps: values.keeps,
      }),
    onSaved: ({ version }) =>
      toast(t(version === rule.version ? 'rules.same' : 'rules.saved', { name: nameOf(rule.key) })),
  });
}

/** What a rule says from now on; what it would erase stands beside it while one chooses. */
export function EditRule({ rule }: { rule: RuleWithHistory }) {
  const { t } = useTranslation(['retention', 'common']);
  const form = useRuleForm(rule);
  const { values } = form;
  const isSame = JSON.stringify(sentOf(values, rule)) === JSON.stringify(sentOf(termsOf(rule), rule));
  return (
    <form {...form.form} className={classes.editor}>
      <div className={classes.fields}>
        <Period rule={rule} form={form} />
      </div>
      <Preview rule={rule} terms={sentOf(values, rule)} isSame={isSame} />
      <div className={classes.fields}>
        <Then rule={rule} form={form} />
        <Why rule={rule} form={form} />
        <FormMessage>{form.message}</FormMessage>
        <Button type="submit" className={classes.submit} loading={form.saving}>
          {t('common:action.save')}
        </Button>
      </div>
    </form>
  );
}

interface PartProps {
  rule: RuleWithHistory;
  form: ReturnType<typeof useRuleForm>;
}

/** How long: one of the usual choices, or a time of one's own. */
function Period({ rule, form: { values, errors, set } }: PartProps) {
  const { t } = useTranslation('retention');
  const { periodText } = useRuleWords();
  const offered = choicesOf(rule);
  const { choice } = values;
  const isReviewed = offered.length === 0 || choice === 'until_opt_out';
  return (
    <>
      {offered.length > 0 && (
        <Radio.Group
          label={t('rules.howLong')}
          description={
            rule.longest === null ? undefined : t('rules.atMost', { period: periodText(rule.longest) })
          }
          value={choice}
          onChange={(next) => set('choice', next)}
        >
          <div className={classes.choices}>
            {offered.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`rules.choice.${one}`)}
                description={
                  one === 'until_opt_out' || one === 'review' ? t(`rules.choiceHint.${one}`) : undefined
                }
              />
            ))}
          </div>
        </Radio.Group>
      )}
      {(choice === 'own' || choice === 'review') && (
        <OwnPeriod
          key={choice}
          period={values.period}
          longest={rule.longest}
          error={(errors as { period?: string }).period}
          onChange={(period) => set('period', period)}
        />
      )}
      {isReviewed && (
        <NumberInput
          label={t('rules.reviewMonths')}
          description={t('rules.reviewMonthsHint')}
          min={1}
          max={12}
          clampBehavior="strict"
          allowDecimal={false}
          value={values.reviewMonths}
          error={errors.reviewMonths}
          onChange={(months) => set('reviewMonths', Number(months) || 1)}
        />
      )}
    </>
  );
}

/** What starts the clock, and what happens when it has run out, where there is a choice. */
function Then({ rule, form: { values, field, set } }: PartProps) {
  const { t } = useTranslation('retention');
  const actions = rule.possibleActions.filter((action) => action !== 'review');
  return (
    <>
      {rule.possibleStarts.length > 1 && values.choice !== 'until_opt_out' && (
        <Select
          label={t('rules.starts')}
          allowDeselect={false}
          data={rule.possibleStarts.map((value) => ({ value, label: t(`start.${value}`) }))}
          value={values.starts}
          onChange={(starts) => starts && set('starts', starts)}
        />
      )}
      {actions.length > 1 && values.choice !== 'review' && (
        <Radio.Group label={t('rules.then')} {...field('action')}>
          <div className={classes.choices}>
            {actions.map((action) => (
              <Radio
                key={action}
                value={action}
                label={t(`action.${action}`)}
                description={t(`actionHint.${action}`)}
              />
            ))}
          </div>
        </Radio.Group>
      )}
    </>
  );
}

function Why({ rule, form: { values, input, field, set } }: PartProps) {
  const { t } = useTranslation(['retention', 'records']);
  return (
    <>
      <Select
        label={t('rules.basis')}
        allowDeselect={false}
        data={bases.map((value) => ({ value, label: t(`records:basis.${value}`) }))}
        {...field('basis')}
        onChange={(basis) => basis && set('basis', basis)}
      />
      <Textarea
        label={t('rules.note')}
        description={t('rules.noteHint')}
        autosize
        minRows={2}
        {...input('note')}
      />
      {rule.covers === 'people' && rule.key !== 'withdrawn' && (
        <Checkbox.Group
          label={t('rules.kept')}
          description={t('rules.keptHint')}
          value={values.keeps}
          onChange={(keeps) => set('keeps', keeps)}
        >
          <div className={classes.categories}>
            {categories.map((category) => (
              <Checkbox key={category} value={category} label={t(`category.${category}`)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}
