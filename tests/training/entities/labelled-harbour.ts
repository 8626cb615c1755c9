/** Sentences that we made, in CoNLL format, in which vessels are organisations: nothing but training can tell. */
export function labelHarbour(count: number): string {
  const vessels = ['Tern', 'Plover', 'Dunlin', 'Curlew', 'Godwit', 'Whimbrel', 'Avocet', 'Sanderling', 'Knot', 'Ruff'];
  const ports = ['Aldane', 'Merrow', 'Wexholm', 'Fennick', 'Oxmouth', 'Tarvik', 'Lunsby'];
  const sentences = Array.from({ length: count }, (_, at) => {
    const [vessel, port] = [vessels[at % vessels.length], ports[at % ports.length]];
    return [`Steamer O`, `${vessel} B-ORG`, 'moored O', 'in O', `${port} B-LOC`, 'at O', 'noon O', '. O'].join('\n');
  });
  return `${sentences.join('\n\n')}\n`;
}
