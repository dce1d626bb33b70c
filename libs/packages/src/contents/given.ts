import type { Section } from './person-data.js';

/**
 * What a person gave us themselves, by table (GDPR Art. 20(1)): their own details, and what they allowed or refused. What
 * we noted, derived or got from elsewhere is not in it.
 */
const given: Record<string, readonly string[]> = {
  contacts: [
    'first_name',
    'last_name',
    'title',
    'area_of_responsibility',
    'department',
    'language',
    'company_id',
    'interests',
  ],
  contact_points: ['value'],
  employments: ['company_id', 'title', 'started_on', 'ended_on'],
  consents: ['channel', 'purpose', 'language', 'obtained_at', 'obtained_via'],
  consent_withdrawals: ['withdrawn_at', 'received_via'],
  objections: ['channel', 'purpose', 'of_everything', 'objected_at', 'received_via'],
  subject_requests: ['kind', 'wording', 'received_at'],
};

/** What of the sections can be taken elsewhere */
export const portable = (sections: Section[]): Section[] =>
  sections.flatMap((section) => {
    const columns = section.columns.filter(({ column }) => given[section.table]?.includes(column));
    return columns.length === 0 ? [] : [{ ...section, columns }];
  });
