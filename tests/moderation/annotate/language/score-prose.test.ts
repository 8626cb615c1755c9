import { describe, expect, it } from 'vitest';
import { detectLanguages } from '../../../../src/moderation/annotate/language/detect-languages.ts';
import { readsAsEnglish } from '../../../../src/moderation/annotate/language/reads-as-english.ts';
import { toPlainText } from '../../../../src/moderation/annotate/to-plain-text.ts';

const ENGLISH = 'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening.';

/** Whether a text is read as English, by itself and in an English article. */
function readBoth(text: string) {
  const { article } = detectLanguages(toPlainText(text));
  const [, inside] = detectLanguages(toPlainText(`${ENGLISH}\n\n${text}`)).blocks;
  return { alone: readsAsEnglish(article, text), inside };
}

describe('English that is rich in names', () => {
  it.each([
    'Vice President Carla Mendes, Treasury Secretary Ann Doyle and House Speaker Jim Reed spoke.',
    'Nokia Oyj (NOKIA.HE) and Ericsson AB shares jumped in Helsinki and Stockholm.',
    'Jim Reed met Ann Doyle in Paris. '.repeat(100).trim(),
    'Carl Heinrich Georg von Brandow of Frankfurt was a German senator and entomologist.',
    'Oskar Venn, Mara Teveny, Jürgen Müller, Jens Böttcher, Ilse Brandow and Halden Roe',
    'Juan Carlos Mendoza, María Fernanda López, Diego Ramírez, Lucía Castillo, Javier Ortega',
    'Anna Lindqvist\tSweden\tGöteborg\nMikko Virtanen\tFinland\tTampere\nLars Nygård\tNorway\tTromsø',
    'Real Oviedo 2, Deportivo Alavés 1\nRayo Vallecano 0, Celta Vigo 3\nReal Valladolid 1, Cádiz 1',
    'Banco Santander Totta, Caixa Geral de Depósitos and Novo Banco lent to Energias de Portugal.',
    'Giovanni Ferri beat Matteo Conti in Pescara, and Lorenzo Bianchi lost to Andrea Moretti in Ravenna.',
  ])('stays English: %s', (text) => {
    const { alone, inside } = readBoth(text);
    expect(alone).toBe(true);
    expect(inside).toBe('en');
  });
});

describe('other languages', () => {
  it.each([
    ['de', '„Wir haben den ganzen Winter auf eine Antwort gewartet“, sagte der Lotse, „und nun ist der Hafen zu.“'],
    ['de', 'Bürgermeisterin Ilse Brandow und Oskar Venn aus Hamburg trafen am Montag in Kiel auf Vertreter der Reederei Merrow.'],
    ['de', 'Angela Brandow trifft Jürgen Müller in Hamburg zu Gesprächen über Europa.'],
    ['fr', 'Le conseil du port s’est réuni à midi pour entendre ce que voulaient les pilotes, et la plupart sont restés.'],
    ['fr', 'Le président Luc Moreau et la ministre Claire Besson ont rencontré Jean Petit à Lyon et à Marseille.'],
    ['es', 'El consejo del puerto se reunió al mediodía para escuchar lo que querían los prácticos.'],
    ['es', 'El presidente Carlos Mendes y la alcaldesa Ana Ruiz visitaron Sevilla, Granada y Madrid el lunes.'],
    ['it', 'Il consiglio del porto si è riunito a mezzogiorno per ascoltare ciò che volevano i piloti.'],
    ['it', 'Il sindaco Marco Bianchi e la ministra Laura Conti sono arrivati a Roma con Paolo Ferri.'],
    ['nl', 'De havenraad kwam om twaalf uur bijeen om te horen wat de loodsen wilden, en de meesten bleven.'],
    ['nl', 'Burgemeester Jan de Wit en minister Els Bakker spraken in Utrecht met Piet Visser over de haven.'],
    ['pt', 'O conselho do porto reuniu-se ao meio-dia para ouvir o que os pilotos queriam.'],
    ['pt', 'O presidente João Matos e a ministra Rita Lopes estiveram em Lisboa com Pedro Nunes na segunda-feira.'],
    ['sv', 'Hamnrådet möttes vid middagstid för att höra vad lotsarna ville, och de flesta stannade kvar.'],
    ['sv', 'Statsminister Anna Lind och borgmästare Erik Berg träffade Nils Holm i Göteborg på måndagen.'],
    ['da', 'Havnerådet mødtes ved middagstid for at høre, hvad lodserne ville, og de fleste blev hele aftenen.'],
    ['pl', 'Rada portu zebrała się w południe, aby usłyszeć, czego chcą piloci, i większość została.'],
    ['pl', 'Premier Jan Nowak i burmistrz Anna Zielińska spotkali się w Gdańsku z prezesem firmy Bałtyk.'],
    ['fi', 'Satamaneuvosto kokoontui keskipäivällä kuulemaan, mitä luotsit halusivat.'],
    ['tr', 'Liman meclisi, kılavuz kaptanların ne istediğini duymak için öğlen toplandı.'],
    ['ro', 'Consiliul portului s-a întrunit la prânz pentru a auzi ce doreau piloții, iar cei mai mulți au rămas.'],
    ['cs', 'Přístavní rada se sešla v poledne, aby vyslechla, co chtějí lodivodi, a většina z nich zůstala.'],
    ['ru', 'Совет порта собрался в полдень, чтобы услышать, чего хотят лоцманы, и большинство осталось.'],
    ['el', 'Το συμβούλιο του λιμανιού συνεδρίασε το μεσημέρι για να ακούσει τι ήθελαν οι πιλότοι.'],
    ['tl', 'Nagpulong ang konseho ng daungan noong tanghali upang marinig kung ano ang gusto ng mga piloto.'],
    ['fr', 'LE CONSEIL DU PORT S’EST RÉUNI À MIDI POUR ENTENDRE CE QUE VOULAIENT LES PILOTES DU CHENAL.'],
  ])('%s: %s', (code, text) => {
    expect(detectLanguages(toPlainText(text)).article.code).toBe(code);
    expect(readBoth(text)).toEqual({ alone: false, inside: code });
  });
});
