import type { RequestLetterWords } from './request-letter-words.js';

export const fi: RequestLetterWords = {
  locale: 'fi-FI',
  subject: ({ reference }) => `Henkilötietojasi koskeva pyyntö ${reference}`,
  greeting: (name) => (name === null ? 'Hei,' : `Hei ${name},`),
  kind: {
    access: 'pyyntösi saada tietää, mitä tietoja sinusta käsitellään',
    rectification: 'pyyntösi oikaista tietojasi',
    erasure: 'pyyntösi poistaa tietosi',
    restriction: 'pyyntösi rajoittaa tietojesi käsittelyä',
    objection: 'vastustuksesi tietojesi käsittelyä kohtaan',
    portability: 'pyyntösi saada tietosi siirrettävässä muodossa',
    consent_withdrawal: 'suostumuksesi peruuttamisen',
  },
  receipt: ({ company, reference, receivedOn, dueOn }, kind) => [
    `${company} on vastaanottanut ${kind} ${receivedOn}. Pyynnön tunnus on ${reference}.`,
    `Vastaamme sinulle viimeistään ${dueOn}. Pyynnön käsittely on maksutonta.`,
  ],
  extension: ({ receivedOn, dueOn }, kind) => [
    `Vastaanotimme ${kind} ${receivedOn}. Tarvitsemme vastaamiseen lisäaikaa.`,
    `Vastaamme sinulle viimeistään ${dueOn}.`,
  ],
  extensionReason: {
    complexity:
      'Syynä on pyynnön monimutkaisuus: tietojasi on useassa paikassa, ja niiden läpikäynti vie aikaa.',
    number_of_requests: 'Syynä on samaan aikaan saamiemme pyyntöjen määrä.',
  },
  answer: {
    granted: ({ receivedOn }, kind) => [
      `Vastaanotimme ${kind} ${receivedOn}. Olemme toimineet sen mukaisesti.`,
    ],
    partly_granted: ({ receivedOn }, kind) => [
      `Vastaanotimme ${kind} ${receivedOn}. Voimme toteuttaa sen vain osittain.`,
    ],
    refused: ({ receivedOn }, kind) => [`Vastaanotimme ${kind} ${receivedOn}. Emme voi toteuttaa sitä.`],
    unidentified: ({ receivedOn }, kind) => [
      `Vastaanotimme ${kind} ${receivedOn}. Emme pysty antamiesi tietojen perusteella tunnistamaan, ketä rekisterissämme olevaa pyyntö koskee, emmekä kerää lisätietoja vain tunnistaaksemme sinut (yleisen tietosuoja-asetuksen 11 artikla).`,
      'Jos olet asioinut kanssamme jollakin toisella sähköpostiosoitteella tai puhelinnumerolla, kerro se meille. Käsittelemme pyynnön silloin uudelleen.',
    ],
    passed_on: ({ receivedOn, company }, kind) => [
      `Vastaanotimme ${kind} ${receivedOn}. ${company} käsittelee näitä tietoja asiakkaansa puolesta. Olemme välittäneet pyyntösi asiakkaallemme, joka on tietojen rekisterinpitäjä ja vastaa sinulle.`,
    ],
    withdrawn: ({ receivedOn }, kind) => [
      `Vastaanotimme ${kind} ${receivedOn}. Olet sittemmin perunut pyynnön, joten emme käsittele sitä enempää.`,
    ],
  },
  granted: {
    access: 'Saat tiedoistasi kopion erillisestä linkistä.',
    rectification: 'Tietosi on korjattu, ja korjauksesta on kerrottu niille, joille tietoja on luovutettu.',
    erasure:
      'Tietosi on poistettu rekisteristämme. Säilytämme vain tiedon siitä, että sinuun ei oteta yhteyttä.',
    restriction: 'Tietojesi käsittelyä on rajoitettu. Kerromme sinulle, ennen kuin rajoitus päättyy.',
    objection: 'Emme enää käsittele tietojasi siihen tarkoitukseen, jota vastustit.',
    portability: 'Saat itse antamasi tiedot koneluettavassa muodossa erillisestä linkistä.',
    consent_withdrawal: 'Suostumuksesi on peruutettu. Peruutus ei vaikuta siihen, mitä on tehty ennen sitä.',
  },
  ground: {
    manifestly_unfounded: 'Pyyntö on ilmeisen perusteeton (12 artiklan 5 kohta).',
    excessive: 'Pyyntö on kohtuuton, erityisesti sen toistuvuuden vuoksi (12 artiklan 5 kohta).',
    rights_of_others: 'Pyynnön toteuttaminen loukkaisi muiden oikeuksia ja vapauksia (15 artiklan 4 kohta).',
    legal_obligation: 'Laki velvoittaa meidät säilyttämään tiedot (17 artiklan 3 kohdan b alakohta).',
    legal_claims:
      'Tiedot ovat tarpeen oikeusvaateen laatimiseksi, esittämiseksi tai puolustamiseksi (17 artiklan 3 kohdan e alakohta).',
    compelling_grounds: 'Käsittelylle on huomattavan tärkeä ja perusteltu syy (21 artiklan 1 kohta).',
    not_applicable: 'Tämä oikeus ei koske näitä tietoja tai tätä käsittelyä.',
  },
  complaint:
    'Jos olet eri mieltä, voit tehdä valituksen tietosuojavaltuutetulle (tietosuoja.fi, tietosuoja@om.fi, puhelinvaihde 029 566 6700) tai viedä asian tuomioistuimeen.',
  regards: (company) => `Terveisin\n${company}`,
};
