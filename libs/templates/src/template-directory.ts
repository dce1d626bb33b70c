import { Injectable } from '@nestjs/common';
import { languages, NotFound, type Language, type Page } from '@seloste/kernel';
import { Conditions, Database, readPage, sortOf, type Reader } from '@seloste/platform';
import type { TemplateContents } from './contents.js';
import type { MailContent } from './rendering/content.js';
import type { TemplateListItem, TemplateQuery, TemplateResponse } from './templates.dto.js';

const newest = `(SELECT v.id FROM template_versions v WHERE v.template_id = t.id ORDER BY v.number DESC LIMIT 1)`;

const orders = {
  name: { sql: 'lower(t.name)', type: 'text' },
  updatedAt: { sql: 't.updated_at', type: 'timestamptz' },
} as const;

/** Which templates there are, and what they say. */
@Injectable()
export class TemplateDirectory {
  constructor(private readonly database: Database) {}

  /** @throws InvalidInput for an order or a cursor that the list does not know */
  async list({ q, purpose, sort = 'name', limit, cursor }: TemplateQuery): Promise<Page<TemplateListItem>> {
    const conditions = new Conditions(['t.removed_at IS NULL']);
    conditions.add(q?.toLowerCase(), (value) => `strpos(lower(t.name), ${value}) > 0`);
    conditions.add(purpose, (value) => `t.purpose = ${value}`);
    const page = await readPage<TemplateListItem & { cursor_key: string[] }>(
      this.database,
      {
        select: `t.id, t.name, t.purpose, t.updated_at AS "updatedAt",
          ARRAY(SELECT c.language FROM template_contents c WHERE c.version_id = ${newest}) AS languages`,
        from: 'templates t',
        where: conditions.where,
        parameters: conditions.parameters,
        sort: sortOf(sort, orders, { sql: 't.id', type: 'uuid' }),
      },
      { limit, cursor },
    );
    return {
      ...page,
      items: page.items.map(({ cursor_key: _, ...item }) => ({
        ...item,
        languages: languages.filter((language) => item.languages.includes(language)),
      })),
    };
  }

  /** @throws NotFound */
  async get(id: string): Promise<TemplateResponse> {
    const [row] = await this.database.read<Omit<TemplateResponse, 'contents'>>(
      `SELECT t.id, t.name, t.purpose, t.version, t.created_at AS "createdAt", t.updated_at AS "updatedAt",
         CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "createdBy",
         (SELECT max(v.number) FROM template_versions v WHERE v.template_id = t.id) AS number
       FROM templates t LEFT JOIN users u ON u.id = t.created_by WHERE t.id = $1 AND t.removed_at IS NULL`,
      [id],
    );
    if (!row) throw new NotFound('template');
    return {
      ...row,
      createdBy: row.createdBy,
      contents: await readContents(this.database, id),
    };
  }
}

/** What the newest version of a template says. */
export async function readContents(reader: Reader, id: string): Promise<TemplateContents> {
  const rows = await reader.read<MailContent & { language: Language }>(
    `SELECT c.language, c.subject, c.preheader, c.blocks, c.mjml FROM template_contents c
     WHERE c.version_id = (SELECT v.id FROM template_versions v WHERE v.template_id = $1 ORDER BY v.number DESC LIMIT 1)`,
    [id],
  );
  return Object.fromEntries(rows.map(({ language, ...content }) => [language, content]));
}
