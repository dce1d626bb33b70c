import { Inject, Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '@seloste/audit';
import {
  actingUserId,
  InvalidInput,
  languages,
  newId,
  NotFound,
  type Clock,
  type Language,
  type Purpose,
  type PurposeClass,
  type RequestContext,
} from '@seloste/kernel';
import { assertVersion, CLOCK, Database, readerOf, type Reader } from '@seloste/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { ContentChecks } from './content-checks.js';
import { sameContents, type TemplateContents } from './contents.js';
import { TemplateContent } from './template-content.entity.js';
import { TemplateUses } from './template-uses.js';
import { TemplateVersion } from './template-version.entity.js';
import { Template } from './template.entity.js';
import { readContents } from './template-directory.js';
import { TemplateInUse } from './templates.errors.js';
import type { CreateTemplate, UpdateTemplate } from './templates.dto.js';

/** What something is made from now on: the newest version of a template. */
export interface CurrentVersion {
  versionId: string;
  purpose: Purpose;
  purposeClass: PurposeClass;
  languages: Language[];
}

/** Writing templates: each edit of the contents is a new version, so that what is under way stays as it was. */
@Injectable()
export class Templates {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly checks: ContentChecks,
    private readonly uses: TemplateUses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest version of a template that was not removed. @throws NotFound */
  async currentVersion(reader: Reader, templateId: string): Promise<CurrentVersion> {
    const [row] = await reader.read<CurrentVersion>(
      `SELECT v.id AS "versionId", v.purpose, p.class AS "purposeClass",
         ARRAY(SELECT c.language FROM template_contents c WHERE c.version_id = v.id) AS languages
       FROM templates t JOIN template_versions v ON v.template_id = t.id JOIN purposes p ON p.key = v.purpose
       WHERE t.id = $1 AND t.removed_at IS NULL ORDER BY v.number DESC LIMIT 1`,
      [templateId],
    );
    if (!row) throw new NotFound('template');
    return { ...row, languages: languages.filter((language) => row.languages.includes(language)) };
  }

  /** Returns the id. @throws InvalidInput for contents with problems */
  async create(context: RequestContext, { name, purpose, contents }: CreateTemplate): Promise<string> {
    await this.checks.assertSound(purpose, contents);
    return this.database.transaction(async (tx) => {
      const [id, now] = [newId(), this.clock.now()];
      const made = { createdAt: now, createdBy: actingUserId(context), updatedAt: now };
      await tx.insert(Template, { id, name, purpose, version: 1, ...made });
      await this.addVersion(tx, context, { template: { id, purpose }, contents });
      await this.audit.record(tx, context, entryOf('template.create', id, ['name', 'purpose', 'contents']));
      return id;
    });
  }

  /** @throws NotFound, StaleVersion, InvalidInput for contents with problems, TemplateInUse when its purpose may not change */
  async update(
    context: RequestContext,
    id: string,
    changes: UpdateTemplate,
    ifMatch?: number,
  ): Promise<void> {
    const before = await this.database.manager.findOneBy(Template, { id, removedAt: IsNull() });
    if (!before) throw new NotFound('template');
    const known = await readContents(this.database, id);
    const [purpose, contents] = [changes.purpose ?? before.purpose, changes.contents ?? known];
    if (changes.purpose !== undefined || changes.contents !== undefined)
      await this.checks.assertSound(purpose, contents);
    await this.database.transaction(async (tx) => {
      const template = await lockTemplate(tx, id);
      assertVersion(template, ifMatch ?? before.version);
      const { name = template.name } = changes;
      const fields = [
        ...(name === template.name ? [] : ['name']),
        ...(purpose === template.purpose ? [] : ['purpose']),
        ...(sameContents(contents, known) ? [] : ['contents']),
      ];
      if (fields.length === 0) return;
      if (fields.includes('purpose')) await this.assertUnused(tx, id);
      const now = this.clock.now();
      await tx.update(Template, { id }, { name, purpose, version: template.version + 1, updatedAt: now });
      if (fields.some((field) => field !== 'name'))
        await this.addVersion(tx, context, { template: { id, purpose }, contents });
      await this.audit.record(tx, context, entryOf('template.update', id, fields));
    });
  }

  /** Takes it from those to choose from; what was made from it keeps its version. @throws NotFound, TemplateInUse */
  async remove(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockTemplate(tx, id);
      await this.assertUnused(tx, id);
      await tx.update(Template, { id }, { removedAt: this.clock.now(), removedBy: actingUserId(context) });
      await this.audit.record(tx, context, entryOf('template.delete', id));
    });
  }

  private async assertUnused(tx: EntityManager, id: string): Promise<void> {
    if (await this.uses.isUsed(readerOf(tx), id)) throw new TemplateInUse();
  }

  private async addVersion(
    tx: EntityManager,
    context: RequestContext,
    { template, contents }: { template: Pick<Template, 'id' | 'purpose'>; contents: TemplateContents },
  ): Promise<void> {
    const { id: templateId, purpose } = template;
    const versionId = newId();
    const made = { createdAt: this.clock.now(), createdBy: actingUserId(context) };
    const number = (await tx.countBy(TemplateVersion, { templateId })) + 1;
    await tx.insert(TemplateVersion, { id: versionId, templateId, number, purpose, ...made });
    for (const language of languages) {
      const content = contents[language];
      if (content) await tx.insert(TemplateContent, { versionId, language, ...content });
    }
  }
}

/** The template, held until the transaction ends. @throws NotFound */
async function lockTemplate(tx: EntityManager, id: string): Promise<Template> {
  const where = { id, removedAt: IsNull() };
  const template = await tx.findOne(Template, { where, lock: { mode: 'pessimistic_write' } });
  if (!template) throw new NotFound('template');
  return template;
}

/** @throws InvalidInput naming `field` when the template is for another purpose, so that its foot would say something else */
export function assertForPurpose(version: CurrentVersion, purpose: Purpose, field: string): void {
  if (version.purpose !== purpose)
    throw InvalidInput.of(field, 'template_purpose', 'must be a template for the same purpose');
}

const entryOf = (action: string, subjectId: string, fields: string[] = []): AuditEntry => ({
  action,
  subjectType: 'template',
  subjectId,
  fields,
});
