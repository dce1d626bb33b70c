/**
 * The commonest family names of Finland with their principal parts, as a grammar lists them: nominative, genitive,
 * partitive, illative; plural genitive, partitive, allative. Written by hand from knowledge, without the library.
 */
export const familyNames = `
Mäkelä Mäkelän Mäkelää Mäkelään Mäkelöiden Mäkelöitä Mäkelöille
Laine Laineen Lainetta Laineeseen Laineiden Laineita Laineille
Heikkilä Heikkilän Heikkilää Heikkilään Heikkilöiden Heikkilöitä Heikkilöille
Niemi Niemen Niemeä Niemeen Niemien Niemiä Niemille
Salo Salon Saloa Saloon Salojen Saloja Saloille
Mattila Mattilan Mattilaa Mattilaan Mattiloiden Mattiloita Mattiloille
Ojala Ojalan Ojalaa Ojalaan Ojaloiden Ojaloita Ojaloille
Kallio Kallion Kalliota Kallioon Kallioiden Kallioita Kallioille
Hakala Hakalan Hakalaa Hakalaan Hakaloiden Hakaloita Hakaloille
Koivisto Koiviston Koivistoa Koivistoon Koivistojen Koivistoja Koivistoille
Anttila Anttilan Anttilaa Anttilaan Anttiloiden Anttiloita Anttiloille
Lehto Lehdon Lehtoa Lehtoon Lehtojen Lehtoja Lehdoille
Laakso Laakson Laaksoa Laaksoon Laaksojen Laaksoja Laaksoille
Rantala Rantalan Rantalaa Rantalaan Rantaloiden Rantaloita Rantaloille
Aalto Aallon Aaltoa Aaltoon Aaltojen Aaltoja Aalloille
Seppälä Seppälän Seppälää Seppälään Seppälöiden Seppälöitä Seppälöille
Nurmi Nurmen Nurmea Nurmeen Nurmien Nurmia Nurmille
Peltola Peltolan Peltolaa Peltolaan Peltoloiden Peltoloita Peltoloille
Vainio Vainion Vainiota Vainioon Vainioiden Vainioita Vainioille
Huhtala Huhtalan Huhtalaa Huhtalaan Huhtaloiden Huhtaloita Huhtaloille
Saari Saaren Saarta Saareen Saarten Saaria Saarille
Harju Harjun Harjua Harjuun Harjujen Harjuja Harjuille
Kurki Kurjen Kurkea Kurkeen Kurkien Kurkia Kurjille
Rautio Raution Rautiota Rautioon Rautioiden Rautioita Rautioille
Kangas Kankaan Kangasta Kankaaseen Kankaiden Kankaita Kankaille
Lahti Lahden Lahtea Lahteen Lahtien Lahtia Lahdille
Mikkola Mikkolan Mikkolaa Mikkolaan Mikkoloiden Mikkoloita Mikkoloille
Kivelä Kivelän Kivelää Kivelään Kivelöiden Kivelöitä Kivelöille
Sillanpää Sillanpään Sillanpäätä Sillanpäähän Sillanpäiden Sillanpäitä Sillanpäille
Haapala Haapalan Haapalaa Haapalaan Haapaloiden Haapaloita Haapaloille
Kuusisto Kuusiston Kuusistoa Kuusistoon Kuusistojen Kuusistoja Kuusistoille
Kokko Kokon Kokkoa Kokkoon Kokkojen Kokkoja Kokoille
Määttä Määtän Määttää Määttään Määttien Määttiä Määtille
Marttila Marttilan Marttilaa Marttilaan Marttiloiden Marttiloita Marttiloille
Haataja Haatajan Haatajaa Haatajaan Haatajien Haatajia Haatajille
Kujala Kujalan Kujalaa Kujalaan Kujaloiden Kujaloita Kujaloille
Kuisma Kuisman Kuismaa Kuismaan Kuismien Kuismia Kuismille
Simola Simolan Simolaa Simolaan Simoloiden Simoloita Simoloille
Ylitalo Ylitalon Ylitaloa Ylitaloon Ylitalojen Ylitaloja Ylitaloille
Uusitalo Uusitalon Uusitaloa Uusitaloon Uusitalojen Uusitaloja Uusitaloille
Riihimäki Riihimäen Riihimäkeä Riihimäkeen Riihimäkien Riihimäkiä Riihimäille
Mäki Mäen Mäkeä Mäkeen Mäkien Mäkiä Mäille
Koski Kosken Koskea Koskeen Koskien Koskia Koskille
Järvi Järven Järveä Järveen Järvien Järviä Järville
Aho Ahon Ahoa Ahoon Ahojen Ahoja Ahoille
Ranta Rannan Rantaa Rantaan Rantojen Rantoja Rannoille
Virta Virran Virtaa Virtaan Virtojen Virtoja Virroille
Karhu Karhun Karhua Karhuun Karhujen Karhuja Karhuille
Luoma Luoman Luomaa Luomaan Luomien Luomia Luomille
Hietala Hietalan Hietalaa Hietalaan Hietaloiden Hietaloita Hietaloille
Rossi Rossin Rossia Rossiin Rossien Rosseja Rosseille
Tuomi Tuomen Tuomea Tuomeen Tuomien Tuomia Tuomille
Sorsa Sorsan Sorsaa Sorsaan Sorsien Sorsia Sorsille
Hietaniemi Hietaniemen Hietaniemeä Hietaniemeen Hietaniemien Hietaniemiä Hietaniemille
Autio Aution Autiota Autioon Autioiden Autioita Autioille
Perälä Perälän Perälää Perälään Perälöiden Perälöitä Perälöille
Leino Leinon Leinoa Leinoon Leinojen Leinoja Leinoille
Erkkilä Erkkilän Erkkilää Erkkilään Erkkilöiden Erkkilöitä Erkkilöille
Palomäki Palomäen Palomäkeä Palomäkeen Palomäkien Palomäkiä Palomäille
Vuori Vuoren Vuorta Vuoreen Vuorten Vuoria Vuorille
`;

/** In -nen (class 38), each replaced whole: -sen, -sta, -seen; -sten, -sia, -sille. */
export const familyNamesInNen = `
Korhonen Virtanen Mäkinen Nieminen Hämäläinen Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Salminen Heinonen
Kinnunen Salonen Turunen Laitinen Rantanen Tuominen Karjalainen Jokinen Savolainen Lahtinen Ahonen Leppänen Leinonen
Väisänen Hiltunen Miettinen Pitkänen Aaltonen Manninen Laaksonen Hirvonen Räsänen Toivonen Mustonen Peltonen Moilanen
Hänninen
`;

/** In a consonant, mostly Swedish (class 5): Finnish -in, -ia, -iin; -ien, -eja, -eille; Swedish -s. */
export const familyNamesInConsonant = `
Johansson Nyman Lindholm Karlsson Andersson Eriksson Lindström Lindqvist Nyberg Söderholm Holmberg Sundström Granlund
Backman Björklund Forsman Fagerström Westerlund Sjöberg Wikström
`;
