import type { PublicPage } from '@seloste/pages';
import type { Phrases } from '../words/phrases.js';

/** A page of a person's link. */
export type Page = PublicPage<Phrases>;
