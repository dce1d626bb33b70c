import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../shell/use-may.js';
import { Chip, RelativeTime } from '../../../ui/index.js';
import { usePurposes } from '../../permissions/use-purposes.js';
import { AddButton, ListPage, ListRow } from '../../settings/ListPage.js';
import { templatesQuery } from './queries.js';

/** What letters to many are made from. */
export function TemplatesPage() {
  const { t } = useTranslation(['mail', 'common']);
  const may = useMay();
  const { nameOf } = usePurposes();
  const add = (
    <AddButton renderRoot={(props) => <Link to="/mail/templates/$id" params={{ id: 'new' }} {...props} />}>
      {t('templates.add')}
    </AddButton>
  );
  return (
    <ListPage
      list={useQuery(templatesQuery)}
      title={t('tabs.templates')}
      lead={t('templates.lead')}
      empty={{ icon: IconFileText, title: t('templates.emptyTitle'), text: t('templates.emptyText') }}
      add={may('mailings.manage') && add}
      row={({ id, name, purpose, updatedAt, languages }) => (
        <ListRow
          key={id}
          name={
            <Link to="/mail/templates/$id" params={{ id }}>
              {name}
            </Link>
          }
          facts={
            <>
              {nameOf(purpose)} · <RelativeTime value={updatedAt} />
            </>
          }
        >
          {languages.map((language) => (
            <Chip key={language}>{t(`common:language.${language}`)}</Chip>
          ))}
        </ListRow>
      )}
    />
  );
}
