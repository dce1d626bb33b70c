import type { FootTexts } from './foot-texts.js';

/** Under a Swedish message. */
export const sv: FootTexts = {
  isMarketing: 'Det här är ett marknadsföringsmeddelande.',
  isService: 'Meddelandet gäller ditt kundförhållande eller ett ärende som du har hos oss.',
  sender: 'Avsändare',
  businessId: 'FO-nummer',
  because: {
    consent: 'Du får meddelandet för att du har gett ditt samtycke till det.',
    existing_customer:
      'Du får meddelandet för att du är kund hos oss och det gäller liknande produkter eller tjänster.',
    job_role: 'Du får meddelandet för att ämnet hör till dina arbetsuppgifter.',
    legal_person: 'Meddelandet har skickats till företagets gemensamma adress.',
    otherwise: 'Du får meddelandet för att dina uppgifter finns i vårt kund- och marknadsföringsregister.',
  },
  addressSource: (what, day) => `Källan till dina kontaktuppgifter: ${what} (${day}).`,
  sources: {
    person: 'du själv',
    company: 'ditt företag',
    website: 'en offentlig webbplats',
    public_register: 'ett offentligt register',
    bought_list: 'ett köpt marknadsföringsregister',
    referral: 'en rekommendation',
    event: 'ett evenemang',
    form: 'ett formulär som du har fyllt i',
    import: 'vårt tidigare kundregister',
    other: 'en annan källa',
  },
  unsubscribe: 'Sluta få meddelanden',
  preferences: 'Ändra dina inställningar',
  privacy: 'Dataskyddsbeskrivning',
  notice: {
    title: 'Om behandlingen av dina personuppgifter',
    controller: (name) =>
      `${name} har sparat uppgifter om dig i sitt kund- och marknadsföringsregister och är personuppgiftsansvarig. Det som följer finns också i vår dataskyddsbeskrivning.`,
    purpose: 'Ändamålet med det här meddelandet och dess grund',
    source: (what, day) => `Källan till uppgifterna: ${what} (${day}).`,
    rights:
      'Du kan när som helst invända mot marknadsföring och profilering för marknadsföring och återkalla ett samtycke som du har gett. Du har också rätt att få tillgång till dina uppgifter, få dem rättade, raderade eller flyttade, begränsa behandlingen eller invända mot den och klaga hos dataombudsmannen (tietosuoja.fi).',
    contact: (sender) => `Kontakta: ${sender}`,
  },
};
