import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ErasureModule } from '@seloste/erasure';
import { MailModule } from '@seloste/mail';
import { RequestsModule } from '@seloste/requests';
import { FindNames, ReviewBegins } from './building/find-names.js';
import { PackageRescue } from './building/package-rescue.js';
import { PackageWork, Stages } from './building/package-work.js';
import { SendLink } from './building/send-link.js';
import { WriteFile } from './building/write-file.js';
import { PersonData } from './contents/person-data.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { Delivery } from './delivery/delivery.js';
import { PackageExpiry } from './delivery/expiry.js';
import { PackagePart } from './package-part.entity.js';
import { PackageRedaction } from './package-redaction.entity.js';
import { Package } from './package.entity.js';
import { PackagesController } from './packages.controller.js';
import { Packages } from './packages.service.js';
import { ReadRedactions } from './read-redactions.js';

/** Copies of people's data for them: made, reviewed, released, fetched once and deleted (GDPR Art. 15, 20). */
@Module({
  imports: [
    TypeOrmModule.forFeature([Package, PackagePart, PackageRedaction]),
    ErasureModule,
    MailModule,
    RequestsModule,
  ],
  controllers: [PackagesController, DeliveryController],
  providers: [
    ...[Packages, ReadRedactions, PersonData, Delivery, PackageExpiry],
    ...[PackageWork, PackageRescue, Stages, FindNames, ReviewBegins, WriteFile, SendLink],
  ],
})
export class PackagesModule {}
