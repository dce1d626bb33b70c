import { useQuery } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Company, type CompanySize, companySizes, type LegalForm, legalForms } from '../../api/model.js';
import { usersQuery } from '../../api/queries.js';
import { InlineSelect, InlineText } from '../../ui/index.js';
import { Fact, Facts } from '../records/facts/Fact.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { IndustryPicker } from '../records/pickers/IndustryPicker.js';
import { checkBusinessId } from './business-id.js';
import { BusinessIdInput } from './BusinessIdInput.js';
import { countryName, countryOptions } from './countries.js';
import { useCompanyPatch } from './use-company.js';
import { useIndustryName } from './use-industry-name.js';
import classes from './Company.module.css';

/** What a company is: its numbers, form, trade, size and country, and who of us looks after it. */
export function IdentityFacts({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const users = useQuery(usersQuery).data?.items ?? [];
  return (
    <Facts title={t('section.company')}>
      <BusinessIdFact company={company} />
      <Fact label={t('field.vatNumber')}>
        <InlineText
          label={t('field.vatNumber')}
          value={company.vatNumber}
          onSave={(value) => {
            const vatNumber = value && value.toUpperCase().replace(/[\s.-]/g, '');
            return save({
              label: t('field.vatNumber'),
              patch: { vatNumber },
              show: (record) => record.vatNumber,
            });
          }}
        />
      </Fact>
      <ChoiceFacts company={company} />
      <Fact label={t('field.ownerId')}>
        <InlineSelect
          label={t('field.ownerId')}
          value={company.ownerId}
          clearable
          options={users
            .filter(({ id, active }) => active || id === company.ownerId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onSave={(ownerId) =>
            save({
              label: t('field.ownerId'),
              patch: { ownerId },
              look: { owner: users.find(({ id }) => id === ownerId) ?? null },
              show: (record) => record.owner?.name ?? null,
            })
          }
        >
          {company.owner?.name}
        </InlineSelect>
      </Fact>
    </Facts>
  );
}

function ChoiceFacts({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  return (
    <>
      <Fact label={t('field.legalForm')}>
        <InlineSelect
          label={t('field.legalForm')}
          value={company.legalForm}
          clearable
          options={legalForms.map((value) => ({ value, label: t(`records:legalForm.${value}`) }))}
          onSave={(value) =>
            save({
              label: t('field.legalForm'),
              // The options are exactly the legal forms.
              patch: { legalForm: value as LegalForm | null },
              look: { isNaturalPerson: value === 'sole_trader' },
              show: ({ legalForm }) => legalForm && t(`records:legalForm.${legalForm}`),
            })
          }
        />
      </Fact>
      <IndustryFact company={company} />
      <Fact label={t('field.size')}>
        <InlineSelect
          label={t('field.size')}
          value={company.size}
          clearable
          options={companySizes.map((value) => ({ value, label: t(`records:size.${value}`) }))}
          onSave={(value) =>
            save({
              label: t('field.size'),
              // The options are exactly the sizes.
              patch: { size: value as CompanySize | null },
              show: ({ size }) => size && t(`records:size.${size}`),
            })
          }
        />
      </Fact>
      <Fact label={t('field.country')}>
        <InlineSelect
          label={t('field.country')}
          value={company.country}
          options={countryOptions()}
          onSave={(value) =>
            save({
              label: t('field.country'),
              patch: { country: value ?? 'FI' },
              show: ({ country }) => countryName(country),
            })
          }
        >
          {countryName(company.country)}
        </InlineSelect>
      </Fact>
    </>
  );
}

function BusinessIdFact({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const label = t('field.businessId');
  return (
    <Fact label={label}>
      <InlineForm
        label={label}
        value={company.businessId ?? ''}
        check={(draft) => (!draft || checkBusinessId(draft) === 'ok' ? null : t('records:error.businessId'))}
        onSave={(draft) =>
          save({ label, patch: { businessId: draft || null }, show: (record) => record.businessId })
        }
        fields={(draft, set, errorAt) => (
          <BusinessIdInput value={draft} onChange={set} error={errorAt('businessId')} />
        )}
      >
        {company.businessId && (
          <span className={classes.businessId}>
            {company.businessId}
            {checkBusinessId(company.businessId) === 'ok' && (
              <span className={classes.ok} title={t('businessIdOk')}>
                <IconCheck size={14} aria-hidden />
                <span className="s-visually-hidden">{t('businessIdOk')}</span>
              </span>
            )}
          </span>
        )}
      </InlineForm>
    </Fact>
  );
}

function IndustryFact({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const name = useIndustryName();
  const label = t('field.industryCode');
  return (
    <Fact label={label}>
      <InlineForm
        label={label}
        value={company.industryCode}
        onSave={(industryCode) =>
          save({ label, patch: { industryCode }, show: ({ industry }) => industry && name(industry) })
        }
        fields={(draft, set, errorAt) => (
          <IndustryPicker label={label} value={draft} onChange={set} error={errorAt('industryCode')} />
        )}
      >
        {company.industryCode && (
          <>
            {company.industry && name(company.industry)}{' '}
            <span className={classes.quiet}>{company.industryCode}</span>
          </>
        )}
      </InlineForm>
    </Fact>
  );
}
