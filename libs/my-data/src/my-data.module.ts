import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@seloste/audit';
import { MailModule } from '@seloste/mail';
import { PermissionsModule } from '@seloste/permissions';
import { PreferencesModule } from '@seloste/preferences';
import { RequestsModule } from '@seloste/requests';
import { CorrectionProposal } from './correction-proposal.entity.js';
import { MyDataActs } from './my-data-acts.js';
import { MyDataAnswers, SealedAddresses } from './my-data-answers.js';
import { MyDataCall } from './my-data-call.entity.js';
import { MyDataCalls } from './my-data-calls.js';
import { MyDataController } from './my-data.controller.js';
import { MyDataExpiry } from './my-data-expiry.js';
import { MyDataLetters } from './my-data-letters.js';
import { MyDataLink } from './my-data-link.entity.js';
import { MyDataLinks } from './my-data-links.js';
import { MyDataLinksController } from './my-data-links.controller.js';
import { MyDataSession } from './my-data-session.entity.js';
import { MyDataSessions } from './my-data-sessions.js';
import { MyDataVisits } from './my-data-visits.js';

/** The person's own page (GDPR Art. 12(2), 15–22; V7). */
@Module({
  imports: [
    TypeOrmModule.forFeature([MyDataCall, MyDataLink, MyDataSession, CorrectionProposal]),
    AuditModule,
    MailModule,
    PermissionsModule,
    PreferencesModule,
    RequestsModule,
  ],
  controllers: [MyDataController, MyDataLinksController],
  providers: [
    MyDataActs,
    MyDataAnswers,
    MyDataCalls,
    MyDataExpiry,
    MyDataLetters,
    MyDataLinks,
    MyDataSessions,
    MyDataVisits,
    SealedAddresses,
  ],
})
export class MyDataModule {}
