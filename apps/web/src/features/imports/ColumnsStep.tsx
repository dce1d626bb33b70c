import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import, ImportMapping, Language } from '../../api/model.js';
import { FormMessage } from '../../ui/index.js';
import { today } from '../interactions/local-input.js';
import { type SourceDraft, sourceNeedsWords, toSourceInput } from '../records/facts/source.js';
import { ColumnTable } from './ColumnTable.js';
import { DefaultsCard, FileCard, SourceCard } from './ImportCards.js';
import { useMapping, useStart } from './queries.js';
import { hasName, type Mapping } from './targets.js';
import { useImportProblem } from './use-import-problem.js';
import classes from './Imports.module.css';

export interface Defaults {
  ownerId: string | null;
  language: Language | null;
}

const mappingOf = (current: Import): Mapping =>
  Object.fromEntries(current.columns.map(({ index, target }) => [index, target]));

/** The first step: what the columns mean, how the file is read, and where the list comes from. */
export function ColumnsStep({ current, onChecking }: { current: Import; onChecking: () => void }) {
  const { t } = useTranslation('imports');
  const problem = useImportProblem();
  const [mapping, setMapping] = useState(() => mappingOf(current));
  const [source, setSource] = useState<SourceDraft>(
    current.source ? toSourceInput(current.source) : { kind: null, what: '', when: today() },
  );
  const [defaults, setDefaults] = useState<Defaults>({
    ownerId: current.owner?.id ?? null,
    language: current.language,
  });
  const [complaint, setComplaint] = useState<{ about: 'columns' | 'source'; text: string } | null>(null);
  const save = useMapping(current.id);
  const start = useStart(current.id);

  function findComplaint(): typeof complaint {
    if (!hasName(mapping)) return { about: 'columns', text: t('columns.needName') };
    if (!source.kind) return { about: 'source', text: t('source.choose') };
    if (sourceNeedsWords(source)) return { about: 'source', text: t('records:source.whatRequired') };
    return null;
  }
  async function check() {
    const found = findComplaint();
    setComplaint(found);
    if (found || !source.kind) return;
    const columns = current.columns.map(({ index }) => ({ index, target: mapping[index] ?? null }));
    const body: ImportMapping = {
      columns,
      source: toSourceInput({ ...source, kind: source.kind }),
      ...defaults,
    };
    await save.mutateAsync(body);
    await start.mutateAsync('dry-run');
    onChecking();
  }
  const reread = (how: Pick<ImportMapping, 'encoding' | 'delimiter' | 'hasHeader'>) =>
    save.mutate(
      // Without columns the server guesses anew from what it reads.
      { source: toSourceInput({ ...source, kind: source.kind ?? 'import' }), ...defaults, ...how },
      { onSuccess: (read) => setMapping(mappingOf(read)) },
    );
  const failure = save.error ?? start.error ?? current.failure;
  return (
    <div className={classes.columns}>
      <section aria-label={t('columns.title')} className={classes.main}>
        <h2 className={classes.sectionTitle}>{t('columns.title')}</h2>
        <p className={classes.lead}>{t('columns.lead')}</p>
        <ColumnTable columns={current.columns} mapping={mapping} onChange={setMapping} />
      </section>
      <div className={classes.side}>
        <FileCard current={current} isBusy={save.isPending} onReread={reread} />
        <SourceCard
          value={source}
          onChange={setSource}
          complaint={complaint?.about === 'source' ? complaint.text : null}
        />
        <DefaultsCard value={defaults} onChange={setDefaults} />
        <FormMessage>
          {complaint?.about === 'columns' ? complaint.text : failure ? problem(failure) : null}
        </FormMessage>
        <Button
          size="sm"
          fullWidth
          loading={save.isPending || start.isPending}
          onClick={() => void check().catch(() => undefined)}
        >
          {current.summary ? t('next.again') : t('next.check')}
        </Button>
      </div>
    </div>
  );
}
