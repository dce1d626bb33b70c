import type { Language } from '@seloste/kernel';
import type { FindingCode } from './findings.js';

/** What a finding means, and what to do about it. */
export const advice: Record<Language, Record<FindingCode, string>> = {
  fi: {
    ok: 'Kunnossa.',
    unknown: 'Nimipalvelin ei vastannut. Tarkista uudelleen hetken kuluttua.',
    no_sender:
      'Lähettäjän osoitetta ei ole asetettu: anna SMTP_URL ja SELOSTE_MAIL_FROM. Siihen asti viestit jäävät postilaatikkoon.',
    spf_missing:
      'SPF-tietue puuttuu, joten vastaanottajat eivät tiedä, mitkä palvelimet saavat lähettää postia nimissäsi. Lisää tietue ja siihen kaikki palvelut, jotka lähettävät postia verkkotunnuksestasi.',
    spf_several: 'SPF-tietueita on useita, jolloin mikään niistä ei päde. Yhdistä ne yhdeksi.',
    spf_open: 'SPF-tietue sallii lähettämisen mistä tahansa. Päätä se merkintään ~all tai -all.',
    dkim_off:
      'Seloste ei allekirjoita viestejä. Jos sähköpostipalvelusi tekee sen, mitään ei tarvita; muuten ota allekirjoitus käyttöön.',
    dkim_missing: 'Allekirjoituksen julkinen avain ei ole nimipalvelimessa. Lisää tietue.',
    dkim_other_key:
      'Nimipalvelimessa on toinen julkinen avain kuin se, jolla viestit allekirjoitetaan. Korvaa tietue.',
    dkim_other_domain:
      'Allekirjoitus on kunnossa, mutta toisen verkkotunnuksen nimissä kuin lähettäjän osoite, joten se ei auta DMARC-tarkistuksessa.',
    dmarc_missing:
      'DMARC-käytäntö puuttuu. Suuret vastaanottajat, kuten Gmail ja Yahoo, vaativat sen joukkoposteilta. Lisää tietue.',
    dmarc_wrong:
      'DMARC-tietue on virheellinen tai niitä on useita. Jätä yksi, jossa on p=none, p=quarantine tai p=reject.',
    dmarc_observes:
      'DMARC vain tarkkailee (p=none). Se riittää, mutta väärennetyt viestit menevät perille. Kun raportit ovat kunnossa, siirry käytäntöön p=quarantine.',
  },
  sv: {
    ok: 'I sin ordning.',
    unknown: 'Namnservern svarade inte. Kontrollera på nytt om en stund.',
    no_sender:
      'Avsändarens adress saknas: ange SMTP_URL och SELOSTE_MAIL_FROM. Till dess stannar meddelandena i brevlådan.',
    spf_missing:
      'SPF-posten saknas, så mottagarna vet inte vilka servrar som får skicka e-post i ditt namn. Lägg till posten och alla tjänster som skickar e-post från din domän.',
    spf_several: 'Det finns flera SPF-poster, och då gäller ingen av dem. Slå ihop dem till en.',
    spf_open: 'SPF-posten tillåter sändning varifrån som helst. Avsluta den med ~all eller -all.',
    dkim_off:
      'Seloste signerar inte meddelandena. Om din e-posttjänst gör det behövs ingenting; ta annars signeringen i bruk.',
    dkim_missing: 'Signaturens publika nyckel finns inte i namnservern. Lägg till posten.',
    dkim_other_key:
      'I namnservern finns en annan publik nyckel än den som meddelandena signeras med. Ersätt posten.',
    dkim_other_domain:
      'Signaturen är i sin ordning men gäller en annan domän än avsändarens adress, så den hjälper inte vid DMARC-kontrollen.',
    dmarc_missing:
      'DMARC-policyn saknas. Stora mottagare som Gmail och Yahoo kräver den för massutskick. Lägg till posten.',
    dmarc_wrong:
      'DMARC-posten är felaktig eller finns i flera exemplar. Behåll en, med p=none, p=quarantine eller p=reject.',
    dmarc_observes:
      'DMARC observerar bara (p=none). Det räcker, men förfalskade meddelanden når fram. Gå över till p=quarantine när rapporterna ser bra ut.',
  },
  en: {
    ok: 'In order.',
    unknown: 'The name server did not answer. Check again in a while.',
    no_sender:
      'There is no sender address: set SMTP_URL and SELOSTE_MAIL_FROM. Until then messages stay in the mailbox.',
    spf_missing:
      'There is no SPF record, so receivers do not know which servers may send mail in your name. Add it, with every service that sends mail from your domain.',
    spf_several: 'There are several SPF records, and then none of them counts. Merge them into one.',
    spf_open: 'The SPF record lets mail be sent from anywhere. End it with ~all or -all.',
    dkim_off:
      'Seloste does not sign the messages. If your mail service does, nothing is needed; otherwise turn signing on.',
    dkim_missing: 'The public key of the signature is not in the name server. Add the record.',
    dkim_other_key:
      'The name server holds another public key than the one that messages are signed with. Replace the record.',
    dkim_other_domain:
      'The signature is in order, but in the name of another domain than the sender’s address, so it does not help with DMARC.',
    dmarc_missing:
      'There is no DMARC policy. Large receivers such as Gmail and Yahoo demand one of bulk mail. Add the record.',
    dmarc_wrong:
      'The DMARC record is faulty, or there are several. Keep one, with p=none, p=quarantine or p=reject.',
    dmarc_observes:
      'DMARC only watches (p=none). That is enough, but forged messages get through. Once the reports look right, move to p=quarantine.',
  },
};
