import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../i18n/index.js';
import { DateField, FormDialog, toast, useForm } from '../../../ui/index.js';
import { today } from '../../interactions/local-input.js';
import { bases } from '../../people/purposes.js';
import type { Purpose } from '../../../api/model.js';
import type { LegalBasis, PurposeClass } from '../../permissions/model.js';
import { useAddPurpose } from './queries.js';
import { basesFor, lacking } from './review.js';
import classes from './Purposes.module.css';

interface Values {
  fi: string;
  sv: string;
  en: string;
  class: PurposeClass;
  basis: LegalBasis | null;
  balancingNote: string;
  reviewOn: string | null;
}

function usePurposeForm(onClose: () => void) {
  const { t } = useTranslation(['purposes', 'common']);
  const add = useAddPurpose();
  return useForm<Values, Purpose>({
    initial: {
      fi: '',
      sv: '',
      en: '',
      class: 'marketing',
      basis: null,
      balancingNote: '',
      reviewOn: dayjs().add(1, 'year').format('YYYY-MM-DD'),
    },
    aliases: { 'name.fi': 'fi', 'name.sv': 'sv', 'name.en': 'en' },
    check: (values) => {
      const missing = lacking({ ...values, builtIn: false });
      const unnamed = languages.filter((language) => !values[language].trim());
      return {
        ...Object.fromEntries(unnamed.map((language) => [language, t('common:fieldError.required')])),
        ...(missing.includes('balancingNote') ? { balancingNote: t('noteRequired') } : {}),
        ...(missing.includes('reviewOn') ? { reviewOn: t('reviewRequired') } : {}),
      };
    },
    save: ({ fi, sv, en, balancingNote, reviewOn, ...values }) =>
      add.mutateAsync({
        ...values,
        name: { fi: fi.trim(), sv: sv.trim(), en: en.trim() },
        balancingNote: balancingNote.trim() || null,
        reviewOn: values.basis === 'legitimate_interest' ? reviewOn : null,
      }),
    onSaved: (purpose) => {
      onClose();
      toast(t('added', { name: purpose.name?.fi ?? '' }));
    },
  });
}

/** A purpose of the company's own: named in three languages, of one class, on one basis. */
export function AddPurpose({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['purposes', 'records']);
  const form = usePurposeForm(onClose);
  const { values } = form;
  return (
    <FormDialog as="drawer" opened onClose={onClose} title={t('add')} submitLabel={t('submitAdd')} {...form}>
      <fieldset className={classes.names}>
        <legend>{t('names')}</legend>
        <p className={classes.reviewed}>{t('namesHint')}</p>
        {languages.map((language) => (
          <TextInput
            key={language}
            label={t(`name.${language}`)}
            lang={language}
            autoComplete="off"
            {...form.input(language)}
          />
        ))}
      </fieldset>
      <Radio.Group
        label={t('kind')}
        value={values.class}
        onChange={(kind) => {
          form.set('class', kind);
          form.set('basis', null);
        }}
      >
        <div className={classes.names}>
          {(['marketing', 'profiling', 'service'] as const).map((kind) => (
            <Radio key={kind} value={kind} label={t(`class.${kind}`)} description={t(`classHint.${kind}`)} />
          ))}
        </div>
      </Radio.Group>
      <Select
        label={t('basis')}
        placeholder={t('noBasis')}
        clearable
        data={basesFor(values.class, bases).map((basis) => ({
          value: basis,
          label: t(`records:basis.${basis}`),
        }))}
        {...form.field('basis')}
      />
      {values.basis === 'legitimate_interest' && (
        <>
          <Textarea
            label={t('note')}
            description={t('noteHint')}
            autosize
            minRows={5}
            {...form.input('balancingNote')}
          />
          <DateField label={t('reviewOn')} minDate={today()} {...form.field('reviewOn')} />
        </>
      )}
    </FormDialog>
  );
}
