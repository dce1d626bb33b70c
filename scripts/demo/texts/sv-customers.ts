import type { Phrasebook } from './language.js';

/** Swedish: with those who buy from us, and with partners. */
export const customerStepsSv = {
  kickOff: [
    [
      'Startmöte',
      'Närvarande {first}, {other} och vår servicechef. Gick igenom passerkort, nycklar, säkerhetsanvisningar och kontakter. Första besöket {date}.',
    ],
    [
      'Uppstart',
      'Uppgiftslistan godkändes med små ändringar. {P}: start {day} kl. 6. Respons från första veckan direkt till mig.',
    ],
  ],
  firstWeek: [
    [
      'Besök efter första veckan',
      'Rond i objektet. Två anmärkningar: kökets avfallskärl och mötesrummet på andra våningen. Åtgärdades genast, {first} är nöjd.',
    ],
    ['Uppföljning av starten', 'Starten gick bra. Dörrkoden byttes en gång. Nästa rond om en månad.'],
  ],
  howGoing: [
    [
      'Hur går det-samtal',
      'Allt väl, {p2} fungerar. {first} berömde medarbetaren vid namn: responsen gick vidare till teamet.',
    ],
    [
      'Kundsamtal',
      'Små önskemål: förrådet ska fyllas på oftare. Annars ett jämnt år. Personalen ökar {month}.',
    ],
    ['Samtal', 'Frågade om extra besök i sommar. Nämnde också att en annan enhet i {town} söker leverantör.'],
    ['Kort samtal', 'Inget akut. Lunch {day}, då kommer också {other}.'],
  ],
  qualityRound: [
    [
      'Kvalitetsrond',
      'Rond med {first}. Betyg 4,{n1} / 5. Att förbättra: fogarna i personalutrymmena. Bra: receptionen och mötesrummen.',
    ],
    [
      'Kvartalsrond',
      'Mätresultatet över målet. Två punkter på åtgärdslistan, klara {date}. Kunden kvitterade på plats.',
    ],
  ],
  qualityMail: [
    [
      'Sammanfattning av kvalitetsronden',
      'Hej {first},\n\ntack för ronden. Protokollet bifogas: helhetsbetyg 4,{n1} / 5, två åtgärder med ansvarig och tidsfrist.\n\nNästa rond {month}.\n\nHälsningar\n{me}',
    ],
    [
      'Protokoll och nästa steg',
      'Hej,\n\nhär är protokollet från ronden. Åtgärderna har inletts, jag återkommer när de är klara.\n\nMvh {meFirst}',
    ],
  ],
  complaintMail: [
    [
      'Anmärkning om servicen',
      'Hej,\n\n{p2} har varit bristfällig två veckor i rad: andra våningen blev helt ogjord {day}. Hur säkrar ni att det inte upprepas?\n\n{first}',
    ],
    [
      'Reklamation',
      'Hej {meFirst},\n\nvikarien hittade inte hit, och receptionen var på morgonen i samma skick som kvällen innan. Vi behöver en förklaring.\n\nHälsningar {first}',
    ],
  ],
  complaintCall: [
    [
      'Reklamation per telefon',
      'Irriterat samtal: {p} hade uteblivit. Jag bad om ursäkt och lovade en utredning inom ett dygn. Servicechefen besöker objektet {day}.',
    ],
    [
      'Respons: sena besök',
      'Besöket gjordes först efter öppning. Orsak: sjukledighet och vikariens introduktion på hälft.',
    ],
  ],
  complaintReply: [
    [
      '',
      'Hej {first},\n\nvi beklagar. Orsaken var att vikarien inte hade introducerats ordentligt. Nu finns en utsedd ersättare för objektet, och vi gottgör veckan på nästa faktura.\n\nHälsningar\n{me}',
    ],
    [
      '',
      'Hej,\n\ntack för att ni hörde av er. Jag gick igenom saken med teamet: låsningen är nu en egen punkt på checklistan.\n\nMvh {meFirst}',
    ],
  ],
  fixVisit: [
    [
      'Åtgärdsbesök',
      'Var på plats med servicechefen. Bristerna åtgärdade, {first} kvitterade. Vi följer upp i två veckor.',
    ],
    ['Kontrollbesök', 'Allt i skick. Kunden uppskattade den snabba reaktionen.'],
  ],
  invoiceQuestion: [
    [
      'Fakturering',
      'Hej,\n\npå den senaste fakturan finns ett tilläggsarbete som vi inte känner igen ({price} €). Kan ni kontrollera vad det gäller?\n\nHälsningar {first}',
    ],
    [
      'E-fakturaadress',
      'Hej, vår operatör byts {date}. Den nya adressen bifogas, uppdatera gärna uppgifterna.\n\n{first}',
    ],
  ],
  invoiceAnswer: [
    [
      '',
      'Hej {first},\n\ndet gäller förra månadens tilläggsarbete, som beställdes per telefon. Arbetsordern bifogas. Om något inte stämmer krediterar vi.\n\nHälsningar\n{me}',
    ],
    ['', 'Hej,\n\nuppgifterna är uppdaterade, nästa faktura går till den nya adressen.\n\nMvh {meFirst}'],
  ],
  upsellCall: [
    [
      'Tilläggstjänster',
      'Tog upp {p}. Intresserade så länge månadspriset inte stiger mer än tio procent. Skickar en kalkyl.',
    ],
    [
      'Samtal: {p}',
      'Frågade vem som sköter det nu. Svar: ingen egentligen. Ett försök på tre månader kunde gå igenom.',
    ],
  ],
  renewalMail: [
    [
      'Avtalsperioden går ut',
      'Hej {first},\n\ner avtalsperiod går ut {month}. Jag föreslår att vi fortsätter i två år på nuvarande villkor; priset justeras bara enligt serviceindex.\n\nSka vi gå igenom det {day}?\n\nHälsningar\n{me}',
    ],
    [
      'Om fortsättningen',
      'Hej,\n\ndet vore ett bra tillfälle att se över avtalet tillsammans: omfattning, besök och önskemål. Vilken dag passar?\n\nMvh {meFirst}',
    ],
  ],
  renewalMeeting: [
    [
      'Årsmöte med kunden',
      'Gick igenom året: kvalitet 4,{n1}, två reklamationer, båda skötta. Vill fortsätta. Önskemål: månadsrapport direkt per e-post.',
    ],
    [
      'Avtalsförhandling',
      '{first} och {other} på plats. Två år till, {p} kommer med som nytt. Prisjustering 2,{n1} % godkänd.',
    ],
  ],
  renewedMail: [
    [
      '',
      'Hej {meFirst},\n\nvi fortsätter enligt förslaget. Skicka avtalet för underskrift, undertecknare är {other}.\n\n/{first}',
    ],
    ['', 'Hej, det passar. Lägg ännu till golvtvätt i lagret två gånger om året.\n\nHälsningar {first}'],
  ],
  terminationMail: [
    [
      'Uppsägning av avtalet',
      'Hej,\n\nvi säger upp avtalet så att det upphör {month}. Verksamheten övergår till koncernens centrala avtal. Tack för samarbetet.\n\nHälsningar {first}',
    ],
  ],
  endingCall: [
    [
      'Avslutande samtal',
      'Ringde och tackade. Orsak: koncernavtal ({rival}). Nycklarna returneras sista dagen. Vi får fråga igen om två år.',
    ],
  ],
  personChange: [
    ['Kontaktpersonen byts', '{other} tar över ansvaret. {first} får andra uppgifter i huset.'],
    ['Anteckning', '{first} sköter faktureringen, praktiska frågor på plats: {other}. Ring före kl. 15.'],
  ],
  internalNote: [
    ['Bakgrund', 'Omsättningen har vuxit två år i rad, nya lokaler planeras. Bra tid att utvidga.'],
    [
      'Intern anteckning',
      'Överens om prissättningen med servicechefen: under {price} € går vi inte. Täckningen kontrollerad.',
    ],
    ['Att minnas', 'Träffades på mässan {month}. Intresserad av ansvarsrapportering.'],
  ],
  chatQuestion: [
    [
      'Chatt på webbplatsen',
      'Kunden: Kan besöken flyttas under midsommarveckan?\nVi: Ja, det räcker att ni meddelar fredagen innan.\nKunden: Fint, vi flyttar till torsdag.',
    ],
    [
      'Chatt',
      'Kunden: Hur snabbt kommer ni och plogar?\nVi: Jouren svarar dygnet runt, målet är två timmar.\nKunden: Tack!',
    ],
  ],
  partnerMeeting: [
    [
      'Partnermöte',
      'Gick igenom gemensamma objekt och underleverantörernas kvalitet. {P} via dem i {n} objekt. Priserna håller året ut.',
    ],
  ],
  partnerMail: [
    [
      'Gemensamt objekt',
      'Hej {meFirst},\n\nvi har en kund som kunde behöva {p}. Får jag ge dina kontaktuppgifter?\n\nHälsningar {first}',
    ],
  ],
  partnerCall: [
    [
      'Samtal med partner',
      'Kom överens om ersättare för sommarmånaderna. Fakturering i slutet av månaden på en faktura.',
    ],
    ['Tips från partner', 'Berättade att grannföretaget söker leverantör: {p}. Jag tar kontakt {day}.'],
  ],
} satisfies Partial<Phrasebook['steps']>;
