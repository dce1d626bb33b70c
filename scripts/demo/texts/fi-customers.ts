import type { Phrasebook } from './language.js';

/** Finnish: with those who buy from us, and with partners. */
export const customerStepsFi = {
  kickOff: [
    [
      'Aloituspalaveri',
      'Läsnä {first}, {other} ja meiltä palveluesihenkilö. Käytiin läpi kulkuluvat, avaimet, turvallisuusohjeet ja yhteydenpito. Ensimmäinen käynti {date}.',
    ],
    [
      'Käynnistys',
      'Tehtäväluettelo hyväksytty pienin muutoksin. {P}: aloitus {day} klo 6. Palaute ensimmäisestä viikosta suoraan minulle.',
    ],
  ],
  firstWeek: [
    [
      'Ensimmäisen viikon käynti',
      'Kierros kohteessa. Kaksi huomiota: keittiön jäteastiat ja toisen kerroksen neuvotteluhuone. Korjattu heti, {first} tyytyväinen.',
    ],
    [
      'Aloituksen seuranta',
      'Aloitus sujui. Tekijät löytäneet paikkansa, ovikoodi vaihtui kerran. Seuraava kierros kuukauden päästä.',
    ],
  ],
  howGoing: [
    ['Kuulumissoitto', 'Kaikki hyvin, {p} toimii. {first} kehui tekijää nimeltä: palaute välitetty tiimiin.'],
    [
      'Asiakassoitto',
      'Pieniä toiveita: tarvikekaappi täytettävä useammin. Muuten tasainen vuosi takana. Henkilömäärä kasvaa {month}.',
    ],
    [
      'Soitto',
      'Kyseli lisäkäyntejä kesäksi. Mainitsi myös, että toinen yksikkö {townGen} suunnalla etsii toimittajaa.',
    ],
    ['Pikasoitto', 'Ei mitään akuuttia. Sovittiin lounas {day}, mukaan {other}.'],
    [
      'Kuulumiset',
      'Organisaatio on muuttunut, hankinta siirtyy konserniin. Meidän sopimukseen ei vaikutusta tänä vuonna.',
    ],
  ],
  qualityRound: [
    [
      'Laatukierros',
      'Kierroksella mukana {first}. Arvosana 4,{n1} / 5. Parannettavaa: sosiaalitilojen saumat. Hyvää: aula ja neuvottelutilat.',
    ],
    [
      'Neljännesvuosikierros',
      'Mitattu tulos yli tavoitteen. Kaksi kohtaa toimenpidelistalle, valmiina {date}. Asiakas kuittasi paikan päällä.',
    ],
    [
      'Laatukäynti',
      'Ei poikkeamia. Keskusteltiin, voisiko {p} siirtyä kahteen päivävuoroon. Lasken vaikutuksen.',
    ],
  ],
  qualityMail: [
    [
      'Laatukierroksen yhteenveto',
      'Hei {first},\n\nkiitos kierroksesta. Liitteenä pöytäkirja: kokonaisarvosana 4,{n1} / 5, kaksi toimenpidettä, vastuuhenkilö ja määräajat merkitty.\n\nSeuraava kierros {month}.\n\nTerveisin\n{me}',
    ],
    [
      'Pöytäkirja ja seuraavat askeleet',
      'Hei,\n\nohessa kierroksen pöytäkirja. Toimenpiteet on aloitettu, ja palaan asiaan, kun ne on tehty.\n\nTerv. {meFirst}',
    ],
  ],
  complaintMail: [
    [
      'Huomautus palvelusta',
      'Hei,\n\n{p} on ollut kahtena viikkona peräkkäin puutteellista: toinen kerros jäi kokonaan tekemättä {day}. Miten varmistatte, ettei tämä toistu?\n\n{first}',
    ],
    [
      'Reklamaatio',
      'Hei {meFirst},\n\nsijainen ei löytänyt kohteeseen, ja aula oli aamulla siinä kunnossa kuin edellisenä iltana. Tarvitsemme tästä selvityksen.\n\nTerveisin {first}',
    ],
    [
      'Palaute',
      'Moi, ihan pieni asia mutta toistuva: ovi on jäänyt kahdesti lukitsematta. Voitteko käydä läpi tekijöiden kanssa?\n\nt. {first}',
    ],
  ],
  complaintCall: [
    [
      'Reklamaatio puhelimessa',
      'Harmistunut soitto: {p} jäänyt väliin. Pyysin anteeksi, lupasin selvityksen vuorokaudessa. Esihenkilö käy kohteessa {day}.',
    ],
    [
      'Palaute: myöhästyneet käynnit',
      'Käynti tehty vasta avaamisen jälkeen, asiakkaat ihmettelivät. Syy: sairausloma ja sijaisen perehdytys kesken.',
    ],
  ],
  complaintReply: [
    [
      '',
      'Hei {first},\n\npahoittelut. Syynä oli sijaisen puutteellinen perehdytys. Olemme nyt nimenneet kohteelle varahenkilön, ja hyvitämme kuluneen viikon seuraavalla laskulla.\n\nTerveisin\n{me}',
    ],
    [
      '',
      'Hei,\n\nkiitos, että kerroitte. Kävin asian läpi tiimin kanssa: lukitus on nyt oma kohtansa tarkistuslistalla, ja kuittaus jää järjestelmään.\n\nTerv. {meFirst}',
    ],
  ],
  fixVisit: [
    [
      'Korjauskäynti',
      'Kävin paikalla esihenkilön kanssa. Puutteet korjattu, {first} kuittasi. Seurataan kaksi viikkoa.',
    ],
    ['Tarkistuskäynti', 'Kaikki kunnossa. Asiakas arvosti nopeaa reagointia.'],
  ],
  invoiceQuestion: [
    [
      'Laskutus',
      'Hei,\n\nviimeisimmällä laskulla on lisätyö, jota emme tunnista ({price} €). Voitteko tarkistaa, mistä on kyse?\n\nTerveisin {first}',
    ],
    [
      'Verkkolaskuosoite',
      'Hei, operaattorimme vaihtuu {date}. Uusi osoite liitteenä, päivittäisittekö laskutustietoihin.\n\n{first}',
    ],
    [
      'Viite laskuille',
      'Hei,\n\njatkossa tarvitsemme laskuille tilausnumeron, muuten ne palautuvat. Kiitos jo etukäteen.\n\nt. {first}',
    ],
  ],
  invoiceAnswer: [
    [
      '',
      'Hei {first},\n\nkyseessä on edelliskuun tilaustyö, jonka {other} tilasi puhelimitse. Liitteenä työmääräin. Jos jokin ei täsmää, hyvitetään.\n\nTerveisin\n{me}',
    ],
    ['', 'Hei,\n\npäivitin tiedot, seuraava lasku menee jo uudella osoitteella.\n\nTerv. {meFirst}'],
  ],
  upsellCall: [
    [
      'Lisäpalvelut',
      'Otin puheeksi: {p}. Kiinnostaa, kunhan se ei nosta kuukausihintaa yli kymmentä prosenttia. Lähetän laskelman.',
    ],
    [
      'Soitto: {p}',
      'Kysyin, kuka hoitaa nyt. Vastaus: kukaan ei oikein. {Pg} kokeilu kolmeksi kuukaudeksi voisi mennä läpi.',
    ],
    [
      'Ristiinmyynti',
      '{P} kilpailutetaan {month} yhdessä muiden palveluiden kanssa. Haluavat meidät mukaan.',
    ],
  ],
  renewalMail: [
    [
      'Sopimuskausi päättyy',
      'Hei {first},\n\nsopimuskautenne päättyy {month}. Ehdotan, että jatkamme kahdella vuodella nykyisin ehdoin; hintaan tulee vain palveluindeksin mukainen tarkistus.\n\nKäydäänkö läpi {day}?\n\nTerveisin\n{me}',
    ],
    [
      'Jatkosta sopiminen',
      'Hei,\n\nolisi hyvä hetki katsoa sopimus yhdessä: laajuus, käyntikerrat ja toiveet ensi kaudelle. Mikä päivä sopisi?\n\nTerv. {meFirst}',
    ],
  ],
  renewalMeeting: [
    [
      'Vuosipalaveri',
      'Käytiin läpi vuosi: laatu 4,{n1}, kaksi reklamaatiota, molemmat hoidettu. Haluavat jatkaa. Toive: raportti suoraan sähköpostiin kuukausittain.',
    ],
    [
      'Sopimusneuvottelu',
      '{first} ja {other} paikalla. Kaksi lisävuotta, {p} mukaan uutena. Hinnankorotus 2,{n1} % hyväksytty.',
    ],
  ],
  renewedMail: [
    [
      '',
      'Hei {meFirst},\n\njatketaan ehdotuksen mukaan. Lähetä sopimus allekirjoitettavaksi, allekirjoittajana {other}.\n\nt. {first}',
    ],
    ['', 'Hei, sopii. Lisätään mukaan vielä varaston lattiapesu kaksi kertaa vuodessa.\n\nTerveisin {first}'],
  ],
  terminationMail: [
    [
      'Sopimuksen irtisanominen',
      'Hei,\n\nirtisanomme sopimuksen päättymään {month}. Toiminta siirtyy konsernin keskitettyyn sopimukseen. Kiitos yhteistyöstä.\n\nTerveisin {first}',
    ],
    [
      'Irtisanominen',
      'Hei {meFirst},\n\nlopetamme toimipisteen, joten sopimus päättyy irtisanomisajan jälkeen. Olemme olleet tyytyväisiä.\n\n{first}',
    ],
  ],
  endingCall: [
    [
      'Lopetussoitto',
      'Soitin ja kiitin. Syy: konsernisopimus ({rival}). Avaimet palautetaan viimeisenä päivänä. Saa kysyä uudestaan kahden vuoden päästä.',
    ],
    [
      'Päättyvä asiakkuus',
      'Viimeinen lasku {date}. Ei riitoja. Yhteystietoja ei tarvita enää laskutuksen jälkeen.',
    ],
  ],
  personChange: [
    [
      'Yhteyshenkilö vaihtuu',
      '{other} ottaa jatkossa vastuun. {first} siirtyy toisiin tehtäviin talon sisällä.',
    ],
    ['Muistiinpano', '{first} hoitaa laskutusasiat, {other} käytännön asiat kohteessa. Soita ennen klo 15.'],
  ],
  internalNote: [
    [
      'Taustaa',
      'Liikevaihto kasvanut kaksi vuotta peräkkäin, uusi toimitila suunnitteilla. Hyvä aika laajentaa.',
    ],
    [
      'Sisäinen muistiinpano',
      'Sovittu hinnoittelusta esihenkilön kanssa: alle {price} € ei mennä. Kate tarkistettu.',
    ],
    [
      'Huomio',
      'Tavattiin messuilla {month}. Muisti meidät {townGen} kohteesta. Kiinnostunut vastuullisuusraportoinnista.',
    ],
    ['Muistiinpano', 'Tarjouspyyntö tulossa julkisena. Seurataan ilmoituksia, referenssit valmiiksi.'],
  ],
  chatQuestion: [
    [
      'Verkkosivujen keskustelu',
      'Asiakas: Saako käyntejä siirrettyä juhannusviikolla?\nMe: Saa, riittää kun kerrotte edellisenä perjantaina.\nAsiakas: Hienoa, siirretään torstaille.',
    ],
    [
      'Keskustelu',
      'Asiakas: Kuinka nopeasti saatte lumityöt tilattua?\nMe: Päivystys vastaa ympäri vuorokauden, tavoite kaksi tuntia.\nAsiakas: Kiitos!',
    ],
    ['Chat', 'Asiakas: Mistä näen laskun erittelyn?\nMe: Lähetän sen sähköpostiin, hetki.\nAsiakas: Kiitti.'],
  ],
  partnerMeeting: [
    [
      'Kumppanipalaveri',
      'Käytiin läpi yhteiset kohteet ja alihankinnan laatu. {P} heidän kauttaan {n} kohteessa. Hinnat pitävät vuoden loppuun.',
    ],
    ['Yhteistyötapaaminen', 'Suunniteltiin yhteistä tarjousta {townGen} alueelle. Vastuunjako kirjattu.'],
  ],
  partnerMail: [
    [
      'Yhteinen kohde',
      'Hei {meFirst},\n\nmeillä olisi asiakas, jolle {p} olisi paikallaan. Saako antaa yhteystietosi?\n\nTerveisin {first}',
    ],
    [
      'Tilaajavastuu',
      'Hei,\n\npäivitetyt tilaajavastuutiedot löytyvät nyt raportista. Kertokaa, jos jotain puuttuu.\n\n{first}',
    ],
  ],
  partnerCall: [
    ['Soitto kumppanille', 'Sovittu varahenkilöt kesäkuukausille. Laskutus kuun lopussa yhdellä laskulla.'],
    ['Vinkki kumppanilta', 'Kertoi, että naapuriyritys etsii toimittajaa: {p}. Otan yhteyttä {day}.'],
  ],
} satisfies Partial<Phrasebook['steps']>;
