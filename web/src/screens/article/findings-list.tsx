import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Finding } from '../../api/desk-types.ts';
import { say, sayNamed } from '../../messages/say.ts';
import type { FindingGroup } from '../../model/group-findings.ts';
import { Lazy } from '../../parts/lazy.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { type FindingActs, FindingDetail } from './finding-detail.tsx';
import { PER_PAGE } from './use-findings.ts';

interface Props {
  readonly groups: readonly FindingGroup[];
  readonly original: string;
  readonly isHtml: boolean;
  /** Of the article, for those who hear it. */
  readonly language: string | undefined;
  /** Row of the group that is chosen. */
  readonly chosen: number;
  readonly onChoose: (row: number) => void;
  readonly canAmend: boolean;
  readonly canMakeRule: boolean;
  readonly acts: FindingActs;
  readonly box: Ref<HTMLElement>;
}

const ROW_HEIGHT = 58;
const EXCERPT = 90;

function sumPoints(findings: readonly Finding[]): number {
  return Math.round(findings.reduce((sum, { points }) => sum + points, 0) * 100) / 100;
}

interface RowProps {
  readonly group: FindingGroup;
  readonly row: number;
  readonly props: Props;
}

/** Drawn anew only when it looks otherwise: there may be thousands. */
function FindingRow({ group, row, props }: RowProps) {
  const isChosen = row === props.chosen;
  return useMemo(() => drawRow({ group, row, props }), isChosen ? [props] : [group, row]);
}

function drawRow({ group, row, props }: RowProps) {
  const { original, isHtml, language, chosen, onChoose } = props;
  const [finding] = group.findings;
  if (!finding) return null;
  const state = finding.amended ? `amended ${finding.amended.as}` : finding.action;
  const points = sumPoints(group.findings);
  const isChosen = row === chosen;
  const text = original.slice(finding.start, Math.min(finding.end, finding.start + EXCERPT * 4));
  const excerpt = (isHtml ? text.replaceAll(/<[^<>]*>?/gu, ' ') : text).trim().slice(0, EXCERPT);
  return (
    <li class={`finding ${state} ${isChosen ? 'chosen' : ''}`} data-group={row}>
      <button type="button" class="finding-head" aria-expanded={isChosen} onClick={() => onChoose(row)}>
        <span class="sign" aria-hidden="true" />
        <span class="name">
          {sayNamed('kind', finding.kind)}
          {group.findings.length > 1 ? <span class="times">{say('why.times', { count: group.findings.length })}</span> : null}
        </span>
        <span class="state">
          {finding.amended ? sayNamed('amended', finding.amended.as) : sayNamed('action', finding.action)}
        </span>
        <span class="points">{points > 0 ? say('why.minus', { points }) : say('finding.no_points')}</span>
        <bdi class="excerpt" lang={language}>
          {excerpt}
        </bdi>
      </button>
      {isChosen ? <FindingDetail {...{ group }} {...props} /> : null}
    </li>
  );
}

/** All findings in the order of the text; equal inserts are one. */
export function FindingsList(props: Props) {
  const { groups, chosen, box } = props;
  const pages = Array.from({ length: Math.ceil(groups.length / PER_PAGE) }, (_, page) => page * PER_PAGE);
  if (groups.length === 0) return <p class="empty">{say('finding.none')}</p>;
  return (
    <ScrollBox box={box} class="findings" label={say('finding.list')}>
      {pages.map((from) => (
        <Lazy
          key={from}
          estimate={Math.min(PER_PAGE, groups.length - from) * ROW_HEIGHT}
          isDrawn={from === 0 || (chosen >= from && chosen < from + PER_PAGE)}
        >
          {() => (
            <ol start={from + 1}>
              {groups.slice(from, from + PER_PAGE).map((group, index) => (
                <FindingRow key={group.id} group={group} row={from + index} props={props} />
              ))}
            </ol>
          )}
        </Lazy>
      ))}
    </ScrollBox>
  );
}
