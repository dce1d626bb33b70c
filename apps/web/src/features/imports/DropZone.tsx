import { Button } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormMessage } from '../../ui/index.js';
import { useUpload } from './queries.js';
import { useImportProblem } from './use-import-problem.js';
import classes from './Imports.module.css';

/** Takes a CSV file by dropping or choosing, and goes on to its columns. */
export function DropZone() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const upload = useUpload();
  const problem = useImportProblem();
  const take = (file: File | undefined) => {
    if (!file || upload.isPending) return;
    upload.mutate(file, {
      onSuccess: ({ id }) => void navigate({ to: '/import/$id', params: { id } }),
    });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div>
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <IconFileTypeCsv size={32} stroke={1.3} aria-hidden />
        {upload.isPending ? (
          <p role="status" className={classes.dropTitle}>
            {t('drop.sending', { name: upload.variables.name })}
          </p>
        ) : (
          <>
            <p className={classes.dropTitle}>{isOver ? t('drop.release') : t('drop.title')}</p>
            <p className={classes.quiet}>{t('drop.or')}</p>
            <Button onClick={() => input.current?.click()} data-autofocus>
              {t('drop.choose')}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          className="s-visually-hidden"
          tabIndex={-1}
          aria-label={t('drop.choose')}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <p className={classes.dropHint}>{t('drop.hint')}</p>
      </div>
      <FormMessage>{upload.error ? problem(upload.error) : null}</FormMessage>
    </div>
  );
}
