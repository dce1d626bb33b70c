import { Checkbox, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact, Language } from '../../api/model.js';
import { currentLanguage, languages } from '../../i18n/index.js';
import { DateField, FormDialog, toast, useForm } from '../../ui/index.js';
import { today } from '../interactions/local-input.js';
import { instantOf } from './evidence-values.js';
import { type AnyChannel, channels, type ConsentWay, consentWays } from './model.js';
import { useRecordConsent, wordingsQuery } from './queries.js';
import { usePurposes } from './use-purposes.js';
import classes from './Permissions.module.css';

interface Values {
  channel: AnyChannel;
  purpose: string;
  obtainedVia: ConsentWay | '';
  on: string | null;
  language: Language;
  /** The id of a wording used before; empty: what is written in `text`. */
  known: string;
  text: string;
  note: string;
  /** Only for e-mail. */
  needsConfirmation: boolean;
}

interface Props {
  person: Contact;
  onClose: () => void;
}

function useConsentForm({ person, onClose }: Props) {
  const { t } = useTranslation('permissions');
  const record = useRecordConsent(person.id);
  const required = t('common:fieldError.required');
  return useForm<Values, unknown>({
    initial: {
      channel: 'email',
      purpose: 'direct_marketing',
      obtainedVia: '',
      on: today(),
      language: person.language ?? currentLanguage(),
      known: '',
      text: '',
      note: '',
      needsConfirmation: false,
    },
    aliases: { obtainedAt: 'on', wording: 'text' },
    problems: { erased: t('consent.erased') },
    check: ({ obtainedVia, on, known, text }) => ({
      ...(obtainedVia ? {} : { obtainedVia: required }),
      ...(on ? {} : { on: required }),
      ...(known || text.trim() ? {} : { text: required }),
    }),
    save: ({ channel, purpose, language, obtainedVia, on, known, text, note, needsConfirmation }) =>
      record({
        channel,
        purpose,
        language,
        // The check has seen to it that these are given.
        obtainedVia: obtainedVia as ConsentWay,
        obtainedAt: instantOf(on ?? today()),
        wording: known || text.trim(),
        ...(note.trim() ? { note: note.trim() } : {}),
        needsConfirmation: needsConfirmation && channel === 'email',
      }),
    onSaved: () => {
      onClose();
      toast(t('consent.done', { name: person.name }));
    },
  });
}

/** Puts a yes on record: what exactly was said yes to, how and when (GDPR Art. 7(1)). */
export function RecordConsent(props: Props) {
  const { person, onClose } = props;
  const { t } = useTranslation('permissions');
  const { items, nameOf } = usePurposes();
  const form = useConsentForm(props);
  const { values } = form;
  return (
    <FormDialog
      as="drawer"
      opened
      onClose={onClose}
      title={t('consent.title', { name: person.name })}
      submitLabel={t('consent.submit')}
      {...form}
    >
      <p className={classes.tell}>{t('consent.lead')}</p>
      <div className={classes.pair}>
        <Select
          label={t('consent.purpose')}
          allowDeselect={false}
          data={items
            .filter((purpose) => purpose.class !== 'service')
            .map(({ key }) => ({ value: key, label: nameOf(key) }))}
          value={values.purpose}
          error={form.errors.purpose}
          onChange={(value) => value && form.set('purpose', value)}
        />
        <Select
          label={t('consent.channel')}
          allowDeselect={false}
          data={([...channels, 'all'] as const).map((value) => ({ value, label: t(`channel.${value}`) }))}
          value={values.channel}
          error={form.errors.channel}
          onChange={(value) => value && form.set('channel', value)}
        />
      </div>
      <div className={classes.pair}>
        <Select
          label={t('consent.via')}
          data={consentWays.map((value) => ({ value, label: t(`consentWay.${value}`) }))}
          value={values.obtainedVia || null}
          error={form.errors.obtainedVia}
          onChange={(value) => form.set('obtainedVia', value ?? '')}
        />
        <DateField label={t('consent.on')} clearable={false} maxDate={today()} {...form.field('on')} />
      </div>
      <Wording form={form} />
      <Textarea
        label={t('consent.note')}
        description={t('consent.noteHint')}
        autosize
        minRows={1}
        {...form.input('note')}
      />
      {values.channel === 'email' && (
        <Checkbox
          label={t('consent.confirmation')}
          description={t('consent.confirmationHint')}
          checked={values.needsConfirmation}
          error={form.errors.needsConfirmation}
          onChange={(event) => form.set('needsConfirmation', event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}

/** The exact text: one that was used before, or written now. */
function Wording({ form }: { form: ReturnType<typeof useConsentForm> }) {
  const { t } = useTranslation('permissions');
  const { values } = form;
  const known = (useQuery(wordingsQuery).data?.items ?? []).filter(
    ({ purpose, language }) => purpose === values.purpose && language === values.language,
  );
  const isKnown = known.some(({ id }) => id === values.known);
  return (
    <>
      <Select
        label={t('consent.language')}
        allowDeselect={false}
        data={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        value={values.language}
        onChange={(value) => {
          if (value) form.set('language', value);
          form.set('known', '');
        }}
      />
      {known.length > 0 && (
        <Select
          label={t('consent.known')}
          allowDeselect={false}
          data={[
            ...known.map(({ id, text }) => ({ value: id, label: text.slice(0, 90) })),
            { value: '', label: t('consent.own') },
          ]}
          value={isKnown ? values.known : ''}
          onChange={(value) => form.set('known', value ?? '')}
        />
      )}
      {isKnown ? (
        <blockquote className={classes.wording} lang={values.language}>
          {known.find(({ id }) => id === values.known)?.text}
        </blockquote>
      ) : (
        <Textarea
          label={t('consent.wording')}
          description={t('consent.wordingHint')}
          autosize
          minRows={3}
          {...form.input('text')}
        />
      )}
    </>
  );
}
