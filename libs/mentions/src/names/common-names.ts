import { NameWord } from './name-word.js';
import { fold } from '../text/letters.js';

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** Given names in Finland and abroad: `Pekka Virtanen` is another person than Matti Virtanen. */
const given = wordsOf(`
  aada aapo aarne aaro aaron aarre aatos aatu abdi ada adam ahmed aimo aino aki akseli aku albin aleksandra
  aleksanteri aleksi alexander alexandra ali alina alisa allan alma alpo amalia amanda amelia amina
  anastasia anders andreas andrei andrew anette anita anja anna anna-liisa anna-maija anne anneli anni
  annika annikki annu annukka anssi antero anton antonio antti anu ari arja armas armi arne arto arttu
  arttur arvi arvid arvo asko astrid atte august aukusti auli aune axel barbro beata bengt benita benjamin
  bernt birger birgit birgitta björn bo brian brita britta bror camilla carin carita carl carl-johan carlos
  carola caroline catarina cecilia charles charlotta charlotte chen chiara christel christer christian
  christina christoffer christopher clara claudia claus conny cristian dag dagmar dan daniel david dennis
  diana dick dmitri doris edit edla edvard edvin eelis eemeli eemil eerik eerika eerikki eero eetu eeva
  eeva-liisa eevi eija eila einari eino eira elena eleonora elias eliel eliisa elin elina elisa elisabet
  elisabeth elise elizabeth ella ellen elli elmeri elna elsa elsi elvi emil emilia emily emma emmi enni
  enzo eric erik erika erja erkka erkki erland ernst esa essi ester eugen eva evelina fanni fatima felix
  filip frank frans fredrik frida fritz gabriel georg george gerd giulia gun gunilla gunnar gunnel gunvor
  gustaf gustav göran günther hanna hannah hanne hannele hannes hanni hannu hans harald harri harriet
  hassan heidi heikki heimo heini heino helena helge heli helinä helka hellevi helmi helvi henna henri
  henriikka henrik henrika henry herman hilda hilja hilkka hilla hilma hugo hussein håkan ida igor iida
  iina iiris iiro ilari ilkka ilma ilmari ilona ilpo ilse inari inga inger ingmar ingrid inka inkeri irene
  irina iris irja irma irmeli isabella isak isto ivan jaakko jaana jack jacob jakob james jan jan-erik jane
  jani janika janina janita janna janne jari jari-pekka jarkko jarmo jarno jasmin jason jasper jean jenna
  jenni jennifer jenny jens jere jeremias jesper jesse jessica jimmy joakim joanna joel johan johanna
  johannes john johnny jonas joni jonna joona joonas joose jose josef josefin joseph jouko jouni juan juha
  juha-matti juha-pekka juhana juhani juho jukka jukka-pekka julia juliana julius junior jussi justus jutta
  juuli juulia juuso jyri jyrki jörgen jürgen kaarina kaarlo kai kaija kaino kaisa kaj kalervo kalevi kalle
  karen kari karim karin karita karl karla karoliina karolina kaspar kasper kata katariina katarina kate
  kati katja katri katriina kauko keijo kenneth kent kerstin kerttu kevin kiia kim kimi kimmo kira kirsi
  kirsten kirsti kjell klaus knut konsta krista kristian kristiina kristina kristoffer kurt kustaa kyllikki
  kyösti lari lars lasse laura laurence laurent lauri lea leena leevi leif leila lena lenni leo leon
  leonard levi leyla liam liinu liisa lilian lilja lilli lily lina linda linnea linus lisa lisbet lisbeth
  liv lotta louise luca lucas luis luka lukas luna lyyli maaria maarit maija maija-liisa maiju maikki maire
  maisa malin malla manu marco marcus mareena margareta margaretha marge margit mari maria mariana marianna
  marianne marie marika marina marita maritta marja marja-leena marja-liisa marjaana marjatta marjo marjut
  mark marketta markku marko markus marlene marta martha martin martina martta martti mary mathias mathilda
  matias matilda mats matthew matti maunu mauri mauritz max maxim maximilian meeri mehmet meri merita merja
  mervi mette mia michael michaela miika miikka miina mika mikael mikaela mikko mikko-pekka mila milja
  milka milla milo minea minna minttu mira miranda mirja mirjam mirjami mirka mirkka miro miska mohamed
  mohammed monica monika moona muhammad märta nadja nanna natalia natalie natasha nathan nea neea nella
  nelli nestori nicholas niclas nicolas nicole niilo niina niki niklas niko nikolai nils nina noa noah noel
  nooa noomi noora nuutti oiva okko olaf olavi ole olga oliver olivia olle olli olli-pekka olof omar oona
  orvokki oscar oskar oskari osmo ossi otto outi paavali paavo panu pasi patricia patrick patrik paul paula
  pauli pauliina paulina pavel pedro peeter pekka pekka-matti pentti per per-erik pernilla pertti perttu
  peter petra petri petteri philip pia pierre pihla piia pinja piotr pirita pirjo pirkka pirkko pontus
  päivi päivikki rafael ragnar rahel raija raili raimo raine rainer raisa ralf ralph rami ramona rasmus
  rauha rauli rauno rebecca rebekka reetta regina reidar reija reijo reima reino rene retu richard riikka
  riina riitta rikhard riku risto ritva robert roberta robin roger roland rolf roman roni ronja roope roosa
  rosa rose ruben rudolf runar ruut ryan saana saara saga saija saila sakari saku salla salli sami samu
  samuel samuli sandra sanelma sanna sanni sara sarah sari saska satu saul sauli sebastian seija selim
  selma senja seppo sergei severi signe sigrid siiri silja silvia simo simon simone sini sinikka siri
  sirkka sirkka-liisa sirkku sirpa siv sixten sofia sofie sohvi soile soili solveig sonja sophia stefan
  steffi stella stephen stig sture sulevi sulo susan susanna susanne suvi svante sven svetlana sylvi sören
  søren taavetti taavi tage taija taimi taina taisto tanja tapani tapio tarja tarmo taru tatjana tatu tauno
  teea teemu teija tellervo teppo teresa terese terhi terho tero terttu therese thomas tia tiia tiina timo
  timothy tinja tino toivo tom tomas tomi tommi tommy toni tony topi topias tor torbjörn tord tore torsten
  tove tua tuija tuire tuomas tuomo tuula tuuli tuulia tuulikki tuure tyyne uffe ulf ulla ulla-maija ulpu
  ulrika uno unto urho urpo usko vappu veera veijo veikka veikko veli veli-matti veli-pekka venla vera
  verna verner vesa victor victoria viivi viking vilhelm vilho viljami viljo ville ville-veikko vilma
  vincent viola virpi virva virve voitto väinö wei werner wilhelm william wilma yngve yrjö yvonne åke åsa
  örjan
`);

/** The commonest family names of Finland: an initial before one of these points at many people. */
const veryCommon = new Set(
  wordsOf(`
  aalto aaltonen ahonen andersson anttila eriksson hakala heikkilä heikkinen heinonen hiltunen hirvonen
  hämäläinen johansson jokinen järvinen kallio karjalainen karlsson kinnunen koivisto korhonen koskinen
  laakso laaksonen lahtinen laine laitinen lehtinen lehto lehtonen leinonen leppänen lindholm lindqvist
  lindström manninen mattila miettinen mustonen mäkelä mäkinen niemi nieminen nyberg nyman ojala pitkänen
  rantala rantanen räsänen saarinen salminen salo salonen savolainen smith toivonen tuominen turunen
  virtanen väisänen
`),
);

const familyList = new Set([
  ...veryCommon,
  ...wordsOf(`
  ahlskog aho ahola backman berg björklund blomqvist brown bäckman enlund forsman gustafsson haapala harju
  hietala holmberg huttunen ivanov jansson jokela jones järvi kangas karhu kettunen kiiski kivelä kivinen
  kokko koski kuisma kujala kurki lahti lampinen lappi lindgren lindroos mattsson miller määttä müller
  nurmi nylund paananen peltola rautio riihimäki rossi saari salmela schmidt seppälä simola sjöberg suomela
  söderholm tikka tuomi uusitalo vainio vuori wikström ylitalo öhman
`),
]);

const familyEnding =
  /(?:nen|s(?:en|ta|tä|eltä|elta|elle|ella|ellä|essa|essä|eksi|eeseen)|(?:la|lä)(?:n|lle|ll[aä]|lt[aä]|st[aä])?|(?:s?son|[qk]vist|ström|berg|lund|holm|gren|blom|roos|stedt|feldt|fors|borg|back|bäck|dahl|strand|sten|stén|ius|ov|ova|ski|ska|ez)(?:s|in|ia|ille|illa|ilta|ista)?|(?:mäki|niemi|koski|järvi|saari|lahti|joki|ranta|talo|vaara|salo|maa|aho|oja))$/;

/** Is an initial before this family name (lower case) nobody in particular? */
export const isVeryCommonFamilyName = (name: string): boolean => veryCommon.has(name);

/** Does a word (its key), with a capital, look like a family name? */
export const looksLikeFamilyName = (key: string): boolean =>
  key.length > 3 && (familyList.has(key) || familyEnding.test(key));

const givenNames = new Set(given);
const givenFolded = new Set(given.map(fold));

/** Is a word (its key) a given name in the nominative? */
export const isGivenName = (key: string): boolean => givenNames.has(key) || givenFolded.has(key);

const forms = new Map<string, NameWord[]>();

const givenBy = (letter: string): NameWord[] => {
  const known = forms.get(letter);
  if (known) return known;
  const made = given.filter((name) => name.startsWith(letter)).map((name) => new NameWord(name, false));
  forms.set(letter, made);
  return made;
};

/** Is a word (its key) a given name in any case? */
export const isGivenNameInAnyCase = (key: string): boolean =>
  isGivenName(key) || givenBy(key.slice(0, 1)).some((name) => name.match(key)?.isLoose === false);
