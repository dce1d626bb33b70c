/** What each letter says of its own, by template. Times are ISO 8601 instants; links are whole addresses. */
export interface LetterValues {
  /** Somebody is asked to take a personal account into use. */
  invitation: { name: string; inviter: string; link: string; until: string };
  password_reset: { name: string; link: string; until: string };
  password_changed: { name: string; at: string };
  /** Whoever answers for people's access is asked to keep or remove `count` grants by `until`. */
  access_review: { name: string; count: number; until: string; link: string };
  /** Grants that nobody answers for end at `until`. */
  access_review_warning: { name: string; count: number; until: string; link: string };
  /** Of the people whom the reader looks after, `count` go within 90 days, `soon` of them within 30. `link` leads to where they are named. */
  leaving_soon: { name: string; count: number; soon: number; link: string };
  /** Somebody (`who`) gave themselves a role. `link` leads to the users. */
  self_grant: { name: string; who: string; at: string; link: string };
  /** Somebody (`who`) made the reader's account with a password that they chose. `link` leads to where it is changed. */
  account_made: { name: string; who: string; at: string; link: string };
  /** The same for those who watch over access. `link` leads to the users. */
  account_made_by_hand: { name: string; who: string; account: string; at: string; link: string };
  /** A copy of the confidentiality undertaking, for somebody who leaves (C5). `text` in the letter's language. */
  undertaking_copy: { name: string; acceptedAt: string; text: string };
  /** The person is told before the restriction of processing ends (GDPR Art. 18(3)). */
  restriction_lifting: { name: string; since: string; reason: string | null };
  /** The person is told that we hold data about them, which they did not give us (GDPR Art. 14). All in the letter's language. */
  privacy_notice: PrivacyNotice;
  /** The person is asked whether a consent on record is their own (GDPR Art. 7(1)). `wording` word for word, `link` leads to where they say so. */
  consent_confirmation: { name: string; wording: string; obtainedAt: string; link: string };
  /** The account was opened on a device that had not been seen. `link` leads to the list of sessions. */
  new_sign_in: { name: string; device: string; at: string; link: string };
  /** The account's owner, or somebody in their place, changed what the account asks for beside the password. */
  second_factor_changed: { name: string; change: SecondFactorChange; at: string; link: string };
  /** A system that is told about acts did not answer for long, and is told no more. `receiver` is its host. */
  webhook_disabled: { name: string; receiver: string; since: string; link: string };
  /** The nightly purge broke off, or did not happen. `link` leads to its runs. */
  retention_alarm: { name: string; code: 'failed' | 'overdue'; since: string; link: string };
  /** An administrator took all second factors from the account. */
  second_factors_reset: { name: string; at: string };
  /** A code by which whoever made a request shows that it is theirs (GDPR Art. 12(6)). */
  request_challenge: { name: string; reference: string; code: string; until: string };
  /** A link to the person's own page, which they asked for. */
  my_data_link: { name: string; link: string; until: string };
  /** A link by which the person confirms that their data is to be erased. */
  my_data_confirmation: { name: string; link: string; until: string };
  /** Whoever asked to see their data is told that there is none under this address, or that several people share it. */
  my_data_nothing: { why: 'unknown' | 'erased' | 'shared' };
  /** What somebody is told in the words of whoever writes to them. Paragraphs stand apart by empty lines. */
  written_letter: { subject: string; body: string };
  /** A mailing as its readers get it, to whoever writes it: written elsewhere, as a whole. */
  mailing_test: { subject: string; text: string; html: string };
}

/** What Article 14(1)–(2) asks for, in words of the letter's language. */
export interface PrivacyNotice {
  name: string;
  /** Who keeps the register, and where they can be written to, in one line. */
  controller: string;
  /** What is held: "name", "work e-mail". */
  categories: string[];
  /** Where it came from, with the day. */
  sources: string[];
  /** What it is used for, each with what that rests on. */
  purposes: string[];
  /** Until when, in a sentence. */
  retention: string;
  /** Leads to the person's own page. */
  link: string;
}

/** A second factor was added or removed; recovery codes were replaced; one of them was used to sign in. */
export type SecondFactorChange = 'added' | 'removed' | 'new_codes' | 'code_used';

export type LetterTemplate = keyof LetterValues;

/** Those that the catalogues write. */
export type CataloguedLetter = Exclude<LetterTemplate, 'mailing_test' | 'written_letter'>;

/** What every letter may use: the company that writes, and how its readers write times. */
export interface Frame {
  company: string;
  /** A day in words, such as 23 November 2026. */
  day: (instant: string) => string;
  /** A day and a time in words. */
  moment: (instant: string) => string;
}
