export type { LetterTemplate, LetterValues, SecondFactorChange } from './letters/letter-values.js';
export type { FollowUp, HandedOverMail } from './follow-ups.js';
export * from './mail.module.js';
export { Mailer, type NewMail } from './mailer.js';
