import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../i18n/format.js';
import { currentLanguage } from '../../i18n/index.js';
import { DoneTables } from './DoneTables.js';
import type { Erasure } from './queries.js';
import classes from './Erasure.module.css';

/** What of the certificate is shown beside what the erasure itself says. */
interface Certified {
  mentions: { replaced: number; decidedToReplace: number; decidedToKeep: number };
  scan: { tables: number; columns: number; files: number };
}

/** The proof that it was done: dates, ground, counts, and where it stands in the record of acts. */
export function CertificateView({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation('erasure');
  // The server's own paper, whose form its version names.
  const { mentions, scan } = erasure.certificate as unknown as Certified;
  const { manner, requestedAt, executedAt, completedAt, certificateHash, proof } = erasure;
  const facts: [string, string | null | undefined][] = [
    ['manner', manner && t(`manner.${manner}`)],
    ['requestedAt', formatDateTime(requestedAt)],
    ['executedAt', executedAt && formatDateTime(executedAt)],
    ['completedAt', completedAt && formatDateTime(completedAt)],
    ['mentions', t('certificate.mentionsText', { ...mentions })],
    [
      'scan',
      t('certificate.scanText', {
        tables: formatNumber(scan.tables),
        columns: formatNumber(scan.columns),
        files: formatNumber(scan.files),
      }),
    ],
  ];
  return (
    <>
      <section className={classes.certificate} aria-labelledby="certificate">
        <div className={classes.head}>
          <h3 id="certificate">{t('certificate.title')}</h3>
          <Button
            component="a"
            variant="default"
            size="compact-md"
            href={`/api/v1/erasures/${erasure.id}/certificate.pdf?language=${currentLanguage()}`}
            download
            leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
          >
            {t('certificate.pdf')}
          </Button>
        </div>
        <p className={classes.soft}>{t('certificate.lead')}</p>
        <dl className={classes.facts}>
          {facts.map(([key, text]) =>
            text ? (
              <div key={key}>
                <dt>{t(`certificate.${key}`)}</dt>
                <dd>{text}</dd>
              </div>
            ) : null,
          )}
          {certificateHash && (
            <div>
              <dt>{t('certificate.hash')}</dt>
              <dd>
                <code>{certificateHash}</code>
                {proof && (
                  <span className={classes.because} data-wrong={!proof.isIntact || undefined}>
                    {t(proof.isIntact ? 'certificate.intact' : 'certificate.broken')}
                  </span>
                )}
              </dd>
            </div>
          )}
        </dl>
      </section>
      <DoneTables done={erasure.done} />
    </>
  );
}
