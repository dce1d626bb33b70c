import { Button } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RouteError } from '../../../shell/RouteError.js';
import { useMay } from '../../../shell/use-may.js';
import { Chip, EmptyState, RelativeTime, SkeletonRows, useDocumentTitle } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import admin from '../../settings/Admin.module.css';
import { templatesQuery } from './queries.js';

/** What letters to many are made from. */
export function TemplatesPage() {
  const { t } = useTranslation(['mail', 'common']);
  useDocumentTitle(t('tabs.templates'));
  const may = useMay();
  const { nameOf } = usePurposes();
  const templates = useQuery(templatesQuery);
  if (templates.isError && !templates.data)
    return <RouteError error={templates.error} reset={() => void templates.refetch()} />;
  const items = templates.data?.items;
  const add = may('mailings.manage') && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
      renderRoot={(props) => <Link to="/mail/templates/$id" params={{ id: 'new' }} {...props} />}
    >
      {t('templates.add')}
    </Button>
  );
  return (
    <div className={admin.page}>
      <div className={admin.head}>
        <div className={admin.about}>
          <p>{t('templates.lead')}</p>
        </div>
        {items && items.length > 0 && add}
      </div>
      {!items ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <EmptyState icon={IconFileText} title={t('templates.emptyTitle')} actions={add}>
          {t('templates.emptyText')}
        </EmptyState>
      ) : (
        <ul className={admin.rows}>
          {items.map((template) => (
            <li key={template.id} className={admin.row}>
              <div className={admin.what}>
                <Link to="/mail/templates/$id" params={{ id: template.id }} className={admin.name}>
                  {template.name}
                </Link>
                <p className={admin.quiet}>
                  {nameOf(template.purpose)} · <RelativeTime value={template.updatedAt} />
                </p>
              </div>
              <div className={admin.end}>
                {template.languages.map((language) => (
                  <Chip key={language}>{t(`common:language.${language}`)}</Chip>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
