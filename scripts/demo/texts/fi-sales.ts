import type { Phrasebook } from './language.js';

/** Finnish: from the first call to the decision. */
export const salesStepsFi = {
  coldCall: [
    [
      'Ensisoitto',
      '{first} vastasi heti. Nykyinen toimittaja on {rival}, sopimusta jäljellä vuoden verran. Ei varsinaista kipua, mutta {p} tuntuu hänestä hinnakkaalta.',
    ],
    [
      'Tutustumispuhelu',
      'Esittelin meidät lyhyesti. Tilaa noin {m2} m² ja väkeä {n}. {P2} ei ole kilpailutettu vuosiin, nyt olisi sopiva hetki.',
    ],
    [
      'Ensikontakti puhelimella',
      'Hyvä keskustelu. {first} vastaa hankinnasta yksin, päätökset tehdään nopeasti. Kiinnosti erityisesti {p} ja se, että laskutus on kiinteä kuukausihinta.',
    ],
    [
      'Soitto: {p}',
      'Kertoi, että {pg} laatu on vaihdellut ja palaute ei mene perille. Haluaa tavata, mieluiten paikan päällä.',
    ],
    [
      'Kartoitussoitto',
      'Hoitavat nyt itse, mutta henkilöä on jäämässä eläkkeelle {month}. Silloin {p} menee ulos. Budjettia ei ole vielä tehty.',
    ],
    [
      'Soitto',
      'Ei ajankohtainen nyt: muutto uusiin tiloihin edessä. Uusissa tiloissa noin {m2} m². Pidetään lämpimänä.',
    ],
  ],
  notReached: [
    ['Ei tavoitettu', 'Soitettu, ei vastannut. Jätin viestin vastaajaan.'],
    ['Ei vastausta', 'Vaihteesta kerrottiin, että {first} on lomalla. Uusi yritys {day}.'],
    ['Soittopyyntö jätetty', 'Kokouksessa. Lupasi soittaa takaisin iltapäivällä.'],
    ['Varattu', 'Kaksi yritystä, numero varattu. Kokeilen huomenna uudestaan.'],
  ],
  callBack: [
    [
      'Takaisinsoitto',
      '{first} soitti takaisin. Pyysi, että esittelemme {pg} sisällön ja referenssit samalta toimialalta.',
    ],
    [
      'Puhelu',
      'Tavoitettu kolmannella yrityksellä. Nykyinen toimittaja on {rival}; sopimus päättyy {month}, irtisanomisaika kolme kuukautta.',
    ],
    ['Puhelu', 'Puhuttiin kohteista: {n} toimipistettä, suurin {m2} m². Päätöksessä mukana myös {other}.'],
  ],
  introMail: [
    [
      '{company} ja {p}',
      'Hei {first},\n\nkiitos puhelusta. Hoidamme {p2} noin neljällesadalle yritykselle ja yhteisölle: oma palveluesihenkilö, kiinteä kuukausihinta ja laatukierros neljännesvuosittain.\n\nSopisiko puolen tunnin tapaaminen {day}? Tulen mielelläni käymään teillä.\n\nTerveisin\n{me}',
    ],
    [
      'Kiitos keskustelusta',
      'Hei,\n\nlupasin lähettää esittelyn. Liitteenä lyhyt kuvaus siitä, mitä {p} meillä sisältää, ja kaksi referenssiä samankokoisista kohteista.\n\nSoitan {date}, niin katsotaan miltä se näyttää teidän kannaltanne.\n\nYstävällisin terveisin\n{me}',
    ],
    [
      '{p}: lisätietoja',
      'Hei {first},\n\ntässä pyytämäsi tiedot. Hinta riippuu neliöistä ja käyntikerroista; {m2} neliön kohteessa ollaan tyypillisesti {price} euron tuntumassa kuukaudessa (alv 0 %).\n\nTarkka hinta syntyy puolen tunnin katselmuksella.\n\nTerv. {meFirst}',
    ],
  ],
  introReply: [
    [
      '',
      'Hei {meFirst},\n\nkiitos viestistä. {day} sopii, esimerkiksi klo 10. Osoite on sama kuin verkkosivuilla, ilmoittaudu aulassa.\n\nt. {first}',
    ],
    [
      '',
      'Moi,\n\nkiinnostaa kyllä, mutta palataan tähän {month}. Meillä on tilinpäätös kesken.\n\nTerveisin {first}',
    ],
    [
      '',
      'Hei,\n\nvälitin tämän eteenpäin, {other} vastaa meillä näistä hankinnoista. Hän ottaa yhteyttä.\n\n{first}',
    ],
    [
      '',
      'Hei, kiitos. Voitteko tarkentaa, sisältyvätkö tarvikkeet hintaan ja mikä on sopimuskausi?\n\n{first}',
    ],
  ],
  firstMeeting: [
    [
      'Tapaaminen: {p}',
      'Paikalla {first} ja {other}. Käytiin läpi nykytila: {rival} hoitanut viisi vuotta, palautteeseen ei reagoida. Tärkeintä heille on tuttu tekijä ja selkeä vastuuhenkilö. Haluavat tarjouksen myös lisätöistä.',
    ],
    [
      'Ensitapaaminen',
      'Tavattiin heidän tiloissaan. {n} henkeä, {m2} m², käynnit arkisin ennen klo 7. Kriteerit: hinta 40 %, laatu 40 %, vastuullisuus 20 %. Ympäristömerkki on plussaa.',
    ],
    [
      'Esittelypalaveri Teamsissa',
      'Esittelin palvelumallin ja laatukierroksen. Kysyttiin perehdytyksestä ja sijaisista. {first} lähettää pohjakuvat, lasken {pg} mitoituksen niiden pohjalta.',
    ],
    [
      'Palaveri',
      'Hyvä tunnelma. Ovat avaamassa uutta toimipistettä {month}, joten kapasiteettia pitää olla. Pyysivät kahta vaihtoehtoa: suppea ja laaja.',
    ],
  ],
  survey: [
    [
      'Kartoituskäynti',
      'Kierrettiin kohde {first} oppaana. Lattiat pääosin vinyyliä, tuotantotilan reuna vaatii koneen. Mitattu {m2} m². Avaimet vartioinnin kautta.',
    ],
    [
      'Katselmus paikan päällä',
      'Kaksi kerrosta ja varasto. Ikkunoita paljon, nostin tarvitaan. Parkkipaikka pieni: {p} tehtävä aamuisin ennen asiakkaita.',
    ],
    [
      'Kohdekäynti',
      'Valokuvat ja mitat tallessa. Huomioitava hälytysjärjestelmä ja kulkuluvat. Mitoitus {n} tuntia viikossa.',
    ],
  ],
  offerMail: [
    [
      'Tarjous: {p}',
      'Hei {first},\n\nohessa tarjouksemme. {P}, {m2} m²: {price} € / kk (alv 0 %), sisältää tarvikkeet, esihenkilötyön ja laatukierrokset. Tarjous on voimassa {date} asti.\n\nKäydään mielellään läpi yhdessä, soitan {day}.\n\nYstävällisin terveisin\n{me}',
    ],
    [
      'Tarjouksemme',
      'Hei,\n\nkiitos mukavasta tapaamisesta. Liitteenä sovitut kaksi vaihtoehtoa:\n\nA) perustaso {price} € / kk\nB) laaja, mukana tilaustyöt ja varahenkilö\n\nAloitus onnistuu kolmen viikon varoitusajalla.\n\nTerveisin\n{me}',
    ],
    [
      'Päivitetty tarjous',
      'Hei {first},\n\nmuokkasin tarjousta keskustelun pohjalta: käyntikertoja on nyt kolme viikossa ja hinta putosi {price} euroon kuukaudessa. Sopimuskausi on toistaiseksi voimassa oleva, irtisanomisaika kaksi kuukautta.\n\nTerv. {meFirst}',
    ],
  ],
  offerQuestion: [
    [
      '',
      'Hei {meFirst},\n\nkiitos tarjouksesta. Pari kysymystä: miten poissaolot paikataan, ja voiko hinnan sitoa indeksiin vasta toisesta vuodesta?\n\nt. {first}',
    ],
    [
      '',
      'Moi! Tarjous näyttää hyvältä. {other} kysyi, saadaanko {p} mukaan samaan sopimukseen {townGen} toimipisteeseen. Mitä se tekisi hintaan?\n\n{first}',
    ],
    [
      '',
      'Hei,\n\nkilpaileva tarjous on noin kymmenen prosenttia halvempi. Onko teillä vielä liikkumavaraa?\n\nTerveisin {first}',
    ],
  ],
  offerAnswer: [
    [
      '',
      'Hei {first},\n\nhyvät kysymykset. Poissaolot paikkaa nimetty varahenkilö, joka perehdytetään kohteeseen ensimmäisellä viikolla. Hinta pidetään kiinteänä 12 kuukautta, sen jälkeen palveluindeksi kerran vuodessa.\n\nTerveisin\n{me}',
    ],
    [
      '',
      'Hei,\n\nlaskin uudestaan: jos ikkunat tehdään kahdesti vuodessa nykyisen neljän sijaan, pääsemme {price} euroon. Laatutasosta en lähtisi tinkimään.\n\nTerv. {meFirst}',
    ],
    [
      '',
      'Hei {first},\n\ntoisen toimipisteen voi liittää samaan sopimukseen, hinta on sama neliötä kohden. Päivitin tarjouksen liitteeksi.\n\nYstävällisin terveisin\n{me}',
    ],
  ],
  followUpCall: [
    [
      'Tarjouksen seuranta',
      'Tarjous on saatu ja käyty läpi. Johtoryhmä käsittelee {day}. Hinta kohdallaan, {rival} vielä mukana.',
    ],
    [
      'Soitto tarjouksesta',
      'Vertailu kesken, kaksi muuta tarjousta. Vahvuutemme: tuttu esihenkilö lähellä. Heikkous: aloitusaika.',
    ],
    [
      'Seurantasoitto',
      'Ei päätöstä vielä, {other} palaa lomalta ensi viikolla. Lupasin pitää tarjouksen voimassa {date} asti.',
    ],
  ],
  decisionYes: [
    [
      'Tilaus puhelimessa',
      'Päätös tehty, valitsivat meidät. Aloitus {month}. Sopimus allekirjoitetaan sähköisesti, {first} lähettää laskutustiedot.',
    ],
    ['Kauppa', 'Soitti ja vahvisti: {p} alkaa {date}. Ratkaisevaa oli nimetty vastuuhenkilö. Hyvä me!'],
    [
      'Myönteinen päätös',
      'Saatiin kauppa suppealla vaihtoehdolla, laajennus katsotaan puolen vuoden päästä.',
    ],
  ],
  orderMail: [
    [
      '',
      'Hei {meFirst},\n\ntilaamme tarjouksen mukaisen kokonaisuuden, aloitus {date}. Verkkolaskuosoite on sopimusluonnoksessa, viitteeksi kustannuspaikka.\n\nt. {first}',
    ],
    [
      '',
      'Hei,\n\nhyväksymme tarjouksen. Kuka on yhteyshenkilö aloituksessa, ja mitä tarvitsette meiltä etukäteen?\n\nTerveisin {first}',
    ],
  ],
  decisionNo: [
    [
      'Kielteinen päätös',
      'Valitsivat toisen toimittajan hinnan perusteella. Tyytyväisiä prosessiin, saa olla yhteydessä ennen seuraavaa kilpailutusta.',
    ],
    ['Ei tällä kertaa', 'Jatkavat nykyisen kanssa vuoden. Pyysi soittamaan {month}.'],
    ['Hanke jäissä', 'Säästöohjelma, kaikki uudet hankinnat seis. Ei liity meihin. Katsotaan ensi vuonna.'],
  ],
  lostNote: [
    [
      'Hävityn tarjouksen syyt',
      'Hinta {price} €, voittaja arviolta 8 % alle. Mitoituksessa ilmaa: {n} tuntia olisi riittänyt. Opiksi seuraavaan.',
    ],
    [
      'Muistiinpano',
      'Seuraava kilpailutus arviolta {month}. Pidetään yhteyttä kevyesti, ei tarjouksia ennen sitä.',
    ],
  ],
  offerRequest: [
    [
      'Tarjouspyyntö verkkosivuilta',
      'Haluaisimme tarjouksen: {p}, noin {m2} m². Aloitus toiveissa {month}. Tavoittaa parhaiten aamupäivisin.',
    ],
    ['Yhteydenottopyyntö', 'Hei! Kilpailutamme palveluita ja {p} kiinnostaa. Soittakaa, niin kerron lisää.'],
    [
      'Lomake: {p}',
      'Nykyinen sopimus päättyy {month}. Pyydämme tarjousta kahteen kohteeseen, yhteensä {m2} m².',
    ],
  ],
  formCall: [
    [
      'Vastaus tarjouspyyntöön',
      'Soitettu samana päivänä. Tarve selvä: {p}, {n} käyntiä viikossa. Sovittu katselmus {day}.',
    ],
    [
      'Soitto lomakkeen perusteella',
      '{first} kertoi, että palvelu on ollut katkolla kuukauden. Kiire. Luvattu tarjous {date}.',
    ],
  ],
} satisfies Partial<Phrasebook['steps']>;
