export { PeopleToWriteTo } from './person-values.js';
export type { CompiledMail } from './rendering/compile-mail.js';
export type { MergeValues, PersonValues, RenderedMail, TemplateRenderer } from './rendering/merge-values.js';
export { DkimSigning, type DkimSigner } from './sender-domain/dkim-signing.js';
export { TemplateRenderers } from './template-renderers.js';
export { TemplateUses, type TemplateUse } from './template-uses.js';
export { TemplatesModule } from './templates.module.js';
export { assertForPurpose, Templates, type CurrentVersion } from './templates.service.js';
