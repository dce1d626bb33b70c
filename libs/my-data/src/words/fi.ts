import type { Words } from './words.js';

export const fi: Words = {
  title: 'Omat tietosi',
  ask: {
    intro: (controller) =>
      `Täällä näet, mitä tietoja ${controller} käsittelee sinusta. Kirjoita sähköpostiosoitteesi: lähetämme siihen linkin, joka avaa sivusi. Salasanaa ei tarvita.`,
    address: 'Sähköpostiosoite',
    send: 'Lähetä linkki',
    sent: 'Katso sähköpostiisi',
    sentText:
      'Lähetimme viestin antamaasi osoitteeseen. Jos tunnemme sinut sillä, viestissä on linkki, joka toimii kerran, 15 minuutin ajan. Jos emme tunne, viesti kertoo sen.',
    notAnAddress: 'Sähköpostiosoite ei ole kokonainen. Tarkista se ja yritä uudelleen.',
  },
  enter: {
    title: 'Avaa sivusi',
    text: 'Tämä linkki avaa sivun, jolla tietosi ovat, yhden kerran. Sivu pysyy auki enintään 30 minuuttia.',
    button: 'Avaa sivuni',
  },
  confirm: {
    title: 'Vahvista pyyntösi',
    text: (controller) =>
      `Pyysit, että ${controller} poistaa tietosi. Painamalla painiketta teet pyynnön; vastaamme kuukauden kuluessa.`,
    button: 'Kyllä, pyydän tietojeni poistamista',
    done: 'Pyyntösi on tullut perille',
  },
  over: {
    title: 'Linkki ei avaa mitään',
    text: 'Sitä on jo käytetty, sen aika on päättynyt tai siitä puuttuu osa. Mitään ei tehty.',
    again: 'Pyydä uusi linkki',
  },
  leave: 'Sulje sivuni',
  left: 'Sivusi on suljettu.',
  who: 'Keitä olemme',
  ofPerson: (name) => `Tämä sivu on sinun: ${name}.`,
  restricted: 'Tietojesi käsittelyä on rajoitettu: vain säilytämme niitä, kunnes rajoitus päättyy.',
  held: 'Mitä tietoja meillä on sinusta',
  authorisations: 'Valtuutukset',
  none: 'Ei mitään',
  said: {
    title: 'Mitä olet sallinut ja kieltänyt',
    no: (thing, day) => `Kielsit ${day}: ${thing}.`,
    yes: (thing, day) => `Annoit suostumuksen ${day}: ${thing}.`,
    unconfirmed: 'Se odottaa vahvistustasi.',
    withdraw: 'Peru',
    nothing: 'Et ole antanut suostumuksia etkä kieltänyt mitään.',
    choices: 'Valitse, miten saamme ottaa yhteyttä',
  },
  contacts: {
    title: 'Yhteydenpitomme',
    shown: (shown, all) => `${shown}/${all}, uusin ensin. Kaikki saat jäljennöksenä tiedoistasi.`,
    others:
      'Mukana muita henkilöitä: sisältö tarkistetaan heidän vuokseen, ennen kuin saat sen jäljennöksessä.',
  },
  interaction: {
    call: 'Puhelu',
    email: 'Sähköposti',
    meeting: 'Tapaaminen',
    note: 'Muistiinpano',
    chat: 'Chat',
    form: 'Lomake',
    visit: 'Käynti sivustollamme',
  },
  purposes: 'Mihin käytämme tietoja ja millä perusteella',
  recipients: {
    title: 'Kuka on saanut tietosi',
    none: 'Emme ole luovuttaneet tietojasi kenellekään ulkopuoliselle.',
  },
  looks: {
    title: 'Kuka on katsonut tietojasi',
    intro: 'Kuukausittain ja katsojan roolin mukaan.',
    none: 'Ei kukaan siltä ajalta, jolta merkinnät ovat tallessa.',
    times: (count) => `${count} ${count === 1 ? 'kerran' : 'kertaa'}`,
  },
  role: {
    admin: 'Pääkäyttäjä',
    privacy_officer: 'Tietosuojavastaava',
    sales_manager: 'Myyntipäällikkö',
    salesperson: 'Myyjä',
    marketer: 'Markkinointi',
    support: 'Asiakastuki',
    auditor: 'Tarkastaja',
    technician: 'Tekninen ylläpito',
    other: 'Muu',
  },
  requests: {
    title: 'Pyyntösi',
    open: (received, due) => `Saapunut ${received}. Vastaamme viimeistään ${due}.`,
    closed: (day) => `Vastattu ${day}.`,
    none: 'Et ole tehnyt pyyntöjä.',
    make: 'Tee pyyntö',
    makeIs: 'Pyyntö on maksuton. Vastaamme kuukauden kuluessa.',
    kind: {
      access: 'Jäljennös tiedoistani',
      rectification: 'Tietojeni oikaiseminen',
      erasure: 'Tietojeni poistaminen',
      restriction: 'Tietojeni käsittelyn rajoittaminen',
      objection: 'Tietojeni käsittelyn vastustaminen',
      portability: 'Tietoni siirrettävässä muodossa',
      consent_withdrawal: 'Suostumuksen peruuttaminen',
    },
    explains: {
      access: 'Kaikki tiedot, joita meillä on sinusta, sekä mihin käytämme niitä ja mistä ne on saatu.',
      rectification: 'Jokin tieto on väärin tai puuttuu.',
      erasure: 'Poistamme tiedot, joita lain mukaan ei tarvitse säilyttää.',
      restriction: 'Vain säilytämme tietojasi, kunnes asia on selvitetty.',
      objection:
        'Käytämme tietojasi oikeutetun edun perusteella. Kerro, miksi tilanteesi puhuu sitä vastaan.',
      portability: 'Itse antamasi tiedot tiedostona toista järjestelmää varten.',
      consent_withdrawal: 'Et enää suostu johonkin, mihin olet suostunut.',
    },
    situation: 'Tilanteesi',
    more: 'Omin sanoin (ei pakollinen)',
    send: 'Lähetä pyyntö',
    eraseNote: 'Lähetämme sinulle ensin viestin. Pyyntö on voimassa, kun vahvistat sen viestin linkillä.',
  },
  correct: {
    title: 'Korjaa tieto',
    intro:
      'Kerro, mikä on oikein. Säilytämme molemmat, tarkistamme asian ja kerromme tuloksen kuukauden kuluessa.',
    what: 'Mikä on väärin',
    right: 'Näin on oikein',
    send: 'Lähetä korjaus',
    field: {
      name: 'Nimi',
      title: 'Nimike tai tehtävä',
      company: 'Yritys',
      email: 'Sähköpostiosoite',
      phone: 'Puhelinnumero',
      language: 'Kieli',
      interests: 'Kiinnostuksen kohteet',
      other: 'Jokin muu',
    },
  },
  done: {
    title: 'Valmis',
    received: (reference, due) =>
      `Olemme vastaanottaneet pyyntösi ${reference}. Vastaamme viimeistään ${due}.`,
    withdrawn: 'Suostumuksesi on peruttu. Se vaikuttaa heti.',
    confirmation:
      'Lähetimme sinulle viestin. Mitään ei ole vielä poistettu: pyyntö on voimassa, kun vahvistat sen viestin linkillä 15 minuutin kuluessa.',
  },
  notUnderstood: 'Emme ymmärtäneet valintaasi. Mitään ei muutettu: yritä uudelleen.',
};
