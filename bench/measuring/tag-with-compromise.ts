import nlp from 'compromise';

/** Finds people, places and organisations as compromise does by itself. */
export function tagWithCompromise(text: string): unknown {
  const document = nlp(text);
  return [document.people().out('array'), document.places().out('array'), document.organizations().out('array')];
}
