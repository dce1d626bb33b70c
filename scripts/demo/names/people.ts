/** Names in Finland and abroad, the most common first (after the population register's published counts). */

const words = (text: string): string[] => text.trim().split(/\s+/);

export const finnishMen = words(`
  Juha Timo Kari Mikko Antti Jari Jukka Mika Markku Pekka Hannu Heikki Matti Ville Janne Sami Petri Marko Tuomas Jussi
  Lauri Teemu Tommi Pasi Harri Jani Jouni Esa Ari Juho Aleksi Joonas Niko Toni Henri Olli Kimmo Vesa Tero Risto Ilkka
  Jarmo Arto Tapio Jaakko Eero Aki Kalle Mikael Erkki Otto Eetu Arttu Jere Jarkko Joni Tomi Rami Miika Oskari Sampo
  Eino Veikko Pertti Simo Elias Leevi Onni Väinö Samuli Iiro Jyrki Reijo Keijo Atte Akseli Roope Topias Urho
`);

export const finnishWomen = words(`
  Anne Päivi Sari Minna Tiina Johanna Hanna Anna Laura Katja Heidi Marika Mari Kirsi Satu Jaana Merja Sanna Elina Leena
  Riikka Outi Susanna Maria Jenni Niina Nina Eeva Noora Emilia Paula Virpi Arja Anu Henna Kaisa Saara Veera Suvi Mervi
  Taina Pirjo Tuula Eija Marjo Ulla Katri Essi Jonna Emma Sofia Iida Jenna Piia Tarja Kati Marja Hannele Liisa Aino
  Reetta Milla Krista Jutta Salla Terhi Soile Kirsti Ella Inka Oona Venla Aada Vilma Helmi Maarit Raija Tuija
`);

export const finnishSurnames = words(`
  Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen
  Niemi Salminen Heinonen Heikkilä Kinnunen Salonen Turunen Salo Laitinen Rantanen Tuominen Karjalainen Jokinen Mattila
  Savolainen Lahtinen Ahonen Ojala Leppänen Kallio Leinonen Väisänen Hiltunen Miettinen Pitkänen Aaltonen Manninen
  Hakala Koivisto Anttila Laaksonen Hirvonen Räsänen Lehto Laakso Toivonen Mustonen Rantala Aalto Peltonen Moilanen
  Hänninen Lappalainen Seppälä Partanen Kauppinen Kettunen Nurmi Peltola Hakkarainen Huttunen Kemppainen Lampinen Vainio
  Halonen Huhtala Niskanen Pulkkinen Saari Eskelinen Kokkonen Oksanen Ikonen Suominen Kärkkäinen Jääskeläinen Harju
  Nikkinen Kurki Tikkanen Pesonen Rautio Kangas Mikkonen Nykänen Rossi Penttinen Parviainen Lindroos Kivelä Ylönen
  Rautiainen Lahti Backman Asikainen Mikkola Honkanen Karppinen Ruotsalainen Soininen Sillanpää Tolonen Viitanen Haapala
  Hyvönen Heiskanen Kosonen Kuusisto Kokko Määttä Piirainen Marttila Alanen Pasanen Holopainen Vuorinen Haataja Juntunen
  Kujala Kuisma Torvinen Pirinen Simola Ylitalo Uusitalo Riihimäki Kortelainen Puustinen Väänänen Keränen Vartiainen
`);

export const swedishMen = words(`
  Johan Mikael Kristian Henrik Anders Peter Thomas Patrik Fredrik Niklas Robert Kenneth Tom Stefan Jan-Erik Carl-Johan
  Rasmus Joakim Linus Oskar Christoffer Björn Göran Ulf Kim Jonas Sebastian Mats Lars Håkan Tobias Marcus Alexander
  Kaj Bo-Göran Erik Emil Axel Magnus Roger
`);

export const swedishWomen = words(`
  Maria Annika Camilla Ann-Christin Heidi Linda Jessica Monica Malin Åsa Carola Gunilla Eva Sofia Ida Emma Mikaela
  Pernilla Johanna Benita Nina Anna Sandra Cecilia Marina Catarina Susanne Ann-Louise Jenny Therese Charlotta Nadja
  Ingrid Birgitta Lina Josefin Märta Solveig Åsa-Maria Elin
`);

export const swedishSurnames = words(`
  Johansson Nyman Lindholm Karlsson Andersson Eriksson Lindström Lindqvist Nyberg Söderholm Holmberg Sundström Granlund
  Backman Björklund Forsman Fagerström Westerlund Sjöberg Wikström Blomqvist Gustafsson Bergström Lundqvist Nylund Öhman
  Ahlskog Enlund Häggblom Kronqvist Åkerman Östman Mattsson Sjöblom Stenman Finne Snickars Nordman Högnäs Norrgård Sandberg
  Lillkvist Storbacka Kullman Rönnqvist Grönroos Liljeström Wiklund Hägglund Smeds Dahlbacka Ekman Råholm Söderström
`);

export const foreignMen = words(`
  James Daniel Michael Thomas David Andrew Paul Mark Oliver Lukas Stefan Andreas Jens Erik Lars Kristjan Martin Andres
  Tomasz Piotr Marek Carlos Pierre Luca Ravi Arjun Ahmed Omar Minh Wei
`);

export const foreignWomen = words(`
  Sarah Emily Rachel Laura Hannah Claire Julia Anna Katharina Birgit Ingrid Astrid Kadri Liis Katarzyna Agnieszka Elena
  Sofia Marta Isabelle Chiara Priya Ananya Fatima Leyla Linh Mei Grace Amelia Olivia
`);

export const foreignSurnames = words(`
  Smith Taylor Brown Wilson Clarke Walker Hughes Bennett Müller Schmidt Weber Becker Hansen Olsen Larsen Nilsson Svensson
  Persson Tamm Saar Kask Rebane Kowalski Nowak Wiśniewska Zieliński García Rossi Dubois Moreau Patel Sharma Nguyen Chen
  Ahmed Hassan Kaya Ivanova Petrov Kelly Murphy Campbell
`);
