import { useTranslation } from 'react-i18next';
import type { Company } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { Facts } from '../records/facts/Fact.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { sourceNeedsWords, toSourceInput } from '../records/facts/source.js';
import { SourceFields } from '../records/facts/SourceFields.js';
import { SourceText } from '../records/facts/SourceText.js';
import { Withheld } from '../records/Withheld.js';
import { useCompanyPatch } from './use-company.js';
import classes from './Company.module.css';

/** Where the company's data came from. */
export function CompanySource({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const save = useCompanyPatch(company.id);
  const label = t('section.source');
  const known = company.source;
  if (known === null) {
    return (
      <Facts title={label}>
        <Withheld group="privacy" />
      </Facts>
    );
  }
  return (
    <Facts title={label}>
      <InlineForm
        label={label}
        value={toSourceInput(known)}
        check={(draft) => (sourceNeedsWords(draft) ? t('records:source.whatRequired') : null)}
        onSave={(draft) => {
          const source = toSourceInput(draft);
          return save({
            label: t('field.source'),
            patch: { source },
            look: {
              source: {
                ...known,
                ...source,
                what: source.what ?? null,
                when: source.when ?? known.when,
              },
            },
            show: (record) => record.source && t(`common:sourceKind.${record.source.kind}`),
          });
        }}
        fields={(draft, set, errorAt) => (
          <SourceFields
            value={draft}
            onChange={set}
            errors={{ what: errorAt('source.what'), when: errorAt('source.when') }}
          />
        )}
      >
        <SourceText source={known} />
      </InlineForm>
      <p className={classes.personTitle}>
        {t('people:promise.added', { date: formatDate(company.createdAt) })}
      </p>
    </Facts>
  );
}
