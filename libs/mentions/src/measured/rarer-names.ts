/** Rarer names with stems of many kinds, in the columns of the common names. The rules were mended by these, too. */
export const rarerFamilyNames = `
Pyykkö Pyykön Pyykköä Pyykköön Pyykköjen Pyykköjä Pyyköille
Lampi Lammen Lampea Lampeen Lampien Lampia Lammille
Korpi Korven Korpea Korpeen Korpien Korpia Korville
Rinne Rinteen Rinnettä Rinteeseen Rinteiden Rinteitä Rinteille
Halme Halmeen Halmetta Halmeeseen Halmeiden Halmeita Halmeille
Kytö Kydön Kytöä Kytöön Kytöjen Kytöjä Kydöille
Pelto Pellon Peltoa Peltoon Peltojen Peltoja Pelloille
Joki Joen Jokea Jokeen Jokien Jokia Joille
Oinas Oinaan Oinasta Oinaaseen Oinaiden Oinaita Oinaille
Tervo Tervon Tervoa Tervoon Tervojen Tervoja Tervoille
Suhonen Suhosen Suhosta Suhoseen Suhosten Suhosia Suhosille
Hynninen Hynnisen Hynnistä Hynniseen Hynnisten Hynnisiä Hynnisille
Repo Revon Repoa Repoon Repojen Repoja Revoille
Haukka Haukan Haukkaa Haukkaan Haukkojen Haukkoja Haukoille
Leskelä Leskelän Leskelää Leskelään Leskelöiden Leskelöitä Leskelöille
Uotila Uotilan Uotilaa Uotilaan Uotiloiden Uotiloita Uotiloille
Joutsen Joutsenen Joutsenta Joutseneen Joutsenten Joutsenia Joutsenille
Kauris Kauriin Kaurista Kauriiseen Kauriiden Kauriita Kauriille
Vares Vareksen Varesta Varekseen Varesten Vareksia Vareksille
Taipale Taipaleen Taipaletta Taipaleeseen Taipaleiden Taipaleita Taipaleille
Helle Helteen Hellettä Helteeseen Helteiden Helteitä Helteille
Kuusi Kuusen Kuusta Kuuseen Kuusien Kuusia Kuusille
Suo Suon Suota Suohon Soiden Soita Soille
Manner Mantereen Mannerta Mantereeseen Mantereiden Mantereita Mantereille
Hauta Haudan Hautaa Hautaan Hautojen Hautoja Haudoille
Lukka Lukan Lukkaa Lukkaan Lukkien Lukkia Lukille
Vilkki Vilkin Vilkkiä Vilkkiin Vilkkien Vilkkejä Vilkeille
Toppari Topparin Topparia Toppariin Topparien Toppareita Toppareille
Hurme Hurmeen Hurmetta Hurmeeseen Hurmeiden Hurmeita Hurmeille
Porkka Porkan Porkkaa Porkkaan Porkkien Porkkia Porkille
Kärki Kärjen Kärkeä Kärkeen Kärkien Kärkiä Kärjille
Ojanperä Ojanperän Ojanperää Ojanperään Ojanperien Ojanperiä Ojanperille
Tolppanen Tolppasen Tolppasta Tolppaseen Tolppasten Tolppasia Tolppasille
Väyrynen Väyrysen Väyrystä Väyryseen Väyrysten Väyrysiä Väyrysille
Nokelainen Nokelaisen Nokelaista Nokelaiseen Nokelaisten Nokelaisia Nokelaisille
Vanhatalo Vanhatalon Vanhataloa Vanhataloon Vanhatalojen Vanhataloja Vanhataloille
Louhivuori Louhivuoren Louhivuorta Louhivuoreen Louhivuorten Louhivuoria Louhivuorille
Kesti Kestin Kestiä Kestiin Kestien Kestejä Kesteille
Raappana Raappanan Raappanaa Raappanaan Raappanoiden Raappanoita Raappanoille
Kemppi Kempin Kemppiä Kemppiin Kemppien Kemppejä Kempeille
Honka Hongan Honkaa Honkaan Honkien Honkia Hongille
Kanto Kannon Kantoa Kantoon Kantojen Kantoja Kannoille
Ilves Ilveksen Ilvestä Ilvekseen Ilvesten Ilveksiä Ilveksille
Seljavaara Seljavaaran Seljavaaraa Seljavaaraan Seljavaarojen Seljavaaroja Seljavaaroille
Kuokka Kuokan Kuokkaa Kuokkaan Kuokkien Kuokkia Kuokille
Peura Peuran Peuraa Peuraan Peurojen Peuroja Peuroille
Kataja Katajan Katajaa Katajaan Katajien Katajia Katajille
Salmi Salmen Salmea Salmeen Salmien Salmia Salmille
Jalava Jalavan Jalavaa Jalavaan Jalavien Jalavia Jalaville
Viita Viidan Viitaa Viitaan Viitojen Viitoja Viidoille
Polvi Polven Polvea Polveen Polvien Polvia Polville
Sirviö Sirviön Sirviötä Sirviöön Sirviöiden Sirviöitä Sirviöille
Pulkka Pulkan Pulkkaa Pulkkaan Pulkkien Pulkkia Pulkille
Lumme Lumpeen Lummetta Lumpeeseen Lumpeiden Lumpeita Lumpeille
Hiidenmaa Hiidenmaan Hiidenmaata Hiidenmaahan Hiidenmaiden Hiidenmaita Hiidenmaille
Teräs Teräksen Terästä Teräkseen Terästen Teräksiä Teräksille
Ratas Rattaan Ratasta Rattaaseen Rattaiden Rattaita Rattaille
Santavirta Santavirran Santavirtaa Santavirtaan Santavirtojen Santavirtoja Santavirroille
Garcia Garcian Garciaa Garciaan Garcioiden Garcioita Garcioille
Luukko Luukon Luukkoa Luukkoon Luukkojen Luukkoja Luukoille
`;

export const rarerInConsonant = `
Ahlfors Engblom Stenvall Rosenqvist Huldén Grahn Novak Schmidt Nguyen Hansen Westerholm Ahlbäck Söderling Stjernvall Nordling Weber Popov Kumar Jensen Ruuth
`;

export const rarerGivenNames = `
Kerttu Kertun Kerttua Kerttuun
Pentti Pentin Penttiä Penttiin
Sampo Sammon Sampoa Sampoon
Ahti Ahdin Ahtia Ahtiin
Rasmus Rasmuksen Rasmusta Rasmukseen
Elias Eliaksen Eliasta Eliakseen
Johannes Johanneksen Johannesta Johannekseen
Iiris Iiriksen Iiristä Iirikseen
Tyyne Tyynen Tyyneä Tyyneen
Perttu Pertun Perttua Perttuun
Kyllikki Kyllikin Kyllikkiä Kyllikkiin
Raakel Raakelin Raakelia Raakeliin
Leo Leon Leoa Leoon
Pia Pian Piaa Piaan
Benjamin Benjaminin Benjaminia Benjaminiin
Solveig Solveigin Solveigia Solveigiin
Märta Märtan Märtaa Märtaan
Urho Urhon Urhoa Urhoon
Hilkka Hilkan Hilkkaa Hilkkaan
Kai Kain Kaita Kaihin
Torsti Torstin Torstia Torstiin
Hillevi Hillevin Hilleviä Hilleviin
Aatos Aatoksen Aatosta Aatokseen
Ursula Ursulan Ursulaa Ursulaan
Ingmar Ingmarin Ingmaria Ingmariin
Kustaa Kustaan Kustaata Kustaahan
Kaarlo Kaarlon Kaarloa Kaarloon
Tellervo Tellervon Tellervoa Tellervoon
Eskil Eskilin Eskiliä Eskiliin
Viljo Viljon Viljoa Viljoon
Aapo Aapon Aapoa Aapoon
Roope Roopen Roopea Roopeen
Elisabet Elisabetin Elisabetia Elisabetiin
Nea Nean Neaa Neaan
Mervi Mervin Merviä Merviin
Torbjörn Torbjörnin Torbjörniä Torbjörniin
Siv Sivin Siviä Siviin
Anna-Liisa Anna-Liisan Anna-Liisaa Anna-Liisaan
Juha-Pekka Juha-Pekan Juha-Pekkaa Juha-Pekkaan
Mohammed Mohammedin Mohammedia Mohammediin
`;
