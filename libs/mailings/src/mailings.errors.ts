import { DomainError } from '@seloste/kernel';

/** What was sent off is not changed, deleted or sent off again. */
export class MailingIsDispatched extends DomainError {
  constructor() {
    super('conflict', 'mailing_dispatched', 'The mailing was sent off already.');
  }
}

/** It was not sent off yet, or it is over. */
export class MailingNotUnderWay extends DomainError {
  constructor() {
    super('conflict', 'mailing_not_under_way', 'The mailing is not under way.');
  }
}

/** Everybody of the segment is left out, or nobody is in it. */
export class NobodyToWriteTo extends DomainError {
  constructor() {
    super('conflict', 'audience_empty', 'There is nobody in the segment who may be written to.');
  }
}

/** GDPR Art. 5(1)(b), 6(1). */
export class PurposeIsOff extends DomainError {
  constructor() {
    super('conflict', 'purpose_off', 'The purpose is switched off, or rests on no legal basis.');
  }
}

/** V4: service mail is never marketing in disguise; who says that it is service says why, for others to read. */
export class ServiceReasonMissing extends DomainError {
  constructor() {
    super('conflict', 'service_reason_missing', 'Say in words why this is service and no marketing.');
  }
}

/** C2: what goes to people in their job roles says what it has to do with their work, by areas or in words. */
export class RoleLinkMissing extends DomainError {
  constructor() {
    super('conflict', 'role_link_missing', 'Say by areas or in words why it concerns the people’s work.');
  }
}

/** Some would get it in another language than their own; whoever sends it has to say that this is meant. */
export class LanguageIsMissing extends DomainError {
  constructor() {
    super(
      'conflict',
      'template_language_missing',
      'The template says nothing in the language of some of the people.',
    );
  }
}
