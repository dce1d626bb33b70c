import { IconMail, IconPhone, IconWorld } from '@tabler/icons-react';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../api/model.js';
import { useReachCompany } from '../permissions/use-reach-company.js';
import { Fact, Facts } from '../records/facts/Fact.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { LinkLine } from '../records/facts/Lines.js';
import { formatPhone, normalisePhone } from '../records/phone.js';
import { AddressFact } from './AddressFact.js';
import { useCompanyPatch } from './use-company.js';

/** How to reach a company, every field edited where it stands. */
export function CompanyContact({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  return (
    <Facts title={t('section.contact')}>
      <PhoneFact company={company} />
      <LinkFact company={company} field="email" />
      <LinkFact company={company} field="website" />
      <AddressFact company={company} />
    </Facts>
  );
}

function PhoneFact({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const reach = useReachCompany();
  const label = t('field.phone');
  return (
    <Fact label={label} icon={IconPhone}>
      <InlineForm
        label={label}
        value={company.phone ? formatPhone(company.phone) : ''}
        empty={t('records:edit.addValue', { field: label.toLocaleLowerCase() })}
        check={(draft) => (!draft.trim() || normalisePhone(draft) ? null : t('records:error.phone'))}
        onSave={(draft) =>
          save({
            label,
            patch: { phone: normalisePhone(draft) },
            show: ({ phone }) => phone && formatPhone(phone),
          })
        }
        fields={(draft, set, errorAt) => (
          <TextInput
            label={label}
            type="tel"
            value={draft}
            error={errorAt('phone')}
            onChange={(event) => set(event.currentTarget.value)}
          />
        )}
      >
        {company.phone && (
          <LinkLine
            href={`tel:${company.phone}`}
            value={company.phone}
            onFollow={() => void reach(company, 'phone', `tel:${company.phone}`)}
          >
            {formatPhone(company.phone)}
          </LinkLine>
        )}
      </InlineForm>
    </Fact>
  );
}

/** An e-mail or web address: a link, and edited beside it. */
function LinkFact({ company, field }: { company: Company; field: 'email' | 'website' }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const reach = useReachCompany();
  const label = t(`field.${field}`);
  const value = company[field];
  return (
    <Fact label={label} icon={field === 'email' ? IconMail : IconWorld}>
      <InlineForm
        label={label}
        value={value ?? ''}
        empty={t('records:edit.addValue', { field: label.toLocaleLowerCase() })}
        onSave={(draft) =>
          save({ label, patch: { [field]: draft.trim() || null }, show: (record) => record[field] })
        }
        fields={(draft, set, errorAt) => (
          <TextInput
            label={label}
            type={field === 'email' ? 'email' : 'url'}
            value={draft}
            error={errorAt(field)}
            onChange={(event) => set(event.currentTarget.value)}
          />
        )}
      >
        {value && (
          <LinkLine
            href={field === 'email' ? `mailto:${value}` : webAddress(value)}
            value={value}
            {...(field === 'email' && { onFollow: () => void reach(company, 'email', `mailto:${value}`) })}
          >
            {value.replace(/^https?:\/\//, '').replace(/\/$/, '')}
          </LinkLine>
        )}
      </InlineForm>
    </Fact>
  );
}

/** Only http(s) ever becomes a link. */
const webAddress = (value: string) => (/^https?:\/\//i.test(value) ? value : `https://${value}`);
