import { Resolver } from 'node:dns/promises';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@seloste/identity';
import { PermissionsModule } from '@seloste/permissions';
import { ContentChecks } from './content-checks.js';
import { PeopleToWriteTo } from './person-values.js';
import { PreviewReaders } from './preview-readers.js';
import { DkimKey } from './sender-domain/dkim-key.entity.js';
import { DkimSettings } from './sender-domain/dkim-settings.js';
import { DkimSigning } from './sender-domain/dkim-signing.js';
import { SenderDomainController } from './sender-domain/sender-domain.controller.js';
import { MAIL_DNS, SenderDomain } from './sender-domain/sender-domain.js';
import { TemplateContent } from './template-content.entity.js';
import { TemplateDirectory } from './template-directory.js';
import { TemplatePreview } from './template-preview.js';
import { TemplatePreviewsController } from './template-previews.controller.js';
import { TemplateRenderers } from './template-renderers.js';
import { TemplateUses } from './template-uses.js';
import { TemplateVersion } from './template-version.entity.js';
import { Template } from './template.entity.js';
import { TemplatesController } from './templates.controller.js';
import { Templates } from './templates.service.js';

/** What messages say, and in whose name they may be sent. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Template, TemplateVersion, TemplateContent, DkimKey]),
    IdentityModule,
    PermissionsModule,
  ],
  controllers: [TemplatesController, TemplatePreviewsController, SenderDomainController],
  providers: [
    { provide: MAIL_DNS, useFactory: () => new Resolver({ timeout: 2_000, tries: 2 }) },
    ContentChecks,
    DkimSettings,
    DkimSigning,
    PeopleToWriteTo,
    PreviewReaders,
    SenderDomain,
    TemplateDirectory,
    TemplatePreview,
    TemplateRenderers,
    Templates,
    TemplateUses,
  ],
  exports: [DkimSigning, PeopleToWriteTo, SenderDomain, TemplateRenderers, Templates, TemplateUses],
})
export class TemplatesModule {}
