import { AskAgain } from './consents/ask-again.js';
import { ConfirmationLetters } from './consents/confirmation-letters.js';
import { ConsentConfirmation } from './consents/consent-confirmation.entity.js';
import { ConsentWithdrawal } from './consents/consent-withdrawal.entity.js';
import { ConsentWordings } from './consents/consent-wordings.js';
import { ConsentWording } from './consents/consent-wording.entity.js';
import { Consent } from './consents/consent.entity.js';
import { SaleReference } from './consents/sale-reference.entity.js';
import { ConsentsController } from './consents/consents.controller.js';
import { Consents } from './consents/consents.js';
import { ConsentsService } from './consents/consents.service.js';
import { EvidenceActs } from './evidence-acts.js';
import { NoticeDuty } from './notices/notice-duty.entity.js';
import { NoticeMailings } from './notices/notice-mailings.js';
import { NoticesController } from './notices/notices.controller.js';
import { Notices } from './notices/notices.js';
import { NoticesService } from './notices/notices.service.js';
import { ObjectionWithdrawal } from './objections/objection-withdrawal.entity.js';
import { Objection } from './objections/objection.entity.js';
import { ObjectionsController } from './objections/objections.controller.js';
import { Objections } from './objections/objections.js';
import { ObjectionsService } from './objections/objections.service.js';
import { PurposesController } from './purposes/purposes.controller.js';
import { PurposesService } from './purposes/purposes.service.js';
import { PurposeRecord } from './purposes/purpose.entity.js';
import { AddressDigests } from './suppression/address-digests.js';
import { ErasedReturn } from './suppression/erased-return.entity.js';
import { ErasedReturns } from './suppression/erased-returns.js';
import { Suppression } from './suppression/suppression.entity.js';
import { UndeliverableAddress } from './suppression/undeliverable-address.entity.js';
import { UndeliverableAddressesController } from './suppression/undeliverable-addresses.controller.js';
import { UndeliverableAddresses } from './suppression/undeliverable-addresses.js';

/** What people said and what we owe them, as parts of the permissions' module. */
export const evidence = {
  entities: [
    Objection,
    ObjectionWithdrawal,
    Consent,
    ConsentWording,
    ConsentConfirmation,
    ConsentWithdrawal,
    SaleReference,
    NoticeDuty,
    PurposeRecord,
    Suppression,
    ErasedReturn,
    UndeliverableAddress,
  ],
  controllers: [
    ObjectionsController,
    ConsentsController,
    PurposesController,
    NoticesController,
    UndeliverableAddressesController,
  ],
  providers: [
    EvidenceActs,
    ObjectionsService,
    ConsentsService,
    ConsentWordings,
    ConfirmationLetters,
    AskAgain,
    PurposesService,
    NoticesService,
    NoticeMailings,
    UndeliverableAddresses,
  ],
  /** For other modules. */
  services: [AddressDigests, ErasedReturns, Objections, Consents, Notices],
};
