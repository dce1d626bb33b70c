import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactsModule } from '@seloste/contacts';
import { IdentityModule } from '@seloste/identity';
import { PermissionsModule } from '@seloste/permissions';
import { RetentionModule } from '@seloste/retention';
import { ContactPermission } from './contact-permission.js';
import { InteractionParticipant } from './interaction-participant.entity.js';
import { InteractionRevision } from './interaction-revision.entity.js';
import { Interaction } from './interaction.entity.js';
import { InteractionPurge } from './interaction-purge.js';
import { InteractionsController } from './interactions.controller.js';
import { InteractionsService } from './interactions.service.js';
import { TodayDuties } from './today-duties.js';
import { TodayController } from './today.controller.js';
import { TodayService } from './today.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Interaction, InteractionParticipant, InteractionRevision]),
    ContactsModule,
    IdentityModule,
    PermissionsModule,
    RetentionModule,
  ],
  controllers: [InteractionsController, TodayController],
  providers: [InteractionPurge, InteractionsService, ContactPermission, TodayDuties, TodayService],
  exports: [InteractionsService],
})
export class InteractionsModule {}
