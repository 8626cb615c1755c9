import { say } from '../messages/say.ts';
import { splitTime } from '../model/split-time.ts';

/** "5 min". */
export function sayTime(seconds: number): string {
  const { unit, count } = splitTime(seconds);
  return say(`time.${unit}`, { count });
}

/** How long ago something was. */
export function Age({ since }: { readonly since: string }) {
  const seconds = Math.max(0, (Date.now() - Date.parse(since)) / 1000);
  return (
    <time dateTime={since} title={new Date(since).toLocaleString()}>
      {say('time.ago', { time: sayTime(seconds) })}
    </time>
  );
}

/** Until when something should be done. Overdue has its word, not only its colour. */
export function Due({ at }: { readonly at: string | null }) {
  if (at === null) return null;
  const seconds = (Date.parse(at) - Date.now()) / 1000;
  const tone = seconds < 0 ? 'late' : seconds < 3600 ? 'soon' : '';
  return (
    <time class={`due ${tone}`} dateTime={at} title={new Date(at).toLocaleString()}>
      {say(seconds < 0 ? 'time.overdue' : 'time.due', { time: sayTime(seconds) })}
    </time>
  );
}
