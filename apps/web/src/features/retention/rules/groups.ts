import type { Rule } from '../model.js';

/** What rules are about, as the page groups them. */
export const groups = ['people', 'written', 'technical'] as const;
type Group = (typeof groups)[number];

const written = new Set<Rule['covers']>(['interaction_bodies', 'attachments', 'message_bodies']);

export const groupOf = ({ covers }: Pick<Rule, 'covers'>): Group =>
  covers === 'people' ? 'people' : written.has(covers) ? 'written' : 'technical';
