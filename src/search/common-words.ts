/** Words that tell nothing of what a sentence is about, in every language of Gnist: two sentences that have only these in common are not alike. */
const common = {
  en: `a all also always an and are as at be because been before but by can cannot come comes do does down every find for from get gets go goes got had has have
    he here how i if in into is it its keep keeps long many more most much must my need needs never new no nobody not nothing of off often old on one only or our
    out over place same she so some still take takes than that the their them then there they this three time times to too two up us very was we were what when
    where which who why with without wrong you your again after`,
  sv: `aldrig alla allt alltid att av bara behöver blir de dem den det dit du efter egentligen en ett fel finns flera får för före från gamla gammal går ha hade han har
    hittar hon här i igen in inga ingen inget inte jag kan kommer länge lång långt man med men min mitt mina mot mycket måste många ni nu ny nya nytt när och också
    om oss på samma ser sig sin sina sitt ska som står ställe så tar tid till tre två under upp ut utan var varför varje vi vid vill vår våra vårt än är åt över`,
  nb: `aldri alle alltid alt andre annen annet at av bare begge ble blir blitt både da de deg dem den der deres det dette dit du eller en er et etter
    feil fikk finner finnes flere for fordi fra fram før første få får gamle gammel gang ganger gir gjør går ha hadde han har hele henne hos hun hvem
    hver hvert hvilke hvilken hvor hvorfor igjen ikke ikkje ingen ingenting inn jeg kan kommer lang lange lenge man mange mangler med meg men midt
    min mine mitt mot mye må noe noen ny nye nytt nå når og også om opp oss over på samme seg seint sent siden sier sin sine sitt skal slik som sted
    står så tar tid til to tre under ut uten var ved vet vi vil vite være vært vår våre å`,
  nn: `aldri alle alltid alt andre anna annan at av begge berre blei blir blitt både da de deg dei deira den denne der det dette dit du dykk dykkar
    eg ei ein eit eitt eller er etter feil fekk finn finst fleire for fordi fram frå før første få får gamle gammal gir gjer gong gonger går ha hadde
    han har heile hjå ho hos i igjen ikkje ingen ingenting inn kan kjem kor korfor kva kvar kvart kven kvifor lang lange lenge man mange manglar med
    meg men midt min mine mitt mot mykje må no noko nokon ny nye nytt når og også om opp oss over på same seg seier seint sidan sin sine sitt skal
    slik som stad står så tek tid til to tre under ut utan var vart ved veit vere vert vi vil vite vore vår våre å`,
  da: `af aldrig alle alt altid anden andet andre at bare begge blev blevet blive bliver både da dag dage dagen de dem den denne der deres det dette din dit
    du dér efter eller en er et fejl fik finder findes flere for fordi fra frem før først første få fået får gamle gammel gang gange giver gør gøre går
    han har havde have hele hende her hos hun hvad hvem hver hvert hvilke hvilken hvilket hvor hvorfor igen ikke ind inden indtil ingen ingenting jeg jer
    jeres kan kl kommer kunne lang lange lidt ligger længe længere man mange mangler med meget men midt mig min mine mit mod må måtte nogen noget nogle
    nok nu ny nye nyt når og også om op os over på sagt samme selv selvom sent sidder siden sig siger sin sine sit skal skulle som stadig sted står så
    sådan tager tid tiden til to tre ud uden under var ved vi vide vil ville vore vores være været`,
  fi: `aina ajan alas annetaan antaa asti ehdi ehtii ei eikä eivät eli emme en ennen enää eri et ette että harvoin he heidän heti hyvin hän ihan ilman itse ja jo joista joka jokin joku jonka jonkun jos joskus jossa jota jotain joten jotka joutuu joutuvat juuri jäi jäivät
    jälkeen jätetään jää jäävät kahden kaikki kaikkien kaksi kanssa kautta kenenkään kerran kesken kohta koko kolme kolmen koska koskaan kuin kuka kukaan
    kun kuten laitetaan laittaa liian liikaa löydy löydä löytyy me meidän meille meillä meiltä melko mene menee meni mennä mihinkään miksi mikä mikään
    milloin millään minkä minulle minun minä missä missään mitä mitään moneen monen moni monta muita mukaan mutta mutten muu muut myös ne
    neljä niiden niihin niin niitä noin nuo nyt näin näkyy nämä näy näyttää oikea oikean ois ole olen oli olisi olla ollaan olleet ollut oltu oma oman
    omat on oo otetaan ottaa ovat paitsi paljon pidetään piti pitkä pitäisi pitäs pitää pois puuttuu puuttuvat pysty pystyä riittää riitä saa saada
    saadaan saakka sai sama samaa saman samat samoja se sekä sen siellä siihen siitä siksi sille silloin sit sitten sitä taas tai te tehdä tehdään tehtiin
    tehty tekee tiedä tietää toinen toisen toiset toista tulee tuli tulla tullaan tullut tähän tämä tämän tässä tästä usein useita uudelleen uudestaan
    uudet uusi vaan vai vaikka vain vanha vasta vielä voi voida voisi vähän väärin väärä väärän väärässä väärät väärää väärään yhden yksi
    ylös`,
} as const;

const lists: readonly ReadonlySet<string>[] = Object.values(common).map((words) => new Set(words.split(/\s+/)));

/** The common words of the language in which words are: the one that has most of them. Languages share words that tell nothing in one and something in another. */
export const commonAmong = (words: readonly string[]): ReadonlySet<string> => {
  const counts = lists.map((list) => words.filter((word) => list.has(word)).length);
  const most = Math.max(...counts);
  return new Set(lists.flatMap((list, at) => (counts[at] === most ? words.filter((word) => list.has(word)) : [])));
};
