/** The three-digit groups of TOL 2008 (NACE Rev. 2): one a line, as `code|Finnish|Swedish|English`. */
export const groups = `
011|Yksivuotisten kasvien viljely|Odling av ett- och tvååriga växter|Growing of non-perennial crops
012|Monivuotisten kasvien viljely|Odling av fleråriga växter|Growing of perennial crops
013|Taimien kasvatus ja muu kasvien lisääminen|Odling av plantskoleväxter m.m.|Plant propagation
014|Kotieläintalous|Uppfödning av husdjur|Animal production
015|Yhdistetty kasvinviljely ja kotieläintalous (sekatilat)|Blandat jordbruk|Mixed farming
016|Maataloutta palveleva toiminta|Service till jordbruk|Support activities to agriculture and post-harvest crop activities
017|Metsästys ja sitä palveleva toiminta|Jakt och service i anslutning härtill|Hunting, trapping and related service activities
021|Metsänhoito|Skogsvård|Silviculture and other forestry activities
022|Puunkorjuu|Drivning|Logging
023|Luonnontuotteiden keruu (pl. polttopuu)|Insamling av annat vilt växande skogsmaterial än trä|Gathering of wild growing non-wood products
024|Metsätaloutta palveleva toiminta|Service till skogsbruk|Support services to forestry
031|Kalastus|Fiske|Fishing
032|Vesiviljely|Vattenbruk|Aquaculture
051|Kivihiilen kaivu|Stenkolsutvinning|Mining of hard coal
052|Ruskohiilen kaivu|Brunkolsutvinning|Mining of lignite
061|Raakaöljyn tuotanto|Utvinning av råpetroleum|Extraction of crude petroleum
062|Maakaasun tuotanto|Utvinning av naturgas|Extraction of natural gas
071|Rautamalmien louhinta|Järnmalmsutvinning|Mining of iron ores
072|Värimetallimalmien louhinta|Utvinning av andra metallmalmer än järn|Mining of non-ferrous metal ores
081|Kiven louhinta, hiekan ja saven otto|Utvinning av sand, grus, sten och lera|Quarrying of stone, sand and clay
089|Muualla luokittelematon kaivostoiminta ja louhinta|Diverse övrig utvinning av mineral|Mining and quarrying n.e.c.
091|Raakaöljyn ja maakaasun tuotantoa palveleva toiminta|Stödtjänster till råpetroleum- och naturgasutvinning|Support activities for petroleum and natural gas extraction
099|Muuta kaivostoimintaa ja louhintaa palveleva toiminta|Stödtjänster till annan utvinning|Support activities for other mining and quarrying
101|Teurastus, lihan säilyvyyskäsittely ja lihatuotteiden valmistus|Beredning och hållbarhetsbehandling av kött och köttvaror|Processing and preserving of meat and production of meat products
102|Kalan, äyriäisten ja nilviäisten jalostus ja säilöntä|Beredning och hållbarhetsbehandling av fisk samt skal- och blötdjur|Processing and preserving of fish, crustaceans and molluscs
103|Hedelmien ja kasvisten jalostus ja säilöntä|Beredning och hållbarhetsbehandling av frukt, bär och grönsaker|Processing and preserving of fruit and vegetables
104|Kasvi- ja eläinöljyjen ja -rasvojen valmistus|Framställning av vegetabiliska och animaliska oljor och fetter|Manufacture of vegetable and animal oils and fats
105|Maitotaloustuotteiden valmistus|Mejerivarutillverkning|Manufacture of dairy products
106|Mylly- ja tärkkelystuotteiden valmistus|Tillverkning av kvarnprodukter samt stärkelse|Manufacture of grain mill products, starches and starch products
107|Leipomotuotteiden, makaronien yms. valmistus|Tillverkning av bageri- och mjölprodukter|Manufacture of bakery and farinaceous products
108|Muiden elintarvikkeiden valmistus|Framställning av andra livsmedel|Manufacture of other food products
109|Eläinten ruokien valmistus|Framställning av beredda djurfoder|Manufacture of prepared animal feeds
110|Juomien valmistus|Framställning av drycker|Manufacture of beverages
120|Tupakkatuotteiden valmistus|Tobaksvarutillverkning|Manufacture of tobacco products
131|Tekstiilikuitujen valmistelu ja kehruu|Beredning och spinning av textilfibrer|Preparation and spinning of textile fibres
132|Kankaiden kudonta|Vävning av textilier|Weaving of textiles
133|Tekstiilien viimeistely|Blekning, färgning och annan textilberedning|Finishing of textiles
139|Muiden tekstiilituotteiden valmistus|Annan textilvarutillverkning|Manufacture of other textiles
141|Vaatteiden valmistus (pl. turkisvaatteet)|Tillverkning av kläder, utom pälsvaror|Manufacture of wearing apparel, except fur apparel
142|Turkistuotteiden valmistus|Pälsvarutillverkning|Manufacture of articles of fur
143|Neulevaatteiden ja sukkien valmistus|Tillverkning av trikåvaror|Manufacture of knitted and crocheted apparel
151|Nahan parkitseminen ja muokkaus; matka- ja käsilaukkujen, satuloiden ja valjaiden valmistus; turkisten muokkaus ja värjäys|Garvning och annan läderberedning; tillverkning av reseffekter, handväskor, sadel- och seldon; pälsberedning|Tanning and dressing of leather; manufacture of luggage, handbags, saddlery and harness; dressing and dyeing of fur
152|Jalkineiden valmistus|Tillverkning av skodon|Manufacture of footwear
161|Puun sahaus, höyläys ja kyllästys|Sågning, hyvling och impregnering av trä|Sawmilling and planing of wood
162|Puu-, korkki-, olki- ja punontatuotteiden valmistus|Tillverkning av varor av trä, kork, halm, rotting o.d.|Manufacture of products of wood, cork, straw and plaiting materials
171|Massan, paperin, kartongin ja pahvin valmistus|Massa-, pappers- och papptillverkning|Manufacture of pulp, paper and paperboard
172|Paperi-, kartonki- ja pahvituotteiden valmistus|Pappers- och pappvarutillverkning|Manufacture of articles of paper and paperboard
181|Painaminen ja siihen liittyvät palvelut|Tryckning och tjänster i anslutning till tryckning|Printing and service activities related to printing
182|Ääni-, kuva- ja atk-tallenteiden tuotanto|Reproduktion av inspelningar|Reproduction of recorded media
191|Koksituotteiden valmistus|Tillverkning av stenkolsprodukter|Manufacture of coke oven products
192|Jalostettujen öljytuotteiden valmistus|Petroleumraffinering|Manufacture of refined petroleum products
201|Peruskemikaalien, lannoitteiden ja typpiyhdisteiden, muoviaineiden ja synteettisen kumiraaka-aineen valmistus|Tillverkning av baskemikalier, gödselmedel och kväveprodukter, basplaster och syntetgummi i obearbetad form|Manufacture of basic chemicals, fertilisers and nitrogen compounds, plastics and synthetic rubber in primary forms
202|Torjunta-aineiden ja muiden maatalouskemikaalien valmistus|Tillverkning av bekämpningsmedel och andra lantbrukskemiska produkter|Manufacture of pesticides and other agrochemical products
203|Maalien, lakan, painovärien yms. valmistus|Tillverkning av färg, lack, tryckfärg m.m.|Manufacture of paints, varnishes and similar coatings, printing ink and mastics
204|Saippuan, pesu-, puhdistus- ja kiillotusaineiden; hajuvesien ja hygieniatuotteiden valmistus|Tillverkning av rengöringsmedel, parfym och toalettartiklar|Manufacture of soap and detergents, cleaning and polishing preparations, perfumes and toilet preparations
205|Muiden kemiallisten tuotteiden valmistus|Tillverkning av andra kemiska produkter|Manufacture of other chemical products
206|Tekokuitujen valmistus|Konstfibertillverkning|Manufacture of man-made fibres
211|Lääkeaineiden valmistus|Tillverkning av farmaceutiska basprodukter|Manufacture of basic pharmaceutical products
212|Lääkkeiden ja muiden lääkevalmisteiden valmistus|Tillverkning av läkemedel|Manufacture of pharmaceutical preparations
221|Kumituotteiden valmistus|Tillverkning av gummivaror|Manufacture of rubber products
222|Muovituotteiden valmistus|Tillverkning av plastvaror|Manufacture of plastics products
231|Lasin ja lasituotteiden valmistus|Tillverkning av glas och glasvaror|Manufacture of glass and glass products
232|Tulenkestävien tuotteiden valmistus|Tillverkning av eldfasta produkter|Manufacture of refractory products
233|Keraamisten rakennusaineiden valmistus|Tillverkning av byggmaterial av lergods|Manufacture of clay building materials
234|Muiden posliini- ja keramiikkatuotteiden valmistus|Tillverkning av andra porslinsprodukter och keramiska produkter|Manufacture of other porcelain and ceramic products
235|Sementin, kalkin ja kipsin valmistus|Tillverkning av cement, kalk och gips|Manufacture of cement, lime and plaster
236|Betoni-, kipsi- ja sementtituotteiden valmistus|Tillverkning av varor av betong, cement och gips|Manufacture of articles of concrete, cement and plaster
237|Kiven leikkaaminen, muotoilu ja viimeistely|Huggning, formning och slutlig bearbetning av sten|Cutting, shaping and finishing of stone
239|Hiomatuotteiden ja muualla luokittelemattomien ei-metallisten mineraalituotteiden valmistus|Tillverkning av slipmedel och övriga icke-metalliska mineraliska produkter|Manufacture of abrasive products and non-metallic mineral products n.e.c.
241|Raudan, teräksen ja rautaseosten valmistus|Framställning av järn och stål samt ferrolegeringar|Manufacture of basic iron and steel and of ferro-alloys
242|Putkien, profiiliputkien ja niihin liittyvien tarvikkeiden valmistus teräksestä|Tillverkning av rör, ledningar, ihåliga profiler och tillbehör av stål|Manufacture of tubes, pipes, hollow profiles and related fittings, of steel
243|Muu teräksen jalostus|Annan primärbearbetning av stål|Manufacture of other products of first processing of steel
244|Jalometallien ja muiden värimetallien valmistus|Framställning av andra metaller än järn|Manufacture of basic precious and other non-ferrous metals
245|Metallien valu|Gjutning av metall|Casting of metals
251|Metallirakenteiden valmistus|Tillverkning av byggmetallvaror|Manufacture of structural metal products
252|Metallisäiliöiden ja -altaiden yms. valmistus|Tillverkning av cisterner, tankar, kar och andra behållare av metall|Manufacture of tanks, reservoirs and containers of metal
253|Höyrykattiloiden valmistus (pl. keskuslämmityslaitteet)|Tillverkning av ånggeneratorer utom varmvattenpannor för centraluppvärmning|Manufacture of steam generators, except central heating hot water boilers
254|Aseiden ja ammusten valmistus|Tillverkning av vapen och ammunition|Manufacture of weapons and ammunition
255|Metallin takominen, puristaminen, meistäminen ja valssaus; jauhemetallurgia|Smidning, pressning, prägling och valsning av metall; pulvermetallurgi|Forging, pressing, stamping and roll-forming of metal; powder metallurgy
256|Metallien käsittely, päällystäminen ja työstö|Beläggning och överdragning av metall; metallegoarbeten|Treatment and coating of metals; machining
257|Ruokailu- ja leikkuuvälineiden yms. sekä työkalujen ja rautatavaran valmistus|Tillverkning av bestick, verktyg och järnvaror|Manufacture of cutlery, tools and general hardware
259|Muiden metallituotteiden valmistus|Annan metallvarutillverkning|Manufacture of other fabricated metal products
261|Elektronisten komponenttien ja piirilevyjen valmistus|Tillverkning av elektroniska komponenter och kretskort|Manufacture of electronic components and boards
262|Tietokoneiden ja niiden oheislaitteiden valmistus|Tillverkning av datorer och kringutrustning|Manufacture of computers and peripheral equipment
263|Viestintälaitteiden valmistus|Tillverkning av kommunikationsutrustning|Manufacture of communication equipment
264|Viihde-elektroniikan valmistus|Tillverkning av hemelektronik|Manufacture of consumer electronics
265|Mittaus-, testaus- ja navigointivälineiden ja -laitteiden valmistus; kellot|Tillverkning av instrument och apparater för mätning, provning och navigering samt ur|Manufacture of instruments and appliances for measuring, testing and navigation; watches and clocks
266|Säteilylaitteiden sekä elektronisten lääkintä- ja terapialaitteiden valmistus|Tillverkning av strålningsutrustning samt elektromedicinsk och elektroterapeutisk utrustning|Manufacture of irradiation, electromedical and electrotherapeutic equipment
267|Optisten instrumenttien ja valokuvausvälineiden valmistus|Tillverkning av optiska instrument och fotoutrustning|Manufacture of optical instruments and photographic equipment
268|Tallennevälineiden valmistus|Tillverkning av magnetiska och optiska medier|Manufacture of magnetic and optical media
271|Sähkömoottorien, generaattorien, muuntajien sekä sähkönjakelu- ja valvontalaitteiden valmistus|Tillverkning av elmotorer, generatorer och transformatorer samt eldistributions- och elkontrollapparater|Manufacture of electric motors, generators, transformers and electricity distribution and control apparatus
272|Paristojen ja akkujen valmistus|Batteri- och ackumulatortillverkning|Manufacture of batteries and accumulators
273|Sähköjohtojen ja kytkentälaitteiden valmistus|Tillverkning av ledningar och kablar samt kabeltillbehör|Manufacture of wiring and wiring devices
274|Sähkölamppujen ja valaisimien valmistus|Tillverkning av belysningsarmatur|Manufacture of electric lighting equipment
275|Kodinkoneiden valmistus|Tillverkning av hushållsmaskiner och hushållsapparater|Manufacture of domestic appliances
279|Muiden sähkölaitteiden valmistus|Tillverkning av annan elapparatur|Manufacture of other electrical equipment
281|Yleiskäyttöön tarkoitettujen voimakoneiden valmistus|Tillverkning av maskiner för allmänt ändamål|Manufacture of general-purpose machinery
282|Muiden yleiskäyttöön tarkoitettujen koneiden valmistus|Tillverkning av andra maskiner för allmänt ändamål|Manufacture of other general-purpose machinery
283|Maa- ja metsätalouskoneiden valmistus|Tillverkning av jord- och skogsbruksmaskiner|Manufacture of agricultural and forestry machinery
284|Metallin työstökoneiden ja konetyökalujen valmistus|Tillverkning av maskiner för metallbearbetning och verktygsmaskiner|Manufacture of metal forming machinery and machine tools
289|Muiden erikoiskoneiden valmistus|Tillverkning av andra specialmaskiner|Manufacture of other special-purpose machinery
291|Moottoriajoneuvojen valmistus|Motorfordonstillverkning|Manufacture of motor vehicles
292|Moottoriajoneuvojen korien valmistus; perävaunujen ja puoliperävaunujen valmistus|Tillverkning av karosserier för motorfordon; tillverkning av släpfordon och påhängsvagnar|Manufacture of bodies (coachwork) for motor vehicles; manufacture of trailers and semi-trailers
293|Osien ja tarvikkeiden valmistus moottoriajoneuvoihin|Tillverkning av delar och tillbehör till motorfordon|Manufacture of parts and accessories for motor vehicles
301|Laivojen ja veneiden rakentaminen|Skepps- och båtbyggeri|Building of ships and boats
302|Raideliikenteen kulkuneuvojen valmistus|Tillverkning av rälsfordon|Manufacture of railway locomotives and rolling stock
303|Ilma- ja avaruusalusten ja niihin liittyvien koneiden valmistus|Tillverkning av luftfartyg, rymdfarkoster o.d.|Manufacture of air and spacecraft and related machinery
304|Taisteluajoneuvojen valmistus|Tillverkning av militära stridsfordon|Manufacture of military fighting vehicles
309|Muualla luokittelematon kulkuneuvojen valmistus|Övrig tillverkning av transportmedel|Manufacture of transport equipment n.e.c.
310|Huonekalujen valmistus|Tillverkning av möbler|Manufacture of furniture
321|Korujen, kultasepäntuotteiden ja muiden vastaavien tuotteiden valmistus|Tillverkning av smycken, guld- och silversmedsvaror samt bijouterier|Manufacture of jewellery, bijouterie and related articles
322|Soitinten valmistus|Tillverkning av musikinstrument|Manufacture of musical instruments
323|Urheiluvälineiden valmistus|Tillverkning av sportartiklar|Manufacture of sports goods
324|Pelien ja leikkikalujen valmistus|Tillverkning av spel och leksaker|Manufacture of games and toys
325|Lääkintä- ja hammaslääkintäinstrumenttien ja -tarvikkeiden valmistus|Tillverkning av medicinska och dentala instrument och tillbehör|Manufacture of medical and dental instruments and supplies
329|Muualla luokittelematon valmistus|Diverse övrig tillverkning|Manufacturing n.e.c.
331|Metallituotteiden, teollisuuden koneiden ja laitteiden korjaus ja huolto|Reparation av metallvaror, maskiner och apparater|Repair of fabricated metal products, machinery and equipment
332|Teollisuuden koneiden ja laitteiden yms. asennus|Installation av industrimaskiner och industriutrustning|Installation of industrial machinery and equipment
351|Sähkövoiman tuotanto, siirto ja jakelu|Generering, överföring och distribution av elkraft|Electric power generation, transmission and distribution
352|Kaasun tuotanto; kaasumaisten polttoaineiden jakelu putkiverkossa|Framställning av gas; distribution av gasformiga bränslen via rörnät|Manufacture of gas; distribution of gaseous fuels through mains
353|Lämmön ja kylmän tuotanto ja jakelu|Försörjning av värme och kyla|Steam and air conditioning supply
360|Veden otto, puhdistus ja jakelu|Vattenförsörjning|Water collection, treatment and supply
370|Viemäri- ja jätevesihuolto|Avloppsrening|Sewerage
381|Jätteen keruu|Insamling av avfall|Waste collection
382|Jätteen käsittely ja loppusijoitus|Behandling och bortskaffande av avfall|Waste treatment and disposal
383|Materiaalien kierrätys|Återvinning|Materials recovery
390|Maaperän ja vesistöjen kunnostus ja muut ympäristönhuoltopalvelut|Sanering, efterbehandling av jord och vatten samt annan verksamhet för föroreningsbekämpning|Remediation activities and other waste management services
411|Rakennuttaminen ja rakennushankkeiden kehittäminen|Utveckling av byggprojekt|Development of building projects
412|Asuin- ja muiden rakennusten rakentaminen|Byggande av bostadshus och andra byggnader|Construction of residential and non-residential buildings
421|Teiden ja rautateiden rakentaminen|Anläggning av vägar och järnvägar|Construction of roads and railways
422|Yleisten jakeluverkkojen rakentaminen|Allmännyttiga projekt|Construction of utility projects
429|Muu maa- ja vesirakentaminen|Annan anläggningsverksamhet|Construction of other civil engineering projects
431|Rakennusten ja rakennelmien purku ja rakennuspaikan valmistelutyöt|Rivning samt mark- och grundarbeten|Demolition and site preparation
432|Sähkö-, vesijohto- ja muu rakennusasennus|Elinstallationer, VVS-arbeten och andra bygginstallationer|Electrical, plumbing and other construction installation activities
433|Rakennusten ja rakennelmien viimeistely|Slutbehandling av byggnader|Building completion and finishing
439|Muu erikoistunut rakennustoiminta|Annan specialiserad bygg- och anläggningsverksamhet|Other specialised construction activities
451|Moottoriajoneuvojen kauppa|Handel med motorfordon utom motorcyklar|Sale of motor vehicles
452|Moottoriajoneuvojen huolto ja korjaus (pl. moottoripyörät)|Underhåll och reparation av motorfordon utom motorcyklar|Maintenance and repair of motor vehicles
453|Moottoriajoneuvojen osien ja varusteiden kauppa (pl. moottoripyörät)|Handel med reservdelar och tillbehör till motorfordon utom motorcyklar|Sale of motor vehicle parts and accessories
454|Moottoripyörien sekä niiden osien ja varusteiden kauppa, huolto ja korjaus|Handel med och underhåll och reparation av motorcyklar samt reservdelar och tillbehör|Sale, maintenance and repair of motorcycles and related parts and accessories
461|Agentuuritoiminta|Provisionshandel|Wholesale on a fee or contract basis
462|Maatalousperäisten raaka-aineiden ja elävien eläinten tukkukauppa|Partihandel med jordbruksråvaror och levande djur|Wholesale of agricultural raw materials and live animals
463|Elintarvikkeiden, juomien ja tupakan tukkukauppa|Partihandel med livsmedel, drycker och tobak|Wholesale of food, beverages and tobacco
464|Taloustavaroiden tukkukauppa|Partihandel med hushållsvaror|Wholesale of household goods
465|Tieto- ja viestintäteknisten laitteiden tukkukauppa|Partihandel med informations- och kommunikationsutrustning|Wholesale of information and communication equipment
466|Muiden koneiden, laitteiden ja tarvikkeiden tukkukauppa|Partihandel med andra maskiner, utrustning och tillbehör|Wholesale of other machinery, equipment and supplies
467|Muu erikoistunut tukkukauppa|Annan specialiserad partihandel|Other specialised wholesale
469|Muu tukkukauppa|Övrig partihandel|Non-specialised wholesale trade
471|Vähittäiskauppa erikoistumattomissa myymälöissä|Detaljhandel med brett sortiment|Retail sale in non-specialised stores
472|Elintarvikkeiden, juomien ja tupakan vähittäiskauppa erikoismyymälöissä|Specialiserad detaljhandel med livsmedel, drycker och tobak|Retail sale of food, beverages and tobacco in specialised stores
473|Ajoneuvojen polttoaineen vähittäiskauppa|Specialiserad detaljhandel med drivmedel|Retail sale of automotive fuel in specialised stores
474|Tieto- ja viestintäteknisten laitteiden vähittäiskauppa erikoismyymälöissä|Specialiserad detaljhandel med informations- och kommunikationsutrustning|Retail sale of information and communication equipment in specialised stores
475|Muiden kotitaloustavaroiden vähittäiskauppa erikoismyymälöissä|Specialiserad detaljhandel med annan hushållsutrustning|Retail sale of other household equipment in specialised stores
476|Kulttuuri- ja vapaa-ajan tuotteiden vähittäiskauppa erikoismyymälöissä|Specialiserad detaljhandel med kultur- och fritidsartiklar|Retail sale of cultural and recreation goods in specialised stores
477|Muiden tavaroiden vähittäiskauppa erikoismyymälöissä|Annan specialiserad detaljhandel|Retail sale of other goods in specialised stores
478|Tori- ja markkinakauppa|Torg- och marknadshandel|Retail sale via stalls and markets
479|Vähittäiskauppa muualla kuin myymälöissä (pl. tori- ja markkinakauppa)|Detaljhandel på annat sätt än i butik, på torg eller marknad|Retail trade not in stores, stalls or markets
491|Rautateiden henkilöliikenne, kaukoliikenne|Järnvägstransport, passagerartrafik|Passenger rail transport, interurban
492|Rautateiden tavaraliikenne|Järnvägstransport, godstrafik|Freight rail transport
493|Muu maaliikenteen henkilöliikenne|Annan landtransport, passagerartrafik|Other passenger land transport
494|Tieliikenteen tavarankuljetus ja muuttopalvelut|Vägtransport, godstrafik och flyttjänster|Freight transport by road and removal services
495|Putkijohtokuljetus|Transport i rörsystem|Transport via pipelines
501|Meri- ja rannikkovesiliikenteen henkilökuljetus|Havs- och kustsjöfart, passagerartrafik|Sea and coastal passenger water transport
502|Meri- ja rannikkovesiliikenteen tavarankuljetus|Havs- och kustsjöfart, godstrafik|Sea and coastal freight water transport
503|Sisävesiliikenteen henkilökuljetus|Sjötrafik på inre vattenvägar, passagerartrafik|Inland passenger water transport
504|Sisävesiliikenteen tavarankuljetus|Sjötrafik på inre vattenvägar, godstrafik|Inland freight water transport
511|Matkustajalentoliikenne|Lufttransport, passagerartrafik|Passenger air transport
512|Lentoliikenteen tavaraliikenne ja avaruusliikenne|Lufttransport, godstrafik; rymdfart|Freight air transport and space transport
521|Varastointi|Magasinering och varulagring|Warehousing and storage
522|Liikennettä palveleva toiminta|Stödtjänster till transport|Support activities for transportation
531|Postin yleispalvelu|Postverksamhet enligt samhällsomfattande tjänster|Postal activities under universal service obligation
532|Muu posti-, jakelu- ja kuriiritoiminta|Annan post-, distributions- och kurirverksamhet|Other postal and courier activities
551|Hotellit ja vastaavat majoitusliikkeet|Hotellverksamhet|Hotels and similar accommodation
552|Lomakylät, retkeilymajat yms. majoitus|Stugbyar, vandrarhem o.d. för kortare vistelser|Holiday and other short-stay accommodation
553|Leirintäalueet, asuntovaunu- ja matkailuvaunualueet|Campingplatser|Camping grounds, recreational vehicle parks and trailer parks
559|Muu majoitus|Annan inkvartering|Other accommodation
561|Ravintolat ja vastaava ravitsemistoiminta|Restaurangverksamhet o.d.|Restaurants and mobile food service activities
562|Ateriapalvelut ja muut ravitsemispalvelut|Cateringverksamhet och andra måltidstjänster|Event catering and other food service activities
563|Baarit ja kahvilat|Barer och kaféer|Beverage serving activities
581|Kirjojen ja lehtien kustantaminen ja muu kustannustoiminta|Utgivning av böcker och tidskrifter samt annan förlagsverksamhet|Publishing of books, periodicals and other publishing activities
582|Ohjelmistojen kustantaminen|Utgivning av programvara|Software publishing
591|Elokuva-, video- ja televisio-ohjelmatoiminta|Film-, video- och tv-programverksamhet|Motion picture, video and television programme activities
592|Äänitysstudiot; äänitteiden ja musiikin kustantaminen|Ljudinspelning och fonogramutgivning|Sound recording and music publishing activities
601|Radio-ohjelmien tuottaminen ja lähettäminen|Sändning av radioprogram|Radio broadcasting
602|Televisio-ohjelmien tuottaminen ja lähettäminen|Planering av tv-program och sändningsverksamhet|Television programming and broadcasting activities
611|Langallisen verkon hallinta ja palvelut|Trådbunden telekommunikation|Wired telecommunications activities
612|Langattoman verkon hallinta ja palvelut|Trådlös telekommunikation|Wireless telecommunications activities
613|Satelliittiviestintä|Telekommunikation via satellit|Satellite telecommunications activities
619|Muut televiestintäpalvelut|Annan telekommunikation|Other telecommunications activities
620|Ohjelmistot, konsultointi ja siihen liittyvä toiminta|Dataprogrammering, datakonsultverksamhet o.d.|Computer programming, consultancy and related activities
631|Tietojenkäsittely, palvelintilan vuokraus ja niihin liittyvät palvelut; verkkoportaalit|Databehandling, hosting o.d.; webbportaler|Data processing, hosting and related activities; web portals
639|Muu tietopalvelutoiminta|Andra informationstjänster|Other information service activities
641|Pankkitoiminta (pl. vakuutusrahastot ja eläkerahastot)|Monetär finansförmedling|Monetary intermediation
642|Rahoitusalan holdingyhtiöiden toiminta|Holdingverksamhet|Activities of holding companies
643|Rahastotoiminta|Fonder och liknande finansiella enheter|Trusts, funds and similar financial entities
649|Muut rahoituspalvelut (pl. vakuutus- ja eläkevakuutustoiminta)|Andra finansiella tjänster utom försäkring och pensionsfondsverksamhet|Other financial service activities, except insurance and pension funding
651|Vakuutustoiminta|Försäkring|Insurance
652|Jälleenvakuutustoiminta|Återförsäkring|Reinsurance
653|Eläkevakuutustoiminta (pl. pakollinen sosiaalivakuutus)|Pensionsfondsverksamhet|Pension funding
661|Rahoitusta palveleva toiminta (pl. vakuutus- ja eläkevakuutustoiminta)|Stödtjänster till finansiella tjänster utom försäkring och pensionsfondsverksamhet|Activities auxiliary to financial services, except insurance and pension funding
662|Vakuutus- ja eläkevakuutustoimintaa avustava toiminta|Stödtjänster till försäkring och pensionsfondsverksamhet|Activities auxiliary to insurance and pension funding
663|Omaisuudenhoitotoiminta|Fondförvaltning|Fund management activities
681|Omien kiinteistöjen kauppa|Handel med egna fastigheter|Buying and selling of own real estate
682|Omien tai leasing-kiinteistöjen vuokraus ja hallinta|Uthyrning och förvaltning av egna eller arrenderade fastigheter|Rental and operating of own or leased real estate
683|Kiinteistöalan toiminta palkkio- tai sopimusperusteisesti|Fastighetsverksamhet på uppdrag|Real estate activities on a fee or contract basis
691|Lakiasiainpalvelut|Juridisk verksamhet|Legal activities
692|Laskentatoimi, kirjanpito ja tilintarkastus; veroneuvonta|Redovisning, bokföring och revision; skatterådgivning|Accounting, bookkeeping and auditing activities; tax consultancy
701|Pääkonttorien toiminta|Verksamheter som utövas av huvudkontor|Activities of head offices
702|Liikkeenjohdon konsultointi|Konsulttjänster till företag|Management consultancy activities
711|Arkkitehti- ja insinööripalvelut ja niihin liittyvä tekninen konsultointi|Arkitekt- och ingenjörsverksamhet samt därmed förbunden teknisk konsultverksamhet|Architectural and engineering activities and related technical consultancy
712|Tekninen testaus ja analysointi|Teknisk provning och analys|Technical testing and analysis
721|Luonnontieteen ja tekniikan tutkimus ja kehittäminen|Naturvetenskaplig och teknisk forskning och utveckling|Research and experimental development on natural sciences and engineering
722|Yhteiskuntatieteellinen ja humanistinen tutkimus ja kehittäminen|Samhällsvetenskaplig och humanistisk forskning och utveckling|Research and experimental development on social sciences and humanities
731|Mainostoiminta|Reklamverksamhet|Advertising
732|Markkina- ja mielipidetutkimukset|Marknads- och opinionsundersökning|Market research and public opinion polling
741|Taideteollinen muotoilu ja suunnittelu|Specialiserad designverksamhet|Specialised design activities
742|Valokuvaustoiminta|Fotoverksamhet|Photographic activities
743|Kääntäminen ja tulkkaus|Översättning och tolkning|Translation and interpretation activities
749|Muualla luokittelemattomat erikoistuneet palvelut liike-elämälle|Övriga specialiserade tjänster till företag|Other professional, scientific and technical activities n.e.c.
750|Eläinlääkintäpalvelut|Veterinärverksamhet|Veterinary activities
771|Moottoriajoneuvojen vuokraus ja leasing|Uthyrning och leasing av motorfordon|Rental and leasing of motor vehicles
772|Henkilökohtaisten ja kotitaloustavaroiden vuokraus ja leasing|Uthyrning och leasing av hushållsartiklar och varor för personligt bruk|Rental and leasing of personal and household goods
773|Muiden koneiden ja laitteiden vuokraus ja leasing|Uthyrning och leasing av andra maskiner och annan utrustning|Rental and leasing of other machinery, equipment and tangible goods
774|Henkisen omaisuuden ja vastaavien tuotteiden leasing (pl. tekijänoikeuden suojaamat teokset)|Leasing av immateriell egendom och liknande produkter, med undantag för upphovsrättsskyddade verk|Leasing of intellectual property and similar products, except copyrighted works
781|Työnvälitystoiminta|Arbetsförmedling|Activities of employment placement agencies
782|Työvoiman vuokraus|Personaluthyrning|Temporary employment agency activities
783|Muut henkilöstön hankintapalvelut|Andra personalrelaterade tjänster|Other human resources provision
791|Matkatoimistojen ja matkanjärjestäjien toiminta|Resebyrå- och researrangörsverksamhet|Travel agency and tour operator activities
799|Varauspalvelut, matkaoppaiden palvelut ym.|Bokningstjänster, guidetjänster m.m.|Other reservation service and related activities
801|Yksityiset turvallisuuspalvelut|Privata säkerhetstjänster|Private security activities
802|Turvallisuusjärjestelmiä palveleva toiminta|Säkerhetssystemtjänster|Security systems service activities
803|Etsivätoiminta|Detektivverksamhet|Investigation activities
811|Kiinteistönhoito|Fastighetsskötsel|Combined facilities support activities
812|Siivouspalvelut|Städtjänster|Cleaning activities
813|Maisemanhoitopalvelut|Skötsel och underhåll av grönytor|Landscape service activities
821|Hallinto- ja toimistopalvelut|Administrativa tjänster och kontorstjänster|Office administrative and support activities
822|Puhelinpalvelukeskusten toiminta|Callcenterverksamhet|Activities of call centres
823|Messujen ja kongressien järjestäminen|Arrangemang av kongresser och mässor|Organisation of conventions and trade shows
829|Muut palvelut liike-elämälle|Andra företagstjänster|Business support service activities n.e.c.
841|Julkinen hallinto|Offentlig förvaltning|Administration of the State and the economic and social policy of the community
842|Ulkoasiainhallinto, maanpuolustus ja järjestystoimi|Utrikesförvaltning, försvar och ordningsväsende|Provision of services to the community as a whole
843|Pakollinen sosiaalivakuutustoiminta|Obligatorisk socialförsäkring|Compulsory social security activities
851|Esiasteen koulutus|Förskoleutbildning|Pre-primary education
852|Alemman perusasteen koulutus|Lägre grundskoleutbildning|Primary education
853|Ylemmän perusasteen ja keskiasteen koulutus|Högre grundskoleutbildning och utbildning på andra stadiet|Secondary education
854|Korkea-asteen koulutus|Högre utbildning|Higher education
855|Muu koulutus|Annan utbildning|Other education
856|Koulutusta palveleva toiminta|Stödverksamhet för utbildning|Educational support activities
861|Terveydenhuollon laitospalvelut|Sluten sjukvård|Hospital activities
862|Lääkäri- ja hammaslääkäripalvelut|Läkar- och tandläkartjänster|Medical and dental practice activities
869|Muut terveydenhuoltopalvelut|Andra hälso- och sjukvårdstjänster|Other human health activities
871|Sosiaalihuollon hoitolaitokset|Vårdinstitutioner inom socialvården|Residential nursing care activities
872|Kehitysvammaisten, mielenterveysongelmaisten ja päihdeongelmaisten asumispalvelut|Boende för personer med utvecklingsstörning, psykiska problem eller missbruksproblem|Residential care activities for mental retardation, mental health and substance abuse
873|Vanhusten ja vammaisten asumispalvelut|Boende för äldre personer och personer med funktionsnedsättning|Residential care activities for the elderly and disabled
879|Muut sosiaalihuollon laitospalvelut|Annan vård och omsorg med boende|Other residential care activities
881|Vanhusten ja vammaisten sosiaalihuollon avopalvelut|Öppna sociala insatser för äldre personer och personer med funktionsnedsättning|Social work activities without accommodation for the elderly and disabled
889|Muut sosiaalihuollon avopalvelut|Andra öppna sociala insatser|Other social work activities without accommodation
900|Kulttuuri- ja viihdetoiminta|Konstnärlig och kulturell verksamhet samt underhållningsverksamhet|Creative, arts and entertainment activities
910|Kirjastojen, arkistojen, museoiden ja muiden kulttuurilaitosten toiminta|Biblioteks-, arkiv- och museiverksamhet m.m.|Libraries, archives, museums and other cultural activities
920|Rahapeli- ja vedonlyöntipalvelut|Spel- och vadhållningsverksamhet|Gambling and betting activities
931|Urheilutoiminta|Sportverksamhet|Sports activities
932|Huvi- ja virkistystoiminta|Nöjes- och fritidsverksamhet|Amusement and recreation activities
941|Elinkeinoelämän, työnantaja- ja ammattialajärjestöjen toiminta|Verksamhet i näringslivs-, arbetsgivar- och yrkesorganisationer|Activities of business, employers and professional membership organisations
942|Ammattiyhdistysten toiminta|Fackföreningsverksamhet|Activities of trade unions
949|Muiden järjestöjen toiminta|Verksamhet i andra organisationer|Activities of other membership organisations
951|Tietokoneiden ja viestintälaitteiden korjaus|Reparation av datorer och kommunikationsutrustning|Repair of computers and communication equipment
952|Henkilökohtaisten ja kotitaloustavaroiden korjaus|Reparation av hushållsartiklar och personliga artiklar|Repair of personal and household goods
960|Muut henkilökohtaiset palvelut|Andra konsumenttjänster|Other personal service activities
970|Kotitalouksien toiminta kotitaloustyöntekijöiden työnantajina|Förvärvsarbete i hushåll|Activities of households as employers of domestic personnel
981|Kotitalouksien eriyttämätön tavaroiden tuottaminen omaan käyttöön|Hushållens produktion av diverse varor för eget bruk|Undifferentiated goods-producing activities of private households for own use
982|Kotitalouksien eriyttämätön palvelujen tuottaminen omaan käyttöön|Hushållens produktion av diverse tjänster för eget bruk|Undifferentiated service-producing activities of private households for own use
990|Kansainvälisten organisaatioiden ja toimielinten toiminta|Verksamhet vid internationella organisationer, utländska ambassader o.d.|Activities of extraterritorial organisations and bodies
`;
