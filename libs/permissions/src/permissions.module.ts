import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsentConfirmation } from './consents/consent-confirmation.entity.js';
import { ConsentWithdrawal } from './consents/consent-withdrawal.entity.js';
import { ConsentWording } from './consents/consent-wording.entity.js';
import { Consent } from './consents/consent.entity.js';
import { SaleReference } from './consents/sale-reference.entity.js';
import { AutomatedSequences } from './links/automated-sequences.js';
import { ContactLink } from './links/contact-link.entity.js';
import { PersonLinks } from './links/person-links.js';
import { NoticeDuty } from './notices/notice-duty.entity.js';
import { ObjectionWithdrawal } from './objections/objection-withdrawal.entity.js';
import { Objection } from './objections/objection.entity.js';
import { PurposeRecord } from './purposes/purpose.entity.js';
import { AddressDigests } from './suppression/address-digests.js';
import { Suppression } from './suppression/suppression.entity.js';
import { UndeliverableAddress } from './suppression/undeliverable-address.entity.js';

const evidence = [
  Objection,
  ObjectionWithdrawal,
  Consent,
  ConsentWording,
  ConsentConfirmation,
  ConsentWithdrawal,
  SaleReference,
  NoticeDuty,
];

/** May a person be contacted, what they said about it, and what we owe them before we do. */
@Module({
  imports: [
    TypeOrmModule.forFeature([...evidence, ContactLink, PurposeRecord, Suppression, UndeliverableAddress]),
  ],
  providers: [PersonLinks, AutomatedSequences, AddressDigests],
  exports: [PersonLinks, AutomatedSequences, AddressDigests],
})
export class PermissionsModule {}
