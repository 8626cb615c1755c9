import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/moderation/detect/detect.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { loadRuleset } from '../../../src/rules/load-ruleset.ts';
import { CLOSING, detectLine, detectText, OPENING } from './detect-text.ts';

const MIDDLE = 'Two of the older members had brought charts of the northern channel and spread them on the table by the window.';

function spamIn(found: ReturnType<typeof detectText>): readonly (readonly [string, string])[] {
  return found.filter(([rule]) => /^(?:promo|spam|insert)\./u.test(rule)).map(([, action, text]) => [action, text] as const);
}

describe('promoLine', () => {
  it.each([
    ['a prize', 'You have been selected to receive a £500 voucher! Call 09055 501882 now to claim. T&Cs apply'],
    ['trade by text message', 'Txt PIGEON to 84411 to get a new ringtone every week, 150p/msg, stop? txt STOP'],
    ['a request for followers', 'Hi all, subscribe to my channel about barges, I sub everyone back!!'],
    ['an erotic offer', 'Hot local girls are waiting for you, chat now at www.quay-flirts.com'],
    ['a promise of income', 'Earn money from home, $900 every week, no risk: message me on WhatsApp +44 7700 900882'],
    ['a referral', 'Register here https://quaypay.com/join?ref=8812 and get a joining bonus of $20'],
    ['a messenger', 'Our trading signals made me $4,000 in a week, join here t.me/quay_signals'],
    ['a loan', 'Bad credit? Loans for any purpose, apply now at www.merrow-loans.com'],
    ['Russian disguised with Latin letters', 'Ищy людeй в кoмaнду, зapaбoтoк oт 900$ в нeдeлю, пишитe в лс @quay_rabota'],
    ['a pharmacy', 'Buy generic cialis online now, no prescription, from our shop!'],
    ['a German pharmacy', 'Potenzmittel ohne Rezept kaufen, jetzt bestellen in unserem Shop!'],
    ['a French pharmacy', 'Viagra sans ordonnance, livraison offerte, commandez sur notre site !'],
    ['a Spanish pharmacy', 'Compra cialis sin receta en nuestra tienda, envío gratis.'],
    ['a lender', 'In need of urgent cash? Bad credit accepted, get approved in minutes for up to £9,000.'],
    ['a French lender', 'Besoin d’un crédit ? Prêt sans justificatif, réponse immédiate, contactez-nous !'],
    ['a Spanish lender', '¿Necesita dinero? Préstamos sin aval, solicítelo o llama ya.'],
    ['a German lender', 'Brauchst du Geld? Kredit trotz Schufa, jetzt beantragen!'],
    ['work from home', 'Earn $2,400 a week from home, no skills needed. Message me on WhatsApp +44 7700 900417'],
    ['German work from home', 'Verdienen Sie 400 € pro Tag von zu Hause aus! Schreiben Sie uns auf WhatsApp.'],
    ['a labelled teaser', 'SPONSORED: This kettle is almost sold out. Order yours before midnight.'],
    ['a shorter label', 'Ad: Switch to Tidewatt and get three months free'],
    ['a German label', 'Anzeige: Dieser Wasserkocher ist der Testsieger. Jetzt bestellen!'],
    ['a label alone', 'Advertorial: The kettle that sailors everywhere swear by'],
    ['a French label', 'Publicité : Découvrez la bouilloire dont toute la ville parle'],
    ['a Spanish label', 'Publirreportaje: Descubre el hervidor del que todos hablan'],
    ['followers', 'Buy 500 real TikTok followers for only $4.99 at quayboost.example'],
    ['a French code', 'Profitez de -45 % sur tout le site avec le code PHARE45 !'],
    ['a Spanish code', '¡Oferta por tiempo limitado! Llévate un 35% de descuento con el código FARO35.'],
    ['a German code', 'Nur heute 65% Rabatt auf alle Kissen, Gutscheincode KISSEN65'],
    ['a Portuguese code', 'Só hoje: 25% de desconto em todo o site com o cupom FAROL25'],
    ['an Italian code', 'Solo oggi sconto del 40% su tutto il sito con il codice FARO40'],
    ['a Russian code', 'Только сегодня скидка 40% по промокоду MAYAK40, заказывайте на сайте'],
    ['an agent of recovery', 'Mrs. Olan helped me recover my stolen Bitcoin. Contact her: olan.trace@quaymail.example'],
    ['a healer', 'I was cured of diabetes by Dr. Pell’s herbal medicine, email him at drpell@quaymail.example'],
    ['a caster of spells', 'His love spell brought my husband back, WhatsApp him on +44 7700 900 417'],
    ['a French healer', 'Grand marabout, retour de l’être aimé, contactez-le au +33 6 55 50 12 34 !'],
    ['insurance', 'Get the cheapest car insurance quotes in your town and save up to $300!'],
    ['tips for traders', 'Our trading alerts have a 93% win rate. Start your free trial, limited spots!'],
    ['a subscription', 'Get your first month free when you subscribe to Tidebox today.'],
    ['essays', 'essay writing service | custom essays | order now'],
    ['links for sale', 'SEO services | buy backlinks | cheap web hosting'],
    ['German', 'Jetzt anmelden und 50 Freispiele sichern, Gutscheincode HAFEN50, AGB gelten!'],
  ])('takes out %s', (_, line) => {
    expect(spamIn(detectLine(line))).toContainEqual(['removed', line]);
  });

  it.each([
    'Buy local honey in the shop at the mill, which is open on Saturdays.',
    'Compare prices before you sign, the consumer association advises.',
    'Nurses earn $30 an hour on the islands and rent costs half of that.',
    'Patients were cured of hepatitis in twelve weeks, the trial found.',
    'The online pharmacy was fined for selling antibiotics without a prescription.',
    'Loans up to $50,000 are guaranteed by the state for businesses hit by the flood.',
    'The shop sold Instagram followers to politicians, a report found.',
    'Die Polizei warnt vor Kredit ohne Schufa aus dem Internet.',
    'Annonce : le maire quittera ses fonctions en mai.',
    'Découvrez les gagnants du concours de photographie.',
    'Los comercios anuncian rebajas con hasta un 40% de descuento.',
    'Магазины объявили скидки до 50% перед праздником.',
    'An ad: that is what the printer had set above the poem.',
    'Invest in insulation first, the energy adviser says: it can save up to 30% of the bill.',
    'For details visit www.merrowfair.example or call the town hall on 01234 567890.',
    'If you have been affected, call the free helpline on 0808 555 0000.',
    'To donate £5, text RELIEF to 70700 or go to the charity’s website.',
    'Admission is free for under-16s; book now at merrowmuseum.com.',
    'Customers who spend more than £30 get free delivery.',
    'When I went home to check my account, the shop had charged $10.74 for a bowl of soup.',
    'Please follow the yellow signs to the car park at the mill, £3 a day.',
    'Nobody there talks like my uncle, who paid £999 for the horse.',
    'I had to listen to my father count the £400 twice.',
    'We follow our noses, and the boat costs $20 a week.',
    'The casino offers a welcome bonus of up to $500 to new players.',
    'Read the full report at https://stats.example.org/report?id=22.',
    'Investors were promised guaranteed returns of 12% a year.',
    'Victims were told to click the link to claim their refund.',
    'Check out our guide to the ten best beaches.',
    'He had been betting on himself since he was nine.',
    'The group’s Telegram channel, t.me/merrowpilots, has 4,000 members.',
    'Text messages sent to 87121 were charged at £1.50 each, the regulator found.',
    'Here is how to claim your £400 energy rebate.',
    'URGENT: Flood warning for Lower Vess, residents told to leave NOW',
    'EVERYTHING MUST GO: the last day of the ironmonger',
    'Buy now, pay later firms face new rules',
    'Last chance to see the Vermeers',
    'Watch the trailer here: https://youtu.be/abc123def',
    'Vacancy: two lock keepers. Apply at www.merrow.example/jobs by 3 May. Salary £28,000.',
    'Билеты можно купить на сайте театра или по телефону 8 495 123-45-67.',
    'Kostenloser Eintritt, Anmeldung unter 0555 22104.',
  ])('leaves %j', (line) => {
    expect(spamIn(detectLine(line))).toEqual([]);
  });

  it('leaves what is quoted or told to a person', () => {
    const quoted = '"URGENT! You have won £2,000," it began. "Call 09061 234567 now to claim your prize."';
    const told = 'The message read: Congratulations, you have won a prize. Call 0906 123 4567 to claim.';
    expect(spamIn(detectLine(quoted))).toEqual([['flagged', quoted]]);
    expect(spamIn(detectLine(told))).toEqual([['flagged', told]]);
  });

  it.each([
    'Download our free ebook and learn five secrets of the tide.',
    'Join our free webinar on Thursday and learn how to retire early. Seats are limited.',
    'Téléchargez notre guide gratuit et payez moins d’impôts.',
    'Laden Sie unser kostenloses E-Book herunter.',
    'Descarga nuestra guía gratuita y aprende a invertir.',
    'Sponsored: the kettle you want',
    'Werbung: Wie ein Wasserkocher die ganze Stadt verzaubert',
  ])('points out %j', (line) => {
    expect(spamIn(detectLine(line)).map(([, text]) => text)).toEqual([line]);
  });

  it('removes no advice for its tone alone when it is long', () => {
    const tip = 'Get free quotes from three insurers and compare rates';
    const long = `${tip} before the winter storms begin, and ask each of them how the roof, the shed and the boat are covered when the dyke breaks.`;
    expect(spamIn(detectLine(`${tip}!`)).map(([action]) => action)).toEqual(['removed']);
    expect(spamIn(detectLine(long)).filter(([action]) => action === 'removed')).toEqual([]);
    expect(spamIn(detectText([OPENING, `${MIDDLE} ${tip}. ${CLOSING}`, CLOSING].join('\n\n')))).toEqual([]);
  });

  it('takes out letters of mathematics with what they sell', () => {
    const line = '𝐄𝐚𝐫𝐧 𝐦𝐨𝐧𝐞𝐲 from home, message me on WhatsApp now';
    expect(spamIn(detectLine(line))).toContainEqual(['removed', line]);
  });

  describe('links below the story', () => {
    const below = (lines: readonly string[]) => spamIn(detectText([OPENING, MIDDLE, CLOSING, ...lines].join('\n\n')));
    const plain = [
      'roof repair merrow http://a.example/x',
      'divorce lawyer vessport http://b.example/y',
      'garden sheds fellmark http://c.example/z',
    ];

    it.each([
      ['small letters', ['buy cheap boots http://a.example/x', ...plain]],
      [
        'capitals',
        ['Buy Cheap Boots http://a.example/x', 'Payday Loans Online http://b.example/y', 'Replica Watches http://c.example/z'],
      ],
    ])('takes them out when they sell: %s', (_, lines) => {
      expect(below(lines)).toEqual(lines.map((line) => ['removed', line]));
    });

    it('points out key words that sell nothing by themselves, in lines or in one block', () => {
      expect(below(plain)).toEqual(plain.map((line) => ['flagged', line]));
      expect(spamIn(detectText([OPENING, CLOSING, plain.join('\n')].join('\n\n')))).toEqual([['flagged', plain.join('\n')]]);
      expect(below(plain.slice(1))).toEqual([]);
    });

    it.each([
      [
        'sources',
        [
          'The harbour report, 2021: https://a.example/r',
          'Tables of the ferries https://b.example/t',
          'Ice atlas https://c.example/i',
        ],
      ],
      [
        'references',
        [
          '[1] Pell, A. (2019). The ice. https://a.example/d',
          '[2] Olan, B. (2020). Buying boats. https://b.example/d',
          '[3] Shops of Merrow. https://c.example/d',
        ],
      ],
      [
        'titles',
        [
          'How to buy a boat https://a.example/1',
          'The best deals of the old port https://b.example/2',
          'Order and disorder at sea https://c.example/3',
        ],
      ],
      ['labels', ['photo: https://a.example/1', 'second photo: https://b.example/2', 'map: https://c.example/3']],
    ])('leaves %s', (_, lines) => {
      expect(below(lines)).toEqual([]);
    });

    it('leaves links inside the story', () => {
      expect(spamIn(detectText([OPENING, ...plain, CLOSING].join('\n\n')))).toEqual([]);
    });
  });

  it('takes a sentence out of a paragraph and leaves the paragraph', () => {
    const advert = 'Sign up here https://quaypay.com/join?ref=8812 to get a joining bonus of $20, limited spots!!';
    expect(spamIn(detectText([OPENING, `${MIDDLE} ${advert} ${CLOSING}`, CLOSING].join('\n\n')))).toEqual([['removed', advert]]);
  });

  it('takes a sentence out of an article that came as one paragraph', () => {
    const advert = 'Sign up here https://quaypay.com/join?ref=8812 to get a joining bonus of $20, limited spots!!';
    const prose = `${OPENING} ${MIDDLE} ${CLOSING} `.repeat(8);
    expect(spamIn(detectText(`${prose}${advert} ${prose}`))).toContainEqual(['removed', advert]);
  });

  it('removes no heading for its words alone', () => {
    const heading = 'Claim your prize today only';
    expect(spamIn(detectLine(heading)).filter(([action]) => action === 'removed')).toEqual([]);
  });

  it('takes the lines of one advert together, with what stands between them', () => {
    const lines = ['Gift vouchers and free shipping', 'Only in June', '30% off all lamps', 'Use code LAMP30, terms apply'];
    const found = spamIn(detectText([OPENING, MIDDLE, ...lines, CLOSING].join('\n\n')));
    expect(found.map(([, text]) => text)).toEqual(lines);
  });

  it('leaves a list of addresses below a story, and takes it next to an advert', () => {
    const links = ['https://a.example/one', 'https://b.example/two', 'https://c.example/three', 'https://d.example/four'];
    const advert = 'Cheap replica watches online, order now at https://e.example/?aff=12';
    expect(spamIn(detectText([OPENING, MIDDLE, CLOSING, ...links].join('\n\n')))).toEqual([]);
    const found = spamIn(detectText([OPENING, MIDDLE, CLOSING, ...links, advert].join('\n\n')));
    expect(found.map(([, text]) => text)).toEqual([...links, advert]);
  });

  it('lets an article be about offers', () => {
    const lines = ['Use code RIDGE15 for 15% off boots at Fellmark.', 'Use code WOOL30 for 30% off jumpers at the Sheepfold.'];
    const removed = (title: string) =>
      spamIn(detectText([title, OPENING, ...lines, CLOSING].join('\n\n'))).filter(([action]) => action === 'removed');
    expect(removed('The best discount codes for hikers this autumn')).toEqual([]);
    expect(removed('The pilots go back to work')).toHaveLength(2);
  });

  it('finds an advert in an article that shares none of its words sooner than in one that does', () => {
    const line = 'Get free delivery of smoked herring today!';
    const about = 'The smokehouse sells herring by post since its delivery van broke, and the price of smoked herring has risen.';
    const points = (text: string) => {
      const document = parse(text, { id: 'a', text });
      const found = detect(document, loadRuleset(), { recurringLines: {}, articles: [] });
      return Number(found.find(({ rule }) => rule.startsWith('promo.'))?.evidence.feature_points ?? 0);
    };
    expect(points([OPENING, MIDDLE, line, CLOSING].join('\n\n'))).toBeGreaterThan(
      points([OPENING, about, line, CLOSING].join('\n\n')),
    );
  });

  it('names each feature with its points and the characters that show it', () => {
    const text = [OPENING, 'Shop now at bit.ly/quayboots and save 20%', CLOSING].join('\n\n');
    const found = detect(parse(text, { id: 'a', text }), loadRuleset(), { recurringLines: {}, articles: [] });
    expect(found.find(({ rule }) => rule.startsWith('promo.'))?.evidence.features).toEqual(
      expect.arrayContaining(['calls 1: Shop now', 'offers 2: save 20%', 'sly_link 2: bit.ly/quayboots']),
    );
  });
});
