import type { z } from 'zod';
import type { AccountShape } from '../../../src/service/api/desk/shapes/account-shape.ts';
import type { bulkCountShape, bulkProgressShape } from '../../../src/service/api/desk/shapes/bulk-shape.ts';
import type { agreementShape } from '../../../src/service/api/desk/shapes/check-shape.ts';
import type { DeskArticleShape } from '../../../src/service/api/desk/shapes/desk-article-shape.ts';
import type { deskSettingsShape } from '../../../src/service/api/desk/shapes/desk-settings-shape.ts';
import type { OwnAccountShape } from '../../../src/service/api/desk/shapes/own-account-shape.ts';
import type { personShape } from '../../../src/service/api/desk/shapes/person-shape.ts';
import type { QueueRowShape, QueueShape } from '../../../src/service/api/desk/shapes/queue-shape.ts';
import type {
  NewRuleShape,
  ProposalsShape,
  RuleDetailShape,
  RuleShape,
} from '../../../src/service/api/desk/shapes/rule-shape.ts';
import type { SessionShape } from '../../../src/service/api/desk/shapes/session-shape.ts';
import type { ViewShape } from '../../../src/service/api/desk/shapes/view-shape.ts';

export type DeskArticle = DeskArticleShape;
export type Person = z.infer<typeof personShape>;
export type QueueRow = QueueRowShape;
export type Queue = QueueShape;
export type Session = SessionShape;
export type Result = NonNullable<DeskArticle['result']>;
export type Finding = Result['findings'][number];
export type Entity = Result['entities'][number];
export type Topic = Result['topics'][number];
export type HistoryEntry = DeskArticle['history'][number];
type StoredAmendment = NonNullable<DeskArticle['amendments'][number]['amendment']>;
/** As it is sent: the desk gives it its id. */
export type Amendment = StoredAmendment extends infer Kind ? (Kind extends unknown ? Omit<Kind, 'id'> : never) : never;
export type Account = AccountShape;
export type OwnAccount = OwnAccountShape;
export type View = ViewShape;
export type Agreement = z.infer<typeof agreementShape>;
export type BulkCount = z.infer<typeof bulkCountShape>;
export type BulkProgress = z.infer<typeof bulkProgressShape>;
export type DeskSettings = z.infer<typeof deskSettingsShape>;
export type Rule = RuleShape;
export type RuleDetail = RuleDetailShape;
export type Proposals = ProposalsShape;
export type NewRule = NewRuleShape;
