import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import { FormDialog, toast, useForm } from '../../ui/index.js';
import { emptyLetter, lacksOf, letterAliases, letterOf, type LetterValues } from './letter-form.js';
import { LetterFields } from './LetterFields.js';
import { type ExtensionReason, extensionReasons, type SubjectRequest } from './model.js';
import { useRequestActs } from './queries.js';
import classes from './Requests.module.css';
import { useRequestProblems } from './use-problems.js';

interface Values extends LetterValues {
  months: '1' | '2';
  reason: ExtensionReason | null;
}

/** Puts the answer off, by a letter that says why; both happen at once. */
export function ExtendDialog({ request, onClose }: { request: SubjectRequest; onClose: () => void }) {
  const { t } = useTranslation(['requests', 'common']);
  const { extend } = useRequestActs(request);
  const problems = useRequestProblems();
  const required = t('common:fieldError.required');
  const form = useForm<Values, unknown>({
    initial: { ...emptyLetter(), months: '1', reason: null },
    aliases: letterAliases,
    problems,
    check: (values) => ({
      ...lacksOf(values, required),
      ...(values.reason ? {} : { reason: required }),
    }),
    save: ({ months, reason, ...letter }) =>
      extend.mutateAsync({
        months: months === '1' ? 1 : 2,
        reason: reason ?? 'complexity',
        letter: letterOf(letter),
      }),
    onSaved: () => {
      onClose();
      toast(t('extend.done'));
    },
  });
  const { months, reason } = form.values;
  return (
    <FormDialog
      opened
      onClose={onClose}
      as="drawer"
      title={t('extend.title')}
      submitLabel={t(form.values.way === 'email' ? 'extend.submit' : 'extend.record')}
      {...form}
    >
      <p className={classes.soft}>{t('extend.lead', { date: formatDate(request.dueOn) })}</p>
      <Radio.Group label={t('extend.months')} {...form.field('months')}>
        <div className={classes.choices}>
          <Radio value="1" label={t('extend.by', { count: 1 })} />
          <Radio value="2" label={t('extend.by', { count: 2 })} />
        </div>
      </Radio.Group>
      <Radio.Group
        label={t('extend.reason')}
        value={reason ?? ''}
        error={form.errors.reason}
        onChange={(value) => form.set('reason', extensionReasons.find((known) => known === value) ?? null)}
      >
        <div className={classes.choices}>
          {extensionReasons.map((value) => (
            <Radio key={value} value={value} label={t(`extensionReason.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {reason && (
        <LetterFields
          requestId={request.id}
          draftOf={{ kind: 'extension', reason, months: months === '1' ? 1 : 2 }}
          values={form.values}
          errors={form.errors}
          set={form.set}
        />
      )}
    </FormDialog>
  );
}
