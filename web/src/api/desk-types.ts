import type { DeskArticleShape } from '../../../src/service/api/desk/shapes/desk-article-shape.ts';
import type { PersonShape } from '../../../src/service/api/desk/shapes/person-shape.ts';
import type { QueueRowShape, QueueShape } from '../../../src/service/api/desk/shapes/queue-shape.ts';
import type { SessionShape } from '../../../src/service/api/desk/shapes/session-shape.ts';

export type DeskArticle = DeskArticleShape;
export type Person = PersonShape;
export type QueueRow = QueueRowShape;
export type Queue = QueueShape;
export type Session = SessionShape;
export type Result = NonNullable<DeskArticle['result']>;
export type Finding = Result['findings'][number];
export type Entity = Result['entities'][number];
export type Topic = Result['topics'][number];
export type DeskAction = DeskArticle['actions'][number];
export type HistoryEntry = DeskArticle['history'][number];
type StoredAmendment = NonNullable<DeskArticle['amendments'][number]['amendment']>;
/** As it is sent: the desk gives it its id. */
export type Amendment = StoredAmendment extends infer Kind ? (Kind extends unknown ? Omit<Kind, 'id'> : never) : never;
