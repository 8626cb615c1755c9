import { retext } from 'retext';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextPassive from 'retext-passive';
import retextQuotes from 'retext-quotes';
import retextReadability from 'retext-readability';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Contender } from './take-turns.ts';

/** All that wink's model can do. */
const WINK_PIPE = ['sbd', 'negation', 'sentiment', 'pos', 'ner', 'cer'] as const;

function openWink(): Contender<string> {
  const wink = winkNLP(model, [...WINK_PIPE]);
  const detail = `tokens, ${WINK_PIPE.join(', ')}`;
  return { name: 'wink-nlp, full pass', detail, run: (text) => wink.readDoc(text).entities().out() };
}

/** What a copy desk would have checked. */
function openRetext(): Contender<string> {
  const processor = retext()
    .use(retextEnglish)
    .use(retextRepeatedWords)
    .use(retextIndefiniteArticle)
    .use(retextQuotes)
    .use(retextSimplify)
    .use(retextPassive)
    .use(retextEquality)
    .use(retextReadability)
    .freeze();
  const detail = 'english, repeated-words, indefinite-article, quotes, simplify, passive, equality, readability';
  return { name: 'retext with plugins', detail, run: (text) => processor.processSync(text).messages };
}

/** Others that read a text; the yardstick is not among them. */
export function openTextPeers(): readonly Contender<string>[] {
  return [openWink(), openRetext()];
}
