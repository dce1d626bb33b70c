import type { Direction, InteractionType } from '@seloste/kernel';
import type { Random } from './random.js';
import type { StepName } from './texts/language.js';

/** How a kind of contact is logged: type, direction, usual minutes. */
export const logged: Readonly<
  Record<StepName, readonly [InteractionType, Direction | null, minutes: number]>
> = {
  coldCall: ['call', 'out', 8],
  notReached: ['call', 'out', 1],
  callBack: ['call', 'in', 10],
  introMail: ['email', 'out', 0],
  introReply: ['email', 'in', 0],
  firstMeeting: ['meeting', null, 60],
  survey: ['visit', 'out', 75],
  offerMail: ['email', 'out', 0],
  offerQuestion: ['email', 'in', 0],
  offerAnswer: ['email', 'out', 0],
  followUpCall: ['call', 'out', 7],
  decisionYes: ['call', 'in', 9],
  orderMail: ['email', 'in', 0],
  decisionNo: ['call', 'in', 6],
  lostNote: ['note', null, 0],
  kickOff: ['meeting', null, 60],
  firstWeek: ['visit', 'out', 45],
  howGoing: ['call', 'out', 9],
  qualityRound: ['visit', 'out', 60],
  qualityMail: ['email', 'out', 0],
  complaintMail: ['email', 'in', 0],
  complaintCall: ['call', 'in', 12],
  complaintReply: ['email', 'out', 0],
  fixVisit: ['visit', 'out', 40],
  invoiceQuestion: ['email', 'in', 0],
  invoiceAnswer: ['email', 'out', 0],
  upsellCall: ['call', 'out', 11],
  renewalMail: ['email', 'out', 0],
  renewalMeeting: ['meeting', null, 60],
  renewedMail: ['email', 'in', 0],
  terminationMail: ['email', 'in', 0],
  endingCall: ['call', 'out', 12],
  personChange: ['note', null, 0],
  internalNote: ['note', null, 0],
  chatQuestion: ['chat', 'in', 6],
  offerRequest: ['form', 'in', 0],
  formCall: ['call', 'out', 10],
  partnerMeeting: ['meeting', null, 60],
  partnerMail: ['email', 'in', 0],
  partnerCall: ['call', 'out', 10],
};

/** Contacts that follow from each other, about one thing. */
export type Thread = readonly StepName[];

const openings: readonly (readonly [Thread, number])[] = [
  [['coldCall', 'introMail', 'introReply', 'firstMeeting', 'offerMail'], 4],
  [
    [
      'notReached',
      'coldCall',
      'introMail',
      'callBack',
      'survey',
      'offerMail',
      'offerQuestion',
      'offerAnswer',
    ],
    3,
  ],
  [['offerRequest', 'formCall', 'survey', 'offerMail', 'followUpCall'], 3],
  [['notReached', 'notReached', 'callBack', 'firstMeeting', 'internalNote', 'offerMail', 'followUpCall'], 2],
];
const won: readonly (readonly [Thread, number])[] = [
  [['decisionYes', 'kickOff', 'firstWeek', 'howGoing'], 2],
  [['orderMail', 'kickOff', 'firstWeek'], 1],
];
const lost: readonly (readonly [Thread, number])[] = [
  [['decisionNo', 'lostNote'], 2],
  [['decisionNo'], 1],
  [[], 2],
];
const prospectThreads: readonly (readonly [Thread, number])[] = [
  [['notReached', 'coldCall'], 3],
  [['notReached', 'notReached'], 2],
  [['coldCall', 'introMail'], 3],
  [['coldCall', 'introMail', 'introReply'], 2],
  [['internalNote', 'coldCall'], 1],
  [['chatQuestion'], 1],
];
const customerThreads: readonly (readonly [Thread, number])[] = [
  [['howGoing'], 7],
  [['qualityRound', 'qualityMail'], 5],
  [['complaintMail', 'complaintReply', 'fixVisit'], 2],
  [['complaintCall', 'fixVisit', 'complaintReply'], 1],
  [['invoiceQuestion', 'invoiceAnswer'], 3],
  [['upsellCall', 'offerMail', 'offerQuestion', 'offerAnswer', 'orderMail'], 2],
  [['upsellCall', 'offerMail', 'decisionNo'], 1],
  [['renewalMail', 'renewalMeeting', 'renewedMail'], 1.5],
  [['chatQuestion'], 1.5],
  [['personChange'], 1],
  [['internalNote'], 1],
];
const partnerThreads: readonly (readonly [Thread, number])[] = [
  [['partnerCall'], 4],
  [['partnerMail', 'partnerCall'], 3],
  [['partnerMeeting'], 2],
];
const ending: Thread = ['terminationMail', 'endingCall'];

/** What a company's story is made of. */
export interface StoryKind {
  status: 'prospect' | 'customer' | 'former' | 'partner';
  /** Did it become a customer while we were writing things down, or was it one before? */
  isNew: boolean;
  steps: number;
}

/** Exactly `steps` contacts, as threads in the order of time. */
export function planThreads(random: Random, { status, isNew, steps }: StoryKind): StepName[][] {
  const threads: StepName[][] = [];
  const closing = status === 'former' && steps >= ending.length ? ending : [];
  let left = steps - closing.length;
  const add = (thread: Thread): void => {
    const part = thread.slice(0, left);
    left -= part.length;
    if (part.length > 0) threads.push(part);
  };
  if (status === 'prospect') {
    if (random.chance(0.35)) add([...random.weighted(openings), ...random.weighted(lost)]);
    while (left > 0) add(random.weighted(prospectThreads));
  } else if (status === 'partner') {
    while (left > 0) add(random.weighted(partnerThreads));
  } else {
    if (isNew) add([...random.weighted(openings), ...random.weighted(won)]);
    while (left > 0) add(random.weighted(customerThreads));
  }
  if (closing.length > 0) threads.push([...closing]);
  return threads;
}
