import type { Language } from '@seloste/kernel';
import { en } from './en.js';
import { fi } from './fi.js';
import type { FootTexts } from './foot-texts.js';
import { sv } from './sv.js';

export const footTexts: Record<Language, FootTexts> = { fi, sv, en };
