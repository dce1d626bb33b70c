import type { Phrasebook } from './language.js';

/** Swedish: from the first call to the decision. */
export const salesStepsSv = {
  coldCall: [
    [
      'Första samtalet',
      '{first} svarade genast. Nuvarande leverantör är {rival}, ett år kvar på avtalet. Inget akut, men {p2} upplevs som dyr.',
    ],
    [
      'Bekantgörande samtal',
      'Presenterade oss kort. Cirka {m2} m² och {n} anställda. Servicen har inte konkurrensutsatts på flera år, så tidpunkten är bra.',
    ],
    [
      'Samtal: {p}',
      'Berättade att kvaliteten har varierat och att respons inte når fram. Vill gärna träffas, helst på plats.',
    ],
    [
      'Samtal',
      'Inte aktuellt just nu: flytt till nya lokaler på gång, ungefär {m2} m². Vi håller kontakten.',
    ],
  ],
  notReached: [
    ['Inte anträffbar', 'Ringde, inget svar. Lämnade meddelande i röstbrevlådan.'],
    ['Inget svar', 'Enligt växeln är {first} på semester. Nytt försök {day}.'],
    ['Bad att bli uppringd', 'Sitter i möte, lovade ringa tillbaka på eftermiddagen.'],
  ],
  callBack: [
    [
      'Ringde tillbaka',
      '{first} ringde tillbaka. Vill se vad {p2} omfattar och referenser från samma bransch.',
    ],
    [
      'Samtal',
      'Nådde fram på tredje försöket. Avtalet med {rival} går ut {month}, uppsägningstid tre månader.',
    ],
    [
      'Samtal',
      'Gick igenom objekten: {n} verksamhetsställen, det största {m2} m². I beslutet deltar även {other}.',
    ],
  ],
  introMail: [
    [
      '{company} och {p}',
      'Hej {first},\n\ntack för samtalet. Vi sköter {p} för omkring fyrahundra företag och samfund: egen servicechef, fast månadspris och kvalitetsrond varje kvartal.\n\nSkulle en halvtimme passa {day}? Jag kommer gärna till er.\n\nVänliga hälsningar\n{me}',
    ],
    [
      'Tack för samtalet',
      'Hej,\n\njag lovade skicka en presentation. Bifogat en kort beskrivning av vad {p2} innehåller hos oss och två referenser från objekt av samma storlek.\n\nJag ringer {date}.\n\nMed vänlig hälsning\n{me}',
    ],
  ],
  introReply: [
    [
      '',
      'Hej {meFirst},\n\ntack för meddelandet. Det passar bra {day}, till exempel kl. 10. Anmäl dig i receptionen.\n\n/{first}',
    ],
    ['', 'Hej,\n\nvi är intresserade men återkommer {month}, bokslutet är på hälft.\n\nHälsningar {first}'],
    ['', 'Hej, jag skickade det här vidare, för de här inköpen ansvarar {other}.\n\n{first}'],
  ],
  firstMeeting: [
    [
      'Möte: {p}',
      'På plats {first} och {other}. Nuläget: {rival} har skött uppdraget i fem år, respons leder ingenstans. Viktigast är bekanta medarbetare och en tydlig ansvarsperson.',
    ],
    [
      'Första mötet',
      'Träffades i deras lokaler. {n} personer, {m2} m², besök vardagar före kl. 7. Kriterier: pris 40 %, kvalitet 40 %, ansvar 20 %.',
    ],
    [
      'Presentation på Teams',
      'Gick igenom servicemodellen och kvalitetsronderna. Frågor om introduktion och vikarier. {first} skickar planritningarna.',
    ],
  ],
  survey: [
    [
      'Kartläggning på plats',
      'Gick runt i objektet, {first} visade. Mest vinylgolv, produktionshallens kant kräver maskin. Uppmätt {m2} m².',
    ],
    ['Objektbesök', 'Två våningar och lager. Mycket glas, lift behövs. Dimensionering {n} timmar i veckan.'],
  ],
  offerMail: [
    [
      'Offert: {p}',
      'Hej {first},\n\nhär kommer vår offert. {P}, {m2} m²: {price} € / mån. (moms 0 %), inklusive tillbehör, arbetsledning och kvalitetsronder. Offerten gäller till {date}.\n\nJag ringer {day} så går vi igenom den tillsammans.\n\nVänliga hälsningar\n{me}',
    ],
    [
      'Vår offert',
      'Hej,\n\ntack för ett trevligt möte. Bifogat de två alternativ vi talade om:\n\nA) basnivå {price} € / mån.\nB) omfattande, med tilläggsarbeten och utsedd ersättare\n\nVi kan starta med tre veckors varsel.\n\nHälsningar\n{me}',
    ],
  ],
  offerQuestion: [
    [
      '',
      'Hej {meFirst},\n\ntack för offerten. Två frågor: hur ersätts frånvaro, och kan priset bindas till index först från andra året?\n\n/{first}',
    ],
    [
      '',
      'Hej! Offerten ser bra ut. {other} undrar om {p} för det andra verksamhetsstället ryms i samma avtal. Vad gör det med priset?\n\n{first}',
    ],
  ],
  offerAnswer: [
    [
      '',
      'Hej {first},\n\nbra frågor. Frånvaro täcks av en utsedd ersättare som introduceras under första veckan. Priset är fast i 12 månader, därefter serviceindex en gång om året.\n\nHälsningar\n{me}',
    ],
    [
      '',
      'Hej,\n\njag räknade om: med två omgångar per år i stället för fyra landar vi på {price} euro. Kvaliteten vill jag inte pruta på.\n\nMvh {meFirst}',
    ],
  ],
  followUpCall: [
    [
      'Uppföljning av offert',
      'Offerten har kommit fram. Ledningsgruppen behandlar den {day}. Priset är rätt, {rival} är fortfarande med.',
    ],
    [
      'Samtal om offerten',
      'Jämförelsen pågår, två andra offerter. Vår styrka: servicechefen finns nära. Svaghet: starttiden.',
    ],
  ],
  decisionYes: [
    [
      'Beställning per telefon',
      'Beslutet är fattat, de valde oss. Start {month}. Avtalet undertecknas elektroniskt, {first} skickar faktureringsuppgifterna.',
    ],
    ['Affär', 'Ringde och bekräftade: {p} börjar {date}. Avgörande var en namngiven ansvarsperson.'],
  ],
  orderMail: [
    [
      '',
      'Hej {meFirst},\n\nvi beställer enligt offerten, start {date}. E-fakturaadressen finns i avtalsutkastet.\n\n/{first}',
    ],
    [
      '',
      'Hej,\n\nvi godkänner offerten. Vem är kontaktperson vid starten, och vad behöver ni av oss på förhand?\n\nHälsningar {first}',
    ],
  ],
  decisionNo: [
    [
      'Negativt beslut',
      'Valde en annan leverantör på grund av priset. Nöjda med processen, vi får höra av oss före nästa konkurrensutsättning.',
    ],
    ['Inte den här gången', 'Fortsätter ett år med nuvarande. Bad mig ringa {month}.'],
  ],
  lostNote: [
    [
      'Varför vi förlorade',
      'Vårt pris {price} €, vinnaren uppskattningsvis 8 % under. Luft i dimensioneringen: {n} timmar hade räckt.',
    ],
    ['Anteckning', 'Nästa konkurrensutsättning troligen {month}. Lätt kontakt fram till dess.'],
  ],
  offerRequest: [
    [
      'Offertförfrågan från webbplatsen',
      'Vi önskar offert: {p}, cirka {m2} m². Önskad start {month}. Nås bäst på förmiddagen.',
    ],
    [
      'Kontaktbegäran',
      'Hej! Vi konkurrensutsätter tjänster och är intresserade: {p}. Ring så berättar jag mer.',
    ],
  ],
  formCall: [
    [
      'Svar på offertförfrågan',
      'Ringde samma dag. Tydligt behov: {p}, {n} besök i veckan. Kartläggning bokad {day}.',
    ],
    [
      'Samtal utifrån formuläret',
      'Enligt {first} har servicen legat nere i en månad. Bråttom. Offert utlovad {date}.',
    ],
  ],
} satisfies Partial<Phrasebook['steps']>;
