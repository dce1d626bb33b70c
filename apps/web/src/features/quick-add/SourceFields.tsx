import { Select, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type SourceInput, type SourceKind, sourceKinds } from '../../api/model.js';
import { DateField } from '../../ui/index.js';
import classes from './QuickAdd.module.css';

export interface SourceValues {
  /** Null: nobody has chosen yet. */
  sourceKind: SourceKind | null;
  sourceWhat: string;
  /** Null: today. */
  sourceWhen: string | null;
}

let lastKind: SourceKind | null = null;

/** The source that a new form starts with: none, or the one last chosen, since people add several from one place. */
export function startSource(): SourceValues {
  return { sourceKind: lastKind, sourceWhat: '', sourceWhen: null };
}

/** The source as the API takes it; remembers the kind for the next form. */
export function toSource({ sourceKind, sourceWhat, sourceWhen }: SourceValues): SourceInput {
  if (!sourceKind) throw new Error('A source was sent before it was chosen.');
  lastKind = sourceKind;
  return {
    kind: sourceKind,
    ...(sourceWhat.trim() ? { what: sourceWhat.trim() } : {}),
    ...(sourceWhen ? { when: sourceWhen } : {}),
  };
}

/** What a source lacks, in words and by field. */
export function checkSource(
  { sourceKind, sourceWhat }: SourceValues,
  t: TFunction<'quickAdd'>,
): Partial<Record<keyof SourceValues, string>> {
  if (!sourceKind) return { sourceKind: t('records:source.needKind') };
  return sourceKind === 'other' && !sourceWhat.trim() ? { sourceWhat: t('source.needWhat') } : {};
}

interface SourceFieldsProps {
  values: SourceValues;
  errors: Partial<Record<keyof SourceValues, string>>;
  onKind: (kind: SourceKind) => void;
  onWhat: (what: string) => void;
}

/** Where the data came from: asked always, answered in one keystroke (GDPR Art. 14(2)(f)). */
export function SourceFields({ values, errors, onKind, onWhat }: SourceFieldsProps) {
  const { t } = useTranslation(['quickAdd', 'common']);
  return (
    <div className={classes.pair}>
      <Select
        label={t('source.label')}
        placeholder={t('records:source.choose')}
        required
        withAsterisk={false}
        data={sourceKinds
          .filter((kind) => kind !== 'import')
          .map((value) => ({ value, label: t(`common:sourceKind.${value}`) }))}
        allowDeselect={false}
        value={values.sourceKind}
        error={errors.sourceKind}
        onChange={(kind) => kind && onKind(kind)}
      />
      <TextInput
        label={t('source.what')}
        placeholder={values.sourceKind === 'other' ? '' : t('common:state.optional')}
        maxLength={200}
        value={values.sourceWhat}
        error={errors.sourceWhat}
        onChange={(event) => onWhat(event.currentTarget.value)}
      />
    </div>
  );
}

/** When the data was obtained; today unless somebody says otherwise. */
export function SourceDate(props: { value: string | null; onChange: (day: string | null) => void }) {
  const { t } = useTranslation();
  return (
    <DateField
      label={t('source.when')}
      placeholder={t('records:time.today')}
      maxDate={new Date()}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
