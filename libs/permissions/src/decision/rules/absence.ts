import { verdict, type Rule } from '../question.js';

/** Gone people stay gone (design rule 6). */
export const erased: Rule = ({ facts: { erasedAt } }) => erasedAt && verdict('erased', { since: erasedAt });

/** GDPR Art. 18(2): while processing is restricted there is storing, and nothing else. */
export const restricted: Rule = ({ facts: { restriction } }) =>
  restriction &&
  verdict('restricted', {
    since: restriction.placedAt,
    evidence: restriction.id === null ? null : { type: 'restriction', id: restriction.id },
  });
