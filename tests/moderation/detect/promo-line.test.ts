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
    ['German', 'Jetzt anmelden und 50 Freispiele sichern, Gutscheincode HAFEN50, AGB gelten!'],
  ])('takes out %s', (_, line) => {
    expect(spamIn(detectLine(line))).toContainEqual(['removed', line]);
  });

  it.each([
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
      const found = detect(document, loadRuleset(), { recurringLines: {} });
      return Number(found.find(({ rule }) => rule.startsWith('promo.'))?.evidence.feature_points ?? 0);
    };
    expect(points([OPENING, MIDDLE, line, CLOSING].join('\n\n'))).toBeGreaterThan(
      points([OPENING, about, line, CLOSING].join('\n\n')),
    );
  });

  it('names each feature with its points and the characters that show it', () => {
    const text = [OPENING, 'Shop now at bit.ly/quayboots and save 20%', CLOSING].join('\n\n');
    const found = detect(parse(text, { id: 'a', text }), loadRuleset(), { recurringLines: {} });
    expect(found.find(({ rule }) => rule.startsWith('promo.'))?.evidence.features).toEqual(
      expect.arrayContaining(['calls 1: Shop now', 'offers 2: save 20%', 'sly_link 2: bit.ly/quayboots']),
    );
  });
});
