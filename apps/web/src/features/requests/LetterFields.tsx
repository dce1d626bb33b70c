import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/index.js';
import { today } from '../interactions/local-input.js';
import { type LetterValues, type SetLetter, useDraft } from './letter-form.js';
import { letterWays } from './model.js';
import type { DraftOf } from './queries.js';
import classes from './Requests.module.css';

interface Props {
  requestId: string;
  draftOf: DraftOf | null;
  values: LetterValues;
  errors: Partial<Record<keyof LetterValues, string>>;
  set: SetLetter;
}

/** The letter to the person, prepared in their language; every word of it may be changed. */
export function LetterFields({ requestId, draftOf, values, errors, set }: Props) {
  const { t } = useTranslation(['requests', 'common']);
  const { draft, take, isOther } = useDraft(requestId, draftOf, { values, set });
  const address = draft.data?.address ?? null;
  return (
    <fieldset className={classes.letter} aria-busy={draft.isFetching}>
      <legend>{t('letter.legend')}</legend>
      {draft.data && (
        <p className={classes.quiet}>
          {t('letter.prepared', { language: t(`letter.in.${draft.data.language}`) })}
        </p>
      )}
      <TextInput
        label={t('letter.subject')}
        value={values.subject}
        error={errors.subject}
        maxLength={300}
        onChange={(event) => set('subject', event.currentTarget.value)}
      />
      <Textarea
        label={t('letter.body')}
        value={values.body}
        error={errors.body}
        lang={draft.data?.language}
        autosize
        minRows={8}
        maxRows={24}
        maxLength={20_000}
        onChange={(event) => set('body', event.currentTarget.value)}
      />
      {isOther && (
        <div className={classes.otherDraft}>
          <p className={classes.quiet}>{t('letter.otherDraft')}</p>
          <Button size="compact-sm" variant="default" onClick={take}>
            {t('letter.takeDraft')}
          </Button>
        </div>
      )}
      <div className={classes.pair}>
        <Select
          label={t('letter.way')}
          description={values.way === 'email' ? (address ?? t('letter.noAddress')) : t('letter.bySelf')}
          allowDeselect={false}
          data={letterWays.map((value) => ({
            value,
            label: t(`way.${value}`),
            disabled: value === 'email' && draft.data !== undefined && address === null,
          }))}
          value={values.way}
          error={errors.way}
          onChange={(value) => value && set('way', value)}
        />
        {values.way !== 'email' && (
          <DateField
            label={t('letter.sentOn')}
            description={t('letter.sentOnHint')}
            clearable={false}
            maxDate={today()}
            value={values.sentOn}
            error={errors.sentOn}
            onChange={(value) => set('sentOn', value)}
          />
        )}
      </div>
    </fieldset>
  );
}
