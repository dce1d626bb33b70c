/** The kinds of contact that a seller's days are made of. */
export const stepNames = [
  'coldCall', 'notReached', 'callBack', 'introMail', 'introReply', 'firstMeeting', 'survey', 'offerMail',
  'offerQuestion', 'offerAnswer', 'followUpCall', 'decisionYes', 'orderMail', 'decisionNo', 'lostNote', 'kickOff',
  'firstWeek', 'howGoing', 'qualityRound', 'qualityMail', 'complaintMail', 'complaintCall', 'complaintReply', 'fixVisit',
  'invoiceQuestion', 'invoiceAnswer', 'upsellCall', 'renewalMail', 'renewalMeeting', 'renewedMail', 'terminationMail',
  'endingCall', 'personChange', 'internalNote', 'chatQuestion', 'offerRequest', 'formCall', 'partnerMeeting',
  'partnerMail', 'partnerCall',
] as const; // prettier-ignore
export type StepName = (typeof stepNames)[number];

/** What one language says. Texts have slots such as `{p}`; see fill.ts for the list. */
export interface Phrasebook {
  /** Of every product, in the order of products.ts: nominative; for Finnish also partitive, genitive, illative, elative; for Swedish the definite form. */
  products: readonly (readonly string[])[];
  months: readonly string[];
  weekdays: readonly string[];
  reply: string;
  /** Who else may be meant at a company where we know one person only. */
  someone: string;
  /** Closing sentences of our own calls and meetings. */
  next: readonly string[];
  /** Subject and body of each kind of contact. */
  steps: Readonly<Record<StepName, readonly (readonly [subject: string, body: string])[]>>;
}
