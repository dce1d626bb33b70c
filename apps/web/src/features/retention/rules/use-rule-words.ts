import { useTranslation } from 'react-i18next';
import type { RuleWithHistory } from '../model.js';
import { periodText, type Said, sentenceOf } from './words.js';

/** What rules are called and say, in the language on screen. */
export function useRuleWords() {
  const { t, i18n } = useTranslation('retention');
  return {
    nameOf: (key: string): string => (i18n.exists(`retention:rule.${key}`) ? t(`rule.${key}`) : key),
    sentenceOf: (rule: Said) => sentenceOf(rule, t),
    periodText: (period: string) => periodText(period, t),
    /** Why it is so, in this version; what ships speaks the reader's language, for as long as nobody writes it anew. */
    noteOf: ({ key, versions }: Pick<RuleWithHistory, 'key' | 'versions'>, note: string) =>
      versions.some((one) => one.changedBy === null && one.note === note) &&
      i18n.exists(`retention:ruleNote.${key}`)
        ? t(`ruleNote.${key}`)
        : note,
  };
}
