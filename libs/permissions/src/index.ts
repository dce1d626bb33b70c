export { AddressDigests, type Address } from './suppression/address-digests.js';
export { returnWays, type ReturnWay } from './suppression/erased-return.entity.js';
export { ErasedReturns, type ComesBack } from './suppression/erased-returns.js';
export { fillDigests } from './suppression/fill-digests.js';
export { erasedAmong, holdIdentity, suppressedAmong } from './suppression/suppressed-among.js';
export { Consents, type ConsentEnd, type NewConsent } from './consents/consents.js';
export { EvidenceActs } from './evidence-acts.js';
export { subjectOf, type Subject } from './evidence-scope.js';
export { PersonErased } from './consents/consents.errors.js';
export { Notices, type Discharge } from './notices/notices.js';
export { registerTopics, registerWords } from './notices/register-words.js';
export { purposeLine, type NoticePurpose } from './notices/write-notice.js';
export { countOverdueNotices } from './notices/read-duties.js';
export { unknownAmong } from './purposes/unknown-among.js';
export { countOverdueReviews } from './purposes/read-purposes.js';
export { Objections, type NewObjection } from './objections/objections.js';
export { PermissionsModule } from './permissions.module.js';
export type {
  ContactAttempt,
  Decision,
  DecisionCode,
  EvidenceType,
  Obligation,
} from './decision/decision.js';
export {
  AutomatedSequences,
  type SequenceOfPerson,
  type SequenceProvider,
} from './links/automated-sequences.js';
export { PersonLinks, type LinkUrls, type NewPersonLink, type PersonLink } from './links/person-links.js';
export { candidatesFor } from './decision/candidates.js';
export { factsColumn, type FactsJson } from './decision/read-facts.js';
export { NotPermitted } from './decision/not-permitted.js';
export { PermissionSummary } from './decision/permissions.dto.js';
export { Permissions } from './decision/permissions.service.js';
