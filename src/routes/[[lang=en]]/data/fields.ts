import { columnTypeName, columnUnitName, dataPageText as text } from '$lib/text/dataPage';
import type { Language } from '$lib/text/language';
import type { PackageTable } from '$lib/view/dataPackage';

/** A column in the words of one language: name, type with what is said of it, unit, meaning. */
export type FieldRow = [name: string, type: string, unit: string, meaning: string];

/** The dictionary of a table, in the order of its columns. */
export function fieldRows(table: PackageTable, language: Language): FieldRow[] {
  return table.schema.fields.map(({ name, sqlType, unit, description, descriptionEn, constraints }) => [
    name,
    [
      columnTypeName(sqlType)[language],
      ...(table.schema.sortedBy.includes(name) ? [text.key[language]] : []),
      ...(constraints?.required === true ? [] : [text.optional[language]])
    ].join(', '),
    unit === undefined ? '' : columnUnitName(unit)[language],
    language === 'en' ? descriptionEn : description
  ]);
}
