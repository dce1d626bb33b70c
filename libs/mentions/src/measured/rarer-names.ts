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
`;

export const rarerInConsonant =
  'Ahlfors Engblom Stenvall Rosenqvist Huldén Grahn Novak Schmidt Nguyen Hansen';

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
`;
