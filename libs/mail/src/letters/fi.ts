import type { Catalogue } from './catalogue.js';
import { linesOf } from './letter.js';

const greeting = (name: string): string => `Hei ${name},`;

/** Finnish letters. */
export const fi: Catalogue = {
  letters: {
    invitation: ({ name, inviter, link, until }, { company, moment }) => ({
      subject: `Kutsu Selosteen käyttäjäksi – ${company}`,
      body: [
        greeting(name),
        `${inviter} kutsuu sinut yrityksen ${company} asiakasrekisterin käyttäjäksi. Tunnus on henkilökohtainen: valitset salasanan itse, eikä kukaan muu tiedä sitä.`,
        { link, label: 'Ota tunnus käyttöön' },
        `Linkki toimii kerran ja on voimassa ${moment(until)} asti. Jos et odottanut kutsua, voit jättää tämän viestin huomiotta.`,
      ],
    }),
    request_challenge: ({ name, reference, code, until }, { company, moment }) => ({
      subject: `Vahvistuskoodi pyyntöösi ${reference}`,
      body: [
        greeting(name),
        `${company} on saanut nimissäsi henkilötietojasi koskevan pyynnön ${reference}. Varmistamme tällä koodilla, että pyyntö on sinulta:`,
        code,
        `Kerro koodi pyyntöäsi käsittelevälle henkilölle, kun hän kysyy sitä. Koodi on voimassa ${moment(until)} asti. Jos et ole tehnyt pyyntöä, älä kerro koodia kenellekään: pyyntöä ei silloin toteuteta.`,
      ],
    }),
    my_data_link: ({ name, link, until }, { company, moment }) => ({
      subject: `Omat tietosi – ${company}`,
      body: [
        greeting(name),
        `Meiltä pyydettiin linkki sivulle, jolla näet, mitä tietoja ${company} käsittelee sinusta. Tässä se on:`,
        { link, label: 'Näytä omat tietoni' },
        `Linkki toimii kerran, ${moment(until)} asti. Älä välitä sitä eteenpäin. Jos et pyytänyt linkkiä, voit jättää viestin huomiotta: kukaan ei ole nähnyt mitään.`,
      ],
    }),
    my_data_confirmation: ({ name, link, until }, { company, moment }) => ({
      subject: `Vahvista poistopyyntösi – ${company}`,
      body: [
        greeting(name),
        `Omalla sivullasi pyydettiin poistamaan tiedot, joita ${company} käsittelee sinusta. Vahvista, että pyyntö on sinun:`,
        { link, label: 'Vahvista pyyntö' },
        `Linkki toimii kerran, ${moment(until)} asti. Jos et pyytänyt poistoa, älä vahvista: silloin mitään ei tehdä.`,
      ],
    }),
    my_data_nothing: ({ why }, { company }) => ({
      subject: `Omat tietosi – ${company}`,
      body: [
        'Hei,',
        `Meiltä pyydettiin nähtäväksi, mitä tietoja ${company} käsittelee henkilöstä, jolla on tämä sähköpostiosoite.`,
        {
          unknown: 'Meillä ei ole tietoja tällä osoitteella.',
          erased:
            'Tällä osoitteella olleet tiedot on poistettu. Meillä ei ole enää tietoja tällä osoitteella.',
          shared:
            'Tämä osoite on usean henkilön yhteinen, joten emme voi näyttää, kenen tiedoista on kyse. Kirjoita meille, niin vastaamme kullekin henkilökohtaisesti.',
        }[why],
        'Jos et pyytänyt tätä, sinun ei tarvitse tehdä mitään. Jos arvelet, että tunnemme sinut toisella osoitteella, käytä sitä.',
      ],
    }),
    password_reset: ({ name, link, until }, { moment }) => ({
      subject: 'Uuden salasanan asettaminen',
      body: [
        greeting(name),
        'Saimme pyynnön asettaa tunnuksellesi uusi salasana. Voit asettaa sen tästä linkistä:',
        { link, label: 'Aseta uusi salasana' },
        `Linkki toimii kerran ja on voimassa ${moment(until)} asti. Jos et pyytänyt uutta salasanaa, sinun ei tarvitse tehdä mitään: nykyinen salasanasi on edelleen voimassa.`,
      ],
    }),
    password_changed: ({ name, at }, { moment }) => ({
      subject: 'Salasanasi on vaihdettu',
      body: [
        greeting(name),
        `Tunnuksesi salasana vaihdettiin ${moment(at)}. Muut istuntosi on päätetty.`,
        'Jos et vaihtanut salasanaa itse, pyydä heti uusi salasana kirjautumissivulta ja ilmoita asiasta pääkäyttäjälle.',
      ],
    }),
    access_review: ({ name, count, until, link }, { day }) => ({
      subject: 'Oikeuksien tarkistus odottaa vastaustasi',
      body: [
        greeting(name),
        `On aika tarkastaa käyttöoikeudet. Vastattavanasi olevien oikeuksien määrä: ${count}. Päätä jokaisesta, säilyykö se vai poistetaanko se.`,
        { link, label: 'Avaa tarkistus' },
        `Vastaa viimeistään ${day(until)}. Oikeudet, joihin ei ole vastattu, päättyvät.`,
      ],
    }),
    access_review_warning: ({ name, count, until, link }, { day }) => ({
      subject: 'Muistutus: käyttöoikeuksia on päättymässä',
      body: [
        greeting(name),
        `Oikeuksien tarkistus on vielä kesken. Vastaamatta olevien oikeuksien määrä: ${count}. Ne päättyvät ${day(until)}, ellet päätä säilyttää niitä.`,
        { link, label: 'Avaa tarkistus' },
      ],
    }),
    leaving_soon: ({ name, count, soon, link }) => ({
      subject: 'Vastuullasi olevia henkilöitä poistetaan lähiaikoina',
      body: [
        greeting(name),
        `Vastuullasi olevien henkilöiden tietojen säilytysaika on päättymässä. Poistettavia 90 päivän kuluessa: ${count}. Näistä 30 päivän kuluessa: ${soon}.`,
        'Sinun ei tarvitse tehdä mitään. Jos jonkun tietojen pidempään säilytykseen on lainmukainen peruste, kirjaa se ennen poistopäivää.',
        { link, label: 'Näytä poistettavat' },
      ],
    }),
    self_grant: ({ name, who, at, link }, { moment }) => ({
      subject: 'Pääkäyttäjä laajensi omia käyttöoikeuksiaan',
      body: [
        greeting(name),
        `${who} antoi itselleen roolin ${moment(at)}. Saat tästä tiedon, jotta kukaan ei laajenna omia oikeuksiaan muiden huomaamatta.`,
        'Jos et tunne syytä, kysy sitä ja päätä oikeus tarvittaessa.',
        { link, label: 'Näytä käyttäjät' },
      ],
    }),
    account_made: ({ name, who, at, link }, { company, moment }) => ({
      subject: `Tunnuksesi asiakasrekisteriin – ${company}`,
      body: [
        greeting(name),
        `${who} teki sinulle henkilökohtaisen tunnuksen ${moment(at)} ja valitsi sen ensimmäisen salasanan.`,
        'Vaihda salasana heti omaksesi: kenenkään muun ei pidä tietää sitä. Jos et odottanut tunnusta, kerro siitä pääkäyttäjälle.',
        { link, label: 'Vaihda salasana' },
      ],
    }),
    account_made_by_hand: ({ name, who, account, at, link }, { moment }) => ({
      subject: 'Tunnus tehtiin ilman kutsua',
      body: [
        greeting(name),
        `${who} teki tunnuksen ${moment(at)} ja valitsi sen ensimmäisen salasanan. Tunnuksen haltija: ${account}. Saat tästä tiedon, koska salasanan pitäisi olla vain haltijan tiedossa: kutsulla hän valitsee sen itse.`,
        'Jos et tunne syytä, kysy sitä ja poista tunnus tarvittaessa käytöstä.',
        { link, label: 'Näytä käyttäjät' },
      ],
    }),
    undertaking_copy: ({ name, acceptedAt, text }, { company, day }) => ({
      subject: `Salassapitositoumuksesi – ${company}`,
      body: [
        greeting(name),
        `Tunnuksesi yrityksen ${company} asiakasrekisteriin on suljettu. Hyväksyit ${day(acceptedAt)} alla olevan salassapitositoumuksen. Se sitoo sinua myös tehtäväsi päätyttyä.`,
        { quote: text },
        'Säilytä tämä kopio.',
      ],
    }),
    restriction_lifting: ({ name, since, reason }, { company, day }) => ({
      subject: `Henkilötietojesi käsittelyn rajoitus päättyy – ${company}`,
      body: [
        greeting(name),
        `Henkilötietojesi käsittelyä yrityksen ${company} asiakasrekisterissä on rajoitettu ${day(since)} alkaen. Ilmoitamme sinulle, että rajoitus poistetaan tämän ilmoituksen jälkeen (EU:n yleinen tietosuoja-asetus, 18 artiklan 3 kohta).`,
        ...(reason === null ? [] : [`Syy: ${reason}`]),
        'Sen jälkeen tietojasi käsitellään taas tietosuojaselosteessamme kuvatulla tavalla. Sinulla on yhä oikeus vastustaa käsittelyä, pyytää tietojesi oikaisua, poistamista tai uutta rajoitusta sekä tehdä valitus tietosuojavaltuutetulle.',
      ],
    }),
    privacy_notice: ({ name, controller, categories, sources, purposes, retention, link }, { company }) => ({
      subject: `Tietoa henkilötietojesi käsittelystä – ${company}`,
      body: [
        greeting(name),
        `${company} käsittelee asiakasrekisterissään tietojasi, joita emme ole saaneet sinulta itseltäsi. Siksi kerromme tässä, mitä tiedot ovat ja mihin niitä käytetään (EU:n yleinen tietosuoja-asetus, 14 artikla).`,
        `Rekisterinpitäjä: ${controller}`,
        `Tiedot: ${categories.join(', ')}.`,
        `Mistä tiedot ovat peräisin:\n${linesOf(sources)}`,
        `Mihin ja millä perusteella tietoja käytetään:\n${linesOf(purposes)}`,
        `Säilytys: ${retention}`,
        'Tietoja käsittelevät ne työntekijämme, joiden tehtäviin se kuuluu, ja palveluntarjoajat, jotka toimivat puolestamme. Pelkästään automaattisia päätöksiä ei niiden perusteella tehdä.',
        'Sinulla on oikeus saada pääsy tietoihisi, oikaista ne, saada ne poistetuiksi, rajoittaa niiden käsittelyä ja vastustaa sitä. Antamasi suostumuksen voit peruuttaa. Suoramarkkinoinnin ja siihen liittyvän profiloinnin voit kieltää milloin tahansa, maksutta ja perusteluitta:',
        { link, label: 'Katso tietosi ja valitse, mitä saat' },
        'Jos katsot, että henkilötietojasi käsitellään lainvastaisesti, voit tehdä valituksen tietosuojavaltuutetulle (tietosuoja.fi).',
      ],
    }),
    consent_confirmation: ({ name, wording, obtainedAt, link }, { company, day }) => ({
      subject: `Vahvista suostumuksesi – ${company}`,
      body: [
        greeting(name),
        `Yrityksen ${company} asiakasrekisteriin on kirjattu, että annoit ${day(obtainedAt)} tämän suostumuksen:`,
        { quote: wording },
        'Suostumus tulee voimaan vasta, kun vahvistat sen linkistä avautuvalla sivulla:',
        { link, label: 'Katso ja vahvista suostumus' },
        'Jos et ole antanut suostumusta tai et halua vahvistaa sitä, sinun ei tarvitse tehdä mitään: ilman vahvistusta se ei tule voimaan. Vahvistetun suostumuksen voit perua milloin tahansa samasta linkistä.',
      ],
    }),
    new_sign_in: ({ name, device, at, link }, { moment }) => ({
      subject: 'Uusi kirjautuminen tunnuksellesi',
      body: [
        greeting(name),
        `Tunnuksellesi kirjauduttiin laitteelta, jota ei ole aiemmin käytetty: ${device}, ${moment(at)}.`,
        'Jos kirjauduit itse, sinun ei tarvitse tehdä mitään. Jos et, päätä istunto ja vaihda salasanasi heti.',
        { link, label: 'Näytä istunnot' },
      ],
    }),
    webhook_disabled: ({ name, receiver, since, link }, { moment }) => ({
      subject: 'Ilmoitusten lähetys lopetettiin',
      body: [
        greeting(name),
        `Järjestelmä ${receiver} ei ole ottanut ilmoituksia vastaan ${moment(since)} jälkeen. Ilmoitusten lähetys siihen lopetettiin.`,
        'Kun järjestelmä toimii taas, voit ottaa lähetyksen käyttöön. Sillä välin tapahtuneesta ei ilmoiteta jälkikäteen.',
        { link, label: 'Näytä webhookit' },
      ],
    }),
    retention_alarm: ({ name, code, since, link }, { moment }) => ({
      subject: 'Vanhentuneiden tietojen poisto ei toiminut',
      body: [
        greeting(name),
        code === 'failed'
          ? `Yöllinen tietojen poisto keskeytyi virheeseen ${moment(since)}. Osa poistettavista tiedoista voi olla vielä tallessa.`
          : `Yöllisen tietojen poiston olisi pitänyt valmistua viimeistään ${moment(since)}, mutta yksikään ajo ei ole päättynyt.`,
        'Tarkista ajon tila ja käynnistä poisto tarvittaessa käsin. Ilmoitus poistuu, kun ajo onnistuu.',
        { link, label: 'Näytä poistoajot' },
      ],
    }),
    second_factor_changed: ({ name, change, at, link }, { moment }) => ({
      subject: 'Tunnuksesi lisävahvistus muuttui',
      body: [
        greeting(name),
        {
          added: `Tunnuksellesi lisättiin uusi tapa vahvistaa kirjautuminen ${moment(at)}. Muut istuntosi on päätetty.`,
          removed: `Tunnukseltasi poistettiin tapa vahvistaa kirjautuminen ${moment(at)}. Muut istuntosi on päätetty.`,
          new_codes: `Tunnuksellesi luotiin uudet varakoodit ${moment(at)}. Vanhat eivät enää toimi.`,
          code_used: `Tunnuksellasi vahvistettiin henkilöllisyys varakoodilla ${moment(at)}. Koodi ei toimi toista kertaa.`,
        }[change],
        'Jos teit tämän itse, sinun ei tarvitse tehdä mitään. Jos et, vaihda salasanasi heti ja ilmoita asiasta pääkäyttäjälle.',
        { link, label: 'Näytä tunnuksen asetukset' },
      ],
    }),
    second_factors_reset: ({ name, at }, { moment }) => ({
      subject: 'Tunnuksesi lisävahvistukset on poistettu',
      body: [
        greeting(name),
        `Pääkäyttäjä poisti tunnukseltasi kaikki lisävahvistukset ${moment(at)}: todennussovelluksen, pääsyavaimet ja varakoodit. Istuntosi on päätetty.`,
        'Kirjaudu salasanallasi ja ota lisävahvistus uudelleen käyttöön. Jos et pyytänyt tätä, ilmoita asiasta heti pääkäyttäjälle.',
      ],
    }),
  },
  footer: (company) =>
    `Tämän viestin lähetti automaattisesti Seloste, yrityksen ${company} asiakasrekisteri.`,
};
