import type { CatalogueDataset } from '@changming/contract/analytics';
import { type Column, type Dataset, type DatasetName, datasets } from '@changming/application/analytics';
import { en, type Language, zhCN } from '@changming/phrases';

const words = { 'zh-CN': zhCN.analytics, en: en.analytics } as const;

/** The catalogue as a person reads it. */
export function catalogueIn(names: readonly DatasetName[], language: Language): CatalogueDataset[] {
  return names.map((name) => described(name, language));
}

function described(name: DatasetName, language: Language): CatalogueDataset {
  const set: Dataset = datasets[name];
  return {
    name,
    ...words[language].datasets[name],
    key: set.key,
    sorts: [...set.sorts],
    times: [...set.times],
    columns: Object.entries(set.columns).map(([column, shape]) => columnIn({ name, column, shape }, language)),
    examples: set.examples.map((query) => exampleOf(name, query)),
  };
}

type Shaped = { readonly name: DatasetName; readonly column: string; readonly shape: Column };

function columnIn({ name, column, shape }: Shaped, language: Language) {
  const { type, empty, masked, operators, codes } = shape;
  const { meanings, ownMeanings } = words[language];
  const meaning: Readonly<Record<string, string>> = { ...meanings, ...ownMeanings[name] };
  return {
    name: column,
    head: headOf(column, language),
    meaning: meaning[column] ?? column,
    type,
    empty,
    masked: masked === true,
    operators: [...operators],
    ...(codes === undefined ? {} : { codes: [...codes] }),
  };
}

/** The head of a column; the name itself stands for one that has none. */
export function headOf(name: string, language: Language = 'zh-CN'): string {
  return (words[language].heads as Readonly<Record<string, string>>)[name] ?? name;
}

/** An address with the columns that its answer has. */
function exampleOf(name: DatasetName, query: string): { address: string; columns: string[] } {
  const selected = new URLSearchParams(query).get('select')?.split(',');
  return { address: `/api/v1/analytics/${name}?${query}`, columns: selected ?? Object.keys(datasets[name].columns) };
}
