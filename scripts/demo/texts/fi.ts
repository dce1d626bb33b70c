import type { Phrasebook } from './language.js';
import { customerStepsFi } from './fi-customers.js';
import { salesStepsFi } from './fi-sales.js';

/** Declension of a word whose cases follow from its stems: huolto, huoltoa, huollon, huoltoon, huollosta. */
const word = (nominative: string, partitive: string, stem: string, illative: string): readonly string[] => [
  nominative,
  partitive,
  `${stem}n`,
  illative,
  `${stem}sta`,
];

const service = (first: string): readonly string[] =>
  word(`${first}palvelu`, `${first}palvelua`, `${first}palvelu`, `${first}palveluun`);

export const fi: Phrasebook = {
  products: [
    word('ylläpitosiivous', 'ylläpitosiivousta', 'ylläpitosiivoukse', 'ylläpitosiivoukseen'),
    word('ikkunanpesu', 'ikkunanpesua', 'ikkunanpesu', 'ikkunanpesuun'),
    word('kiinteistöhuolto', 'kiinteistöhuoltoa', 'kiinteistöhuollo', 'kiinteistöhuoltoon'),
    word('talvihoito', 'talvihoitoa', 'talvihoido', 'talvihoitoon'),
    service('aula'),
    service('kahvi'),
    service('vaihtomatto'),
    word('energiakatselmus', 'energiakatselmusta', 'energiakatselmukse', 'energiakatselmukseen'),
    service('hygienia'),
    word('viherhoito', 'viherhoitoa', 'viherhoido', 'viherhoitoon'),
  ],
  months: [
    'tammikuussa', 'helmikuussa', 'maaliskuussa', 'huhtikuussa', 'toukokuussa', 'kesäkuussa',
    'heinäkuussa', 'elokuussa', 'syyskuussa', 'lokakuussa', 'marraskuussa', 'joulukuussa',
  ], // prettier-ignore
  weekdays: ['maanantaina', 'tiistaina', 'keskiviikkona', 'torstaina', 'perjantaina'],
  reply: 'VS: ',
  someone: 'kollega',
  next: [
    'Palaan asiaan {day}.',
    'Sovittu, että soitan uudestaan {date}.',
    'Seuraava askel: tarjous {date} mennessä.',
    'Lähetän yhteenvedon sähköpostilla vielä tänään.',
    'Laitan kalenterikutsun {day}.',
    'Ei kiirettä heidän puoleltaan, uusi yhteydenotto {month}.',
    'Pyysi materiaalin sähköpostiin.',
    '{other} otetaan mukaan seuraavaan keskusteluun.',
  ],
  steps: { ...salesStepsFi, ...customerStepsFi },
};
