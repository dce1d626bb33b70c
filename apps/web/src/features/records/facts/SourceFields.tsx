import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sourceKinds, type SourceInput } from '../../../api/model.js';
import { DateField } from '../../../ui/index.js';
import classes from './SourceFields.module.css';

interface Props {
  value: SourceInput;
  onChange: (source: SourceInput) => void;
  errors?: Partial<Record<'kind' | 'what' | 'when', string | undefined>>;
}

/** Where data came from: how we got it, in which words, and when. */
export function SourceFields({ value, onChange, errors = {} }: Props) {
  const { t } = useTranslation('records');
  return (
    <fieldset className={classes.source}>
      <legend className="s-visually-hidden">{t('source.title')}</legend>
      <Select
        className={classes.kind}
        label={t('source.kind')}
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
        placeholder={t(`sourceHint.${value.kind}`)}
        value={value.what ?? ''}
        maxLength={200}
        required={value.kind === 'other'}
        error={errors.what}
        onChange={(event) => onChange({ ...value, what: event.currentTarget.value })}
      />
    </fieldset>
  );
}
