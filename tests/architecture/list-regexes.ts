import ts from 'typescript';

/** A regular expression as it stands in a source file, line counted from 1. */
export interface RegexLiteral {
  readonly source: string;
  readonly flags: string;
  readonly line: number;
}

/** All regular expression literals of a file. */
export function listRegexes(tree: ts.SourceFile): readonly RegexLiteral[] {
  const found: RegexLiteral[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const close = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ source: node.text.slice(1, close), flags: node.text.slice(close + 1), line });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Lines, counted from 1, on which a regular expression is built from a string: such a one cannot be vetted. */
export function listBuiltRegexes(tree: ts.SourceFile): readonly number[] {
  const found: number[] = [];
  const visit = (node: ts.Node): void => {
    const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isCall && node.expression.getText() === 'RegExp') {
      found.push(tree.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
