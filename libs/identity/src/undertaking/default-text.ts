import type { Language } from '@seloste/kernel';

/** The undertaking in every language that users read. */
export type UndertakingTexts = Record<Language, string>;

const fi = (
  company: string,
): string => `Annan tämän sitoumuksen yritykselle ${company}, joka on Selosteessa olevan asiakasrekisterin rekisterinpitäjä.

1. Pidän salassa sen, mitä saan rekisteristä tietää. Se koskee asiakkaiden, mahdollisten asiakkaiden ja yhteistyökumppaneiden sekä heidän yhteyshenkilöidensä henkilötietoja ja muita luottamuksellisia tietoja, näinpä ne näytöltä, paperilta tai tiedostosta tai kuulinpa ne työssäni.

2. Käytän tietoja vain tehtäviini. Katson, tallennan, muutan ja luovutan tietoja vain siinä määrin kuin tehtäväni ja rekisterinpitäjän ohjeet sitä edellyttävät. En hae tietoja uteliaisuudesta enkä omiin tarkoituksiini.

3. En ilmaise tietoja sivullisille. Sivullisia ovat myös työtoverit, joiden tehtäviin tiedot eivät kuulu. En vie tietoja rekisterin ulkopuolelle muuten kuin ohjeiden mukaan, ja hävitän kopiot heti, kun niitä ei enää tarvita.

4. Tunnukseni on henkilökohtainen. En anna salasanaani tai muuta tunnistautumisvälinettäni kenellekään enkä jätä istuntoani auki muiden käytettäväksi.

5. Ilmoitan rekisterinpitäjälle viipymättä, jos epäilen, että tietoja on joutunut sivullisille, kadonnut tai muuttunut luvatta tai että tunnukseni on paljastunut.

6. Tiedän, että käyttö kirjataan: kenen tietoja olen katsonut tai muuttanut ja milloin.

7. Sitoumus jatkuu. Salassapito ei pääty, kun tehtäväni muuttuu, käyttöoikeuteni päättyy tai työ- tai toimeksiantosuhteeni päättyy.

Salassapidosta säädetään myös laissa, muun muassa tietosuojalain (1050/2018) 35 §:ssä ja EU:n yleisen tietosuoja-asetuksen 29 ja 32 artiklassa. Sen rikkominen voi johtaa rangaistukseen, vahingonkorvaukseen ja palvelussuhdetta koskeviin seuraamuksiin.

Sitoumus ei rajoita velvollisuuttani antaa tietoja, kun laki sitä edellyttää, eikä oikeuttani ilmoittaa väärinkäytöksistä lain mukaan tai kääntyä viranomaisen puoleen.`;

const sv = (
  company: string,
): string => `Jag ger den här förbindelsen till företaget ${company}, som är personuppgiftsansvarig för kundregistret i Seloste.

1. Jag håller hemligt det som jag får veta ur registret. Det gäller personuppgifter och andra konfidentiella uppgifter om kunder, möjliga kunder, samarbetspartner och deras kontaktpersoner, vare sig jag har sett dem på skärmen, på papper eller i en fil eller hört dem i mitt arbete.

2. Jag använder uppgifterna bara för mina uppgifter i arbetet. Jag läser, antecknar, ändrar och lämnar ut uppgifter endast i den mån mitt uppdrag och den personuppgiftsansvarigas anvisningar kräver det. Jag söker inte fram uppgifter av nyfikenhet eller för egna ändamål.

3. Jag röjer inte uppgifter för utomstående. Utomstående är också arbetskamrater vars uppdrag uppgifterna inte hör till. Jag för inte ut uppgifter ur registret annat än enligt anvisningarna och förstör kopior genast när de inte längre behövs.

4. Mitt konto är personligt. Jag ger inte mitt lösenord eller något annat inloggningsmedel till någon och lämnar inte min session öppen för andra.

5. Jag meddelar den personuppgiftsansvariga utan dröjsmål om jag misstänker att uppgifter har hamnat hos utomstående, försvunnit eller ändrats utan lov eller att mina inloggningsuppgifter har röjts.

6. Jag vet att användningen loggas: vems uppgifter jag har sett eller ändrat och när.

7. Förbindelsen fortsätter. Tystnadsplikten upphör inte när mitt uppdrag ändras, när min behörighet upphör eller när mitt anställnings- eller uppdragsförhållande tar slut.

Om tystnadsplikt föreskrivs också i lag, bland annat i 35 § i dataskyddslagen (1050/2018) och i artiklarna 29 och 32 i EU:s allmänna dataskyddsförordning. Den som bryter mot den kan dömas till straff, bli skadeståndsskyldig och få påföljder i sitt anställningsförhållande.

Förbindelsen begränsar inte min skyldighet att lämna uppgifter när lagen kräver det, och inte heller min rätt att rapportera missförhållanden enligt lag eller att vända mig till en myndighet.`;

const en = (
  company: string,
): string => `I give this undertaking to ${company}, the controller of the customer register in Seloste.

1. I keep secret what I learn from the register. That covers personal data and other confidential information about customers, possible customers, partners and their contact persons, whether I saw it on a screen, on paper or in a file, or heard it at work.

2. I use the data only for my duties. I read, record, change and pass on data only as far as my duties and the controller's instructions require it. I do not look people up out of curiosity or for purposes of my own.

3. I disclose nothing to outsiders. Colleagues whose duties the data does not belong to are outsiders too. I take no data out of the register except as instructed, and I destroy copies as soon as they are no longer needed.

4. My account is personal. I give my password or any other means of signing in to nobody, and I do not leave my session open for others.

5. I tell the controller without delay when I suspect that data has reached outsiders, has been lost or was changed without permission, or that my means of signing in have become known.

6. I know that use is recorded: whose data I have seen or changed, and when.

7. The undertaking continues. Confidentiality does not end when my duties change, when my access ends, or when my employment or assignment ends.

Confidentiality is also laid down by law, among others in section 35 of the Finnish Data Protection Act (1050/2018) and in Articles 29 and 32 of the General Data Protection Regulation. Breaking it can lead to punishment, to damages, and to consequences for the employment or assignment.

The undertaking does not limit my duty to give information where the law requires it, nor my right to report wrongdoing as the law provides or to turn to an authority.`;

/** The text that a company begins with; it may publish one of its own. */
export const defaultUndertaking = (company: string): UndertakingTexts => ({
  fi: fi(company),
  sv: sv(company),
  en: en(company),
});

/** Said with a copy that somebody gets who leaves (K5: confidentiality goes on after). */
export const continuation: UndertakingTexts = {
  fi: 'Salassapitositoumus sitoo sinua myös sen jälkeen, kun tehtäväsi ja käyttöoikeutesi ovat päättyneet.',
  sv: 'Sekretessförbindelsen är bindande för dig också efter att ditt uppdrag och din behörighet har upphört.',
  en: 'The confidentiality undertaking binds you also after your duties and your access have ended.',
};
