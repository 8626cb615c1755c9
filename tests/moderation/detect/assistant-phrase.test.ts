import { describe, expect, it } from 'vitest';
import { CLOSING, detectLine, detectText, OPENING } from './detect-text.ts';

const found = (line: string): readonly (readonly [string, string, string])[] =>
  detectLine(line).filter(([rule]) => rule.startsWith('leftover.'));

describe('assistant phrase', () => {
  it.each([
    ['disclaimer', 'As an AI language model, I do not have access to current prices.'],
    ['disclaimer', 'Als KI-Sprachmodell kann ich keine aktuellen Preise nennen.'],
    ['disclaimer', "En tant que modèle de langage, je n'ai pas accès aux prix."],
    ['disclaimer', 'Como modelo de lenguaje, no tengo acceso a los precios.'],
    ['disclaimer', 'Как языковая модель, я не знаю цен.'],
    ['disclaimer', "I'm sorry, but I can't assist with that request."],
    ['preamble', 'Here is a rewritten version of the article:'],
    ['preamble', "Sure! Here's a rewritten version of the article:"],
    ['preamble', 'Certainly! Here is the article about the ferries.'],
    ['preamble', 'Natürlich! Hier ist die überarbeitete Version:'],
    ['preamble', 'Bien sûr ! Voici une version réécrite de l’article :'],
    ['preamble', '¡Claro! Aquí tienes una versión reescrita del artículo:'],
    ['control', 'Regenerate response'],
    ['control', 'ChatGPT can make mistakes. Check important info.'],
  ])('takes a %s as a line: %s', (family, line) => {
    expect(found(line)).toEqual([[`leftover.assistant-${family}@1`, 'removed', line]]);
  });

  it.each([
    ['disclaimer', 'As an AI language model, I cannot know prices.', 'The market opened at six and closed again at noon.'],
    ['disclaimer', 'Please note that, as an AI language model, I cannot know prices.', 'The market opened at six.'],
    ['preamble', 'Here is a rewritten version of the article: the ferry left at noon on Monday.', 'The tide was low.'],
  ])('flags a %s among sentences: %s', (family, sentence, next) => {
    expect(found(`${sentence} ${next}`)).toEqual([[`leftover.assistant-${family}@1`, 'flagged', sentence]]);
  });

  it.each([
    'Certainly! Below is a summary.',
    "Sure! Here's a summary of the ferry season:",
    "Absolutely! Here's a 500-word essay on tides:",
    'Natürlich! Hier ist eine Zusammenfassung.',
    'Sehr gerne! Hier finden Sie den Entwurf:',
    'Bien sûr ! Voici une traduction.',
    'Avec plaisir ! Voici le brouillon :',
    '¡Claro! Aquí tienes un resumen.',
    '¡Por supuesto! A continuación, el borrador:',
    'Claro! Aqui está um resumo.',
    'Com certeza! Segue o rascunho:',
    'Certo! Ecco un riassunto.',
    'Con piacere! Di seguito la bozza:',
  ])('takes an announcement at the start and at the end: %s', (line) => {
    const taken = ['removed', line];
    expect(detectText([line, OPENING, CLOSING].join('\n\n')).map(([, ...what]) => what)).toContainEqual(taken);
    expect(detectText([OPENING, CLOSING, line].join('\n\n')).map(([, ...what]) => what)).toContainEqual(taken);
  });

  it('flags an announcement that names no text, says more or lies deep in the article', () => {
    const actions = (...blocks: readonly string[]): readonly string[] =>
      detectText(blocks.join('\n\n'))
        .filter(([rule]) => rule === 'leftover.assistant-announcement@1')
        .map(([, action]) => action);
    const more = [1, 2, 3].map((day) => `${OPENING} That was day ${day}.`);
    expect(actions("Sure! Here's what you asked for.", OPENING, CLOSING)).toEqual(['flagged']);
    expect(actions(`Sure! Here's a summary. ${OPENING}`, CLOSING)).toEqual(['flagged']);
    expect(actions('Sure, here is a summary.', OPENING, CLOSING)).toEqual(['flagged']);
    expect(actions(...more, "Sure! Here's a summary.", CLOSING, ...more)).toEqual(['flagged']);
    expect(actions(...more, 'Sure, here is a summary.', CLOSING, ...more)).toEqual([]);
    expect(actions(...more, "Sure! Here's what you asked for.", CLOSING, ...more)).toEqual([]);
  });

  it.each([
    'Here is a summary of the ferry season.',
    'Of course, here is where the pilots live.',
    'Voici un résumé de la saison.',
    'Natürlich ist hier eine Zusammenfassung nötig.',
    'The pilots said: “Sure! Here is the summary.”',
  ])('leaves at the start: %s', (line) => {
    expect(detectText([line, OPENING, CLOSING].join('\n\n')).filter(([rule]) => rule.startsWith('leftover.'))).toEqual([]);
  });

  it('flags what people say too', () => {
    expect(found('I hope this helps!')).toEqual([['leftover.assistant-offer@1', 'flagged', 'I hope this helps!']]);
    expect(found('Meta description: Ferries sail to the isles.').map(([, action]) => action)).toEqual(['flagged']);
  });

  it.each([
    ['a model that is told of', 'Asked about the new AI language model, the mayor shrugged.'],
    ['a quotation', 'The mayor said: “As an AI language model, I cannot know prices.” Nobody laughed.'],
    ['a version that is told of', 'The theatre announced a rewritten version of the play.'],
    ['a heading with a word of it', 'Regenerate the harbour'],
    ['an assent', 'Of course, here is where the story gets strange for the pilots.'],
    ['an apology', "I'm sorry, but I cannot tell you why the ferry left, the captain wrote to the council."],
    ['a Portuguese question', 'Como uma inteligência artificial descobriu a ilha'],
  ])('leaves %s', (_, line) => {
    expect(found(line)).toEqual([]);
  });

  it('leaves the text of an article about such programs, and flags a line above or below it', () => {
    const about = 'The chatbot of the harbour answers questions about tides; ChatGPT and other chatbots were tried before it.';
    const line = 'As an AI language model, I cannot know prices.';
    expect(
      detectText([OPENING, about, OPENING, `It wrote. ${line} It stopped.`, about, CLOSING].join('\n\n'), 'Tides'),
    ).not.toContainEqual(expect.arrayContaining(['leftover.assistant-disclaimer@1']));
    expect(
      detectText(
        [OPENING, about, `${CLOSING} Or not.`, line, CLOSING, `${OPENING} All of them.`, 'Ada Quill'].join('\n\n'),
      ).filter(([rule]) => rule.startsWith('leftover.')),
    ).toEqual([]);
    expect(detectText([OPENING, about, CLOSING, line].join('\n\n'))).toEqual([
      ['leftover.assistant-disclaimer@1', 'flagged', line],
    ]);
  });
});
