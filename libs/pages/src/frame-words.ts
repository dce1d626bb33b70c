import type { Language } from '@seloste/kernel';

/** What stands around every public page. */
interface FrameWords {
  /** Of itself, for the switch. */
  languageName: string;
  languageSwitch: string;
  businessId(id: string): string;
}

export const frameWords: Record<Language, FrameWords> = {
  fi: { languageName: 'Suomi', languageSwitch: 'Kieli', businessId: (id) => `Y-tunnus ${id}` },
  sv: { languageName: 'Svenska', languageSwitch: 'Språk', businessId: (id) => `FO-nummer ${id}` },
  en: { languageName: 'English', languageSwitch: 'Language', businessId: (id) => `Business ID ${id}` },
};
