import type { Catalogue } from './catalogue.js';
import { linesOf } from './letter.js';

const greeting = (name: string): string => `Hej ${name},`;

/** Swedish letters, as Swedish is written in Finland. */
export const sv: Catalogue = {
  letters: {
    invitation: ({ name, inviter, link, until }, { company, moment }) => ({
      subject: `Inbjudan att använda Seloste – ${company}`,
      body: [
        greeting(name),
        `${inviter} bjuder in dig som användare av kundregistret hos ${company}. Kontot är personligt: du väljer själv ditt lösenord och ingen annan känner till det.`,
        { link, label: 'Ta kontot i bruk' },
        `Länken fungerar en gång och gäller till den ${moment(until)}. Om du inte väntade dig någon inbjudan kan du bortse från det här meddelandet.`,
      ],
    }),
    request_challenge: ({ name, reference, code, until }, { company, moment }) => ({
      subject: `Bekräftelsekod för din begäran ${reference}`,
      body: [
        greeting(name),
        `${company} har fått begäran ${reference} om dina personuppgifter i ditt namn. Med den här koden kontrollerar vi att den kommer från dig:`,
        code,
        `Uppge koden för den som handlägger din begäran när du blir ombedd. Koden gäller till ${moment(until)}. Om du inte har gjort någon begäran ska du inte lämna ut koden till någon: då verkställs begäran inte.`,
      ],
    }),
    my_data_link: ({ name, link, until }, { company, moment }) => ({
      subject: `Dina uppgifter hos ${company}`,
      body: [
        greeting(name),
        `Vi blev ombedda att skicka en länk till sidan där du ser vilka uppgifter ${company} behandlar om dig. Här är den:`,
        { link, label: 'Visa mina uppgifter' },
        `Länken fungerar en gång, till ${moment(until)}. Skicka den inte vidare. Om du inte bad om länken kan du bortse från meddelandet: ingen har sett något.`,
      ],
    }),
    my_data_confirmation: ({ name, link, until }, { company, moment }) => ({
      subject: `Bekräfta din begäran om radering – ${company}`,
      body: [
        greeting(name),
        `På din egen sida begärdes att uppgifterna som ${company} behandlar om dig ska raderas. Bekräfta att det var du:`,
        { link, label: 'Bekräfta begäran' },
        `Länken fungerar en gång, till ${moment(until)}. Om du inte begärde detta ska du inte bekräfta: då görs ingenting.`,
      ],
    }),
    my_data_nothing: ({ why }, { company }) => ({
      subject: `Dina uppgifter hos ${company}`,
      body: [
        'Hej,',
        `Vi blev ombedda att visa vilka uppgifter ${company} behandlar om den person som har denna e-postadress.`,
        {
          unknown: 'Vi har inga uppgifter under denna adress.',
          erased:
            'Uppgifterna som vi hade under denna adress har raderats. Vi har inga uppgifter kvar under den.',
          shared:
            'Flera personer delar denna adress, så vi kan inte visa vems uppgifter det gäller. Skriv till oss, så svarar vi var och en personligen.',
        }[why],
        'Om du inte bad om detta behöver du inte göra något. Om du tror att vi känner dig under en annan adress, använd den.',
      ],
    }),
    password_reset: ({ name, link, until }, { moment }) => ({
      subject: 'Välj ett nytt lösenord',
      body: [
        greeting(name),
        'Vi har fått en begäran om ett nytt lösenord för ditt konto. Du kan välja det via den här länken:',
        { link, label: 'Välj nytt lösenord' },
        `Länken fungerar en gång och gäller till den ${moment(until)}. Om du inte har bett om ett nytt lösenord behöver du inte göra något: ditt nuvarande lösenord gäller fortfarande.`,
      ],
    }),
    password_changed: ({ name, at }, { moment }) => ({
      subject: 'Ditt lösenord har bytts',
      body: [
        greeting(name),
        `Lösenordet för ditt konto byttes den ${moment(at)}. Dina övriga sessioner har avslutats.`,
        'Om du inte bytte lösenordet själv ska du genast begära ett nytt på inloggningssidan och meddela administratören.',
      ],
    }),
    access_review: ({ name, count, until, link }, { day }) => ({
      subject: 'Granskningen av behörigheter väntar på ditt svar',
      body: [
        greeting(name),
        `Det är dags att granska behörigheterna. Antal behörigheter som väntar på ditt svar: ${count}. Avgör för var och en om den ska behållas eller tas bort.`,
        { link, label: 'Öppna granskningen' },
        `Svara senast den ${day(until)}. Behörigheter som ingen har svarat på upphör.`,
      ],
    }),
    access_review_warning: ({ name, count, until, link }, { day }) => ({
      subject: 'Påminnelse: behörigheter håller på att upphöra',
      body: [
        greeting(name),
        `Granskningen av behörigheter är inte klar. Antal obesvarade behörigheter: ${count}. De upphör den ${day(until)} om du inte väljer att behålla dem.`,
        { link, label: 'Öppna granskningen' },
      ],
    }),
    leaving_soon: ({ name, count, soon, link }) => ({
      subject: 'Personer som du ansvarar för raderas snart',
      body: [
        greeting(name),
        `Lagringstiden för personer som du ansvarar för håller på att löpa ut. Raderas inom 90 dagar: ${count}. Av dem inom 30 dagar: ${soon}.`,
        'Du behöver inte göra något. Om det finns en laglig grund för att spara någons uppgifter längre ska du anteckna den före raderingsdagen.',
        { link, label: 'Visa vilka det gäller' },
      ],
    }),
    self_grant: ({ name, who, at, link }, { moment }) => ({
      subject: 'En administratör utökade sin egen behörighet',
      body: [
        greeting(name),
        `${who} gav sig själv en roll den ${moment(at)}. Du får veta det för att ingen ska kunna utöka sin egen behörighet i det tysta.`,
        'Om du inte känner till orsaken, fråga, och avsluta behörigheten vid behov.',
        { link, label: 'Visa användare' },
      ],
    }),
    account_made: ({ name, who, at, link }, { company, moment }) => ({
      subject: `Ditt konto i kundregistret – ${company}`,
      body: [
        greeting(name),
        `${who} skapade ett personligt konto åt dig den ${moment(at)} och valde dess första lösenord.`,
        'Byt lösenordet till ett eget genast: ingen annan ska känna till det. Om du inte väntade dig ett konto, tala om det för en administratör.',
        { link, label: 'Byt lösenord' },
      ],
    }),
    account_made_by_hand: ({ name, who, account, at, link }, { moment }) => ({
      subject: 'Ett konto skapades utan inbjudan',
      body: [
        greeting(name),
        `${who} skapade ett konto åt ${account} den ${moment(at)} och valde dess första lösenord. Du får veta det eftersom bara kontots innehavare ska känna till lösenordet: med en inbjudan väljer de det själva.`,
        'Om du inte känner till orsaken, fråga, och inaktivera kontot vid behov.',
        { link, label: 'Visa användare' },
      ],
    }),
    undertaking_copy: ({ name, acceptedAt, text }, { company, day }) => ({
      subject: `Din sekretessförbindelse – ${company}`,
      body: [
        greeting(name),
        `Ditt konto i kundregistret hos ${company} har stängts. Den ${day(acceptedAt)} godkände du sekretessförbindelsen nedan. Den gäller även efter att ditt uppdrag har upphört.`,
        { quote: text },
        'Spara den här kopian.',
      ],
    }),
    restriction_lifting: ({ name, since, reason }, { company, day }) => ({
      subject: `Begränsningen av behandlingen av dina personuppgifter upphör – ${company}`,
      body: [
        greeting(name),
        `Behandlingen av dina personuppgifter i kundregistret hos ${company} har varit begränsad sedan den ${day(since)}. Vi meddelar dig att begränsningen hävs efter detta meddelande (EU:s allmänna dataskyddsförordning, artikel 18.3).`,
        ...(reason === null ? [] : [`Orsak: ${reason}`]),
        'Därefter behandlas dina uppgifter igen på det sätt som beskrivs i vår dataskyddsbeskrivning. Du har fortfarande rätt att invända mot behandlingen, att begära rättelse, radering eller ny begränsning och att lämna in klagomål till dataombudsmannen.',
      ],
    }),
    privacy_notice: ({ name, controller, categories, sources, purposes, retention, link }, { company }) => ({
      subject: `Om behandlingen av dina personuppgifter – ${company}`,
      body: [
        greeting(name),
        `${company} behandlar i sitt kundregister uppgifter om dig som vi inte har fått av dig själv. Därför berättar vi här vilka de är och vad de används till (EU:s allmänna dataskyddsförordning, artikel 14).`,
        `Personuppgiftsansvarig: ${controller}`,
        `Uppgifterna: ${categories.join(', ')}.`,
        `Varifrån uppgifterna kommer:\n${linesOf(sources)}`,
        `Vad uppgifterna används till och på vilken grund:\n${linesOf(purposes)}`,
        `Lagring: ${retention}`,
        'Uppgifterna behandlas av de anställda hos oss vars arbete kräver det och av tjänsteleverantörer som arbetar för vår räkning. Inga beslut fattas enbart automatiskt utifrån dem.',
        'Du har rätt att få tillgång till dina uppgifter, få dem rättade eller raderade, begränsa behandlingen och invända mot den. Ett samtycke som du har gett kan du återkalla. Direktmarknadsföring och tillhörande profilering kan du förbjuda när som helst, utan avgift och utan motivering:',
        { link, label: 'Se dina uppgifter och välj vad du får' },
        'Om du anser att dina personuppgifter behandlas i strid med lagen kan du lämna in ett klagomål till dataombudsmannen (tietosuoja.fi/sv).',
      ],
    }),
    consent_confirmation: ({ name, wording, obtainedAt, link }, { company, day }) => ({
      subject: `Bekräfta ditt samtycke – ${company}`,
      body: [
        greeting(name),
        `I kundregistret hos ${company} har det antecknats att du den ${day(obtainedAt)} gav det här samtycket:`,
        { quote: wording },
        'Samtycket träder i kraft först när du bekräftar det på sidan som öppnas via länken:',
        { link, label: 'Läs och bekräfta samtycket' },
        'Om du inte har gett samtycket eller inte vill bekräfta det behöver du inte göra något: utan bekräftelse träder det inte i kraft. Ett bekräftat samtycke kan du återkalla när som helst via samma länk.',
      ],
    }),
    new_sign_in: ({ name, device, at, link }, { moment }) => ({
      subject: 'Ny inloggning på ditt konto',
      body: [
        greeting(name),
        `Någon loggade in på ditt konto från en enhet som inte har använts tidigare: ${device}, ${moment(at)}.`,
        'Om det var du behöver du inte göra något. Annars ska du genast avsluta sessionen och byta lösenord.',
        { link, label: 'Visa sessioner' },
      ],
    }),
    webhook_disabled: ({ name, receiver, since, link }, { moment }) => ({
      subject: 'Aviseringarna har stoppats',
      body: [
        greeting(name),
        `Systemet ${receiver} har inte tagit emot aviseringar sedan ${moment(since)}. Aviseringarna dit har stoppats.`,
        'När systemet fungerar igen kan du aktivera aviseringarna. Det som hände under tiden aviseras inte i efterhand.',
        { link, label: 'Visa webhookar' },
      ],
    }),
    retention_alarm: ({ name, code, since, link }, { moment }) => ({
      subject: 'Gallringen av gamla uppgifter fungerade inte',
      body: [
        greeting(name),
        code === 'failed'
          ? `Den nattliga gallringen avbröts av ett fel ${moment(since)}. En del av de uppgifter som skulle raderas kan finnas kvar.`
          : `Den nattliga gallringen borde ha blivit klar senast ${moment(since)}, men ingen körning har slutförts.`,
        'Kontrollera körningen och starta gallringen för hand vid behov. Varningen försvinner när en körning lyckas.',
        { link, label: 'Visa gallringskörningar' },
      ],
    }),
    second_factor_changed: ({ name, change, at, link }, { moment }) => ({
      subject: 'Tilläggsverifieringen för ditt konto ändrades',
      body: [
        greeting(name),
        {
          added: `Ett nytt sätt att bekräfta inloggningen lades till på ditt konto den ${moment(at)}. Dina övriga sessioner har avslutats.`,
          removed: `Ett sätt att bekräfta inloggningen togs bort från ditt konto den ${moment(at)}. Dina övriga sessioner har avslutats.`,
          new_codes: `Nya reservkoder skapades för ditt konto den ${moment(at)}. De gamla fungerar inte längre.`,
          code_used: `Identiteten bekräftades på ditt konto med en reservkod den ${moment(at)}. Koden fungerar inte en gång till.`,
        }[change],
        'Om det var du behöver du inte göra något. Annars ska du genast byta lösenord och meddela administratören.',
        { link, label: 'Visa kontots inställningar' },
      ],
    }),
    second_factors_reset: ({ name, at }, { moment }) => ({
      subject: 'Tilläggsverifieringen för ditt konto har tagits bort',
      body: [
        greeting(name),
        `Administratören tog bort all tilläggsverifiering från ditt konto den ${moment(at)}: autentiseringsappen, nycklarna och reservkoderna. Dina sessioner har avslutats.`,
        'Logga in med ditt lösenord och ta tilläggsverifieringen i bruk på nytt. Om du inte bad om detta ska du genast meddela administratören.',
      ],
    }),
  },
  footer: (company) => `Det här meddelandet skickades automatiskt av Seloste, kundregistret hos ${company}.`,
};
