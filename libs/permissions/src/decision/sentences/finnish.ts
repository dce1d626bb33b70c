import { inBrackets, type Sentences } from './parts.js';

export const finnish: Sentences = {
  erased: ({ day }) => `Henkilön tiedot on poistettu${inBrackets(day)}.`,
  restricted: ({ day }) =>
    `Henkilön tietojen käsittely on rajoitettu${day === null ? '' : ` ${day} alkaen`}.`,
  objected: ({ object, by, day }) => `Henkilö on kieltänyt ${object}${by}${inBrackets(day)}.`,
  company_objected: ({ object, by, day }) =>
    `Yritys on kieltänyt ${object}${by}${inBrackets(day)}. Kielto koskee kaikkia sen yhteyshenkilöitä.`,
  suppressed: ({ day }) =>
    `Osoite tai numero on estetty${inBrackets(day)}: sen haltija on kieltänyt yhteydenotot tai pyytänyt poistamaan tietonsa.`,
  purpose_off: ({ name }) => `Ei käytössä: ${name}.`,
  basis_missing: ({ name }) => `Käsittelyperuste puuttuu: ${name}.`,
  consent_missing: ({ name, by }) => `Suostumus puuttuu: ${name}${by}.`,
  consent_unconfirmed: ({ name, by, day }) =>
    `Suostumusta ei ole vahvistettu: ${name}${by}${inBrackets(day, 'annettu ')}.`,
  consent_withdrawn: ({ name, by, day }) =>
    `Henkilö on peruuttanut suostumuksensa${inBrackets(day)}: ${name}${by}.`,
  role_unknown: () =>
    'Henkilön tehtävää tai vastuualuetta ei tiedetä, joten viestiä ei voi yhdistää hänen työhönsä.',
  outside_role: () => 'Viestin aihe ei kuulu henkilön vastuualueeseen.',
  notice_overdue: ({ day }) =>
    `Tietosuojatiedote olisi pitänyt toimittaa henkilölle viimeistään ${day ?? 'jo aiemmin'}. Toimita se ensin.`,
  undeliverable: ({ day }) => `Sähköposti ei mene perille tähän osoitteeseen${inBrackets(day, 'todettu ')}.`,
  no_address: ({ channel }) =>
    channel === 'email'
      ? 'Sähköpostiosoite puuttuu.'
      : channel === 'post'
        ? 'Yrityksen postiosoite puuttuu.'
        : 'Puhelinnumero puuttuu.',
  service: ({ name, by }) => `Sallittu: ${name}${by}. Kyse ei ole markkinoinnista.`,
  legal_person: ({ name }) => `Sallittu, kunnes yritys kieltää: ${name} yrityksen yhteiseen osoitteeseen.`,
  job_role: ({ name }) => `Sallittu: ${name} työosoitteeseen, kun viesti liittyy henkilön työtehtäviin.`,
  consent: ({ name, by, day }) =>
    `Sallittu: henkilö on antanut suostumuksen${inBrackets(day)}: ${name}${by}.`,
  existing_customer: ({ name, by, day }) =>
    `Sallittu: ${name}${by} asiakkaalle, joka sai ostaessaan tilaisuuden kieltää viestit${inBrackets(day)}.`,
  legitimate_interest: ({ name, by }) => `Sallittu, kunnes henkilö kieltää: ${name}${by}.`,
};
