/** Opening and closing marks that adverts are framed with; quotation marks, brackets and signs of rights are not among them. */
const MARK = /^[^\p{L}\p{M}\p{N}\s"'“”‘’«»()[\]{}.,:;!?…#@$€£&*•‣▪–—>©®™°§¶†✓✔✅☑✗✘❌❎-]/u;
/** Plain characters frame a line when they come three times and on both sides. */
const PLAIN_FRAME = /^([*=~<>_+|])\1{2}.{1,300}[*=~<>_+|]{3}$/u;
/** Words from which one mark is a frame; a short line with a mark may be a row of a table. */
const MIN_HALF_FRAMED_WORDS = 5;

/** True for a line framed by symbols, as injected adverts are. */
export function isFramed(text: string, words: number): boolean {
  const opens = MARK.test(text);
  const closes = MARK.test([...text.slice(-2)].at(-1) ?? '');
  return (opens && closes) || ((opens || closes) && words >= MIN_HALF_FRAMED_WORDS) || PLAIN_FRAME.test(text);
}
