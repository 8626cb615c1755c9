import ts from 'typescript';

/** A name that a file exports, and whether it is gone when the types are. */
export interface ExportedName {
  readonly name: string;
  readonly isType: boolean;
}

function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((part) => part.kind === ts.SyntaxKind.ExportKeyword);
}

function namesOf(node: ts.Statement): readonly ExportedName[] {
  if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
    return node.exportClause.elements.map(({ name, isTypeOnly }) => ({ name: name.text, isType: node.isTypeOnly || isTypeOnly }));
  }
  if (!isExported(node)) return [];
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(({ name }) => ({ name: name.getText(), isType: false }));
  }
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return [{ name: node.name.text, isType: true }];
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
    return [{ name: node.name?.text ?? 'default', isType: false }];
  return [];
}

/** What a file exports by name. */
export function listExports(tree: ts.SourceFile): readonly ExportedName[] {
  return tree.statements.flatMap(namesOf);
}
