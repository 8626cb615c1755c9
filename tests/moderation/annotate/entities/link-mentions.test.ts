import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkMentions } from '../../../../src/moderation/annotate/entities/link-mentions.ts';
import type { NamedSpan } from '../../../../src/moderation/annotate/entities/named-span.ts';
import { ENTITY_TYPES } from '../../../../src/moderation/model/annotation.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';
import { markNames } from './mark-names.ts';

/** The names of each entity, in order of first use. */
function link(marked: string): readonly string[] {
  const { text, spans } = markNames(marked);
  return linkMentions(text, spans).map((group) => group.map(({ start, end }) => text.slice(start, end)).join(' = '));
}

describe('linkMentions, acronyms', () => {
  it.each([
    ['in brackets', 'The [ORG Merrow Tide Union] ([ORG MTU]) met.', ['Merrow Tide Union = MTU']],
    ['the name in brackets', 'The [ORG MTU] ([ORG Merrow Tide Union]) met.', ['MTU = Merrow Tide Union']],
    ['with "or"', 'The [ORG MTU], or [ORG Merrow Tide Union], met.', ['MTU = Merrow Tide Union']],
    ['with "the" in brackets', 'The [ORG Merrow Tide Union] (the “[ORG MTU]”) met.', ['Merrow Tide Union = MTU']],
    ['with more letters of a word', 'The [ORG Aldane Development Bank] ([ORG AlDB]) met.', ['Aldane Development Bank = AlDB']],
    ['with the letter of "of"', 'The [ORG Department of Docks] met. The [ORG DoD] paid.', ['Department of Docks = DoD']],
    ['without the letter of "of"', 'The [ORG League of Tides] met. The [ORG LT] paid.', ['League of Tides = LT']],
    ['bare and later', 'The [ORG Merrow Tide Union] met. Later the [ORG MTU] voted.', ['Merrow Tide Union = MTU']],
    ['bare and earlier', 'The [ORG MTU] voted. The [ORG Merrow Tide Union] met.', ['MTU = Merrow Tide Union']],
    ['with full stops', 'The [ORG Merrow Tide Union] met. The [ORG M.T.U.] voted.', ['Merrow Tide Union = M.T.U.']],
    ['of joined words', 'The [ORG Aldane-Merrow Tide Council] met. The [ORG AMTC] paid.', ['Aldane-Merrow Tide Council = AMTC']],
    ['of a word with capitals', '[ORG TideNet] grew. [ORG TN] paid.', ['TideNet = TN']],
    ['of a person', '[PER Ada Bea Quill] left. Later [PER ABQ] came.', ['Ada Bea Quill = ABQ']],
    ['in the plural', 'Three [ORG Merrow Tide Unions] met. The [ORG MTUs] voted.', ['Merrow Tide Unions = MTUs']],
    ['of the first words', 'The [LOC Ada Quill Bridge] fell. The [LOC AQ Bridge] was old.', ['Ada Quill Bridge = AQ Bridge']],
    [
      'that the text defines otherwise',
      'The [ORG Merrow Transit Union] and the [ORG Merrow Tide Union] ([ORG MTU]) met.',
      ['Merrow Transit Union', 'Merrow Tide Union = MTU'],
    ],
    [
      'that the text defines for what it also stands for elsewhere',
      'The [ORG EU] met. [ORG European Union] leaders and the [ORG Eastern Union] ([ORG EU]) left. The [ORG EU] voted.',
      ['EU = Eastern Union = EU = EU', 'European Union'],
    ],
    [
      'that the text defines as everybody does',
      'The [ORG EU] met. The [ORG European Union] ([ORG EU]) voted.',
      ['EU = European Union = EU'],
    ],
    [
      'that the text defines twice',
      'The [ORG Merrow Tide Union] ([ORG MTU]) met. The [ORG MTU] left. The [ORG Mast Talk Unit] ([ORG MTU]) came. The [ORG MTU] sang.',
      ['Merrow Tide Union = MTU = MTU', 'Mast Talk Unit = MTU = MTU'],
    ],
    [
      'that begins another name',
      'The [ORG Union of Sea Salt Rakers] ([ORG USSR]) met. The [ORG USSR Board] met. The [ORG Soviet Union Board] met.',
      ['Union of Sea Salt Rakers = USSR', 'USSR Board', 'Soviet Union Board'],
    ],
    [
      'that two names spell',
      'The [ORG Merrow Transit Union], the [ORG Merrow Tide Union] and the [ORG MTU] met.',
      ['Merrow Transit Union', 'Merrow Tide Union', 'MTU'],
    ],
    ['that the name does not spell', 'The [ORG Merrow Tide Union] ([LOC UK]) met.', ['Merrow Tide Union', 'UK']],
    ['of two letters and another kind', 'On [ORG TN] they saw [MISC Tide Night].', ['TN', 'Tide Night']],
    ['of a school and of a person', '[PER Ada Bea Quill] joined [ORG ABQ]. [ORG ABQ] was proud.', ['Ada Bea Quill', 'ABQ = ABQ']],
    ['of a doubtful type and of a person', '[PER Ada Bea Quill] joined [ORG? ABQ].', ['Ada Bea Quill', 'ABQ']],
    ['of a known school read as a person', '[PER Mara Isa Torrin] joined [PER MIT].', ['Mara Isa Torrin', 'MIT']],
    ['of another kind', 'The [MISC Merrow Tide Union] rang. The [ORG MTU] voted.', ['Merrow Tide Union', 'MTU']],
    [
      'of another kind with small letters',
      'The [MISC Merrow Tide Union] rang. The [ORG MTrU] voted.',
      ['Merrow Tide Union', 'MTrU'],
    ],
    ['of another kind in brackets', 'The [MISC Merrow Tide Union] ([ORG MTU]) rang.', ['Merrow Tide Union = MTU']],
    ['of a doubtful kind', 'The [ORG Merrow Tide Union] rang. The [LOC? MTU] voted.', ['Merrow Tide Union = MTU']],
    ['of a person with one given name', '[PER Ada Quill] met the [ORG AQ].', ['Ada Quill', 'AQ']],
  ])('%s', (_, marked, expected) => {
    expect(link(marked)).toEqual(expected);
  });
});

describe('linkMentions, persons', () => {
  it.each([
    ['a surname', '[PER Ada Quill] met him. [PER Quill] left.', ['Ada Quill = Quill']],
    ['a surname before the full name', '[PER Quill] resigns. [PER Ada Quill] said so.', ['Quill = Ada Quill']],
    ['a possessive in the span', '[PER Ada Quill] met him. [PER Quill’s] boat left.', ['Ada Quill = Quill’s']],
    ['a given name later', '[PER Ada Quill] met him. Then [PER Ada] left.', ['Ada Quill = Ada']],
    ['a middle name left out', '[PER Ada Bea Quill] came. [PER Ada Quill] left.', ['Ada Bea Quill = Ada Quill']],
    ['an initial', '[PER J. Quill] wrote. [PER Joanna Quill] read.', ['J. Quill = Joanna Quill']],
    ['initials', '[PER A. B. Quill] wrote. [PER Ada Bea Quill] read.', ['A. B. Quill = Ada Bea Quill']],
    ['a short given name', '[PER Joanna Quill] wrote. [PER Jo Quill] read.', ['Joanna Quill = Jo Quill']],
    ['particles', '[PER Ilse van der Holm] came. [PER Van der Holm] left.', ['Ilse van der Holm = Van der Holm']],
    ['particles left out', '[PER Ilse van der Holm] came. [PER Holm] left.', ['Ilse van der Holm = Holm']],
    ['two surnames', '[PER Ines Varga Solano] came. [PER Varga Solano] left.', ['Ines Varga Solano = Varga Solano']],
    ['a hyphenated surname', '[PER Ilse Venn-Quill] came. [PER Venn-Quill] left.', ['Ilse Venn-Quill = Venn-Quill']],
    ['marks', '[PER Oskár Vénn] came. [PER Oskar Venn] left.', ['Oskár Vénn = Oskar Venn']],
    ['letters with a stroke', '[PER Søren Vølk] came. [PER Soren Volk] left.', ['Søren Vølk = Soren Volk']],
    ['apostrophes', "[PER Ada O’Quill] came. [PER O'Quill] left.", ["Ada O’Quill = O'Quill"]],
    ['capitals', '[PER ADA QUILL] came. [PER Quill] left.', ['ADA QUILL = Quill']],
    ['an honorific', '[PER Ada Quill] came. [PER Mrs Quill] left.', ['Ada Quill = Mrs Quill']],
    ['roles', '[PER President Ada Quill] came. [PER General Quill] left.', ['President Ada Quill = General Quill']],
    ['"Jr."', '[PER Ada Quill Jr.] came. [PER Quill] left. [PER Ada Quill] stayed.', ['Ada Quill Jr. = Quill = Ada Quill']],
    ['a byname', '[PER Ilse of Aldane] came. [PER Ilse] left.', ['Ilse of Aldane = Ilse']],
    ['"the Bold"', '[PER Ilse the Bold] came. [PER Ilse] left.', ['Ilse the Bold = Ilse']],
    ['turned names', '[PER Minato Orie] came. [PER Orie Minato] left.', ['Minato Orie = Orie Minato']],
    [
      'a slip in a surname',
      '[PER Ada Fennicker] came. [PER Ada Fenicker] left. [PER Ada Fennicker] sang.',
      ['Ada Fennicker = Ada Fenicker = Ada Fennicker'],
    ],
    ['a surname in doubt', '[PER Ada Merrow] came. [LOC? Merrow] left.', ['Ada Merrow = Merrow']],
    [
      'the first of two namesakes',
      '[PER Ada Quill] came. [PER Quill] sang. [PER Tibor Quill] left. [PER Quill] wept.',
      ['Ada Quill = Quill = Quill', 'Tibor Quill'],
    ],
    [
      'the one who is named more often',
      '[PER Ada Quill] came. [PER Tibor Quill] came. [PER Ada Quill] sang. [PER Quill] wept.',
      ['Ada Quill = Ada Quill = Quill', 'Tibor Quill'],
    ],
    [
      'nobody of two namesakes',
      '[PER Ada Quill] met [PER Tibor Quill]. [PER Quill] left.',
      ['Ada Quill', 'Tibor Quill', 'Quill'],
    ],
    ['two initials that differ', '[PER A. Quill] met [PER Tibor Quill].', ['A. Quill', 'Tibor Quill']],
    [
      'an initial of two persons',
      '[PER A. Quill] wrote. [PER Ada Quill] met [PER Anna Quill].',
      ['A. Quill', 'Ada Quill', 'Anna Quill'],
    ],
    ['a given name before the full name', 'Dear [PER Ada]. We met [PER Ada Quill].', ['Ada', 'Ada Quill']],
    ['a given name of two persons', '[PER Ada Quill] met [PER Ada Venn]. [PER Ada] left.', ['Ada Quill', 'Ada Venn', 'Ada']],
    ['a place of that name', '[PER Ada Merrow] came to [LOC Merrow].', ['Ada Merrow', 'Merrow']],
    [
      'a place and a surname',
      '[PER Ada Merrow] came to [LOC Merrow]. [PER Merrow] sang in [LOC Merrow].',
      ['Ada Merrow = Merrow', 'Merrow = Merrow'],
    ],
    ['a firm of that name', '[PER Ada Merrow] owns [ORG Merrow].', ['Ada Merrow', 'Merrow']],
    ['"Jr." after the plain name', '[PER Ada Quill] came. [PER Ada Quill Jr.] left.', ['Ada Quill', 'Ada Quill Jr.']],
    [
      'a numbered name after the plain one',
      '[PER Tibor Quill] came. [PER Ada Quill], his wife, sang. [PER Tibor Quill II] left.',
      ['Tibor Quill', 'Ada Quill', 'Tibor Quill II'],
    ],
    ['father and son in one sentence', '[PER Tibor Quill II] is a son of [PER Tibor Quill].', ['Tibor Quill II', 'Tibor Quill']],
    [
      'the plain name of two persons',
      '[PER Tibor Quill Sr.] came. [PER Tibor Quill] sang. [PER Tibor Quill Jr.] left.',
      ['Tibor Quill Sr.', 'Tibor Quill', 'Tibor Quill Jr.'],
    ],
    ['initials before a numbered name', '[PER T. Quill] came. [PER Tibor Quill II] left.', ['T. Quill', 'Tibor Quill II']],
    ['initials after a numbered name', '[PER Tibor Quill II] came. [PER T. Quill] left.', ['Tibor Quill II = T. Quill']],
    ['numbered initials of another', '[PER Tibor Quill] came. [PER T. Quill II] left.', ['Tibor Quill', 'T. Quill II']],
    ['numbers that differ', '[PER T. Quill Jr.] came. [PER Tibor Quill III] left.', ['T. Quill Jr.', 'Tibor Quill III']],
    ['an academic degree', '[PER Ada Quill] came. [PER Ada Quill PhD] left.', ['Ada Quill = Ada Quill PhD']],
    ['a surname before "Jr."', '[PER Quill] resigns. [PER Ada Quill Jr.] said so.', ['Quill = Ada Quill Jr.']],
    ['a king and his plain name', 'King [PER Tibor III] came. [PER Tibor] left.', ['Tibor III = Tibor']],
    ['a prince and a king', 'Prince [PER Tibor] came. King [PER Tibor III] was old.', ['Tibor', 'Tibor III']],
    ['a king and a prince', 'King [PER Tibor III] came. Prince [PER Tibor] was young.', ['Tibor III', 'Tibor']],
    ['a king before his number', 'King [PER Tibor] came. King [PER Tibor III] was old.', ['Tibor = Tibor III']],
    ['a king of a high number', 'King [PER Tibor XIV] came. [PER Tibor] left.', ['Tibor XIV = Tibor']],
    ['kings of one name', '[PER Tibor II] followed [PER Tibor III].', ['Tibor II', 'Tibor III']],
    ['surnames of one sound', '[PER Ada Quillson] met [PER Ada Quillton].', ['Ada Quillson', 'Ada Quillton']],
    ['a part of a hyphenated surname', '[PER Ilse Venn-Quill] met [PER Quill].', ['Ilse Venn-Quill', 'Quill']],
  ])('%s', (_, marked, expected) => {
    expect(link(marked)).toEqual(expected);
  });
});

describe('linkMentions, namesakes and headings', () => {
  it.each([
    [
      'the plain name of a king in the title',
      '# [PER Tibor] opens the bridge\n\nKing [PER Tibor III] opened it. [PER Tibor] was glad.',
      ['Tibor = Tibor III = Tibor'],
    ],
    [
      'a plain name in the title only',
      '# [PER Tibor Quill] wins\n\n[PER Tibor Quill Jr.] won. [PER Quill] was glad.',
      ['Tibor Quill = Tibor Quill Jr. = Quill'],
    ],
    ['a plain name in a heading only', '## [PER Tibor Quill]\n\n[PER Tibor Quill II] won.', ['Tibor Quill = Tibor Quill II']],
    [
      'a heading below the title',
      '# [PER Tibor Quill] wins\n\n## [PER Tibor Quill Jr.] is glad\n\nHe won.',
      ['Tibor Quill = Tibor Quill Jr.'],
    ],
    [
      'a father in the title and in the text',
      '# The mill of [PER Tibor Quill]\n\n[PER Tibor Quill] built it. [PER Tibor Quill II] burnt it.',
      ['Tibor Quill = Tibor Quill', 'Tibor Quill II'],
    ],
    [
      'father and son in one title',
      '# [PER Tibor Quill] and [PER Tibor Quill II]\n\n[PER Tibor Quill II] came.',
      ['Tibor Quill', 'Tibor Quill II = Tibor Quill II'],
    ],
    [
      'father and son in a heading each',
      '## [PER Tibor Quill]\n\nHe built the mill.\n\n## [PER Tibor Quill II]\n\nHe burnt it.',
      ['Tibor Quill', 'Tibor Quill II'],
    ],
    ['a prince in the title', '# Prince [PER Tibor] weds\n\nKing [PER Tibor III] was old.', ['Tibor', 'Tibor III']],
    [
      'a son by another given name than "Sr."',
      '# [PER William Quill]\n\n[PER William Quill Sr.] died. [PER Quill] was old. [PER Bill Quill] wept.',
      ['William Quill = William Quill Sr. = Quill', 'Bill Quill'],
    ],
    [
      'father and son, and a short given name',
      '[PER William Quill Sr.] came. [PER William Quill Jr.] sang. [PER Bill Quill] left.',
      ['William Quill Sr.', 'William Quill Jr. = Bill Quill'],
    ],
    ['initials of "Sr."', '[PER William Quill Sr.] died. [PER W. Quill] was old.', ['William Quill Sr. = W. Quill']],
    ['a short given name of "Jr."', '[PER William Quill Jr.] came. [PER Bill Quill] left.', ['William Quill Jr. = Bill Quill']],
    ['a surname with "Jr."', '[PER Tibor Quill Jr.] came. [PER Quill Jr.] left.', ['Tibor Quill Jr. = Quill Jr.']],
    [
      'a surname with "Jr." after the father',
      '[PER Tibor Quill] came. [PER Tibor Quill Jr.] sang. [PER Quill Jr.] left.',
      ['Tibor Quill', 'Tibor Quill Jr. = Quill Jr.'],
    ],
    ['a surname with another number', '[PER Tibor Quill III] came. [PER Quill Jr.] left.', ['Tibor Quill III', 'Quill Jr.']],
    ['the second name of a king', 'King [PER Tibor Oskar I] came. [PER Oskar I] left.', ['Tibor Oskar I', 'Oskar I']],
  ])('%s', (_, marked, expected) => {
    expect(link(marked)).toEqual(expected);
  });
});

describe('linkMentions, names a letter apart', () => {
  it.each([
    ['two countries', '[LOC Ireland] beat them. [LOC Iceland] lost. [LOC Ireland] won.', ['Ireland = Ireland', 'Iceland']],
    [
      'a country and a region',
      '[LOC Liberia] paid. [LOC Siberia] froze. [LOC Siberia] thawed.',
      ['Liberia', 'Siberia = Siberia'],
    ],
    ['two peoples', '[MISC Russian] troops and [MISC Prussian] ones. [MISC Russian] law.', ['Russian = Russian', 'Prussian']],
    [
      'two known places of one first letter',
      '[LOC Austria] sat. [LOC Austria] rose. [LOC Australia] ran.',
      ['Austria = Austria', 'Australia'],
    ],
    [
      'two first letters',
      '[LOC Farringholt] sleeps. [LOC Carringholt] is old. [LOC Farringholt] wakes.',
      ['Farringholt = Farringholt', 'Carringholt'],
    ],
    [
      'two persons of one sentence',
      '[PER Ada Fennicker] beat [PER Ada Fenicker]. [PER Ada Fennicker] sang.',
      ['Ada Fennicker = Ada Fennicker', 'Ada Fenicker'],
    ],
    [
      'two firms of one sentence',
      '[ORG Fennickers Docks] sued [ORG Fenickers Docks]. [ORG Fennickers Docks] won.',
      ['Fennickers Docks = Fennickers Docks', 'Fenickers Docks'],
    ],
    [
      'a slip for a known place',
      '[LOC Philadelphia] sleeps. [LOC Philadelpia] is old. [LOC Philadelphia] wakes.',
      ['Philadelphia = Philadelpia = Philadelphia'],
    ],
  ])('%s', (_, marked, expected) => {
    expect(link(marked)).toEqual(expected);
  });
});

describe('linkMentions, given names', () => {
  it.each([
    ['that begin another', '[PER Paul Quill] left. [PER Paula Quill] came.', ['Paul Quill', 'Paula Quill']],
    ['of a man and a woman', '[PER Carl Venn] left. [PER Carla Venn] came.', ['Carl Venn', 'Carla Venn']],
    ['that only look short', '[PER Jo Quill] left. [PER John Quill] came.', ['Jo Quill', 'John Quill']],
    ['in short', '[PER Daniel Quill] left. [PER Dan Quill] came.', ['Daniel Quill = Dan Quill']],
    ['in a short form as long', '[PER James Quill] left. [PER Jimmy Quill] came.', ['James Quill = Jimmy Quill']],
    [
      'in a short form that does not begin them',
      '[PER William Quill] left. [PER Bill Quill] came.',
      ['William Quill = Bill Quill'],
    ],
    ['in short in the same sentence', '[PER Christine Quill] met [PER Chris Quill].', ['Christine Quill', 'Chris Quill']],
    ['by a letter in the same sentence', '[PER Joanna Quill] met [PER J. Quill].', ['Joanna Quill', 'J. Quill']],
    [
      'in short of two',
      '[PER Alexander Quill] left. [PER Alexandra Quill] came. [PER Alex Quill] sang.',
      ['Alexander Quill', 'Alexandra Quill', 'Alex Quill'],
    ],
    [
      'and a middle name that is another’s surname',
      '[PER Tibor Venn Quill] spoke. [PER Tibor Venn] wrote. [PER Quill] sang.',
      ['Tibor Venn Quill = Quill', 'Tibor Venn'],
    ],
    [
      'that are a place of the text',
      '[PER Austin Quill] worked in [PER? Austin]. [PER Quill] lost. [PER? Austin] appealed.',
      ['Austin Quill = Quill', 'Austin = Austin'],
    ],
    [
      'that a place of the text has',
      '[PER Austin Quill] worked in [LOC Austin]. [PER Quill] lost. [PER Austin] appealed.',
      ['Austin Quill = Quill', 'Austin', 'Austin'],
    ],
    [
      'and a surname that a place of the text has',
      '[PER Ada London] sang in [LOC London]. [PER London] left.',
      ['Ada London = London', 'London'],
    ],
    ['and middle names, side by side', '[PER Ada Quill] ([PER Ada Bea Quill]) sang.', ['Ada Quill = Ada Bea Quill']],
    ['in short, side by side', 'It was [PER Daniel Quill] – [PER Dan Quill].', ['Daniel Quill = Dan Quill']],
    ['and middle names in one sentence', '[PER Tibor Quill] met [PER Tibor H. Quill].', ['Tibor Quill', 'Tibor H. Quill']],
    ['and middle names in a list', '[PER Tibor Quill], [PER Tibor H. Quill] sat.', ['Tibor Quill', 'Tibor H. Quill']],
    ['that begin another, side by side', '[PER Paul Quill] ([PER Paula Quill]) sang.', ['Paul Quill', 'Paula Quill']],
    ['that are also a place', '[PER Austin Quill] left. [PER Austin] sang.', ['Austin Quill = Austin']],
    ['and a surname that is a place', '[PER Ada London] sang in [PER? London].', ['Ada London', 'London']],
  ])('%s', (_, marked, expected) => {
    expect(link(marked)).toEqual(expected);
  });
});

describe('linkMentions, titles', () => {
  it.each([
    [
      'a wife by her husband’s name',
      '[PER Thomas Quill] died. Mrs [PER Quill] wept. [PER Quill] was 84.',
      ['Thomas Quill = Quill', 'Quill'],
    ],
    ['a title in the span', '[PER Thomas Quill] died. [PER Mrs Quill] wept.', ['Thomas Quill', 'Mrs Quill']],
    ['a man after a woman', 'Dr. [PER Jane Hart] left. Mr. [PER Hart] is 90.', ['Jane Hart', 'Hart']],
    [
      'a couple',
      '[PER Thomas Quill] met [PER Ada Quill]. Mrs [PER Quill] painted. Mr [PER Quill] cooked.',
      ['Thomas Quill = Quill', 'Ada Quill = Quill'],
    ],
    [
      'a couple without given names',
      'Mr [PER Quill] cooked. Mrs [PER Quill] painted. Mr [PER Quill] ate.',
      ['Quill = Quill', 'Quill'],
    ],
    ['a title once', 'Mr [PER Quill] cooked. [PER Quill] ate.', ['Quill = Quill']],
    ['a title that comes later', '[PER Quill] cooked. Mr [PER Quill] ate.', ['Quill = Quill']],
    ['a bare name of a couple', 'Mr [PER Quill] met Mrs [PER Quill]. [PER Quill] ate.', ['Quill', 'Quill', 'Quill']],
    ['titles of the full name', 'Mr [PER Robin Venn] left. Ms [PER Venn] came.', ['Robin Venn', 'Venn']],
    ['a name of men and women', '[PER Robin Venn] left. Ms [PER Venn] came.', ['Robin Venn = Venn']],
    ['one full name of two', 'Mr [PER Robin Venn] left. Mrs [PER Robin Venn] came.', ['Robin Venn', 'Robin Venn']],
    [
      'a title that nobody’s name speaks against',
      '[PER Emperor Quill] left. [PER Tibor Quill] met [PER Egon Quill]. [PER Quill] wept.',
      ['Emperor Quill = Quill', 'Tibor Quill', 'Egon Quill'],
    ],
    [
      'two surnames of a wife',
      '[PER Thomas Varga Solano] left. Mrs [PER Varga Solano] came. [PER Varga Solano] was 84.',
      ['Thomas Varga Solano = Varga Solano', 'Varga Solano'],
    ],
    [
      'a title by way of an initial',
      '[PER J. Hart] wrote. [PER Jane Hart] read. Mr [PER Hart] left.',
      ['J. Hart = Jane Hart', 'Hart'],
    ],
    ['a lady', '[PER Thomas Quill] left. Lady [PER Quill] came.', ['Thomas Quill', 'Quill']],
    ['an office with a title in it', '[PER Ada Quill] left. [PER Lord Mayor Quill] came.', ['Ada Quill = Lord Mayor Quill']],
    ['a verb like a title', '[PER Thomas Quill] left. They miss [PER Quill].', ['Thomas Quill = Quill']],
  ])('%s', (_, marked, expected) => {
    expect(link(marked)).toEqual(expected);
  });

  it('a role beside the name', () => {
    const { text, spans } = markNames('[PER Thomas Quill] left. His wife, [PER Quill], came.');
    const at = text.indexOf('wife');
    const withRole = spans.map((span) => (span.start > at ? { ...span, role: { start: at, end: at + 'wife'.length } } : span));
    expect(linkMentions(text, spans)).toHaveLength(1);
    expect(linkMentions(text, withRole)).toHaveLength(2);
  });
});

describe('linkMentions, organisations', () => {
  it.each([
    ['a firm without its legal form', '[ORG Fennick Corporation] paid. [ORG Fennick] won.', ['Fennick Corporation = Fennick']],
    [
      'another way to write it',
      '[ORG Fennick Corp.] paid. [ORG Fennick Corporation] won.',
      ['Fennick Corp. = Fennick Corporation'],
    ],
    [
      'a legal form after a comma',
      '[ORG Merrow Docks, Inc.] paid. [ORG Merrow Docks] won.',
      ['Merrow Docks, Inc. = Merrow Docks'],
    ],
    ['a firm by its first word', '[ORG Fennick Holdings] paid. [ORG Fennick] won.', ['Fennick Holdings = Fennick']],
    ['a university by its first word', '[ORG Fennick University] paid. [ORG Fennick] won.', ['Fennick University = Fennick']],
    ['the end of a name', 'The [ORG Aldane Red Herons] won. The [ORG Red Herons] sang.', ['Aldane Red Herons = Red Herons']],
    ['a team', 'The [ORG Aldane Herons] won. The [ORG Herons] sang.', ['Aldane Herons = Herons']],
    ['the head of a name', 'The [ORG Ministry of Tides] met. The [ORG Ministry] paid.', ['Ministry of Tides = Ministry']],
    [
      'another order',
      'The [ORG Ministry of Defence] met. The [ORG Defence Ministry] paid.',
      ['Ministry of Defence = Defence Ministry'],
    ],
    [
      'another spelling',
      'The [ORG Ministry of Defence] met. The [ORG Ministry of Defense] paid.',
      ['Ministry of Defence = Ministry of Defense'],
    ],
    ['both', 'The [ORG Labour Department] met. The [ORG Department of Labor] paid.', ['Labour Department = Department of Labor']],
    [
      '"Organisation"',
      'The [ORG Tide Organisation] met. The [ORG Tide Organization] paid.',
      ['Tide Organisation = Tide Organization'],
    ],
    ['"&"', '[ORG Quill & Venn Docks] met. [ORG Quill and Venn Docks] paid.', ['Quill & Venn Docks = Quill and Venn Docks']],
    [
      'a country spelled out',
      'The [ORG US Congress] met. The [ORG United States Congress] voted.',
      ['US Congress = United States Congress'],
    ],
    ['"the" in the span', '[ORG The Aldane Herald] wrote. The [ORG Aldane Herald] said.', ['The Aldane Herald = Aldane Herald']],
    ['joined words', 'The [ORG Bat Cave] sold. [ORG Batcave] won.', ['Bat Cave = Batcave']],
    ['a place of that name', '[ORG Merrow Holdings] paid. It rained in [LOC Merrow].', ['Merrow Holdings', 'Merrow']],
    ['a likely place of that name', '[ORG Merrow Holdings] paid. It rained in [LOC? Merrow].', ['Merrow Holdings', 'Merrow']],
    ['a person of that name', '[ORG Merrow Holdings] paid. [PER Merrow] won.', ['Merrow Holdings', 'Merrow']],
    [
      'the object of a name',
      'The [ORG Bureau of Inland Waters] met. [ORG Inland Waters] won.',
      ['Bureau of Inland Waters', 'Inland Waters'],
    ],
    ['a head without "the"', 'The [ORG Ministry of Tides] met. [ORG Ministry] paid.', ['Ministry of Tides', 'Ministry']],
    [
      'a head of two names',
      'The [ORG Ministry of Tides] met the [ORG Ministry of Docks]. The [ORG Ministry] paid.',
      ['Ministry of Tides', 'Ministry of Docks', 'Ministry'],
    ],
    [
      'universities of and in a place',
      'The [ORG University of Merrow] met [ORG Merrow State University].',
      ['University of Merrow', 'Merrow State University'],
    ],
    [
      'an end that two names share',
      '[ORG Aldane Red Herons] beat [ORG Merrow Red Herons]. The [ORG Red Herons] sang.',
      ['Aldane Red Herons', 'Merrow Red Herons', 'Red Herons'],
    ],
  ])('%s', (_, marked, expected) => {
    expect(link(marked)).toEqual(expected);
  });
});

describe('linkMentions, places and other names', () => {
  it.each([
    [
      'names everybody knows',
      'The [LOC US], [LOC U.S.], [LOC USA], [LOC United States] and [LOC America].',
      ['US = U.S. = USA = United States = America'],
    ],
    ['a kingdom', 'The [LOC UK], [LOC Britain] and the [LOC United Kingdom].', ['UK = Britain = United Kingdom']],
    ['a state in short', '[LOC Texas] and [LOC Tex.]', ['Texas = Tex.']],
    ['a state appended', '[LOC Aldane, Texas] is old. [LOC Aldane] sleeps.', ['Aldane, Texas = Aldane']],
    ['hyphens', '[LOC Basse-Merrow] and [LOC Basse Merrow]', ['Basse-Merrow = Basse Merrow']],
    ['"St."', '[LOC St. Aldane] and [LOC Saint Aldane]', ['St. Aldane = Saint Aldane']],
    ['"al-" and "el-"', '[LOC al-Merrowa] and [LOC El Merrowa]', ['al-Merrowa = El Merrowa']],
    ['an island', '[LOC Fennick Island] is old. [LOC Fennick] sleeps.', ['Fennick Island = Fennick']],
    ['islands', 'The [LOC Fennick Islands] are old. The [LOC Fennicks] sleep.', ['Fennick Islands = Fennicks']],
    ['a republic', '[LOC Republic of Aldane] is old. [LOC Aldane] sleeps.', ['Republic of Aldane = Aldane']],
    ['another name', '[LOC Aldane], also known as [LOC Oldane], sleeps.', ['Aldane = Oldane']],
    ['a former name', 'On [ORG Quibble] (formerly [ORG Twibble]) they sang.', ['Quibble = Twibble']],
    [
      'a slip',
      '[LOC Farringholt] sleeps. [LOC Faringholt] is old. [LOC Farringholt] wakes.',
      ['Farringholt = Faringholt = Farringholt'],
    ],
    ['a storm', '[MISC Cyclone Merrow] came. [MISC Merrow] left.', ['Cyclone Merrow = Merrow']],
    ['an event', 'The [MISC Aldane World Cup] began. The [MISC World Cup] ends.', ['Aldane World Cup = World Cup']],
    ['a pronoun in capitals is no country', '[MISC Us] and the [LOC US]', ['Us', 'US']],
    ['north and south', '[LOC North Aldane] and [LOC South Aldane] and [LOC Aldane]', ['North Aldane', 'South Aldane', 'Aldane']],
    ['a city of a state', '[LOC Aldane City] and [LOC Aldane]', ['Aldane City', 'Aldane']],
    ['numbers', '[MISC Merrow 11] and [MISC Merrow 12]', ['Merrow 11', 'Merrow 12']],
    ['a part of a place', '[LOC New Merrow] and [LOC Merrow]', ['New Merrow', 'Merrow']],
    ['a state by its code', '[LOC Texas] and [LOC TX]', ['Texas = TX']],
    ['a code that is no place', '[LOC Texas] and [ORG TX]', ['Texas', 'TX']],
    [
      'a last letter that makes a people',
      '[LOC Farringholt] and [LOC Farringholta] and [LOC Farringholt]',
      ['Farringholt = Farringholt', 'Farringholta'],
    ],
    ['a people', 'In [LOC Norway] the [MISC Norwegian] crew rowed.', ['Norway', 'Norwegian']],
  ])('%s', (_, marked, expected) => {
    expect(link(marked)).toEqual(expected);
  });
});

const WORDS =
  'Ada Quill Merrow Tide Union MTU US United States O’Quill Jr. the of St. Ministry A B J. Inc. Red Herons é ß 7'.split(' ');
const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const anyName = fc.oneof({ weight: 4, arbitrary: name }, fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }));
const arbitrarySpans = fc
  .array(
    fc.tuple(
      anyName,
      fc.constantFrom(...ENTITY_TYPES),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(' (', ', or ', '. ', ' '),
    ),
    {
      maxLength: 25,
    },
  )
  .map((entries) => {
    let text = '';
    const spans = entries.map(([surface, type, confidence, gap]): NamedSpan => {
      text += gap;
      const span = { start: text.length, end: text.length + surface.length };
      text += surface;
      return { ...span, type, confidence, block: 0, sentence: span };
    });
    return { text, spans };
  });

describe('linkMentions, for any names', () => {
  it('puts every span in exactly one group, in order', () => {
    fc.assert(
      fc.property(arbitrarySpans, ({ text, spans }) => {
        const groups = linkMentions(text, spans);
        expect(new Set(groups.flat())).toEqual(new Set(spans));
        expect(groups.flat()).toHaveLength(spans.length);
        for (const group of groups)
          expect(group.map(({ start }) => start)).toEqual(group.map(({ start }) => start).sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same groups whatever the order of the spans', () => {
    const shuffled = arbitrarySpans.chain(({ text, spans }) =>
      fc.tuple(fc.constant({ text, spans }), fc.shuffledSubarray([...spans], { minLength: spans.length })),
    );
    fc.assert(
      fc.property(shuffled, ([{ text, spans }, others]) => {
        expect(linkMentions(text, others)).toEqual(linkMentions(text, spans));
      }),
      { numRuns: 300 },
    );
  });

  it('puts equal names of one type together', () => {
    fc.assert(
      fc.property(anyName, (surface) => {
        const text = `${surface} . ${surface}`;
        const at = text.length - surface.length;
        const span = { type: 'ORG', confidence: 1, block: 0, sentence: { start: 0, end: text.length } } as const;
        const spans = [
          { ...span, start: 0, end: surface.length },
          { ...span, start: at, end: text.length },
        ];
        expect(linkMentions(text, spans)).toHaveLength(1);
      }),
    );
  });
});

function spread(
  names: readonly string[],
  type: NamedSpan['type'],
): { readonly text: string; readonly spans: readonly NamedSpan[] } {
  let at = 0;
  const spans = names.map((surface): NamedSpan => {
    const span = { start: at, end: at + surface.length };
    at = span.end + 1;
    return { ...span, type, confidence: 1, block: 0, sentence: span };
  });
  return { text: names.join(' '), spans };
}

describe('linkMentions, hostile names', () => {
  const many = (build: (row: number) => string): readonly string[] => Array.from({ length: 10_000 }, (_, row) => build(row));
  it.each([
    ['of one letter', many((row) => String.fromCodePoint(65 + (row % 26)))],
    ['of one surname', many((row) => `Ada${row.toString(36)} Quill`)],
    ['of one given name', many((row) => `Ada Quill${row.toString(36)}`)],
    ['of many initials', many(() => 'A. B. C. D. E. F. G. H. I. J. K. L. M. N.')],
    [
      'that differ in one letter',
      many((row) => `Fennicker${String.fromCodePoint(97 + (row % 26), 97 + (Math.floor(row / 26) % 26))}ing`),
    ],
    ['of one acronym', many((row) => (row % 2 === 0 ? `M${row} T${row} U${row}` : 'MTU'))],
    ['that are ends of each other', many((row) => 'Red Heron '.repeat(1 + (row % 7)).trim())],
    ['of 10,000 letters', many((row) => (row < 100 ? 'A'.repeat(10_000) : 'A'))],
  ])('%s take little time', (_, names) => {
    for (const type of ENTITY_TYPES) {
      const { text, spans } = spread(names, type);
      let count = 0;
      const seconds = cpuSeconds(() => {
        count = linkMentions(text, spans).flat().length;
      });
      expect(count).toBe(spans.length);
      expect(seconds).toBeLessThan(5);
    }
  });
});
