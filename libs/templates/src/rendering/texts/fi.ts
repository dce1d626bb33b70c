import type { FootTexts } from './foot-texts.js';

/** Under a Finnish message. */
export const fi: FootTexts = {
  isMarketing: 'Tämä on markkinointiviesti.',
  isService: 'Tämä viesti liittyy asiakassuhteeseesi tai asiointiisi kanssamme.',
  sender: 'Lähettäjä',
  businessId: 'Y-tunnus',
  because: {
    consent: 'Saat viestin, koska olet antanut siihen suostumuksesi.',
    existing_customer:
      'Saat viestin, koska olet asiakkaamme ja viesti koskee samankaltaisia tuotteita tai palveluja.',
    job_role: 'Saat viestin, koska sen aihe liittyy työtehtävääsi.',
    legal_person: 'Saat viestin, koska se on lähetetty yrityksen yhteiseen osoitteeseen.',
    otherwise: 'Saat viestin, koska tietosi ovat asiakas- ja markkinointirekisterissämme.',
  },
  addressSource: (what, day) => `Yhteystietojesi lähde: ${what} (${day}).`,
  sources: {
    person: 'sinä itse',
    company: 'yrityksesi',
    website: 'julkinen verkkosivu',
    public_register: 'julkinen rekisteri',
    bought_list: 'ostettu markkinointirekisteri',
    referral: 'suosittelija',
    event: 'tapahtuma',
    form: 'täyttämäsi lomake',
    import: 'aiempi asiakasrekisterimme',
    other: 'muu lähde',
  },
  unsubscribe: 'Lopeta viestit',
  preferences: 'Muuta asetuksiasi',
  privacy: 'Tietosuojaseloste',
  notice: {
    title: 'Tietoja henkilötietojesi käsittelystä',
    controller: (name) =>
      `${name} on tallentanut tietojasi asiakas- ja markkinointirekisteriinsä ja on sen rekisterinpitäjä. Seuraava on kerrottu myös tietosuojaselosteessamme.`,
    purpose: 'Tämän viestin käyttötarkoitus ja sen peruste',
    source: (what, day) => `Tietojen lähde: ${what} (${day}).`,
    rights:
      'Voit milloin tahansa vastustaa markkinointia ja siihen liittyvää profilointia ja peruuttaa antamasi suostumuksen. Sinulla on myös oikeus saada pääsy tietoihisi, saada ne oikaistuiksi, poistetuiksi tai siirretyiksi, rajoittaa niiden käsittelyä tai vastustaa sitä ja tehdä valitus tietosuojavaltuutetulle (tietosuoja.fi).',
    contact: (sender) => `Ota yhteyttä: ${sender}`,
  },
};
