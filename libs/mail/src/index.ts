export type { LetterTemplate, LetterValues, SecondFactorChange } from './letters/letter-values.js';
export type { FollowUp, HandedOverMail } from './follow-ups.js';
export * from './mail.module.js';
export { Mailer, valuesOfLetters, type NewMail } from './mailer.js';
export { type HandOver } from './pool/hand-over.js';
export { MailPool, type DkimKey, type PooledMail } from './pool/mail-pool.js';
export { messageContentUse } from './mailbox.js';
export { isBare, isDeadAddress, statusIn } from './pool/dead-address.js';
