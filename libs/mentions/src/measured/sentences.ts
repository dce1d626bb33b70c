/** Sentences of business notes around a name, `*`, which is not at the start. */
export const frames = [
  'Soitettu eilen, * vastasi ja lupasi palata asiaan.',
  'Tarjous lähetetty: * odottaa vastausta ensi viikolla.',
  'Kokouksessa oli puhetta, että * kanssa sovitaan hinnoista.',
  'Enligt överenskommelse får * ett nytt anbud i mars.',
  'Jag ringde i dag och * återkommer om leveransen.',
  'We agreed that * will send the purchase order on Monday.',
  '<p>Palaveri siirtyy, koska <b>*</b> on lomalla.</p>',
];

/** Notes that name nobody by the common names, though many words look like them. */
export const namelessNotes = [
  'Anna minulle tieto, kun tilaus on perillä. Lähden matkalle huomenna, kai se sopii?',
  'Mäen päällä oleva varasto on tyhjä, ja salon puolella on vielä laine- ja lehtopöytiä.',
  'Lähti liikkeelle vasta illalla. Mikä on hinta? Mikan hinta, kysyi joku. Mikään ei ole valmis.',
  'Toimitus Salmisaareen ja Lahdenperään, laskutus Koskenkorvan kautta. Kankaanpään toimipiste suljettu.',
  'Hän sanoi, että rannalla on aikaa jutella; vesa kasvaa kannon vieressä ja virta on poikki.',
  'Virtasalmen ja Mäntyharjun välillä ei kulje junaa. Mattilanniemen kampus, Heikkiläntie 7, Korhosenkatu 3.',
  'Offert skickad till kunden. Vi bor nära stranden, och ett berg av papper väntar. Vår lund är grön.',
  'På måndag tar vi upp lindring av villkoren; mats och holme är inte med. Den stora björnen sover.',
  'We may ask for a mark on the price list; the king of the hill will long for young talent.',
  'Laskun numero 20401234567, viite 0401 2345 6789 0, eräpäivä 12.3.2027, summa 1 234,56 €.',
  'Kallion ja Vallilan asiakkaat käydään läpi. Harjulla tuulee, ahot kukkivat, kurjet lensivät etelään.',
  'Laineen korkeus oli kaksi metriä. Aallot löivät laituriin. Nurmen leikkuu kuuluu huoltoyhtiölle.',
  'Sarin kaasu on vaarallista; satu oli pitkä. Ari oli kotka. Onnea matkaan ja hyvää mieltä kaikille.',
  'Hakalanmäki, Rantalankoski ja Ojalanperä ovat paikkoja. Lehtolassa on uusi hotelli. Pekkasen tila myytiin.',
  'Anders Celsius-gymnasiet ringde. Larsmo kommun, Johanneslund, Annelund, Karlsborg och Erikslund.',
];
