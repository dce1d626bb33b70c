/** What the made-up company sells, in the order of the phrasebooks' forms; written as on its price list. */
export const products = [
  'Ylläpitosiivous',
  'Ikkunanpesu',
  'Kiinteistöhuolto',
  'Talvihoito',
  'Aulapalvelu',
  'Kahvipalvelu',
  'Vaihtomattopalvelu',
  'Energiakatselmus',
  'Hygieniapalvelu',
  'Viherhoito',
] as const;

/** Its made-up competitors. */
export const rivals = [
  'Nordputs',
  'Kirkas Kotimainen',
  'Pohjan Huolto',
  'Servia Kiinteistöt',
  'Puhto',
  'Aurinkotiimi',
] as const;
