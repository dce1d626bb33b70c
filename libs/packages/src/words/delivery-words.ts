import type { Language } from '@seloste/kernel';

/** The words of the letter with the link, and of the page that it opens. */
interface DeliveryWords {
  subject: (reference: string) => string;
  body: (url: string, days: number) => string;
  title: string;
  explanation: string;
  fetch: string;
  gone: string;
  goneExplanation: string;
}

export const deliveryWords: Record<Language, DeliveryWords> = {
  fi: {
    subject: (reference) => `Tietosi ovat noudettavissa (${reference})`,
    body: (url, days) =>
      `Hei,\n\npyytämäsi tiedot ovat valmiina. Voit noutaa ne kerran tästä linkistä ${days} päivän kuluessa:\n\n${url}\n\nTiedot poistetaan palvelimelta, kun olet noutanut ne. Älä välitä tätä viestiä muille.`,
    title: 'Nouda tietosi',
    explanation:
      'Tiedot ovat yhdessä zip-tiedostossa. Ne voi noutaa kerran, ja sen jälkeen ne poistetaan palvelimelta.',
    fetch: 'Nouda tiedot',
    gone: 'Linkki ei ole enää voimassa',
    goneExplanation:
      'Tiedot on jo noudettu, tai linkin voimassaolo on päättynyt. Voit pyytää tiedot uudelleen.',
  },
  sv: {
    subject: (reference) => `Dina uppgifter kan hämtas (${reference})`,
    body: (url, days) =>
      `Hej,\n\nuppgifterna som du bad om är färdiga. Du kan hämta dem en gång via denna länk inom ${days} dagar:\n\n${url}\n\nUppgifterna raderas från servern när du har hämtat dem. Skicka inte detta meddelande vidare.`,
    title: 'Hämta dina uppgifter',
    explanation: 'Uppgifterna finns i en zip-fil. De kan hämtas en gång och raderas därefter från servern.',
    fetch: 'Hämta uppgifterna',
    gone: 'Länken gäller inte längre',
    goneExplanation: 'Uppgifterna har redan hämtats, eller så har länken gått ut. Du kan begära dem på nytt.',
  },
  en: {
    subject: (reference) => `Your data can be fetched (${reference})`,
    body: (url, days) =>
      `Hello,\n\nthe data that you asked for is ready. You can fetch it once by this link within ${days} days:\n\n${url}\n\nIt is deleted from the server once you have fetched it. Please do not pass this message on.`,
    title: 'Fetch your data',
    explanation:
      'The data is in one zip file. It can be fetched once and is deleted from the server afterwards.',
    fetch: 'Fetch the data',
    gone: 'This link is no longer valid',
    goneExplanation: 'The data was fetched already, or the link has expired. You can ask for it again.',
  },
};
