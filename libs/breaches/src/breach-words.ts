/** What was lost of the data (GDPR Art. 4(12)). */
export const breachNatures = ['confidentiality', 'integrity', 'availability'] as const;
export type BreachNature = (typeof breachNatures)[number];

/** To the rights and freedoms of people: `none` needs no notice, `high` needs the people themselves told (Art. 33(1), 34(1)). */
export const breachRisks = ['none', 'risk', 'high'] as const;
export type BreachRisk = (typeof breachRisks)[number];

/** Why people need not be told of a high risk themselves (Art. 34(3)). */
export const silences = ['unintelligible', 'risk_removed', 'disproportionate_effort'] as const;
export type Silence = (typeof silences)[number];

export const breachSteps = [
  'reported',
  'assessed',
  'people_added',
  'person_left_out',
  'authority_notified',
  'people_told',
  'closed',
] as const;
export type BreachStep = (typeof breachSteps)[number];
