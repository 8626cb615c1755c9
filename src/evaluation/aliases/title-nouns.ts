/**
 * Nouns that English writes with a capital as titles, and the heads of institutions: with a determiner alone ("the President", "the
 * Court") they describe and do not name. In lower case.
 */
export const TITLE_NOUNS: ReadonlySet<string> = new Set(
  `president vice minister premier chancellor secretary senator representative governor mayor judge justice general colonel major
  captain lieutenant sergeant admiral commander marshal king queen prince princess emperor empress duke duchess count earl baron
  sultan sheikh emir tsar tsarina tsarevna czar kaiser shah khan regent pope cardinal archbishop bishop rabbi imam ayatollah pastor saint ambassador chief commissioner chairman
  chairwoman chair director coach officer detective inspector professor prof doctor dr mr mrs ms miss sir dame lord lady rev reverend
  fr father mother sister brother god dean fellow editor author attorney counsel petitioner respondent solicitor chef
  court act government state city country county island university college school department ministry agency commission committee
  council company club team league union party army navy church congress parliament senate house board bank museum park
  river lake mountain street square station airport festival game games cup series world north south east west northern southern
  eastern western english internet web`.split(/\s+/u),
);
