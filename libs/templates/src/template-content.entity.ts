import { ImpersonalRecord, type Language } from '@seloste/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContentBlock } from './rendering/content.js';

/** What a version says in one language: blocks, or MJML by hand. */
@Entity('template_contents')
@ImpersonalRecord('texts written for many readers; what concerns one of them is a merge field')
export class TemplateContent {
  @PrimaryColumn('uuid')
  versionId!: string;

  @PrimaryColumn('text')
  language!: Language;

  @Column('text')
  subject!: string;

  @Column('text', { nullable: true })
  preheader!: string | null;

  @Column('jsonb', { nullable: true })
  blocks!: ContentBlock[] | null;

  @Column('text', { nullable: true })
  mjml!: string | null;
}
