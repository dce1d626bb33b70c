import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RouteError } from '../../../shell/RouteError.js';
import { SkeletonText, useDocumentTitle } from '../../../ui/index.js';
import { Section } from '../Section.js';
import { Demands, Threshold } from './Demands.js';
import { Providers } from './Providers.js';
import { securitySettingsQuery } from './queries.js';
import { Retention } from './Retention.js';

/** How people get in, and what the company asks of them. */
export function AccessPage() {
  const { t } = useTranslation('access');
  useDocumentTitle(t('title'));
  const settings = useQuery(securitySettingsQuery);
  if (settings.isError && !settings.data)
    return <RouteError error={settings.error} reset={() => void settings.refetch()} />;
  return (
    <>
      <Section title={t('factors.title')} hint={t('factors.hint')}>
        {settings.data ? <Demands settings={settings.data} /> : <SkeletonText rows={4} />}
      </Section>
      <Section title={t('providers.title')} hint={t('providers.hint')}>
        <Providers />
      </Section>
      <Section title={t('threshold.title')} hint={t('threshold.hint')}>
        {settings.data ? <Threshold settings={settings.data} /> : <SkeletonText rows={1} />}
      </Section>
      <Section title={t('retention.title')} hint={t('retention.hint')}>
        <Retention />
      </Section>
    </>
  );
}
