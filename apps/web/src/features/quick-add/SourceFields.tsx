import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type SourceInput, type SourceKind, sourceKinds } from '../../api/model.js';
import { DateField } from '../../ui/index.js';
import classes from './QuickAdd.module.css';

export interface SourceValues {
  sourceKind: SourceKind;
  sourceWhat: string;
  /** Null: today. */
  sourceWhen: string | null;
}

let lastKind: SourceKind = 'person';

/** The source that a new form starts with: the one last used, since people add several from one place. */
export function startSource(): SourceValues {
  return { sourceKind: lastKind, sourceWhat: '', sourceWhen: null };
}

/** The source as the API takes it; remembers the kind for the next form. */
export function toSource({ sourceKind, sourceWhat, sourceWhen }: SourceValues): SourceInput {
  lastKind = sourceKind;
  return {
    kind: sourceKind,
    ...(sourceWhat.trim() ? { what: sourceWhat.trim() } : {}),
    ...(sourceWhen ? { when: sourceWhen } : {}),
  };
}

interface SourceFieldsProps {
  values: SourceValues;
  error: string | undefined;
  onKind: (kind: SourceKind) => void;
  onWhat: (what: string) => void;
}

/** Where the data came from: asked always, answered in one keystroke (GDPR Art. 14(2)(f)). */
export function SourceFields({ values, error, onKind, onWhat }: SourceFieldsProps) {
  const { t } = useTranslation(['quickAdd', 'common']);
  return (
    <div className={classes.pair}>
      <Select
        label={t('source.label')}
        data={sourceKinds
          .filter((kind) => kind !== 'import')
          .map((value) => ({ value, label: t(`common:sourceKind.${value}`) }))}
        allowDeselect={false}
        value={values.sourceKind}
        onChange={(kind) => kind && onKind(kind)}
      />
      <TextInput
        label={t('source.what')}
        placeholder={values.sourceKind === 'other' ? '' : t('common:state.optional')}
        maxLength={200}
        value={values.sourceWhat}
        error={error}
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
