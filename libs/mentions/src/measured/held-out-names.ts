/**
 * Names that the rules were not made with, to tell what other names can expect. Nobody chose them: every 137th family name
 * of a list of Finland's by how common they are, from the 312th on, and every 83rd given name from the 152nd on. When
 * they were first measured, recall was 99.72 % and precision 99.92 %; one rule was mended after that (the plural of names
 * that keep their consonants: Reko, Rekoille). The columns are those of the common names.
 */
export const heldOutFamilyNames = `
Klemetti Klemetin Klemettiä Klemettiin Klemettien Klemettejä Klemeteille
Vähätalo Vähätalon Vähätaloa Vähätaloon Vähätalojen Vähätaloja Vähätaloille
Roivas Roivaan Roivasta Roivaaseen Roivaiden Roivaita Roivaille
Körkkö Körkön Körkköä Körkköön Körkköjen Körkköjä Körköille
Jaakonsaari Jaakonsaaren Jaakonsaarta Jaakonsaareen Jaakonsaarten Jaakonsaaria Jaakonsaarille
Kosamo Kosamon Kosamoa Kosamoon Kosamojen Kosamoja Kosamoille
Jauho Jauhon Jauhoa Jauhoon Jauhojen Jauhoja Jauhoille
Ylikärppä Ylikärpän Ylikärppää Ylikärppään Ylikärppien Ylikärppiä Ylikärpille
Norrena Norrenan Norrenaa Norrenaan Norrenoiden Norrenoita Norrenoille
Sarkki Sarkin Sarkkia Sarkkiin Sarkkien Sarkkeja Sarkeille
Nurmilaukas Nurmilaukkaan Nurmilaukasta Nurmilaukkaaseen Nurmilaukkaiden Nurmilaukkaita Nurmilaukkaille
Flygare Flygaren Flygarea Flygareen
Kollanus Kollanuksen Kollanusta Kollanukseen Kollanusten Kollanuksia Kollanuksille
Manelius Maneliuksen Maneliusta Maneliukseen Maneliusten Maneliuksia Maneliuksille
Seilo Seilon Seiloa Seiloon Seilojen Seiloja Seiloille
Ihme Ihmeen Ihmettä Ihmeeseen Ihmeiden Ihmeitä Ihmeille
Haahti Haahdin Haahtia Haahtiin Haahtien Haahteja Haahdeille
Lämpsä Lämpsän Lämpsää Lämpsään Lämpsien Lämpsiä Lämpsille
Reko Rekon Rekoa Rekoon Rekojen Rekoja Rekoille
Hirvijärvi Hirvijärven Hirvijärveä Hirvijärveen Hirvijärvien Hirvijärviä Hirvijärville
Sulku Sulun Sulkua Sulkuun Sulkujen Sulkuja Suluille
Hautamaa Hautamaan Hautamaata Hautamaahan Hautamaiden Hautamaita Hautamaille
Miftari Miftarin Miftaria Miftariin Miftarien Miftareita Miftareille
Mäntykivi Mäntykiven Mäntykiveä Mäntykiveen Mäntykivien Mäntykiviä Mäntykiville
Varanka Varangan Varankaa Varankaan Varankojen Varankoja Varangoille
Riihioja Riihiojan Riihiojaa Riihiojaan Riihiojien Riihiojia Riihiojille
Lammervo Lammervon Lammervoa Lammervoon Lammervojen Lammervoja Lammervoille
Nevaranta Nevarannan Nevarantaa Nevarantaan Nevarantojen Nevarantoja Nevarannoille
Kottari Kottarin Kottaria Kottariin Kottarien Kottareita Kottareille
Päivänsalo Päivänsalon Päivänsaloa Päivänsaloon Päivänsalojen Päivänsaloja Päivänsaloille
Huuhilo Huuhilon Huuhiloa Huuhiloon Huuhilojen Huuhiloja Huuhiloille
Karhula Karhulan Karhulaa Karhulaan Karhuloiden Karhuloita Karhuloille
Kylmälä Kylmälän Kylmälää Kylmälään Kylmälöiden Kylmälöitä Kylmälöille
Lukkala Lukkalan Lukkalaa Lukkalaan Lukkaloiden Lukkaloita Lukkaloille
Änäkkälä Änäkkälän Änäkkälää Änäkkälään Änäkkälöiden Änäkkälöitä Änäkkälöille
Alavahtola Alavahtolan Alavahtolaa Alavahtolaan Alavahtoloiden Alavahtoloita Alavahtoloille
Jokiniemi Jokiniemen Jokiniemeä Jokiniemeen Jokiniemien Jokiniemiä Jokiniemille
Kelloniemi Kelloniemen Kelloniemeä Kelloniemeen Kelloniemien Kelloniemiä Kelloniemille
Koskenniemi Koskenniemen Koskenniemeä Koskenniemeen Koskenniemien Koskenniemiä Koskenniemille
Kotaniemi Kotaniemen Kotaniemeä Kotaniemeen Kotaniemien Kotaniemiä Kotaniemille
Kuivalainen Kuivalaisen Kuivalaista Kuivalaiseen Kuivalaisten Kuivalaisia Kuivalaisille
Kuivanen Kuivasen Kuivasta Kuivaseen Kuivasten Kuivasia Kuivasille
Lehkonen Lehkosen Lehkosta Lehkoseen Lehkosten Lehkosia Lehkosille
Parantainen Parantaisen Parantaista Parantaiseen Parantaisten Parantaisia Parantaisille
Kaiponen Kaiposen Kaiposta Kaiposeen Kaiposten Kaiposia Kaiposille
Kyynäräinen Kyynäräisen Kyynäräistä Kyynäräiseen Kyynäräisten Kyynäräisiä Kyynäräisille
Junnonen Junnosen Junnosta Junnoseen Junnosten Junnosia Junnosille
Lukkaroinen Lukkaroisen Lukkaroista Lukkaroiseen Lukkaroisten Lukkaroisia Lukkaroisille
Lipsonen Lipsosen Lipsosta Lipsoseen Lipsosten Lipsosia Lipsosille
Pajanen Pajasen Pajasta Pajaseen Pajasten Pajasia Pajasille
Päiväläinen Päiväläisen Päiväläistä Päiväläiseen Päiväläisten Päiväläisiä Päiväläisille
`;

export const heldOutInConsonant =
  'Ekman Malm Boman Hellstén Rosenlund Wacklin Ferm Nystén Källman Nelson Broms Sontag';

export const heldOutGivenNames = `
Hermanni Hermannin Hermannia Hermanniin
Otso Otson Otsoa Otsoon
Eljas Eljaksen Eljasta Eljakseen
Gustaf Gustafin Gustafia Gustafiin
Aksel Akselin Akselia Akseliin
Jeremia Jeremian Jeremiaa Jeremiaan
Ville-Pekka Ville-Pekan Ville-Pekkaa Ville-Pekkaan
Augusti Augustin Augustia Augustiin
Amadeus Amadeuksen Amadeusta Amadeukseen
Elja Eljan Eljaa Eljaan
Siiri Siirin Siiriä Siiriin
Pihla Pihlan Pihlaa Pihlaan
Edith Edithin Edithiä Edithiin
Varpu Varpun Varpua Varpuun
Silvia Silvian Silviaa Silviaan
Michelle Michellen Michelleä Michelleen
Eivor Eivorin Eivoria Eivoriin
Maja Majan Majaa Majaan
Josephine Josephinen Josephinea Josephineen
`;
