import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { MailModule } from '@seloste/mail';
import { AffectedPeople } from './affected-people.js';
import { BreachDrafts } from './breach-drafts.js';
import { BreachEvent } from './breach-event.entity.js';
import { BreachPerson } from './breach-person.entity.js';
import { BreachPurge } from './breach-purge.js';
import { BreachWork } from './breach-work.js';
import { Breach } from './breach.entity.js';
import { BreachesController } from './breaches.controller.js';
import { Breaches } from './breaches.js';
import { TellPeople } from './tell-people.js';

/** Breaches of personal data: their record, their 72 hours, and who is told (GDPR Art. 33, 34). */
@Module({
  imports: [TypeOrmModule.forFeature([Breach, BreachPerson, BreachEvent]), IdentityModule, MailModule],
  controllers: [BreachesController],
  providers: [AffectedPeople, Breaches, BreachDrafts, BreachPurge, BreachWork, TellPeople],
})
export class BreachesModule {}
