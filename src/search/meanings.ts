import { wordsIn } from "./grams.ts";

/**
 * Words that colleagues use for one thing or one trouble: a meaning up to each semicolon, in every language of Gnist, as beginnings of words; `_` stands between two
 * words and `$` where the word ends. Letters alone cannot tell that what *krånglar* is *trasigt*. Of several beginnings the longest counts: *krånglig* is not *krånglar*.
 */
const meanings = `
  slow$ slowly sluggish takes_ages forever long_time minutes långsam segt$ sega$ trög lång_tid lång_stund minut evighet treg langsom lang_tid sløv
      evigheter hidas hitaa hitau kauan$ kestä minuut;
  wait queue on_hold vänta kö$ kön$ köer köa telefonkö vente venta kø$ køen køer køa telefonkø jono odot puhelinjono;
  broken breaks broke$ jam$ jams$ jammed stuck crash freezes failing fails repair faulty trasig sönder krångl strul hänger_sig hakar pajar havere
      ur_funktion reparation verkstad ødelagt øydela ustand heng_seg henger_seg henger$ heng$ krangl streik defekt reparasjon verksted i_stå i_stykker itu$
      driller hænger af_drift værksted rikki rikkou hajo jumi tiltta epäkun ei_toimi reista viall korjattav huollos;
  gone$ missing lost$ disappear vanish empty run_out runs_out ran_out shortage lacking none$ no_more borta försv saknas fattas slut$ tar_slut tomt$
      tomma brist borte forsvinn forsvunn mangler manglar tomt$ tomme slipper_opp tek_slutt tar_slutt går_tom vekk$ væk$ forsvind forsvundet slipper_op
      løber_tør tør_for kadon kateis katoa hukas häviä puuttu tyhj loppu lopp lopussa loppun tom$ hukassa hukkaa kadoks;
  twice double duplicate again_and same_thing several_systems several_places three_places two_places two_systems dubbel dubbl dubblett två_gånger
      samma_sak flera_ställen två_ställen tre_ställen flera_system två_system om_och samma_uppgift dobbel dobbl to_ganger to_steder tre_steder flere_system
      flere_steder samme_opplys om_igjen to_gange flere_systemer samme_oplysn igen_og to_gonger to_stader tre_stader fleire_system fleire_stader same_opplys
      om_att tupla kaksinkert kahteen kahdes päällekk moneen kolmeen samat_tied saman_asian sama_asia uudestaan yhä_uud;
  mess$ messy chaos chaotic unstructured disorgan clutter rörig struktur ostrukt kaos stökig oreda oordning rotete$ rot$ uoversikt ustrukt rodet$ rod$
      uoverskue sekava sekais sotku kaaos järjestyk;
  difficult hard_to confusing unclear complicated incompreh understand svår krånglig obegrip otydlig oklar förstå komplic vanskel tungvin uforståe uklar
      forstå komplis svær besvær indvikl bøvl vaike hankal epäselv ymmärt monimutk;
  late$ too_late delay sent$ försen seint$ forsink forsein myöhä viiväst;
  cold$ freezing kall$ kallt kyla fryser$ kald$ kaldt frys$ kold$ kulde kylm palel viile kaldt$ kalde$ kallt$ kalla$;
  hot$ heat$ warm varm$ varmt värme varme hett kuuma lämpim lämpö hiki hikin;
  dark$ dim$ light$ lights$ lamp$ lamps$ lighting mörk lampa lampan lampor belys lyse$ lyser ljus mørk lys$ lyset lampe pære$ pimeä valo$ valot valais
      lamppu lamput himmeä;
  noise noisy loud$ buller bullr högljud oväs ljudnivå bråk lydnivå melu$ melua meteli kaiku kaikuu äänieris støj$ støjen støy$ støyen støyer larmer$;
  smell stink stinks odour odor lukt stank stinker lugt lugter haju haise hajua;
  dirty filthy cleaned cleaner cleaning smuts städ smutsig skitten skittent renhold vaskes$ reingjer beskidt snavs rengør likai siivo siivot;
  narrow cramped crowded tight$ too_small no_space no_room trång får_plats ingen_plats för_lite för_liten trang trangt ikke_plass ikkje_plass
      ingen_plass for_liten for_lite trange for_lille ikke_plads ingen_plads ahdas ahtaa mahdu liian_pien;
  outdated expired not_updated updated föråld utgång inaktuell uppdater utdatert utgått oppdater forældet udløbet opdater vanhentu päivit;
  lock$ locks$ locked unlock lås$ låst låser låse låsa lukko lukit lukos lukossa;
  leak drip flood dropp översväm lekk drypp oversvøm læk drypper vuota vuotaa vuoto vuotav läcka läcker läckt läckage;
  slippery icy$ halt$ halk isig isbana glatt$ glatte hålke glat$ glatføre liuka liukas jäinen hiekoit sanda sandas strø$ strødd strør salt$ gritted hal$
      isen$;
  nobody_answers no_answer pick_up picks_up answers$ answered svarar svarer svare$ besvarar besvare vastaa vastata vastau;
  cancel inställ ställs_in avbok avlys aflys peru$ peruu peruut peruttu;
  disturb interrupt stör$ störs störd avbryt avbrott forstyrr avbryt forstyrre afbryd häiri keskey;
  forget forgot glöm glem gløym unoh;
  change$ changed changes$ moved ändra ändras endra endrer endres ændre ændret ændring muutt muuttu vaihtu;
  heavy tung$ tungt tunga tunge raskas raskai painav;
  print$ printer printing skrivare skrivarn skrivaren skriveren skriverne skrivarane printern printare printar printen tulosti tulostim tulostm;
  phone telephone mobile$ telefon mobil mobiltelefon lur$ puhelim puhelin kännyk;
  login logging log_in log_on sign_in logins inlogg logga_in loggar_in inlogn pålogg innlogg logge_på logge_inn logg_inn logga_på logge_ind logger_ind
      kirjautu kirjaudu kirjatum sisäänkirj login$ logins$;
  password lösenord passord adgangskode kodeord salasana;
  document register dokumenter journalför registrer journalfør skriva_in kirjaa kirjaam kirjata kirjataan kirjaus dokumentoi;
  computer laptop pc$ datamaskin tietokone läppäri datorn datorer dator$;
  floor våning etasje etg$ etage kerros kerroks kerrok sal$;
  badge access_card key_card passerkort tagg$ bricka adgangskort tilgangskort nøkkelkort nøglekort kulkukort kulkuläpys avainkort;
  handover shift_change shift_report överrapp rapport överlämn skiftbyte skiftrapp overrapp vaktskifte vaktrapp overlever vagtskifte vagtover vuoronvaih
      raport;
  newcomer new_colleague new_staff new_employee new_people onboard nyanställ nya_medarb ny_medarb nya_kolleg nya_vikar introduktion nyansatt nye_medarb
      nye_kolleg nye_ansat opplæring nytilsett nytilsatt oplæring uusi_työn uudet_työn uuden_työn uusille perehdy;
  start$ starts$ begin begins$ first_day börjar första_dag starter$ begynner første_dag byrjar begynder aloitt ensimmäisenä;
  medicine medication meds$ pills läkemed medicin medisin legemid lækemid lääke lääkk;
  vacation holiday semester ferie loma$ loman lomahak lomalom lomat;
  application ansök søknad ansøgn hakemu;
  schedule rota$ roster schema shift_list turnus vaktliste vaktlist vagtplan vagtskema arbetsschema työvuoro vuorolist vuorot;
  laundry tvätt tvättstuga vask$ vaskeri vaskeriet vasketøy vasketøj pyyk pesula;
  waste garbage rubbish trash bins$ bin$ sopor soprum sopkärl sopkor avfall papperskorg søppel søppelb skrald affald roska roskis jäte$ jätteet;
  snow plough plow shovel snö snöröj plog$ plogar plogad skotta snø brøyt sne$ sneryd lumi lumen lumet aura aurat kolattu måker måking måkt måket kolaa
      kolat;
  residents citizens tenants invånare medborgare boende brukare innbygg brukar bebuar borger beboer asukas asukkaa asukka kuntalai;
  relatives parents anhörig närstående föräld pårørende foreld forældre foreldre omais vanhemm vanhempi huoltaj;
  colleague staff personal$ personalen medarbet kolleg medarbeid medarbejd henkilö henkilök työntek työkav;
  substitute temp$ temps$ stand_in vikarie vikarier vikar sijai sijais keikkala;
  meeting möte møte mødet mødel møder kokou palaver;
  internet wifi wi_fi network nätverk uppkoppl nettverk netværk dækning täckning dekning verkko netti netin yhteys$ yhteyd yhteyt nätet$ nettet$;
  charger charging charge battery batteri ladd$ laddar laddare laddas uppladd lade$ oplad opplad lading lataa laturi lataus paristo akku$ akun akut$
      akkua lader$ ladar$;
  elevator lift$ lifts$ hiss$ hissen heis$ heisen elevator hissi hissin;
  chair seat stol$ stolar stolen stole$ tuoli tuolit;
  toilet restroom loo$ wc$ toalett toilet vessa vessan;
  instruction routine guideline manual instruktion rutin rutiner anvisning veiledn rettlei vejledn retningslin retningslinj ohjeet ohjeis ohje$ ohjett
      ohjeita;
  parking parked parker p_plats park_ pysäköi parkkip;
  order$ ordering orders$ delivery delivered beställ leverans levere bestill leveranse levering bestil tilaus tilata tilattu tilaam toimitus;
  morning mornings morgon morgn morgen aamu;
  weekend weekends helg helgen helger helgerna weekend viikonlop viikonlopp lørdag søndag lördag söndag;
  night natt nætter natten netter nat$ natten yö$ yöllä yövuoro;
  key$ keys$ nyckel nyckl nykel nøkkel nøkl nykjel nykl nøgle nøgl avain avaim avaint;
  gloves glove handsk hansk hanska käsine hansik;
  food meal$ meals lunch mat$ maten måltid lunsj middagen mad$ maden ruoka ruoan ruuan ruok ateria lounas lounaa;
  coffee kaffe kahvi;
  car$ cars$ vehicle bil$ bilen bilar bilarna bilane bilene bilerne tjänstebil tjenestebil auto$ autot auton autoja autoissa;
  bike bicycle cykel cykl sykkel sykl pyörä$ pyörät pyörä_ polkupyör;
  tank fuel refuel petrol otank bensin tanka tanke polttoain tankattu;
  email e_mail mail$ mails$ mejl epost e_post mail sähköpost;
  invoice invoices bill$ bills$ faktur regning lasku$ laskut laskun laskuj;
  approve approval godkänn attest godkjen godkend hyväks;
  understaffed short_staffed underbemann bemanning ensam$ alene$ aleine alone$ vajaamieh yksin$;
  break$ lunch_break rast$ rasten$ raster$ paus$ pausen pause$ pauser tauko taukoa tauot tauolla;
  training course utbildning kurs kursen uddannelse koulutu kurssi;
  money budget pengar penger penge rahat raha$ rahaa kostnad budsjett budjet;
  screen monitor skärm skjerm skærm näyttö näytöt ruutu;
  app$ apps$ program$ programmet appen$ sovellus sovelluk ohjelma;
  collect hämta hämtas hente hentes hentar afhent nouto noutaa noudet;
  cupboard store_room storeroom storage förråd skåp skåpet lager$ lageret skap$ skapet skab$ skabet depot varasto kaappi kaapi kaapp;
  corridor hallway korridor gangen$ käytäv;
  bed$ beds$ säng$ sängen sängar seng$ senger sengen senge sänky sängyn sängyt;
  door doors dörr dør$ døra$ døren dører døre dörren ovi$ ovet ovea;
  clothes uniform kläder arbetsklä klær arbeidsklæ arbejdstøj arbeidstøy klede vaatte vaate työvaat;
  alarm alarms larm$ larmet trygghetslarm hälyty hälyttim;
  towel towels handduk håndkle handkle håndklæd pyyhe pyyhk pyyhi;
  soap tvål såpe såpa sæbe saippua;
  diapers nappies nappy blöja blöjor blöjo bleie bleier bleiar bleer vaippa vaipat vaippo;
  wheel wheels hjul däck dekk hjulet dæk pyörien rengas renkaa;
  walker rollator rullator rollaattor;
  nobody_shows no_show not_show dukker_ikke dukka_ikkje kom_ikke dyker_inte kom_inte kom_aldrig møter_ikke;
  website web_page webpage hemsida webbsida hjemmeside nettside nettsida verkkosivu kotisivu;
  far$ far_away walk_across långt_bort lang_vei langt_unna langt_væk lang_veg kaukana matka$;
  tools tool$ verktyg verktøy verktøj værktøj työkalu;
  gravel sandgrus grus$ singel sora hiekka;
  bench benches bänk benk bænk penkki penkit;
  tree trees träd trær træ$ træer puu$ puut puita;
  grass lawn mower gräs gräsklipp gress græs plen$ plena plæne nurmikko nurmen ruoho leikkuri;
  playground lekplats leikeplass leikeplassen legeplads leikkipaik leikkiken
`;

/** The mark of a meaning, by the beginning of a word or of two. No piece of a word has an equals sign. */
const markOf = new Map(
  meanings.split(";").flatMap((words, at) =>
    words
      .trim()
      .split(/\s+/)
      .map((beginning) => [beginning, `=${at}`] as const),
  ),
);
const longest = Math.max(...[...markOf.keys()].map(({ length }) => length));

/** Letters that stand before a beginning within a compound, and the fewest letters of such a beginning: shorter ones stand in words by chance. */
const leastBefore = 3;
const leastWithin = 4;

/** The longest beginning of at least some letters that a term has at a letter. */
const meantAt = (term: string, at: number, least: number) => {
  for (let letters = Math.min(longest, term.length - at); letters >= least; letters -= 1) {
    const part = term.slice(at, at + letters);
    const mark = (letters === term.length ? markOf.get(`${part}$`) : undefined) ?? markOf.get(part);
    if (mark !== undefined) return { mark, letters };
  }
  return undefined;
};

/** The meanings of a word: of its beginning, and of the words that it is compounded of. */
const meantBy = (word: string): readonly string[] => {
  const found: string[] = [];
  for (let at = 0; at < word.length; ) {
    const meant = at === 0 ? meantAt(word, 0, 1) : at < leastBefore ? undefined : meantAt(word, at, leastWithin);
    if (meant) found.push(meant.mark);
    at += meant?.letters ?? 1;
  }
  return found;
};

/** The meanings in a text, each with its words in small letters. */
export const meaningsIn = (text: string): ReadonlyMap<string, readonly string[]> => {
  const words = wordsIn(text).map((word) => word.toLowerCase());
  const found = new Map<string, readonly string[]>();
  const put = (mark: string, its: readonly string[]) => found.set(mark, [...(found.get(mark) ?? []), ...its]);
  for (const [at, word] of words.entries()) {
    for (const mark of meantBy(word)) put(mark, [word]);
    const next = words[at + 1];
    const both = next === undefined ? undefined : meantAt(`${word}_${next}`, 0, word.length + 2);
    if (next !== undefined && both) put(both.mark, [word, next]);
  }
  return found;
};
