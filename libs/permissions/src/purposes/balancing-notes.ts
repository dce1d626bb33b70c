import type { builtInPurposes, Language } from '@seloste/kernel';

type BuiltIn = (typeof builtInPurposes)[number];

/** The interest, and why it is needed, purpose by purpose. */
const interests: Record<Language, Record<BuiltIn, string>> = {
  fi: {
    service:
      'Etumme on hoitaa asiakkuus sovitusti: vahvistaa tilauksia, kertoa toimituksista ja häiriöistä ja vastata kysymyksiin. Ilman yhteyshenkilöiden tietoja se ei onnistu. Yhteydenotto on odotettu ja usein vastaanottajan itsensä pyytämä.',
    direct_marketing:
      'Etumme on kertoa yrityksille tuotteistamme ja palveluistamme; suoramarkkinointi on asetuksen johdanto-osan 47 kappaleessa mainittu oikeutettu etu. Viesti ei tavoita oikeaa ihmistä ilman tietoa siitä, kuka yrityksessä vastaa asiasta. Otamme yhteyttä työtehtävään liittyvistä asioista ja vain niillä tavoilla, jotka laki sähköisen viestinnän palveluista (917/2014) sallii.',
    newsletter:
      'Etumme on pitää yhteyttä yrityksiin, joille työmme on hyödyksi. Uutiskirje lähetetään työosoitteeseen henkilölle, jonka tehtäviin sen aihe kuuluu, tai sille, joka on antanut suostumuksensa. Se tulee harvoin, ja sen voi lopettaa jokaisesta kirjeestä.',
    survey:
      'Etumme on tietää, missä onnistuimme ja mitä korjata. Kysymme niiltä, joiden kanssa olemme asioineet, ja vain sen, mitä käytämme. Vastaaminen on vapaaehtoista eikä vaikuta asiakkuuteen.',
    profiling_marketing:
      'Etumme on kertoa kullekin vain siitä, mikä voi häntä työssään koskea. Ryhmittely perustuu työtehtävään, toimialaan ja aiempaan asiointiin, ei yksityiselämään eikä erityisiin tietoryhmiin. Se vähentää turhia viestejä.',
    profiling_sales:
      'Etumme on suunnata myyjien työaika sinne, missä tarvetta todennäköisesti on. Arvio perustuu asiakkuuden tietoihin; se ei päätä mistään, vaan ihminen tekee päätökset, ja arvion perusteet voi nähdä.',
    profiling_support:
      'Etumme on auttaa nopeammin: tukipyyntöjen ja käytössä olevien tuotteiden perusteella näemme, kuka tarvitsee apua ensin. Yhteenveto ei vaikuta hintoihin eikä palvelun saamiseen.',
  },
  sv: {
    service:
      'Vårt intresse är att sköta kundförhållandet som avtalat: bekräfta beställningar, informera om leveranser och störningar och svara på frågor. Utan kontaktpersonernas uppgifter går det inte. Kontakten är väntad, och ofta har mottagaren själv bett om den.',
    direct_marketing:
      'Vårt intresse är att berätta för företag om våra produkter och tjänster; direktmarknadsföring nämns som ett berättigat intresse i skäl 47 i förordningen. Meddelandet når inte rätt person utan uppgift om vem i företaget som ansvarar för saken. Vi tar kontakt i frågor som hör till arbetsuppgifterna och bara på de sätt som lagen om tjänster inom elektronisk kommunikation (917/2014) tillåter.',
    newsletter:
      'Vårt intresse är att hålla kontakt med företag som har nytta av vårt arbete. Nyhetsbrevet sänds till arbetsadressen för den vars uppgifter ämnet hör till, eller till den som har gett sitt samtycke. Det kommer sällan och kan avslutas i varje brev.',
    survey:
      'Vårt intresse är att veta vad vi har lyckats med och vad som bör rättas till. Vi frågar dem som vi har haft att göra med, och bara det som vi använder. Det är frivilligt att svara och påverkar inte kundförhållandet.',
    profiling_marketing:
      'Vårt intresse är att berätta för var och en bara om det som kan röra dem i arbetet. Grupperingen bygger på arbetsuppgift, bransch och tidigare ärenden, inte på privatlivet eller särskilda kategorier av uppgifter. Den minskar onödiga meddelanden.',
    profiling_sales:
      'Vårt intresse är att lägga säljarnas tid där det sannolikt finns ett behov. Bedömningen bygger på uppgifter om kundförhållandet; den avgör ingenting, utan besluten fattas av människor, och grunderna för bedömningen går att se.',
    profiling_support:
      'Vårt intresse är att hjälpa snabbare: av supportärenden och produkter i bruk ser vi vem som behöver hjälp först. Sammanställningen påverkar varken priser eller tillgången till tjänsten.',
  },
  en: {
    service:
      'Our interest is to look after the customer relationship as agreed: to confirm orders, tell of deliveries and disruptions, and answer questions. That cannot be done without the contact persons’ data. The contact is expected, and often asked for by the recipient.',
    direct_marketing:
      'Our interest is to tell companies of our products and services; recital 47 of the Regulation names direct marketing as a legitimate interest. A message does not reach the right person without knowing who in the company is responsible for the matter. We make contact about matters of the person’s work, and only in the ways that the Finnish Act on Electronic Communications Services (917/2014) allows.',
    newsletter:
      'Our interest is to keep in touch with companies to whom our work is of use. The newsletter goes to the work address of those whose duties its subject belongs to, or who gave their consent. It comes seldom, and can be stopped from every issue.',
    survey:
      'Our interest is to know what went well and what to mend. We ask those whom we have dealt with, and only what we make use of. Answering is voluntary and has no effect on the customer relationship.',
    profiling_marketing:
      'Our interest is to tell each person only of what may concern them at work. The grouping rests on job role, industry and earlier dealings, not on private life or special categories of data. It reduces needless messages.',
    profiling_sales:
      'Our interest is to spend the salespeople’s time where a need is likely. The estimate rests on data of the customer relationship; it decides nothing, people do, and what it rests on can be seen.',
    profiling_support:
      'Our interest is to help sooner: support requests and the products in use show who needs help first. The overview affects neither prices nor access to the service.',
  },
};

/** What keeps the interest from weighing too heavily on people. */
const safeguards: Record<Language, string> = {
  fi: 'Vaikutus henkilöön on vähäinen: tiedot koskevat häntä työtehtävässään, ne ovat pääosin hänen antamiaan tai julkisia, ja hän voi odottaa niiden käyttöä. Suojana ovat tiedon alkuperän kertominen, maksuton kielto-oikeus joka viestissä, heti vaikuttava kieltolista, rajatut käyttöoikeudet, käytön kirjaaminen ja säilytysajat. Katsomme näin, etteivät henkilön edut ja oikeudet syrjäytä etuamme. Kielto ratkaisee aina.',
  sv: 'Följderna för personen är små: uppgifterna gäller dem i arbetet, har i huvudsak lämnats av dem själva eller är offentliga, och personen kan vänta sig att de används. Skyddet består av att vi berättar var uppgifterna kommer ifrån, en avgiftsfri rätt att säga nej i varje meddelande, en spärrlista som verkar genast, begränsad åtkomst, loggning och lagringstider. Vi bedömer därför att personens intressen och rättigheter inte väger tyngre än vårt intresse. Ett förbud avgör alltid.',
  en: 'The effect on the person is small: the data concern them in their work, were mostly given by them or are public, and they can expect this use. Safeguards are telling where the data came from, a free right to say no in every message, a suppression list that works at once, limited access, a record of use, and retention times. We therefore find that the person’s interests and rights do not override ours. An objection always decides.',
};

/** The product's own balancing note of a built-in purpose (GDPR Art. 6(1)(f)), until the company writes one. */
export const standardNote = (key: string, language: Language): string | null => {
  const interest = Object.entries(interests[language]).find(([known]) => known === key)?.[1];
  return interest === undefined ? null : `${interest}\n\n${safeguards[language]}`;
};
