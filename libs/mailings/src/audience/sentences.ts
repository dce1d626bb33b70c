import type { Language } from '@seloste/kernel';

/** What is decided about an audience as a whole, and not about one person by themselves. */
export const sentences: Record<string, Record<Language, string>> = {
  duplicate_address: {
    fi: 'Samaan osoitteeseen lähtee jo tämä viesti toiselle vastaanottajalle.',
    sv: 'Samma adress får redan detta meddelande för en annan mottagares räkning.',
    en: 'The same address already gets this message for another person.',
  },
};
