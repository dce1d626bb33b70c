import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Basis, Contact } from '../../api/model.js';
import { usePurposes } from '../permissions/use-purposes.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { bases, purposes } from './purposes.js';
import { usePersonPatch } from './use-person.js';
import classes from './Promise.module.css';

/** For which purposes the data may be used, and the legal basis of each (GDPR Art. 6(1)). */
export function BasesSection({ person, held }: { person: Contact; held: Basis[] }) {
  const { t } = useTranslation('people');
  const save = usePersonPatch(person.id);
  const { nameOf: name } = usePurposes();
  const basisName = (basis: Basis['basis']) => t(`records:basis.${basis}`);
  const label = t('field.bases');
  return (
    <div className={classes.part}>
      <h3 className={classes.question}>{t('promise.why')}</h3>
      <InlineForm
        label={label}
        value={held}
        empty={t('promise.noBases')}
        onSave={(draft) =>
          save({
            label,
            patch: { bases: draft },
            show: (record) =>
              (record.bases ?? [])
                .map(({ purpose, basis }) => `${name(purpose)}: ${basisName(basis)}`)
                .join(', '),
          })
        }
        fields={(draft, set) =>
          purposes.map((purpose) => (
            <Select
              key={purpose}
              label={name(purpose)}
              placeholder={t('promise.noPurpose')}
              clearable
              data={bases.map((basis) => ({ value: basis, label: basisName(basis) }))}
              value={draft.find((one) => one.purpose === purpose)?.basis ?? null}
              onChange={(basis) =>
                set([
                  ...draft.filter((one) => one.purpose !== purpose),
                  ...(basis ? [{ purpose, basis }] : []),
                ])
              }
            />
          ))
        }
      >
        {held.length > 0 && (
          <dl className={classes.bases}>
            {held.map(({ purpose, basis }) => (
              <div key={purpose}>
                <dt>{name(purpose)}</dt>
                <dd>{basisName(basis)}</dd>
              </div>
            ))}
          </dl>
        )}
      </InlineForm>
    </div>
  );
}
