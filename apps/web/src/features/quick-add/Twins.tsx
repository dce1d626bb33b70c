import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../api/model.js';
import { searchQuery } from '../../api/queries.js';
import { closeDialog } from '../../shell/dialogs.js';
import classes from './QuickAdd.module.css';

/** Who or what may already be in the register under this name, while it is being typed. */
export function Twins({ kind, words }: { kind: 'person' | 'company'; words: string }) {
  const { t } = useTranslation('quickAdd');
  const [q] = useDebouncedValue(words.trim(), 250);
  const found = useQuery({
    ...searchQuery(q, kind === 'person' ? 'contact' : 'company', 3),
    enabled: q.length >= 3,
  });
  const hits = q.length >= 3 ? (found.data?.items ?? []) : [];
  return (
    <div role="status">
      {hits.length > 0 && (
        <div className={classes.twins}>
          <p>{t(`twins.${kind}`)}</p>
          <ul>
            {hits.map((hit) => (
              <li key={hit.id}>
                <TwinLink hit={hit} />
                {hit.subtitle && <span>{hit.subtitle}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function TwinLink({ hit }: { hit: SearchHit }) {
  return hit.kind === 'company' ? (
    <Link to="/companies/$id" params={{ id: hit.id }} onClick={closeDialog}>
      {hit.title}
    </Link>
  ) : (
    <Link to="/people/$id" params={{ id: hit.id }} onClick={closeDialog}>
      {hit.title}
    </Link>
  );
}
