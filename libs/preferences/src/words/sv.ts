import type { Words } from './words.js';

export const sv: Words = {
  channel: {
    email: 'E-post',
    phone: 'Telefon',
    sms: 'Sms',
    post: 'Post',
    social: 'Sociala medier',
    chat: 'Chatt',
  },
  by: {
    email: 'per e-post',
    phone: 'per telefon',
    sms: 'per sms',
    post: 'per post',
    social: 'i sociala medier',
    chat: 'i chatten',
    all: 'i alla kanaler',
  },
  purpose: {
    service: 'Servicemeddelanden',
    direct_marketing: 'Marknadsföring',
    newsletter: 'Nyhetsbrev',
    survey: 'Enkäter',
    profiling_marketing: 'Profilering för marknadsföring',
    profiling_sales: 'Profilering för försäljning',
    profiling_support: 'Profilering för kundsupport',
    all: 'All marknadsföring',
  },
  unsubscribe: {
    title: 'Stoppa meddelanden',
    intro: (controller, thing) =>
      `${controller} skickade dig ett meddelande med den här länken. Meddelandet gällde: ${thing}.`,
    introOfPlainLink: (controller) =>
      `${controller} skickade dig ett meddelande med den här länken. På den här sidan kan du stoppa meddelandena.`,
    introOfService: (controller) =>
      `${controller} skickade dig ett meddelande med den här länken. Det gällde en tjänst eller ett avtal, och sådana kan komma även framöver. Marknadsföringen kan du stoppa här.`,
    sentTo: (addresses) => `Valet gäller dig med kontaktuppgiften ${addresses}.`,
    untouched: 'Att öppna sidan ändrar ingenting: inget stoppas förrän du trycker på knappen.',
    orEverything: 'Du kan också stoppa all marknadsföring och profilering på en gång.',
    inDetail: 'Se alla dina val och uppgifter',
    already: (thing, day) =>
      `Du har redan sagt nej till detta den ${day}: ${thing}. Det skickas inte längre till dig.`,
    oneClick: (preferences) =>
      `Klart. Du får inte fler meddelanden av det här slaget. Om du ångrar dig eller vill välja mer i detalj: ${preferences}`,
  },
  act: {
    stop: (thing) => `Stoppa ${thing}`,
    stopShort: 'Stoppa',
    stopEverything: 'Stoppa all marknadsföring och profilering',
    allow: 'Tillåt igen',
    give: 'Ge samtycke',
  },
  done: {
    title: 'Klart',
    stopped: (thing) => `Stoppat: ${thing}.`,
    stoppedEverything: 'Stoppat: all marknadsföring i alla kanaler och all profilering.',
    underWay: (controller) =>
      `Det gäller genast. ${controller} skickar inte fler; ett meddelande som redan var på väg kan fortfarande komma fram.`,
    stoppedSequence: (name) => `Stoppat: de automatiska meddelandena ”${name}”.`,
    allowed: (thing) => `Tillåtet igen: ${thing}. Allt annat som du har sagt nej till gäller fortfarande.`,
    consented: (thing) =>
      `Ditt samtycke har sparats: ${thing}. Allt annat som du har sagt nej till gäller fortfarande.`,
    notOpened: (controller) =>
      `Inget har tillåtits. Länken skickades till en adress som inte längre är din eller som inte var din när du sa nej. Med den kan du bara säga nej. Vill du tillåta något, kontakta ${controller}.`,
    changeHere: 'Om du ångrar dig kan du ändra valet längre ned på den här sidan.',
    changeThere: 'Om du ångrar dig kan du tillåta meddelandena igen på sidan med dina val.',
    toPreferences: 'Dina val',
  },
  erased: {
    title: 'Du får inga fler meddelanden',
    text: (controller) =>
      `${controller} har inte längre dina uppgifter, så inga meddelanden kommer. Du behöver inte göra något.`,
  },
  gone: {
    title: 'Länken gäller inte',
    text: (controller) =>
      `${controller} skickar ingenting med stöd av den här länken: den hör inte (längre) ihop med någons uppgifter.`,
    ifStill: (contact) => `Om du ändå får meddelanden kan du skriva till oss, så stoppar vi dem: ${contact}`,
  },
  damaged: {
    title: 'Länken är ofullständig',
    text: 'En del av den saknas eller har ändrats på vägen, så ingenting gjordes. Öppna länken på nytt från meddelandet.',
    orWrite: (contact) => `Du kan också skriva till oss, så stoppar vi meddelandena: ${contact}`,
  },
  again: {
    title: 'Tillåta igen?',
    question: (thing) => `Vill du tillåta detta: ${thing}?`,
    onlyThis: 'Bara detta ändras. Allt annat som du har sagt nej till gäller fortfarande.',
    withConsent: 'För detta behövs ditt samtycke. Om du ger det sparar vi den här texten och tidpunkten:',
    consent: (controller, thing) =>
      `Jag samtycker till att ${controller} använder mina uppgifter för detta: ${thing}. Jag kan när som helst återkalla mitt samtycke lika lätt som jag gav det, på den här sidan eller med länken i varje meddelande.`,
    yes: 'Ja, tillåt detta',
    yesToConsent: 'Jag ger mitt samtycke',
    no: 'Nej, ändra ingenting',
  },
  confirmation: {
    title: 'Bekräfta ditt samtycke',
    intro: (controller, day) => `${controller} antecknade den ${day} att du har gett det här samtycket:`,
    ifNot:
      'Bekräfta samtycket om du har gett det. Om du inte har det behöver du inte göra något: utan bekräftelse träder det inte i kraft.',
    yes: 'Jag bekräftar mitt samtycke',
    done: 'Tack, ditt samtycke är bekräftat.',
    already: (day) => `Du bekräftade det här samtycket den ${day}.`,
    withdrawn: (day) => `Det här samtycket återkallades den ${day}. Det behöver inte längre bekräftas.`,
  },
  preferences: {
    title: 'Dina val',
    intro: (controller) =>
      `${controller} har dina uppgifter i sitt kund- och marknadsföringsregister. På den här sidan bestämmer du vad vi får kontakta dig om och ser vilka uppgifter vi har. Att öppna sidan ändrar ingenting.`,
    ofPerson: (name) => `Sidan gäller dig: ${name}.`,
    restricted:
      'Behandlingen av dina uppgifter är begränsad: vi kontaktar dig inte förrän begränsningen upphör. Dina val antecknas ändå genast.',
    messages: 'Vad vi får skicka till dig',
    service:
      'Meddelanden som hör till en tjänst eller ett avtal kan komma även om du säger nej till all marknadsföring.',
    standing: {
      objected: (day) => `Du sa nej den ${day}.`,
      objectedByCompany: (day) => `Ditt företag sa nej den ${day}. Bara företaget kan ändra på det.`,
      consented: (day) => `Du gav ditt samtycke den ${day}.`,
      unconfirmed: 'Samtycket väntar på din bekräftelse, och inget skickas före den.',
      notAsked: 'Vi gör inte detta utan ditt samtycke, och du har inte gett det.',
      notObjected: 'Du har inte sagt nej till detta.',
      off: 'Vi gör inte detta nu. Du kan ändå säga nej på förhand.',
    },
    profiling: 'Profilering',
    profilingIs:
      'Vid profilering drar vi automatiskt slutsatser av dina uppgifter om vad som skulle kunna intressera dig. Du kan säga nej för varje ändamål för sig.',
    sequences: 'Automatiska meddelanden',
    sequenceRuns: (day) => `Började den ${day}.`,
    sequenceStopped: (day) => `Du stoppade dem den ${day}.`,
    stopSequence: (name) => `Stoppa ”${name}”`,
    everything: 'Jag vill inte ha något',
    everythingIs: 'Med ett tryck stoppar du all marknadsföring i alla kanaler och all profilering.',
    everythingStopped: 'Du har sagt nej till all marknadsföring och profilering.',
  },
  held: {
    title: 'Vilka uppgifter vi har',
    intro: 'Kontaktuppgifterna visas delvis, eftersom meddelandet och dess länk kan skickas vidare.',
    name: 'Namn',
    work: 'Arbete',
    emails: 'E-post',
    phones: 'Telefon',
    language: 'Språk',
    interests: 'Intressen',
    authorisations: 'Fullmakter',
    interactions: 'Anteckningar om kontakter',
    languages: { fi: 'finska', sv: 'svenska', en: 'engelska' },
    sources: 'Varifrån uppgifterna kommer',
    source: {
      person: 'Från dig själv',
      company: 'Från ditt företag',
      website: 'Från en offentlig webbplats',
      public_register: 'Från ett offentligt register',
      bought_list: 'Från ett köpt marknadsföringsregister',
      referral: 'Från någon som rekommenderade dig',
      event: 'Från ett evenemang',
      form: 'Från ett formulär som du fyllde i',
      import: 'Från ett tidigare system',
      other: 'Från annat håll',
    },
    until: 'Hur länge uppgifterna sparas',
    erasedBy: (day) => `Dina uppgifter raderas senast den ${day}.`,
    reviewedBy: (day) => `Senast den ${day} granskar vi om det fortfarande finns en grund att spara dem.`,
    duringRelationship: 'Vi sparar dina uppgifter så länge kundförhållandet eller samarbetet pågår.',
    rights: 'Dina rättigheter',
    rightsAre:
      'Du kan be att få alla dina uppgifter, rätta eller radera dem, begränsa behandlingen, flytta dem till någon annan eller invända mot behandlingen. Det kostar ingenting.',
    contact: (controller) => `Kontakta: ${controller}`,
    statement: 'Dataskyddsbeskrivning',
    complaint: 'Du kan också klaga hos tillsynsmyndigheten:',
    authority: { name: 'Dataombudsmannens byrå', url: 'https://tietosuoja.fi/sv/framsida' },
  },
  statement: {
    title: 'Dataskyddsbeskrivning',
    intro: (controller) =>
      `${controller} för ett kund- och marknadsföringsregister över företags kontaktpersoner. Här berättar vi hur uppgifterna används och hur du kan påverka det.`,
    purposes: 'Vad personuppgifterna används till',
    basis: 'Rättslig grund',
    bases: {
      consent: 'samtycke',
      contract: 'avtal',
      legal_obligation: 'rättslig förpliktelse',
      vital_interests: 'grundläggande intresse',
      public_task: 'allmänt intresse',
      legitimate_interest: 'berättigat intresse',
    },
    own: 'Dina uppgifter och val',
    ownIs:
      'I varje marknadsföringsmeddelande finns en länk där du ser dina uppgifter, varifrån de kommer och hur länge de sparas, och där du kan säga nej kanal för kanal och ändamål för ändamål.',
  },
  problem: {
    title: 'Vi kunde inte göra detta',
    notUnderstood:
      'Vi förstod inte begäran. Ingenting ändrades: öppna sidan på nytt med länken och försök igen.',
    tooMany: 'Det kom för många begäranden på kort tid. Ingenting ändrades: försök igen om en stund.',
    broken: 'Något gick fel hos oss. Ingenting ändrades: försök igen om en stund.',
  },
};
