import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Undertaking } from '../../../api/model.js';
import { formatDateTime } from '../../../i18n/format.js';
import { languageNames, languages } from '../../../i18n/index.js';
import { RouteError } from '../../../shell/RouteError.js';
import { useMe } from '../../../shell/use-me.js';
import { SkeletonText, useDocumentTitle } from '../../../ui/index.js';
import { undertakingQuery } from '../../undertaking/queries.js';
import { UndertakingText } from '../../undertaking/UndertakingText.js';
import admin from '../Admin.module.css';
import { Receipts } from './Receipts.js';
import { TextsForm } from './TextsForm.js';
import classes from './Confidentiality.module.css';

/** The confidentiality undertaking in every language, and who accepted it (C5, K5). */
export function ConfidentialityPage() {
  const { t } = useTranslation('access');
  useDocumentTitle(t('undertaking.title'));
  const undertaking = useQuery(undertakingQuery(useMe().language));
  if (undertaking.isError && !undertaking.data)
    return <RouteError error={undertaking.error} reset={() => void undertaking.refetch()} />;
  return (
    <div className={admin.page}>
      {undertaking.data?.texts ? (
        <Texts undertaking={undertaking.data} texts={undertaking.data.texts} />
      ) : (
        <SkeletonText rows={10} />
      )}
      <Receipts current={undertaking.data?.version} />
    </div>
  );
}

function Texts({ undertaking, texts }: { undertaking: Undertaking; texts: Record<Language, string> }) {
  const { t } = useTranslation(['access', 'common']);
  const [isEditing, setEditing] = useState(false);
  return (
    <section aria-labelledby="undertaking">
      <div className={admin.head}>
        <div className={admin.about}>
          <h2 id="undertaking">{t('undertaking.title')}</h2>
          <p>{t('undertaking.lead')}</p>
          <p>
            {t('undertaking.version', {
              version: undertaking.version,
              at: formatDateTime(undertaking.publishedAt),
            })}
          </p>
        </div>
        {!isEditing && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('undertaking.edit')}
          </Button>
        )}
      </div>
      {isEditing ? (
        <TextsForm undertaking={undertaking} texts={texts} onDone={() => setEditing(false)} />
      ) : (
        <div className={classes.columns}>
          {languages.map((language) => (
            <div key={language} className={classes.column}>
              <h3>{languageNames[language]}</h3>
              {/* Can be reached by keys, so that it can be scrolled by them. */}
              <div className={classes.text} tabIndex={0} role="region" aria-label={languageNames[language]}>
                <UndertakingText text={texts[language]} language={language} />
              </div>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
