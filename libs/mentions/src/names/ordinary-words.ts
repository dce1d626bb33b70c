/**
 * Names that are ordinary words of Finnish, Swedish or English as well (in any case form): in lower case they name
 * nobody, and with a capital at the start of a sentence they are doubtful.
 */
const words = `
  aalto aapa aarre aatos ahde ahjo ahma aho ahti ahven aimo aina aino airut akka alanko alavus alho alku
  anna annos ansa ansio apila ari armas armo arvo aura aurinko autio haapa haara haka halko halla halme
  hanhi hanka hanko harha harju harmaa hauki haukka heli helinä helle helli helmi hemmo hepo hete hilja
  hilla hirvi honka hopea hovi huhta huhti huttu häme ilma ilo ilta ilves impi inka into isotalo joki joulu
  joutsen juhla kaari kai kaisla kaita kallas kallio kanerva kangas kanta kanto karhi karhu kari karja
  karju kaski kauko kaura kauris kerttu kesti kesä keto kettu kielo kiiski kirppu kirves kivi kivistö
  koivisto koivu kokko korpi korva koski kotka kuikka kukka kukko kulta kumpu kunnas kuoppa kurki kuusi
  kuusisto kylä kytö käki kärki laaja laakso lahja lahna lahti laine lakka lampi latva lauha lehmus lehti
  lehto leino lempi lepistö leppä lilja linna linnea lintu lohi loiske lumi luoma luoto lähde maja malmi
  manner marja marras meri metsä miekka mies miina mika moisio muru mustikka mylly myrsky mäki mänty
  niemi niini niitty niska noki nummi nuoli nuori nurmi näre oiva oja oksa onni orvokki otava otso paasi
  paju palmu palo pasi pelto perho pesä petäjä peura piha pihla pihlaja pilvi pohja puisto puro pyry pyy
  päivi päivä pöllö raita ranta rastas rauha rauta rautio repo riihi rinne rinta ritari ruoho ruotsi ruska
  ruusu saari sade sakko salama salmi salo sampo sari sarvi satu sauna savi savo savu seppä siili siiri
  silta sinervo sini sirkka sisko sisu sola sormi sorsa sulka sulo sumu suo suomi susi suvanto suvi svan
  syrjä säde sävel taika taimi taisto taito taivas talo talvi tammi tarmo taru tenho terho terttu tikka
  toive toivo tormi torppa tuisku tuomi tuomio tuuli tuulia tyyne tyyni tähti ukko uljas uni urho usko
  uusitalo vaara vahtera vahva vainio valo valta vanamo varis varjo vasara vehmas veli venho vesa vesi
  vieno viima vilja virta virva visa voima voitto vuokko vuori vuorio ylitalo ystävä äijä

  ask asp backe beck berg björk björn blad blom bo borg bror brunn bäck dag dahl dal ek elm falk finne fisk
  flink fors frid frisk gran grann grip gull gustav gård hall hammar hed hjort holm hägg kaj kant kock
  kvist lag lax lind linn liten liv ljung lo lund lång löv malm mark mats max mo modig måns mård nord norr
  ny näs ost palm park rask ros rosa rot rund sand siv sjö skog skott smed sol stark sten stig stolt stor
  storm strand ström ståhl stål sund svan sven svärd säv söder tor trast trygg udd ulv vald vik vinter vit
  väst vår åker ål ås åsa ö örn öst

  amber an april art august autumn banks bell best bill black bob bond brand brook brown bush carol case
  chance chase cook cooper crystal daisy dale dawn day de dean do drew earl faith fall field fish ford fox
  frank free gene gift glass good grace grant gray green grey guy ha hand hart hill ho hope hunt hunter
  iris ivy jack jean joy june king la lake lane law le lee li lo long love ma major mark mason may mike
  miles mill miller moon my ng noble olive page parker pat pearl pen penny pike pond pope porter price
  prince rain ray red reed rice rich rob robin rock rod rose ruby sage sandy short si sky smith snow spring
  star stone strong sue summer sun taylor teddy tower town van victor walker wall ward waters weaver west
  white will wise wolf wood woods young
`;

/** Names that are places in Finland too: in a local case (Salossa) hardly anybody is meant. */
const places = `
  alavus borgå ekenäs hanko heinola häme imatra jakobstad kallio karhula kemi kerava kokkola koski kotka
  kurikka laakso lahti laihia lapua laukaa lohja loimaa loviisa lund malmi munkkiniemi niemi nokia oulainen
  oulu pori raisio ranta ruotsi salo savo sipoo somero suomi turku töölö vaasa virrat ylivieska åbo
`;

const setOf = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

const ordinary = setOf(words);
const placeNames = setOf(places);

/** Is a name, in lower case, an ordinary word as well? */
export const isOrdinaryWord = (name: string): boolean =>
  name.length <= 2 || ordinary.has(name) || placeNames.has(name);

/** Is a name, in lower case, that of a place as well? */
export const isPlace = (name: string): boolean => placeNames.has(name);

/** Words that stand before a name with a capital and are no name. */
const titles = setOf(`
  asiakas asiakkaamme att attention attn buyer bästa cc ceo cfo chef contact cto customer dear di director
  direktör doktor dr frk from fru fröken hei hej hello herr herra hi hr hra huomenta hyvä hälsningar
  inköpschef insinööri it johtaja kauppaneuvos kiitos kontakt kontakti kontaktperson kund kära käre köpare
  lisätiedot lähettäjä madam maisteri manager miss moi moikka morjens mr mrs ms mvh myyntijohtaja
  myyntipäällikkö neiti nti ostaja ostopäällikkö parhain prof professori projektipäällikkö puh päällikkö
  regards rouva rva sihteeri sir soittaja säljchef t tack terve terveisin terveisiä tilaaja tj to tohtori
  toimistopäällikkö toimitusjohtaja tri varatuomari vastaanottaja vd verkställande yhteyshenkilö yhteyshlö
  ystävällisin yt
`);

/** May a word (in lower case) stand before a name without being a part of it? */
export const isTitle = (word: string): boolean => titles.has(word);
