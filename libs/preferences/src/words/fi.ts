import type { Words } from './words.js';

export const fi: Words = {
  channel: {
    email: 'Sähköposti',
    phone: 'Puhelin',
    sms: 'Tekstiviestit',
    post: 'Posti',
    social: 'Sosiaalinen media',
    chat: 'Chat',
  },
  by: {
    email: 'sähköpostitse',
    phone: 'puhelimitse',
    sms: 'tekstiviestitse',
    post: 'postitse',
    social: 'sosiaalisessa mediassa',
    chat: 'chatissa',
    all: 'kaikissa kanavissa',
  },
  purpose: {
    service: 'Palveluviestit',
    direct_marketing: 'Markkinointi',
    newsletter: 'Uutiskirjeet',
    survey: 'Kyselyt',
    profiling_marketing: 'Profilointi markkinointia varten',
    profiling_sales: 'Profilointi myyntiä varten',
    profiling_support: 'Profilointi asiakastukea varten',
    all: 'Kaikki markkinointi',
  },
  unsubscribe: {
    title: 'Lopeta viestit',
    intro: (controller, thing) =>
      `${controller} lähetti sinulle viestin, jossa tämä linkki oli. Viestin aihe: ${thing}.`,
    introOfPlainLink: (controller) =>
      `${controller} lähetti sinulle viestin, jossa tämä linkki oli. Tällä sivulla voit lopettaa viestit.`,
    introOfService: (controller) =>
      `${controller} lähetti sinulle viestin, jossa tämä linkki oli. Viesti liittyi palveluun tai sopimukseen, ja sellaisia voi tulla jatkossakin. Markkinoinnin voit lopettaa tästä.`,
    sentTo: (addresses) => `Valinta koskee sinua, jonka yhteystieto on ${addresses}.`,
    untouched: 'Sivun avaaminen ei muuta mitään: mikään ei lopu ennen kuin painat painiketta.',
    orEverything: 'Voit myös lopettaa kaiken markkinoinnin ja profiloinnin yhdellä kertaa.',
    inDetail: 'Katso kaikki valintasi ja tietosi',
    already: (thing, day) => `Olet jo kieltänyt tämän ${day}: ${thing}. Näitä ei enää lähetetä sinulle.`,
    oneClick: (preferences) =>
      `Tehty. Sinulle ei enää lähetetä tällaisia viestejä. Jos muutat mielesi tai haluat valita tarkemmin: ${preferences}`,
  },
  act: {
    stop: (thing) => `Lopeta ${thing}`,
    stopShort: 'Lopeta',
    stopEverything: 'Lopeta kaikki markkinointi ja profilointi',
    allow: 'Salli uudelleen',
    give: 'Anna suostumus',
  },
  done: {
    title: 'Tehty',
    stopped: (thing) => `Lopetettu: ${thing}.`,
    stoppedEverything: 'Lopetettu: kaikki markkinointi kaikissa kanavissa ja kaikki profilointi.',
    underWay: (controller) =>
      `Se on voimassa heti. ${controller} ei enää lähetä näitä; jo matkalla ollut viesti voi vielä saapua.`,
    stoppedSequence: (name) => `Lopetettu: automaattiset viestit ”${name}”.`,
    allowed: (thing) => `Sallittu uudelleen: ${thing}. Muut kieltosi pysyvät voimassa.`,
    consented: (thing) => `Suostumuksesi on kirjattu: ${thing}. Muut kieltosi pysyvät voimassa.`,
    notOpened: (controller) =>
      `Mitään ei sallittu. Tämä linkki lähetettiin osoitteeseen, joka ei ole enää tai ei ollut sinun, kun kielsit. Sillä voi vain kieltää. Jos haluat sallia jotakin, ota yhteyttä: ${controller}.`,
    changeHere: 'Jos muutat mielesi, voit muuttaa valintaa alempana tällä sivulla.',
    changeThere: 'Jos muutat mielesi, voit sallia viestit uudelleen omien valintojesi sivulla.',
    toPreferences: 'Omat valintasi',
  },
  erased: {
    title: 'Sinulle ei tule enää viestejä',
    text: (controller) =>
      `${controller} ei enää säilytä tietojasi, joten viestejä ei tule. Sinun ei tarvitse tehdä mitään.`,
  },
  gone: {
    title: 'Linkki ei ole voimassa',
    text: () =>
      'Tähän linkkiin liittyviä viestejä ei enää lähetetä: siihen ei liity (enää) kenenkään tietoja.',
    ifStill: (contact) => `Jos saat yhä viestejä, kirjoita meille, niin lopetamme ne: ${contact}`,
  },
  damaged: {
    title: 'Linkki ei ole kokonainen',
    text: 'Siitä puuttuu osa tai se on muuttunut matkalla, joten mitään ei tehty. Avaa linkki uudelleen viestistä.',
    orWrite: (contact) => `Voit myös kirjoittaa meille, niin lopetamme viestit: ${contact}`,
  },
  again: {
    title: 'Sallitaanko uudelleen?',
    question: (thing) => `Haluatko sallia tämän: ${thing}?`,
    onlyThis: 'Vain tämä muuttuu. Kaikki muut kieltosi pysyvät voimassa.',
    withConsent: 'Tähän tarvitaan suostumuksesi. Jos annat sen, tallennamme tämän tekstin ja ajankohdan:',
    consent: (controller, thing) =>
      `Suostun siihen, että ${controller} käyttää tietojani tähän: ${thing}. Voin perua suostumukseni milloin tahansa yhtä helposti kuin annoin sen, tällä sivulla tai jokaisessa viestissä olevasta linkistä.`,
    yes: 'Kyllä, salli tämä',
    yesToConsent: 'Annan suostumuksen',
    no: 'Ei, älä muuta mitään',
  },
  confirmation: {
    title: 'Vahvista suostumuksesi',
    intro: (controller, day) => `${controller} kirjasi ${day}, että olet antanut tämän suostumuksen:`,
    ifNot:
      'Jos annoit suostumuksen, vahvista se. Jos et antanut sitä, sinun ei tarvitse tehdä mitään: ilman vahvistusta se ei tule voimaan.',
    yes: 'Vahvistan suostumukseni',
    done: 'Kiitos, suostumuksesi on vahvistettu.',
    already: (day) => `Vahvistit tämän suostumuksen ${day}.`,
    withdrawn: (day) => `Tämä suostumus on peruttu ${day}. Vahvistamista ei enää tarvita.`,
  },
  preferences: {
    title: 'Omat valintasi',
    intro: (controller) =>
      `${controller} pitää asiakas- ja markkinointirekisteriä, jossa on tietojasi. Tällä sivulla päätät, mistä sinulle saa viestiä, ja näet, mitä tietoja meillä on. Sivun avaaminen ei muuta mitään.`,
    ofPerson: (name) => `Sivu koskee sinua: ${name}.`,
    restricted:
      'Tietojesi käsittelyä on rajoitettu: emme ota sinuun yhteyttä, ennen kuin rajoitus päättyy. Valintasi kirjataan silti heti.',
    messages: 'Mitä sinulle saa lähettää',
    service: 'Palveluun ja sopimukseen kuuluvia viestejä voi tulla, vaikka kieltäisit kaiken markkinoinnin.',
    standing: {
      objected: (day) => `Kielsit tämän ${day}.`,
      objectedByCompany: (day) => `Yrityksesi kielsi tämän ${day}. Vain yritys voi perua kieltonsa.`,
      consented: (day) => `Annoit suostumuksen ${day}.`,
      unconfirmed: 'Suostumus odottaa vahvistustasi, eikä mitään lähetetä ennen sitä.',
      notAsked: 'Emme tee tätä ilman suostumustasi, etkä ole antanut sitä.',
      notObjected: 'Et ole kieltänyt tätä.',
      off: 'Emme tee tätä nyt. Voit silti kieltää sen ennalta.',
    },
    profiling: 'Profilointi',
    profilingIs:
      'Profiloinnissa päättelemme tiedoistasi automaattisesti, mikä sinua saattaisi kiinnostaa. Voit kieltää sen jokaista tarkoitusta varten erikseen.',
    sequences: 'Automaattiset viestit',
    sequenceRuns: (day) => `Alkoi ${day}.`,
    sequenceStopped: (day) => `Lopetit nämä ${day}.`,
    stopSequence: (name) => `Lopeta ”${name}”`,
    everything: 'En halua mitään',
    everythingIs: 'Yksi painallus kieltää kaiken markkinoinnin kaikissa kanavissa ja kaiken profiloinnin.',
    everythingStopped: 'Olet kieltänyt kaiken markkinoinnin ja profiloinnin.',
  },
  held: {
    title: 'Mitä tietoja meillä on',
    intro: 'Yhteystiedot näytetään osittain, koska viesti ja sen linkki voidaan välittää eteenpäin.',
    name: 'Nimi',
    work: 'Työ',
    emails: 'Sähköposti',
    phones: 'Puhelin',
    language: 'Kieli',
    interests: 'Kiinnostuksen kohteet',
    authorisations: 'Valtuutuksia',
    interactions: 'Merkintöjä yhteydenpidosta',
    languages: { fi: 'suomi', sv: 'ruotsi', en: 'englanti' },
    sources: 'Mistä tiedot on saatu',
    source: {
      person: 'Sinulta itseltäsi',
      company: 'Yritykseltäsi',
      website: 'Julkiselta verkkosivulta',
      public_register: 'Julkisesta rekisteristä',
      bought_list: 'Ostetusta markkinointirekisteristä',
      referral: 'Suosittelijalta',
      event: 'Tapahtumasta',
      form: 'Täyttämästäsi lomakkeesta',
      import: 'Aiemmasta järjestelmästä',
      other: 'Muualta',
    },
    until: 'Kuinka kauan tietoja säilytetään',
    erasedBy: (day) => `Tietosi poistetaan viimeistään ${day}.`,
    reviewedBy: (day) => `Tarkistamme viimeistään ${day}, onko säilyttämiselle yhä peruste.`,
    duringRelationship: 'Säilytämme tietojasi, kun asiakas- tai yhteistyösuhde jatkuu.',
    rights: 'Oikeutesi',
    rightsAre:
      'Voit pyytää saada kaikki tietosi, oikaista tai poistaa ne, rajoittaa niiden käsittelyä, siirtää ne muualle tai vastustaa käsittelyä. Se on maksutonta.',
    contact: (controller) => `Ota yhteyttä: ${controller}`,
    statement: 'Tietosuojaseloste',
    complaint: 'Voit myös tehdä valituksen valvontaviranomaiselle:',
    authority: { name: 'Tietosuojavaltuutetun toimisto', url: 'https://tietosuoja.fi/' },
  },
  statement: {
    title: 'Tietosuojaseloste',
    intro: (controller) =>
      `${controller} pitää asiakas- ja markkinointirekisteriä yritysten yhteyshenkilöistä. Tällä sivulla kerrotaan, miten tietoja käytetään ja miten vaikutat siihen.`,
    purposes: 'Mihin henkilötietoja käytetään',
    basis: 'Käsittelyn peruste',
    bases: {
      consent: 'suostumus',
      contract: 'sopimus',
      legal_obligation: 'lakisääteinen velvoite',
      vital_interests: 'elintärkeä etu',
      public_task: 'yleinen etu',
      legitimate_interest: 'oikeutettu etu',
    },
    own: 'Omat tietosi ja valintasi',
    ownIs:
      'Jokaisessa markkinointiviestissä on linkki, josta näet omat tietosi, niiden lähteet ja säilytysajan ja josta voit kieltää viestit kanavittain ja tarkoituksittain.',
  },
  problem: {
    title: 'Toiminto ei onnistunut',
    notUnderstood:
      'Emme ymmärtäneet pyyntöä. Mitään ei muutettu: avaa sivu uudelleen linkistä ja yritä sitten.',
    tooMany:
      'Pyyntöjä tuli liian monta lyhyessä ajassa. Mitään ei muutettu: yritä hetken kuluttua uudelleen.',
    broken: 'Jokin meni vikaan meidän päässämme. Mitään ei muutettu: yritä hetken kuluttua uudelleen.',
  },
};
