import { Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Import, type ImportMapping, sourceKinds } from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { languages } from '../../i18n/index.js';
import { DateField } from '../../ui/index.js';
import type { SourceDraft } from '../records/facts/source.js';
import type { Defaults } from './ColumnsStep.js';
import classes from './Imports.module.css';

const encodings = [
  ['utf-8', 'UTF-8'],
  ['windows-1252', 'Windows-1252'],
  ['iso-8859-15', 'ISO 8859-15'],
  ['macintosh', 'Mac OS Roman'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
] as const;
const delimiters = [
  [';', 'semicolon'],
  [',', 'comma'],
  ['\t', 'tab'],
  ['|', 'pipe'],
] as const;

type Reading = Pick<ImportMapping, 'encoding' | 'delimiter' | 'hasHeader'>;

interface FileCardProps {
  current: Import;
  isBusy: boolean;
  onReread: (how: Reading) => void;
}

/** How the file was read; another choice reads it anew. */
export function FileCard({ current, isBusy, onReread }: FileCardProps) {
  const { t } = useTranslation('imports');
  return (
    <section className={classes.card} aria-label={t('file.title')}>
      <h3>{t('file.title')}</h3>
      <div className={classes.pair}>
        <Select
          label={t('file.encoding')}
          data={encodings.map(([value, label]) => ({ value, label }))}
          value={current.encoding}
          allowDeselect={false}
          disabled={isBusy}
          // The options are exactly the encodings.
          onChange={(encoding) => onReread({ encoding: encoding as Reading['encoding'] })}
        />
        <Select
          label={t('file.delimiter')}
          data={delimiters.map(([value, key]) => ({ value, label: t(`file.delimiterName.${key}`) }))}
          value={current.delimiter}
          allowDeselect={false}
          disabled={isBusy}
          // The options are exactly the delimiters.
          onChange={(delimiter) => onReread({ delimiter: delimiter as Reading['delimiter'] })}
        />
      </div>
      <p className={classes.quiet}>{t('file.hint')}</p>
      <Switch
        label={t('file.hasHeader')}
        checked={current.hasHeader}
        disabled={isBusy}
        onChange={(event) => onReread({ hasHeader: event.currentTarget.checked })}
      />
    </section>
  );
}

interface SourceCardProps {
  value: SourceDraft;
  onChange: (source: SourceDraft) => void;
  complaint: string | null;
}

/** Where the list comes from; asked once for the whole file (GDPR Art. 14(2)(f)). */
export function SourceCard({ value, onChange, complaint }: SourceCardProps) {
  const { t } = useTranslation('records');
  const isAboutWords = value.kind === 'other';
  return (
    <section className={classes.card} aria-label={t('imports:source.title')}>
      <h3>{t('imports:source.title')}</h3>
      <p className={classes.quiet}>{t('imports:source.lead')}</p>
      <div className={classes.pair}>
        <Select
          label={t('source.kind')}
          placeholder={t('source.choose')}
          data={sourceKinds
            .filter((kind) => kind !== 'import')
            .map((kind) => ({ value: kind, label: t(`common:sourceKind.${kind}`) }))}
          value={value.kind}
          allowDeselect={false}
          error={isAboutWords ? undefined : complaint}
          onChange={(kind) => onChange({ ...value, kind: kind })}
        />
        <DateField
          label={t('source.when')}
          clearable={false}
          value={value.when ?? null}
          maxDate={new Date()}
          onChange={(when) => onChange({ ...value, when: when ?? undefined })}
        />
      </div>
      <TextInput
        label={t('source.what')}
        placeholder={value.kind ? t(`sourceHint.${value.kind}`) : undefined}
        value={value.what ?? ''}
        maxLength={200}
        error={isAboutWords ? complaint : undefined}
        onChange={(event) => onChange({ ...value, what: event.currentTarget.value })}
      />
    </section>
  );
}

/** What every row gets that does not say otherwise. */
export function DefaultsCard({
  value,
  onChange,
}: {
  value: Defaults;
  onChange: (defaults: Defaults) => void;
}) {
  const { t } = useTranslation('imports');
  const users = useQuery(usersQuery).data?.items ?? [];
  return (
    <section className={classes.card} aria-label={t('defaults.title')}>
      <h3>{t('defaults.title')}</h3>
      <Select
        label={t('defaults.owner')}
        placeholder={t('defaults.ownerNone')}
        data={users.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
        value={value.ownerId}
        clearable
        onChange={(ownerId) => onChange({ ...value, ownerId })}
      />
      <Select
        label={t('defaults.language')}
        placeholder={t('defaults.languageNone')}
        data={languages.map((language) => ({ value: language, label: t(`common:language.${language}`) }))}
        value={value.language}
        clearable
        onChange={(language) => onChange({ ...value, language: language })}
      />
    </section>
  );
}
