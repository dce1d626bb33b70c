import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, TemplateInput } from '../../../api/model.js';
import { LetterFrame, SkeletonText } from '../../../ui/index.js';
import { previewQuery } from './queries.js';
import classes from './Template.module.css';

interface Props {
  input: TemplateInput;
  language: Language;
}

/** The letter as somebody gets it, on a phone, on a desk, or as plain text; renewed half a second after the last key. */
export function LetterPreview({ input, language }: Props) {
  const { t } = useTranslation('mail');
  const [view, setView] = useState<'desktop' | 'phone' | 'plain'>('desktop');
  const [settled] = useDebouncedValue(input, 500);
  const preview = useQuery(previewQuery(settled, language));
  const letter = preview.data;
  return (
    <section className={classes.preview} aria-label={t('templates.preview')}>
      <div className={classes.previewHead}>
        <h2>{t('templates.preview')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('templates.preview')}
          value={view}
          onChange={(value) => setView(value)}
          data={[
            { value: 'desktop', label: t('templates.desktop') },
            { value: 'phone', label: t('templates.phone') },
            { value: 'plain', label: t('templates.plain') },
          ]}
        />
      </div>
      {preview.isError && <p className={classes.unsaved}>{t('templates.previewFailed')}</p>}
      {!letter && !preview.isError && <SkeletonText rows={10} />}
      {letter && (
        <>
          <p className={classes.envelope} lang={language}>
            <strong>{letter.subject}</strong>
          </p>
          {view === 'plain' ? (
            <pre className={classes.plain} lang={language}>
              {letter.text}
            </pre>
          ) : (
            <LetterFrame html={letter.html} title={t('templates.preview')} width={view} />
          )}
        </>
      )}
    </section>
  );
}
