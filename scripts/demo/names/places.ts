/** A town of Finland: where companies are, with real postal codes. */
export interface Place {
  name: string;
  /** Genitive, for names such as "Tampereen LVI Oy". */
  genitive: string;
  /** Swedish name where one is in daily use. */
  swedish: string;
  postalCodes: string[];
  /** How many of a hundred companies there work in Swedish. */
  swedishShare: number;
  weight: number;
}

const table = `
Helsinki|Helsingin|Helsingfors|00100 00120 00130 00180 00210 00240 00380 00500 00510 00580 00700 00880|9|170
Espoo|Espoon|Esbo|02100 02150 02600 02630 02650 02770|10|70
Tampere|Tampereen|Tammerfors|33100 33200 33500 33700 33720 33900|1|75
Vantaa|Vantaan|Vanda|01300 01510 01530 01600 01740|4|60
Oulu|Oulun|Uleåborg|90100 90130 90400 90570 90620|1|55
Turku|Turun|Åbo|20100 20500 20520 20740 20810|10|60
Jyväskylä|Jyväskylän|Jyväskylä|40100 40320 40520 40630|1|38
Kuopio|Kuopion|Kuopio|70100 70200 70460 70700 70820|0|32
Lahti|Lahden|Lahtis|15100 15140 15240 15610 15880|1|34
Pori|Porin|Björneborg|28100 28130 28430|1|22
Kouvola|Kouvolan|Kouvola|45100 45130|1|18
Joensuu|Joensuun|Joensuu|80100 80160 80220|0|20
Lappeenranta|Lappeenrannan|Villmanstrand|53100 53500 53850|0|18
Vaasa|Vaasan|Vasa|65100 65170 65280 65320|38|30
Hämeenlinna|Hämeenlinnan|Tavastehus|13100 13130 13500|1|16
Seinäjoki|Seinäjoen|Seinäjoki|60100 60120 60320|1|20
Rovaniemi|Rovaniemen|Rovaniemi|96100 96190 96320|0|15
Mikkeli|Mikkelin|S:t Michel|50100 50120|0|12
Kotka|Kotkan|Kotka|48100 48310|2|12
Salo|Salon|Salo|24100 24240|2|12
Porvoo|Porvoon|Borgå|06100 06150 06450|32|16
Kokkola|Kokkolan|Karleby|67100 67200|20|14
Lohja|Lohjan|Lojo|08100 08200|6|10
Hyvinkää|Hyvinkään|Hyvinge|05800 05830|1|11
Järvenpää|Järvenpään|Träskända|04400 04430|1|9
Nurmijärvi|Nurmijärven|Nurmijärvi|01900|1|8
Rauma|Rauman|Raumo|26100 26200|0|11
Kirkkonummi|Kirkkonummen|Kyrkslätt|02400|20|8
Tuusula|Tuusulan|Tusby|04300|2|9
Kajaani|Kajaanin|Kajana|87100 87700|0|9
Kerava|Keravan|Kervo|04200 04250|2|9
Savonlinna|Savonlinnan|Nyslott|57100 57210|0|8
Nokia|Nokian|Nokia|37100 37150|0|9
Kaarina|Kaarinan|S:t Karins|20780|5|8
Ylöjärvi|Ylöjärven|Ylöjärvi|33470|0|8
Kangasala|Kangasalan|Kangasala|36200|0|7
Riihimäki|Riihimäen|Riihimäki|11100 11130|0|8
Raasepori|Raaseporin|Raseborg|10300 10600|65|10
Imatra|Imatran|Imatra|55100 55120|0|7
Raisio|Raision|Reso|21200 21280|4|8
Iisalmi|Iisalmen|Idensalmi|74100 74120|0|7
Tornio|Tornion|Torneå|95400|0|6
Kemi|Kemin|Kemi|94100|0|6
Varkaus|Varkauden|Varkaus|78200 78300|0|6
Pietarsaari|Pietarsaaren|Jakobstad|68600 68620|62|14
Maarianhamina|Maarianhaminan|Mariehamn|22100|96|10
Parainen|Paraisten|Pargas|21600|58|7
Närpiö|Närpiön|Närpes|64200|85|6
Mustasaari|Mustasaaren|Korsholm|65610|72|7
Uusikaarlepyy|Uudenkaarlepyyn|Nykarleby|66900|90|5
Loviisa|Loviisan|Lovisa|07900|42|5
Hanko|Hangon|Hangö|10900 10940|45|5
Sipoo|Sipoon|Sibbo|04130|35|6
Forssa|Forssan|Forssa|30100|0|6
Heinola|Heinolan|Heinola|18100|0|5
Valkeakoski|Valkeakosken|Valkeakoski|37600|0|5
Naantali|Naantalin|Nådendal|21100|2|5
`;

export const places: readonly Place[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', genitive = '', swedish = '', codes = '', share = '', weight = ''] = line.split('|');
    return {
      name,
      genitive,
      swedish,
      postalCodes: codes.split(' '),
      swedishShare: Number(share),
      weight: Number(weight),
    };
  });

export const finnishStreets = `
Teollisuuskatu Kauppakatu Rautatienkatu Asemakatu Keskuskatu Satamatie Yrittäjäntie Varastokatu Konepajankuja Sepänkatu
Kirkkokatu Tehtaankatu Ahjokatu Levytie Työpajankatu Valtakatu Puistokatu Rantatie Mestarintie Myllytie Kivikatu
Taitajantie Ratakatu Voimakatu Sahantie Verstaankatu Hallituskatu Koulukatu Torikatu Linjatie Laaksokatu Mäntytie
`
  .trim()
  .split(/\s+/);

export const swedishStreets = `
Industrigatan Handelsesplanaden Storgatan Skolgatan Hamngatan Strandgatan Företagarvägen Smedsgatan Kyrkoesplanaden
Verkstadsgatan Österlånggatan Fabriksgatan Järnvägsgatan Torggatan Parkgatan Stationsvägen Sågvägen Kvarnvägen
Magasinsgatan Rådhusgatan
`
  .trim()
  .split(/\s+/);

/** Where the few foreign companies are. */
export const foreignPlaces = [
  {
    country: 'SE',
    city: 'Stockholm',
    postalCode: '111 22',
    streets: ['Vasagatan', 'Sveavägen'],
    suffix: 'AB',
  },
  {
    country: 'SE',
    city: 'Göteborg',
    postalCode: '411 05',
    streets: ['Avenyn', 'Östra Hamngatan'],
    suffix: 'AB',
  },
  {
    country: 'EE',
    city: 'Tallinn',
    postalCode: '10145',
    streets: ['Narva maantee', 'Pärnu maantee'],
    suffix: 'OÜ',
  },
  { country: 'NO', city: 'Oslo', postalCode: '0155', streets: ['Storgata', 'Akersgata'], suffix: 'AS' },
  {
    country: 'DE',
    city: 'Hamburg',
    postalCode: '20095',
    streets: ['Mönckebergstraße', 'Spaldingstraße'],
    suffix: 'GmbH',
  },
  {
    country: 'GB',
    city: 'London',
    postalCode: 'EC2A 4NE',
    streets: ['Curtain Road', 'Great Eastern Street'],
    suffix: 'Ltd',
  },
] as const;
