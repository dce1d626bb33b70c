import type { SourceKind } from '@seloste/kernel';
import type { DecisionCode } from '@seloste/permissions';

/** The fixed words under a message, in one language (917/2014 s. 200–203; GDPR Art. 12(1), 13, 14 and 21(4)). */
export interface FootTexts {
  /** Says at once what the message is (917/2014 s. 203). */
  isMarketing: string;
  isService: string;
  sender: string;
  businessId: string;
  /** Why the reader gets it, by what allows it. */
  because: Partial<Record<DecisionCode, string>> & { otherwise: string };
  /** `what`: the source in words; `day`: written as the language writes it. */
  addressSource: (what: string, day: string) => string;
  sources: Record<SourceKind, string>;
  unsubscribe: string;
  preferences: string;
  privacy: string;
  notice: NoticeTexts;
}

/** What somebody is told who did not give their data themselves (GDPR Art. 14). */
export interface NoticeTexts {
  title: string;
  /** @param name of the company */
  controller: (name: string) => string;
  /** Before the purpose and its basis. */
  purpose: string;
  source: (what: string, day: string) => string;
  /** What one may ask for, and where to complain (Art. 14(2)(c)–(e)). */
  rights: string;
  /** Where to write. */
  contact: (sender: string) => string;
}
