import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { MessagesModule } from '@seloste/messages';
import { PermissionsModule } from '@seloste/permissions';
import { TemplatesModule } from '@seloste/templates';
import { ContactSequencesController } from './contact-sequences.controller.js';
import { DueSteps } from './due-steps.js';
import { SequenceDirectory } from './sequence-directory.js';
import { SequenceRunStep } from './sequence-run-step.entity.js';
import { SequenceRun } from './sequence-run.entity.js';
import { SequenceRuns } from './sequence-runs.js';
import { SequenceStep } from './sequence-step.entity.js';
import { Sequence } from './sequence.entity.js';
import { SequencesController } from './sequences.controller.js';
import { Sequences } from './sequences.service.js';
import { SequenceStarts } from './start-sequences.js';
import { StepContents } from './step-contents.js';
import { TakeSteps } from './take-steps.js';

/** Mails that follow something a person asked for, by themselves. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Sequence, SequenceStep, SequenceRun, SequenceRunStep]),
    IdentityModule,
    MessagesModule,
    PermissionsModule,
    TemplatesModule,
  ],
  controllers: [SequencesController, ContactSequencesController],
  providers: [Sequences, SequenceDirectory, SequenceRuns, SequenceStarts, DueSteps, TakeSteps, StepContents],
})
export class SequencesModule {}
