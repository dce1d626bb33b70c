import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format.js';
import { useMe } from '../../../shell/use-me.js';
import { SkeletonText } from '../../../ui/index.js';
import { undertakingQuery } from '../../undertaking/queries.js';
import { UndertakingText } from '../../undertaking/UndertakingText.js';
import { Section } from '../Section.js';
import { usePrint } from './print.js';
import classes from './Security.module.css';

/** What one has promised, and when (C5); to be read and printed. */
export function UndertakingSection() {
  const { t } = useTranslation('undertaking');
  const me = useMe();
  const undertaking = useQuery(undertakingQuery(me.language)).data;
  const accepted = undertaking?.acceptedAt
    ? t('accepted', { date: formatDate(undertaking.acceptedAt), version: undertaking.version })
    : t('notAccepted');
  const { print, sheet } = usePrint(
    undertaking && (
      <>
        <h1>{t('title')}</h1>
        <p>{t('givenTo', { company: me.controller.name })}</p>
        <p>{t('givenBy', { name: me.name })}</p>
        <p>{accepted}</p>
        <UndertakingText text={undertaking.text} language={undertaking.language} />
      </>
    ),
  );
  return (
    <Section title={t('section')} hint={t('sectionHint')}>
      {!undertaking ? (
        <SkeletonText rows={2} />
      ) : (
        <>
          <div className={classes.row}>
            <p className={classes.what}>{accepted}</p>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
              onClick={print}
            >
              {t('print')}
            </Button>
          </div>
          <details className={classes.reading}>
            <summary>{t('read')}</summary>
            <UndertakingText text={undertaking.text} language={undertaking.language} />
          </details>
        </>
      )}
      {sheet}
    </Section>
  );
}
