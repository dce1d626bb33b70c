import { languages, type Language } from '@seloste/kernel';
import { isDeepStrictEqual } from 'node:util';
import type { MailContent } from './rendering/content.js';

/** What a template says, by language: at least one. */
export type TemplateContents = Partial<Record<Language, Omit<MailContent, 'letter'> | null>>;

/** The same words, whatever order the keys came in. */
export const sameContents = (one: TemplateContents, other: TemplateContents): boolean =>
  languages.every((language) => isDeepStrictEqual(plain(one[language]), plain(other[language])));

const plain = (content: TemplateContents[Language]): unknown =>
  content
    ? {
        subject: content.subject,
        preheader: content.preheader,
        mjml: content.mjml,
        blocks:
          content.blocks?.map(({ type, text, url }) => ({ type, text: text ?? null, url: url ?? null })) ??
          null,
      }
    : null;
