import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.js';
import type { Purpose } from '../../api/model.js';
import type { PurposeClass } from './model.js';
import { purposesQuery } from './queries.js';

const none: Purpose[] = [];

/** What data is used for, and what each use is called in the language on screen. */
export function usePurposes() {
  const { t, i18n } = useTranslation('records');
  const items = useQuery(purposesQuery).data?.items ?? none;
  const nameOf = (key: string): string => {
    const own = items.find((purpose) => purpose.key === key && !purpose.builtIn)?.name;
    if (own) return own[currentLanguage()];
    return i18n.exists(`records:purpose.${key}`) ? t(`purpose.${key as 'service'}`) : key;
  };
  const optionsOf = (...classes: PurposeClass[]) =>
    items
      .filter((purpose) => purpose.switchedOn && classes.includes(purpose.class))
      .map(({ key }) => ({ value: key, label: nameOf(key) }));
  return { items, nameOf, optionsOf };
}
