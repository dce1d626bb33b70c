import { IdentityAndAudit1795392000000 } from './1795392000000-identity-and-audit.js';
import { CompaniesContactsInteractions1795392060000 } from './1795392060000-companies-contacts-interactions.js';
import { Search1795392120000 } from './1795392120000-search.js';
import { Imports1795392180000 } from './1795392180000-imports.js';
import { Access1795400000000 } from './1795400000000-access.js';
import { AuditChain1795400060000 } from './1795400060000-audit-chain.js';
import { Mail1795400120000 } from './1795400120000-mail.js';
import { Invitations1795400180000 } from './1795400180000-invitations.js';
import { SecondFactors1795400240000 } from './1795400240000-second-factors.js';
import { Oidc1795400300000 } from './1795400300000-oidc.js';
import { VouchedFactors1795400310000 } from './1795400310000-vouched-factors.js';
import { ApiTokens1795400360000 } from './1795400360000-api-tokens.js';
import { Webhooks1795400420000 } from './1795400420000-webhooks.js';
import { Reviews1795400480000 } from './1795400480000-reviews.js';
import { Restriction1795400600000 } from './1795400600000-restriction.js';
import { Exports1795400720000 } from './1795400720000-exports.js';
import { ExportIndexes1795400780000 } from './1795400780000-export-indexes.js';
import { Permissions1795500000000 } from './1795500000000-permissions.js';
import { Decisions1795500060000 } from './1795500060000-decisions.js';
import { Messages1795500120000 } from './1795500120000-messages.js';
import { Templates1795500180000 } from './1795500180000-templates.js';
import { Mailings1795500240000 } from './1795500240000-mailings.js';
import { Inbound1795500300000 } from './1795500300000-inbound.js';
import { Exits1795500310000 } from './1795500310000-exits.js';
import { Sequences1795500360000 } from './1795500360000-sequences.js';
import { Links1795500420000 } from './1795500420000-links.js';
import { MessageRequests1795500480000 } from './1795500480000-message-requests.js';
import { Functions1795600000000 } from './1795600000000-functions.js';
import { Retention1795600060000 } from './1795600060000-retention.js';
import { RetentionReviews1795600090000 } from './1795600090000-retention-reviews.js';
import { Holds1795600120000 } from './1795600120000-holds.js';
import { Extensions1795600150000 } from './1795600150000-extensions.js';
import { Forecast1795600155000 } from './1795600155000-forecast.js';
import { ForecastByOwner1795600158000 } from './1795600158000-forecast-by-owner.js';
import { Erasures1795600180000 } from './1795600180000-erasures.js';
import { SoughtPeople1795600180060 } from './1795600180060-sought-people.js';
import { ErasureScans1795600180120 } from './1795600180120-erasure-scans.js';
import { ErasureImports1795600185000 } from './1795600185000-erasure-imports.js';
import { ErasedReturns1795600186000 } from './1795600186000-erased-returns.js';
import { ErasedRows1795600187000 } from './1795600187000-erased-rows.js';
import { RetentionRuns1795600240000 } from './1795600240000-retention-runs.js';
import { ErasingHearsNobody1795700000000 } from './1795700000000-erasing-hears-nobody.js';
import { GroundsByFields1795710000000 } from './1795710000000-grounds-by-fields.js';
import { InteractionParts1795710060000 } from './1795710060000-interaction-parts.js';
import { ImportRowMarks1795720000000 } from './1795720000000-import-row-marks.js';
import { HeldIdentities1795720060000 } from './1795720060000-held-identities.js';
import { PrivacyActsEnd1795720120000 } from './1795720120000-privacy-acts-end.js';
import { ErasuresStand1795730000000 } from './1795730000000-erasures-stand.js';
import { SubjectRequests1795800000000 } from './1795800000000-subject-requests.js';
import { MyData1795800180000 } from './1795800180000-my-data.js';
import { RequestAnswers1795800060000 } from './1795800060000-request-answers.js';
import { Packages1795800120000 } from './1795800120000-packages.js';
import { Breaches1795800360000 } from './1795800360000-breaches.js';
import { WordUse1795860000000 } from './1795860000000-word-use.js';
import { GroundsOfTheirOwnWord1795940240000 } from './1795940240000-grounds-of-their-own-word.js';
import { RefusalsByChannel1795930000000 } from './1795930000000-refusals-by-channel.js';

/** Every migration, oldest first. */
export const migrations = [
  IdentityAndAudit1795392000000,
  CompaniesContactsInteractions1795392060000,
  Search1795392120000,
  Imports1795392180000,
  Access1795400000000,
  AuditChain1795400060000,
  Mail1795400120000,
  Invitations1795400180000,
  SecondFactors1795400240000,
  Oidc1795400300000,
  VouchedFactors1795400310000,
  ApiTokens1795400360000,
  Webhooks1795400420000,
  Reviews1795400480000,
  Restriction1795400600000,
  Exports1795400720000,
  ExportIndexes1795400780000,
  Permissions1795500000000,
  Decisions1795500060000,
  Messages1795500120000,
  Templates1795500180000,
  Mailings1795500240000,
  Inbound1795500300000,
  Exits1795500310000,
  Sequences1795500360000,
  Links1795500420000,
  MessageRequests1795500480000,
  Functions1795600000000,
  Retention1795600060000,
  RetentionReviews1795600090000,
  Holds1795600120000,
  Extensions1795600150000,
  Forecast1795600155000,
  ForecastByOwner1795600158000,
  Erasures1795600180000,
  SoughtPeople1795600180060,
  ErasureScans1795600180120,
  ErasureImports1795600185000,
  ErasedReturns1795600186000,
  ErasedRows1795600187000,
  RetentionRuns1795600240000,
  ErasingHearsNobody1795700000000,
  GroundsByFields1795710000000,
  InteractionParts1795710060000,
  ImportRowMarks1795720000000,
  HeldIdentities1795720060000,
  PrivacyActsEnd1795720120000,
  ErasuresStand1795730000000,
  SubjectRequests1795800000000,
  RequestAnswers1795800060000,
  MyData1795800180000,
  Packages1795800120000,
  Breaches1795800360000,
  WordUse1795860000000,
  RefusalsByChannel1795930000000,
  GroundsOfTheirOwnWord1795940240000,
];
