import { useTranslation } from 'react-i18next';
import type { Contact, ContactSource, SourceInput } from '../../api/model.js';
import { formatDate } from '../../i18n/format.js';
import { today } from '../interactions/local-input.js';
import { InlineForm } from '../records/facts/InlineForm.js';
import { isChosen, type SourceDraft, sourceNeedsWords, toSourceInput } from '../records/facts/source.js';
import { SourceFields } from '../records/facts/SourceFields.js';
import { SourceText } from '../records/facts/SourceText.js';
import { useEditable } from '../../ui/index.js';
import { usePersonPatch } from './use-person.js';
import classes from './Promise.module.css';

/** Where the data came from and when; another source may be added, none can be lost by accident. */
export function SourcesSection({ person, known }: { person: Contact; known: ContactSource[] }) {
  const { t } = useTranslation('people');
  const save = usePersonPatch(person.id);
  const isEditable = useEditable();
  const fresh: SourceDraft = { kind: null, what: '', when: today() };
  const add = (source: SourceInput) =>
    save({
      label: t('field.sources'),
      patch: { sources: [...known.map(toSourceInput), toSourceInput(source)] },
      look: {
        sources: [
          ...known,
          { ...source, id: 'new', what: source.what ?? null, when: source.when ?? today() },
        ],
      },
      show: ({ sources }) =>
        (sources ?? [])
          .map(({ kind, when }) => `${t(`common:sourceKind.${kind}`)} ${formatDate(when)}`)
          .join(', '),
    });
  return (
    <div className={classes.part}>
      <h3 className={classes.question}>{t('promise.from')}</h3>
      <ul className={classes.sources}>
        {known.map((source) => (
          <li key={source.id}>
            <SourceText source={source} />
          </li>
        ))}
      </ul>
      {isEditable && (
        <InlineForm
          label={t('promise.addSource')}
          value={fresh}
          empty={t('promise.addSource')}
          isAddition
          check={(draft) => {
            if (!isChosen(draft)) return t('records:source.needKind');
            return sourceNeedsWords(draft) ? t('records:source.whatRequired') : null;
          }}
          onSave={(draft) => (isChosen(draft) ? add(draft) : Promise.resolve())}
          fields={(draft, set) => <SourceFields value={draft} onChange={set} />}
        >
          {null}
        </InlineForm>
      )}
    </div>
  );
}
