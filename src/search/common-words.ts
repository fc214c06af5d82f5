/** Words that tell nothing of what a sentence is about, in every language of Gnist: two sentences that have only these in common are not alike. */
const common = {
  en: `a all also always an and are as at be because been before but by can cannot come comes do does down every find for from get gets go goes got had has have
    he here how i if in into is it its keep keeps long many more most much must my need needs never new no nobody not nothing of off often old on one only or our
    out over place same she so some still take takes than that the their them then there they this three time times to too two up us very was we were what when
    where which who why with without wrong you your again after`,
  sv: `aldrig alla allt alltid att av bara behöver blir de dem den det dit du efter egentligen en ett fel finns flera får för före från gamla gammal går ha hade han har
    hittar hon här i igen in inga ingen inget inte jag kan kommer länge lång långt man med men min mitt mina mot mycket måste många ni nu ny nya nytt när och också
    om oss på samma ser sig sin sina sitt ska som står ställe så tar tid till tre två under upp ut utan var varför varje vi vid vill vår våra vårt än är åt över`,
  nb: `aldri alle alltid alt at av bare begge blir både da de dem den der det deres du eller en er et etter feil finnes finner for fra fram få får før gammel gamle går ha
    hadde han har hele henne hun hvem hver hvor hvorfor igjen ikke ingen ingenting inn jeg kan kommer lang lange lenge man mange med meg men min mitt mine mye må når
    ny nye nytt nå og også om opp oss over på samme seg sin sine sitt skal som står sted så tar tid til to tre under ut uten var ved vi vil vår våre være å`,
  nn: `aldri alle alltid alt av berre begge blir både da dei deira den denne der det du dykk dykkar eg ein ei eit eller er etter feil finn finst for frå fram få får før
    gammal gamle går ha hadde han har heile ho ikkje ingen ingenting inn kan kjem korfor kvar kva kven kvifor lang lange lenge man mange med meg men min mitt mine
    mykje må no når ny nye nytt og også om opp oss over på same seg sin sine sitt skal som står stad så tek tid til to tre under ut utan var ved vi vil vår våre vere å`,
  da: `aldrig alle alt altid at af bare begge bliver både da de dem den der deres det du efter eller en er et fejl findes finder for fra frem få får før gamle gammel går
    har have havde han hele hende hun hver hvem hvor hvorfor igen ikke ind ingen ingenting jeg kan kommer lang lange længe man mange med meget men mig min mit mine må
    når ny nye nyt nu og også om op os over på samme sig sin sine sit skal som sted står så tager tid til to tre ud uden under var ved vi vil vores være`,
  fi: `aina ajan ei eivät ennen enää en emme että hän ihan ilman ja jo joka jonka jos jossa joten jälkeen kaikki kaikkien kanssa kerran kesken koko kolme koska kuin kun
    kuka kukaan liian me mennä meidän meillä mikä miksi minun minä missä mitä mitään monta moni mukaan mutta mutten myös nyt näin niin noin ole olen olla oli on ovat
    paljon pitkä pitää pois saa saada samaa sama sen se siellä sitä taas tai tulee tämä vaan vain vaikka vanha vielä voi väärä väärin yksi kaksi ylös alas uusi uudet`,
} as const;

const all: ReadonlySet<string> = new Set(Object.values(common).flatMap((words) => words.split(/\s+/)));

export const isCommon = (word: string): boolean => all.has(word);
