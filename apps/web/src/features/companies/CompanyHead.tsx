import { TextInput } from '@mantine/core';
import { IconArchive, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { Avatar, Chip } from '../../ui/index.js';
import { CompanyLinks } from '../permissions/CompanyLinks.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { RecordMenu } from '../records/RecordMenu.js';
import { RelationshipChip } from '../records/RelationshipChip.js';
import { useArchiveCompany, useCompanyPatch } from './use-company.js';
import { useIndustryName } from './use-industry-name.js';
import classes from '../records/RecordHead.module.css';

/** Which company this is, in one look: name, trade and town, how it stands with us; call and mail. */
export function CompanyHead({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const archive = useArchiveCompany();
  const industryName = useIndustryName();
  const { addresses } = company;
  const city = (addresses?.find(({ type }) => type === 'visiting') ?? addresses?.[0])?.city;
  return (
    <header className={classes.head}>
      <div className={classes.top}>
        <Avatar name={company.name} size={40} square />
        <RecordMenu isArchived={company.archivedAt !== null} onArchive={(on) => void archive(company, on)} />
      </div>
      <NameEdit company={company} />
      <p className={classes.role}>
        {[company.industry && industryName(company.industry), city].filter(Boolean).join(', ')}
      </p>
      <div className={classes.chips}>
        <RelationshipChip status={company.relationship.status} />
        {company.isNaturalPerson && (
          <Chip icon={IconUser} tone="info" title={t('naturalPersonHint')}>
            {t('naturalPerson')}
          </Chip>
        )}
        {company.archivedAt && (
          <Chip icon={IconArchive} tone="warn" title={t('records:archive.hint')}>
            {t('records:archive.archivedOn', { date: formatDate(company.archivedAt) })}
          </Chip>
        )}
      </div>
      <CompanyLinks company={company} />
    </header>
  );
}

function NameEdit({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  return (
    <div data-edit className={classes.name}>
      <InlineForm
        label={t('field.name')}
        value={company.name}
        check={(name) => (name.trim() ? null : t('common:fieldError.required'))}
        onSave={(name) =>
          save({ label: t('field.name'), patch: { name: name.trim() }, show: (record) => record.name })
        }
        fields={(draft, set, errorAt) => (
          <TextInput
            label={t('field.name')}
            value={draft}
            error={errorAt('name')}
            onChange={(event) => set(event.currentTarget.value)}
          />
        )}
      >
        <h1>{company.name}</h1>
      </InlineForm>
    </div>
  );
}
