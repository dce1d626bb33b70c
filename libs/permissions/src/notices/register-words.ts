import type { Language } from '@seloste/kernel';

/** What holds for everybody in the register (GDPR Art. 14(1)(d)–(f) and 14(2)(a)). */
export const registerTopics = ['categories', 'retention', 'recipients', 'transfers'] as const;
export type RegisterTopic = (typeof registerTopics)[number];

/**
 * What the notice in a message says of the register, and the privacy statement in the same words: each under a heading
 * that both have.
 */
export const registerWords: Record<Language, Record<RegisterTopic, { heading: string; text: string }>> = {
  fi: {
    categories: {
      heading: 'Mitä tietoja käsittelemme',
      text: 'Nimi, yritys, tehtävä ja vastuualue, työhön liittyvät yhteystiedot, asiointikieli ja se, mistä tiedot on saatu. Lisäksi mahdolliset kiinnostuksen kohteet, valtuutukset ja merkinnät yhteydenpidosta sekä suostumukset ja kiellot.',
    },
    retention: {
      heading: 'Kuinka kauan tietoja säilytetään',
      text: 'Niin kauan kuin asiakas- tai yhteistyösuhde tai käyttötarkoitus sitä edellyttää. Tarkistamme tarpeen vähintään 12 kuukauden välein.',
    },
    recipients: {
      heading: 'Kuka tietoja käsittelee',
      text: 'Ne työntekijämme, joiden tehtäviin se kuuluu, ja palveluntarjoajat, jotka toimivat puolestamme sopimuksen perusteella. Muille tietoja ei luovuteta, ellei laki velvoita siihen.',
    },
    transfers: {
      heading: 'Siirrot EU:n ulkopuolelle',
      text: 'Asiakasrekisterimme ohjelmisto ei siirrä tietoja EU- ja ETA-alueen ulkopuolelle. Jos siirrämme tietoja muulla tavalla, kerromme siitä ja suojatoimista erikseen.',
    },
  },
  sv: {
    categories: {
      heading: 'Vilka uppgifter vi behandlar',
      text: 'Namn, företag, uppgift och ansvarsområde, kontaktuppgifter i arbetet, kontaktspråk och varifrån uppgifterna kommer. Dessutom eventuella intressen, fullmakter och anteckningar om kontakter samt samtycken och invändningar.',
    },
    retention: {
      heading: 'Hur länge uppgifterna sparas',
      text: 'Så länge kundförhållandet, samarbetet eller ändamålet kräver det. Vi prövar behovet minst var tolfte månad.',
    },
    recipients: {
      heading: 'Vem som behandlar uppgifterna',
      text: 'De av våra anställda vars arbete det hör till och tjänsteleverantörer som enligt avtal arbetar för vår räkning. Uppgifterna lämnas inte ut till andra, om inte lagen kräver det.',
    },
    transfers: {
      heading: 'Överföringar utanför EU',
      text: 'Programmet för vårt kundregister överför inga uppgifter utanför EU och EES. Om vi överför uppgifter på annat sätt berättar vi särskilt om det och om skyddsåtgärderna.',
    },
  },
  en: {
    categories: {
      heading: 'What data we process',
      text: 'Name, company, job and area of responsibility, contact details at work, language, and where the data come from. Where there are any, also interests, authorisations and notes of contacts with us, and consents and objections.',
    },
    retention: {
      heading: 'How long the data are kept',
      text: 'For as long as the customer or business relationship or the purpose needs them. We look at the need again at least every 12 months.',
    },
    recipients: {
      heading: 'Who processes the data',
      text: 'Those of our employees whose work it is, and service providers who act for us under contract. The data are given to nobody else, unless the law obliges us to.',
    },
    transfers: {
      heading: 'Transfers outside the EU',
      text: 'The software of our customer register transfers no data outside the EU and the EEA. Should we transfer data in any other way, we tell you separately of it and of the safeguards.',
    },
  },
};
