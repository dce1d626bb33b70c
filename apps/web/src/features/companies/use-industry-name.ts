import { useTranslation } from 'react-i18next';
import type { Industry, Language } from '../../api/model.js';

/** The name of an industry in the language on screen. */
export function useIndustryName(): (industry: Industry) => string {
  const { i18n } = useTranslation();
  // The interface is shown in one of the three languages and no other.
  return (industry) => industry[i18n.language as Language];
}
