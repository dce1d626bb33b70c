import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sourceKinds } from '../../../api/model.js';
import { DateField } from '../../../ui/index.js';
import type { SourceDraft } from './source.js';
import classes from './SourceFields.module.css';

interface Props<Source extends SourceDraft> {
  value: Source;
  onChange: (source: Source) => void;
  errors?: Partial<Record<'kind' | 'what' | 'when', string | undefined>>;
}

/** Where data came from: how we got it, in which words, and when. */
export function SourceFields<Source extends SourceDraft>({ value, onChange, errors = {} }: Props<Source>) {
  const { t } = useTranslation('records');
  return (
    <fieldset className={classes.source}>
      <legend className="s-visually-hidden">{t('source.title')}</legend>
      <Select
        className={classes.kind}
        label={t('source.kind')}
        placeholder={t('source.choose')}
        data={sourceKinds.map((kind) => ({ value: kind, label: t(`common:sourceKind.${kind}`) }))}
        value={value.kind}
        allowDeselect={false}
        error={errors.kind}
        maxDropdownHeight={360}
        onChange={(kind) => kind && onChange({ ...value, kind: kind })}
      />
      <DateField
        className={classes.when}
        label={t('source.when')}
        clearable={false}
        value={value.when ?? null}
        maxDate={new Date()}
        error={errors.when}
        onChange={(when) => onChange({ ...value, when: when ?? undefined })}
      />
      <TextInput
        className={classes.what}
        label={t('source.what')}
        placeholder={value.kind ? t(`sourceHint.${value.kind}`) : undefined}
        value={value.what ?? ''}
        maxLength={200}
        required={value.kind === 'other'}
        error={errors.what}
        onChange={(event) => onChange({ ...value, what: event.currentTarget.value })}
      />
    </fieldset>
  );
}
